"""The list of public information as files: every line of every group, as CSV and as XLSX."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from congtinh.model import digest_of
from congtinh.opendata.spreadsheet import Cell, workbook
from congtinh.opendata.tables import csv_text
from congtinh.pages.public_information import ENDINGS, file_address
from congtinh.pages.public_list import PublicList, clause, line_print, row, words_of_lines
from congtinh.pages.site import N_, Site

_COLUMNS = (
    (N_("Clause"), 14),
    (N_("Group"), 30),
    (N_("Name or abstract"), 60),
    (N_("Number and symbol"), 20),
    (N_("Date made"), 13),
    (N_("Form of publication"), 28),
    (N_("Published on"), 13),
    (N_("Published until"), 18),
    (N_("Address"), 50),
)
"""The columns of NĐ 13/2018/NĐ-CP, Điều 6, after the group; each with its width in letters."""


def public_addresses(language: str) -> tuple[str, ...]:
    """The files of one language."""
    return tuple(file_address(language, ending) for ending in ENDINGS)


def public_print(site: Site, public: PublicList) -> bytes:
    """What changes whenever a file of the list does."""
    words = (*_head(site), *words_of_lines(site), site.fixed_title("public_information"))
    told = [repr((public.law.code, site.language, words)).encode()]
    for group in public.groups:
        told.append(repr((group.section.code, group.section.label, len(group.lines))).encode())
        told += [line_print(site, line) for line in group.lines]
    return digest_of(*told)


def public_file_texts(site: Site, public: PublicList) -> list[bytes]:
    """The bytes of the files, in the order of ``public_addresses``."""
    head, rows = _head(site), list(_rows(site, public))
    plain = [
        {name: _plain(cell) for name, cell in zip(head, cells, strict=True) if cell}
        for cells in rows
    ]
    name, widths = site.fixed_title("public_information"), [width for _, width in _COLUMNS]
    return [csv_text(plain, head).encode(), workbook(name, head, rows, widths)]


def _head(site: Site) -> list[str]:
    return [site.say(words) for words, _ in _COLUMNS]


def _rows(site: Site, public: PublicList) -> Iterator[tuple[Cell, ...]]:
    """Every line, by group, newest first; addresses are whole where the site has its own."""
    for group in public.groups:
        label = group.section.label.of(site.language)
        for line in reversed(group.lines):
            one = row(site, line)
            address = one.url or site.url(one.address) or one.address
            yield (
                clause(site, group.section),
                label,
                one.name,
                one.number,
                one.created,
                one.form,
                one.published,
                one.until,
                address,
            )


def _plain(cell: Cell) -> Cell:
    return cell.isoformat() if isinstance(cell, dt.date) else cell
