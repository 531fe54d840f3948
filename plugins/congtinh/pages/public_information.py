"""The list of information that must be public, made from the content itself (ideas.md, D27).

Luật số 01/2026/QH16, Điều 17 khoản 1 điểm u orders it; its columns are those of Nghị định số
13/2018/NĐ-CP, Điều 6.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from congtinh import addresses
from congtinh.languages import other
from congtinh.model import Item, digest_of
from congtinh.pages.contexts import PublicGroupPage, PublicInformationPage
from congtinh.pages.head import list_metas, site_head
from congtinh.pages.lists import pager, place, spans
from congtinh.pages.parts import (
    ContactCard,
    Counterpart,
    DataFile,
    Link,
    PublicGroup,
    PublicRow,
)
from congtinh.pages.people import contact_card
from congtinh.pages.planned import Planned
from congtinh.pages.site import N_, Site, both, written_in
from congtinh.records.contact import Contact
from congtinh.records.legal_document import LegalDocument
from congtinh.records.publication import Publication
from congtinh.records.registry import RECORD_TYPES
from congtinh.vocabulary.law import LawProfile, Section, access_profile, filed_under, sections
from congtinh.vocabulary.public_information import Elsewhere, published_elsewhere

LINES_OF_A_ROW = 5
"""A line of the list is so much shorter than a row of a register: pages hold as many times more."""
ENDINGS = ("csv", "xlsx")
_HERE, _GAZETTE = N_("Posted on this website"), N_("Official Gazette No. {number}")
_NO_LIMIT = N_("No limit")

_CLAUSE = re.compile(r"điểm (?P<point>\w+) khoản (?P<clause>\w+) Điều (?P<article>\w+)")
_PLACE = N_("Article {article}({clause})({point})")

Line = Item | Elsewhere


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
    """Every visible item that is filed under a group of the law, and what is published elsewhere.

    Each item stands in the language of ``site`` where it has it; an item filed under several groups
    stands in each.
    """
    model = site.model
    law = access_profile(model.vocabularies, model.today)
    filed = filed_under(model.vocabularies, law.code)
    found: dict[str, list[Line]] = {s.code: [] for s in sections(model.vocabularies, law.code)}
    for name, record_type in RECORD_TYPES.items():
        for item in model.either(name, site.language):
            own = item.record.sections(model.vocabularies)
            for codes in (own, record_type.default_section):
                groups = dict.fromkeys(filed[code] for code in codes if code in filed)
                if groups:
                    break
            for code in groups:
                found[code].append(item)
    vocabularies = model.vocabularies
    for row in published_elsewhere(vocabularies["public_information"], vocabularies["sections"]):
        if row.group in filed:
            found[filed[row.group]].append(row)
    return PublicList(
        law,
        tuple(
            Group(section, tuple(sorted(found[section.code], key=_order)))
            for section in sections(vocabularies, law.code)
        ),
    )


def _order(line: Line) -> tuple[dt.date, str]:
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
    return _elsewhere(site, line) if isinstance(line, Elsewhere) else _posted(site, line)


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


def words_of_lines(site: Site) -> tuple[str, ...]:
    """What lines say in words of the theme."""
    return tuple(site.say(words) for words in (_HERE, _GAZETTE, _NO_LIMIT, _PLACE))


def group_address(group: Group, language: str) -> str:
    """Where the lines of a group stand."""
    return addresses.of_point(group.letter, language)


def file_address(language: str, ending: str) -> str:
    """The whole list as one file."""
    return f"open-data/public_information.{language}.{ending}"


def planned_public(site: Site, public: PublicList) -> Iterator[Planned]:
    """The page of the list, and those of each group that is not empty."""
    totals = repr([(group.section.code, len(group.lines)) for group in public.groups]).encode()
    address = addresses.fixed("public_information", site.language)
    make = partial(public_information_page, site, public)
    yield Planned(address, site.language, "", digest_of(totals), make)
    for group in public.groups:
        if group.lines:
            yield from _planned_group(site, public.law, group)


def _planned_group(site: Site, law: LawProfile, group: Group) -> Iterator[Planned]:
    base, total = group_address(group, site.language), len(group.lines)
    pages = spans(total, LINES_OF_A_ROW * site.settings.page_size)
    for number, (start, end) in enumerate(pages, 1):
        newest = number == len(pages)
        part = GroupPart(law, group, number, len(pages), group.lines[start:end])
        told = repr((law.code, group.section.code, place(number, len(pages)), newest and total))
        prints = (
            repr(line).encode() if isinstance(line, Elsewhere) else site.model.print_of(line)
            for line in part.lines
        )
        address = base if newest else addresses.numbered(base, number, site.language)
        make = partial(public_group_page, site, part, address)
        yield Planned(address, site.language, "", digest_of(told.encode(), *prints), make)


@dataclass(frozen=True, slots=True)
class GroupPart:
    """One page of a group, of ``pages``: its lines, oldest first."""

    law: LawProfile
    group: Group
    number: int
    pages: int
    lines: tuple[Line, ...]

    @property
    def newest(self) -> bool:
        return self.number == self.pages


def public_information_page(site: Site, public: PublicList) -> PublicInformationPage:
    """The groups of the law with how much there is of each, and the whole list as files."""
    return PublicInformationPage(
        **site_head(site, "public_information"),
        law=_law(site, public.law),
        groups=tuple(_group(site, group) for group in public.groups),
        files=public_files(site, public),
        total=public.total,
        contact=_contact(site),
    )


def public_files(site: Site, public: PublicList) -> tuple[DataFile, ...]:
    """The files that hold the whole list."""
    title = site.fixed_title("public_information")
    return tuple(
        DataFile(title, file_address(site.language, ending), ending.upper(), public.total)
        for ending in ENDINGS
    )


def public_group_page(site: Site, part: GroupPart, address: str) -> PublicGroupPage:
    """One page of the lines of a group."""
    group, there = _group(site, part.group), other(site.language)
    title = f"{group.letter}) {group.label}"
    if not part.newest:
        title = site.say("{title}, page {number}").format(title=title, number=part.number)
    description = f"{title} – {site.agency_name}"
    counterpart = Counterpart(there, group_address(part.group, there), part.newest)
    above = site.fixed_link("public_information")
    parents = (site.home_link(), Link(above.text, above.address))
    return PublicGroupPage(
        language=site.language,
        address=address,
        title=title,
        description=description,
        section="public_information",
        breadcrumbs=parents if part.newest else (*parents, Link(group.label, group.address)),
        counterpart=counterpart,
        alternates=both(site.language, address, counterpart.address) if part.newest else (),
        metas=list_metas(site, title, description, address),
        law=_law(site, part.law),
        group=group,
        rows=tuple(row(site, line) for line in reversed(part.lines)),
        total=len(part.group.lines) if part.newest else None,
        pager=pager(site, group.address, part.number, part.pages),
    )


def _group(site: Site, group: Group) -> PublicGroup:
    section = group.section
    return PublicGroup(
        letter=group.letter,
        clause=clause(site, section),
        label=section.label.of(site.language),
        duty=section.duty,
        total=len(group.lines),
        address=group_address(group, site.language) if group.lines else "",
    )


def clause(site: Site, section: Section) -> str:
    """The place in the law: ``điểm b khoản 1 Điều 17``, in English ``Article 17(1)(b)``."""
    found = _CLAUSE.fullmatch(section.clause)
    return site.say(_PLACE).format(**found.groupdict()) if found else section.clause


def _law(site: Site, law: LawProfile) -> Link:
    """The law by name, with a link where this site holds it."""
    found = site.model.find("legal_document", law.instrument, site.language)
    return Link(law.label.of(site.language), found.address if found else "")


def _contact(site: Site) -> ContactCard | None:
    """Whom to ask for what is not here: the information focal point (điểm u)."""
    for item in site.model.either("contact", site.language):
        if isinstance(item.record, Contact) and item.record.info_focal:
            return contact_card(site, item)
    return None
