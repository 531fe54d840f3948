"""What must be public, from the content itself: which items fall under which group of the law (D27).

Luật số 01/2026/QH16, Điều 17 khoản 1 điểm u orders the list; its columns are those of Nghị định số
13/2018/NĐ-CP, Điều 6.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import NamedTuple

from congtinh import addresses
from congtinh.model import Item
from congtinh.pages.parts import PublicRow
from congtinh.pages.site import N_, Site, written_in
from congtinh.records.legal_document import LegalDocument
from congtinh.records.publication import Publication
from congtinh.records.registry import RECORD_TYPES
from congtinh.vocabulary.law import (
    REGISTER,
    LawProfile,
    Section,
    access_profile,
    filed_under,
    groups_of,
    sections,
)
from congtinh.vocabulary.public_information import Elsewhere, published_elsewhere

_HERE, _GAZETTE = N_("Posted on this website"), N_("Official Gazette No. {number}")
_NO_LIMIT = N_("No limit")
_CLAUSE = re.compile(r"điểm (?P<point>\w+) khoản (?P<clause>\w+) Điều (?P<article>\w+)")
_PLACE = N_("Article {article}({clause})({point})")


class OwnPage(NamedTuple):
    """A page that every site has and that must itself be public; ``key`` as in ``addresses.FIXED``."""

    key: str


Line = Item | Elsewhere | OwnPage


@dataclass(frozen=True)
class Group:
    """What falls under one section of the law, oldest first."""

    section: Section
    lines: tuple[Line, ...]

    @property
    def letter(self) -> str:
        """The point of the law: ``đ`` of ``tctt26:17.1.đ``."""
        return self.section.code.rpartition(".")[2]


@dataclass(frozen=True)
class PublicList:
    """The whole list in one language, by the law that holds on the day of the build."""

    law: LawProfile
    groups: tuple[Group, ...]

    @property
    def total(self) -> int:
        return sum(len(group.lines) for group in self.groups)


def public_list(site: Site) -> PublicList:
    """Every visible item that is filed under a group of the law, the list, and what is published elsewhere.

    Each item stands in the language of ``site`` where it has it; an item filed under several groups
    stands in each.  The list stands in itself (Luật 01/2026/QH16, Điều 17 khoản 1 điểm u).
    """
    vocabularies = site.model.vocabularies
    law = access_profile(vocabularies, site.model.today)
    filed = filed_under(vocabularies, law.code)
    found: dict[str, list[Line]] = {s.code: [] for s in sections(vocabularies, law.code)}
    for name in RECORD_TYPES:
        for item in site.model.either(name, site.language):
            record = item.record
            own = record.sections(vocabularies)
            for code in groups_of(filed, own, record.default_section, record.used_for):
                found[code].append(item)
    if REGISTER in filed:
        found[filed[REGISTER]].append(OwnPage("public_information"))
    for row in published_elsewhere(vocabularies["public_information"], vocabularies["sections"]):
        if row.group in filed:
            found[filed[row.group]].append(row)
    groups = (
        Group(section, tuple(sorted(found[section.code], key=_order)))
        for section in sections(vocabularies, law.code)
    )
    return PublicList(law, tuple(groups))


def _order(line: Line) -> tuple[dt.date, str]:
    if isinstance(line, OwnPage):
        return dt.date.min, ""
    if isinstance(line, Elsewhere):
        return line.created or dt.date.min, line.code
    return _created(line) or dt.date.min, line.id


def _created(item: Item) -> dt.date | None:
    """The day on which the information was made."""
    record = item.record
    if isinstance(record, LegalDocument):
        return record.issued
    if isinstance(record, Publication) and record.date_issued:
        return record.date_issued
    return record.date.date() if record.date else None


def row(site: Site, line: Line) -> PublicRow:
    """One line in the words of the language of ``site``."""
    if isinstance(line, OwnPage):
        return _own_page(site, line)
    return _elsewhere(site, line) if isinstance(line, Elsewhere) else _posted(site, line)


def _own_page(site: Site, line: OwnPage) -> PublicRow:
    """Made anew with every build: it has no day."""
    return PublicRow(
        name=site.fixed_title(line.key),
        lang=site.language,
        number="",
        created=None,
        form=site.say(_HERE),
        form_lang=site.language,
        published=None,
        until=site.say(_NO_LIMIT),
        until_lang=site.language,
        address=addresses.fixed(line.key, site.language),
        url="",
    )


def _elsewhere(site: Site, line: Elsewhere) -> PublicRow:
    form, until = line.form.of(site.language), line.until.of(site.language)
    return PublicRow(
        name=line.name.of(site.language),
        lang=site.language,
        number=line.number,
        created=line.created,
        form=form,
        form_lang=written_in(form) or site.language,
        published=line.published,
        until=until,
        until_lang=written_in(until) or site.language,
        address="",
        url=line.url,
    )


def _posted(site: Site, item: Item) -> PublicRow:
    record = item.record
    number, form = "", site.say(_HERE)
    if isinstance(record, LegalDocument):
        number = record.document_number.canonical if record.document_number.number else ""
        if record.gazette_no:
            form = f"{form}; {site.say(_GAZETTE).format(number=record.gazette_no)}"
    return PublicRow(
        name=record.heading,
        lang=item.lang,
        number=number,
        created=_created(item),
        form=form,
        form_lang=site.language,
        published=record.date.date() if record.date else None,
        until=site.say(_NO_LIMIT),
        until_lang=site.language,
        address=item.address if record.own_page else "",
        url="",
    )


def line_print(site: Site, line: Line) -> bytes:
    """What changes whenever a line does."""
    return site.model.print_of(line) if isinstance(line, Item) else repr(line).encode()


def words_of_lines(site: Site) -> tuple[str, ...]:
    """What lines say in words of the theme."""
    return tuple(site.say(words) for words in (_HERE, _GAZETTE, _NO_LIMIT, _PLACE))


def clause(site: Site, section: Section) -> str:
    """The place in the law: ``điểm b khoản 1 Điều 17``, in English ``Article 17(1)(b)``."""
    found = _CLAUSE.fullmatch(section.clause)
    return site.say(_PLACE).format(**found.groupdict()) if found else section.clause
