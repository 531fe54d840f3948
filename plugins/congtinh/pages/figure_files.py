"""Everything behind each public figure as a table for machines: one line for each thing."""

from __future__ import annotations

from collections.abc import Iterator

from congtinh.model import digest_of
from congtinh.opendata.tables import Row, csv_text
from congtinh.pages.figure_pages import kind_vocabularies, thing_row
from congtinh.pages.public_figures import PublicFigure
from congtinh.pages.site import N_, Site

_COLUMNS = (
    N_("Date"),
    N_("Title"),
    N_("Kind"),
    N_("Both languages, each once"),
    N_("Vietnamese"),
    N_("English"),
    N_("Address"),
)


def figure_file_print(site: Site, figure: PublicFigure) -> bytes:
    """What changes whenever the file of a figure does."""
    head = repr((figure.formula.key, site.language, _head(site)))
    return digest_of(head.encode(), *figure.prints)


def figure_file(site: Site, figure: PublicFigure) -> bytes:
    """The table, the oldest first; addresses are whole where the site has its own."""
    return csv_text(list(_rows(site, figure)), _head(site)).encode()


def _head(site: Site) -> list[str]:
    return [site.say(words) for words in _COLUMNS]


def _rows(site: Site, figure: PublicFigure) -> Iterator[Row]:
    head, kinds = _head(site), kind_vocabularies(site)
    for thing in figure.things:
        row = thing_row(site, thing, kinds)
        address = site.url(row.address) or row.address if row.address else ""
        day = row.day.isoformat() if row.day else ""
        yield dict(zip(head, (day, row.text, row.kind, *row.values, address), strict=True))
