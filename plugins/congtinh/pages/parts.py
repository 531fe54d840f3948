"""The parts that page contexts are made of: links, cards, figures, rows of facts.

There are dozens on each page, so they are named tuples, which cost a third of a frozen dataclass;
those with a field ``count``, a method of every tuple, are not.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from congtinh.languages import Language
from congtinh.media import Picture
from congtinh.validity.states import (
    EXPIRED,
    IN_FORCE,
    NOT_YET,
    PARTLY_EXPIRED,
    PARTLY_SUSPENDED,
    SUSPENDED,
    UNSUITABLE,
)


class Link(NamedTuple):
    """Words that lead somewhere; ``address`` of this site or ``url`` elsewhere.

    ``lang`` is the language of the words; ``key`` marks the menu entry of the page's section.
    """

    text: str
    address: str = ""
    url: str = ""
    lang: str = ""
    key: str = ""
    description: str = ""


class Counterpart(NamedTuple):
    """Where the language switch leads; ``exact`` is false where only the nearest page exists."""

    language: Language
    address: str
    exact: bool
    title: str = ""


class Meta(NamedTuple):
    """``<meta name content>``; ``lang`` where the content is in the other language."""

    name: str
    content: str
    lang: str = ""


KINDS = {
    NOT_YET: "pending",
    IN_FORCE: "in-force",
    PARTLY_EXPIRED: "partly-expired",
    EXPIRED: "expired",
    SUSPENDED: "suspended",
    PARTLY_SUSPENDED: "partly-suspended",
    UNSUITABLE: "expired",
}
"""States of V3 to the shape and colour that shows them."""


class StateChange(NamedTuple):
    """The state that an item has from ``day`` on."""

    day: dt.date
    state: str
    label: str
    looks: str = ""

    @property
    def kind(self) -> str:
        return self.looks or KINDS.get(self.state, "unknown")


class Validity(NamedTuple):
    """A state with its label; ``changes`` to come let the page be right on the days after.

    ``looks`` is the shape and colour that shows it, by default that of a state of V3.
    """

    state: str
    label: str
    changes: tuple[StateChange, ...] = ()
    looks: str = ""

    @property
    def kind(self) -> str:
        return self.looks or KINDS.get(self.state, "unknown")


class Figure(NamedTuple):
    """One picture with its three texts; the ``…_lang`` are the languages these are in."""

    picture: Picture
    alt: str
    alt_lang: str
    caption: str
    caption_lang: str
    credit: str


class Card(NamedTuple):
    """What lists show of an item; ``corrected`` is the day of its newest correction."""

    type: str
    type_label: str
    lang: str
    title: str
    address: str
    summary: str
    date: dt.date | None
    picture: Figure | None = None
    number: str = ""
    doc_type: str = ""
    issuer: str = ""
    validity: Validity | None = None
    label: str = ""
    until: dt.date | None = None
    mark: str = ""
    file: Download | None = None
    corrected: dt.date | None = None


class RelatedItem(NamedTuple):
    """An item near by; ``kind`` is what it is, ``why`` what binds it, empty where words alone do.

    ``lang`` is the language of the title.
    """

    title: str
    address: str
    lang: str
    kind: str
    number: str = ""
    date: dt.date | None = None
    validity: Validity | None = None
    why: str = ""
    mark: str = ""


class Download(NamedTuple):
    """One file to fetch; ``size`` in bytes."""

    title: str
    title_lang: str
    address: str
    extension: str
    size: int
    pages: int | None
    signed: bool
    scan: bool
    lang: str


class Attribute(NamedTuple):
    """One row of facts: a label and values, each perhaps with a link, language or date.

    ``key`` is the field's name, for a template that gives one field a place of its own.
    """

    label: str
    values: tuple[Link, ...] = ()
    day: dt.date | None = None
    missing: bool = False
    key: str = ""


class TocEntry(NamedTuple):
    """A heading of the table of contents, with those below it."""

    text: str
    id: str
    children: tuple[TocEntry, ...] = ()


class ContactCard(NamedTuple):
    """How one person or desk is reached."""

    name: str
    name_lang: str
    position: str
    position_lang: str
    address: str
    unit: Link | None
    phone: str
    fax: str
    mobile: str
    email: str
    room: str
    hours: str
    vcard: str
    photo: Picture | None
    focal: bool


class UnitNode(NamedTuple):
    """A unit of the organisation chart with the units below it."""

    name: str
    lang: str
    kind: str
    address: str
    anchor: str
    children: tuple[UnitNode, ...]


class UnitGroup(NamedTuple):
    """A unit and its people, in the directory."""

    name: str
    lang: str
    anchor: str
    address: str
    postal_address: str
    phone: str
    email: str
    contacts: tuple[ContactCard, ...]


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One static list of a register; ``count`` items stand in it."""

    text: str
    address: str
    count: int
    current: bool
    lang: str = ""


class FacetBlock(NamedTuple):
    label: str
    values: tuple[FacetValue, ...]


class SortOrder(NamedTuple):
    """One of the orders in which a list stands, each at an address of its own."""

    text: str
    address: str
    current: bool


class PublicRow(NamedTuple):
    """One line of the list of public information (NĐ 13/2018/NĐ-CP, Điều 6).

    The ``…_lang`` are set where words are not in the language of the page; ``address`` of this site
    or ``url`` elsewhere.
    """

    name: str
    lang: str
    number: str
    created: dt.date | None
    form: str
    form_lang: str
    published: dt.date | None
    until: str
    until_lang: str
    address: str
    url: str


class PublicGroup(NamedTuple):
    """One group of what must be public: its place in the law, and how many lines the list has of it.

    ``address`` is that of its own page, empty where nothing falls under it; ``duty`` is the words of
    the law, which are Vietnamese.
    """

    letter: str
    clause: str
    label: str
    duty: str
    total: int
    address: str


class Pager(NamedTuple):
    """Lists are paged from the oldest, so that addresses do not shift; ``newest`` has no number.

    Nothing here counts the whole list: a full page stays as it is when items join.
    """

    number: int
    newer: Link | None
    older: Link | None
    newest: Link
    oldest: Link


class Block(NamedTuple):
    """A titled group of cards on the home page."""

    title: str
    address: str
    cards: tuple[Card, ...]


class LinkGroup(NamedTuple):
    label: str
    links: tuple[Link, ...]


class TreeEntry(NamedTuple):
    """A line of the text sitemap."""

    link: Link
    children: tuple[TreeEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class DataFile:
    """One open-data file: what it holds, its form and its size in bytes."""

    title: str
    address: str
    format: str
    count: int


class DictionaryRow(NamedTuple):
    """One field of the data dictionary."""

    name: str
    label: str
    mandatory: bool
    rule: str
    values: tuple[str, ...] = ()


class DataSet(NamedTuple):
    """One content type in the open data."""

    title: str
    type: str
    files: tuple[DataFile, ...]
    schema: str
    dictionary: tuple[DictionaryRow, ...]
