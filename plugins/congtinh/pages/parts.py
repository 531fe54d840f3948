"""The parts that page contexts are made of: links, cards, figures, rows of facts."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from congtinh.languages import Language
from congtinh.media import Picture


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere; ``address`` of this site or ``url`` elsewhere.

    ``lang`` is the language of the words; ``key`` marks the menu entry of the page's section.
    """

    text: str
    address: str = ""
    url: str = ""
    lang: str = ""
    key: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Where the language switch leads; ``exact`` is false where only the nearest page exists."""

    language: Language
    address: str
    exact: bool
    title: str = ""


@dataclass(frozen=True, slots=True)
class Meta:
    """``<meta name content>``; ``lang`` where the content is in the other language."""

    name: str
    content: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page of one language shares; nothing here changes from build to build."""

    language: Language
    site_url: str
    home: str
    name: str
    parent_name: str
    portal: Link | None
    mark: str
    menu: tuple[Link, ...]
    responsible: str
    postal_address: str
    phone: str
    fax: str
    email: str
    footer: tuple[tuple[str, tuple[Link, ...]], ...]
    feed: str
    licence: str
    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    preview: bool


@dataclass(frozen=True, slots=True)
class Validity:
    """A state of V3 with its label; the dates let the page be right the day after."""

    state: str
    label: str
    effective: dt.date | None
    expires: dt.date | None


@dataclass(frozen=True, slots=True)
class Figure:
    """One picture with its three texts; the ``…_lang`` are the languages these are in."""

    picture: Picture
    alt: str
    alt_lang: str
    caption: str
    caption_lang: str
    credit: str


@dataclass(frozen=True, slots=True)
class Card:
    """What lists show of an item."""

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


@dataclass(frozen=True, slots=True)
class Download:
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


@dataclass(frozen=True, slots=True)
class Attribute:
    """One row of facts: a label and values, each perhaps with a link, language or date.

    ``key`` is the field's name, for a template that gives one field a place of its own.
    """

    label: str
    values: tuple[Link, ...] = ()
    day: dt.date | None = None
    missing: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True)
class TocEntry:
    """A heading of the table of contents, with those below it."""

    text: str
    id: str
    children: tuple[TocEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class RelationGroup:
    """Documents that this one touches in one way."""

    label: str
    documents: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ContactCard:
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


@dataclass(frozen=True, slots=True)
class UnitNode:
    """A unit of the organisation chart with the units below it."""

    name: str
    lang: str
    kind: str
    address: str
    anchor: str
    children: tuple[UnitNode, ...]


@dataclass(frozen=True, slots=True)
class UnitGroup:
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


@dataclass(frozen=True, slots=True)
class FacetBlock:
    label: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Pager:
    """Lists are paged from the oldest, so that addresses do not shift; ``newest`` has no number.

    Nothing here counts the whole list: a full page stays as it is when items join.
    """

    number: int
    newer: Link | None
    older: Link | None
    newest: Link
    oldest: Link


@dataclass(frozen=True, slots=True)
class Block:
    """A titled group of cards on the home page."""

    title: str
    address: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class LinkGroup:
    label: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TreeEntry:
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


@dataclass(frozen=True, slots=True)
class DictionaryRow:
    """One field of the data dictionary."""

    name: str
    label: str
    mandatory: bool
    rule: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DataSet:
    """One content type in the open data."""

    title: str
    type: str
    files: tuple[DataFile, ...]
    schema: str
    dictionary: tuple[DictionaryRow, ...]
