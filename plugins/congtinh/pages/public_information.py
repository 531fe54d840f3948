"""The pages of the list of information that must be public: its groups, and the lines of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from congtinh import addresses
from congtinh.languages import other
from congtinh.model import digest_of
from congtinh.pages.contexts import PublicGroupPage, PublicInformationPage
from congtinh.pages.head import list_metas, site_head
from congtinh.pages.list_parts import pager
from congtinh.pages.lists import place, spans
from congtinh.pages.parts import (
    ContactCard,
    Counterpart,
    DataFile,
    Link,
    PublicGroup,
)
from congtinh.pages.people import contact_card
from congtinh.pages.planned import Planned
from congtinh.pages.public_list import Group, Line, PublicList, clause, line_print, row
from congtinh.pages.site import Site, both
from congtinh.records.contact import Contact
from congtinh.vocabulary.law import LawProfile

LINES_OF_A_ROW = 5
"""A line of the list is so much shorter than a row of a register: pages hold as many times more."""
ENDINGS = ("csv", "xlsx")


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
        prints = (line_print(site, line) for line in part.lines)
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
