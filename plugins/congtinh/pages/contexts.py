"""What a template may see: one frozen context for each template, and the parts it is made of.

A template gets exactly ``page`` (one of the ``…Page`` classes) and ``frame``; a test asserts it.
Addresses are relative to the root of the site, without a leading slash (``van-ban/``); a template
turns them into page-relative links with ``link(address)``.  ``html`` is sanitised; all else is text.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

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
    """One row of facts: a label and values, each perhaps with a link, language or date."""

    label: str
    values: tuple[Link, ...] = ()
    day: dt.date | None = None
    missing: bool = False


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
    """Lists are paged from the oldest, so that addresses do not shift; ``newest`` has no number."""

    number: int
    total: int
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


@dataclass(frozen=True, kw_only=True)
class Page:
    """What every page has."""

    template: ClassVar[str]

    language: Language
    address: str
    title: str
    description: str
    section: str = ""
    breadcrumbs: tuple[Link, ...] = ()
    counterpart: Counterpart | None = None
    alternates: tuple[tuple[str, str], ...] = ()
    metas: tuple[Meta, ...] = ()
    json_ld: str = ""
    feeds: tuple[Link, ...] = ()
    indexed: bool = True
    updated: dt.date | None = None

    @property
    def templates(self) -> tuple[str, ...]:
        """The template of the page; the first that the theme has."""
        return (self.template,)


@dataclass(frozen=True, kw_only=True)
class HomePage(Page):
    template: ClassVar[str] = "home.html"

    lookups: tuple[Link, ...]
    featured: tuple[Card, ...]
    news: tuple[Card, ...]
    news_blocks: tuple[Block, ...]
    documents: tuple[Card, ...]
    notices: tuple[Card, ...]
    campaigns: tuple[Card, ...]
    links: tuple[LinkGroup, ...]
    contact: ContactCard | None


@dataclass(frozen=True, kw_only=True)
class ListPage(Page):
    """A section list, a year archive, a facet, a tag or an author; oldest page first in numbers."""

    template: ClassVar[str] = "list.html"

    heading: str
    cards: tuple[Card, ...]
    total: int
    pager: Pager | None
    facets: tuple[FacetBlock, ...]
    feed: str = ""


@dataclass(frozen=True, kw_only=True)
class RegisterPage(ListPage):
    """The document register and its static lists."""

    template: ClassVar[str] = "register.html"


@dataclass(frozen=True, kw_only=True)
class ItemPage(Page):
    """A page of one item; the template is the content type's own name."""

    template: ClassVar[str] = "item.html"

    type: str
    type_label: str
    heading: str
    heading_lang: str
    summary: str
    date: dt.date | None
    html: str
    toc: tuple[TocEntry, ...]
    lead: Figure | None
    figures: tuple[Figure, ...]
    downloads: tuple[Download, ...]
    attributes: tuple[Attribute, ...]
    by_line: str
    authors: tuple[Link, ...]
    topics: tuple[Link, ...]
    category: Link | None
    source: Link | None
    corrections: tuple[tuple[dt.date, str], ...]
    mark: str

    @property
    def templates(self) -> tuple[str, ...]:
        """The content type's own template, else the one for every item."""
        return (f"{self.type}.html", self.template)


@dataclass(frozen=True, kw_only=True)
class NewsPage(ItemPage):
    template: ClassVar[str] = "news.html"

    campaign: Link | None
    gallery: bool


@dataclass(frozen=True, kw_only=True)
class LegalDocumentPage(ItemPage):
    template: ClassVar[str] = "legal_document.html"

    number: str
    doc_type: str
    issuer: str
    issued: dt.date | None
    place: str
    signer: str
    signer_title: str
    sign_capacity: str
    recipients: tuple[str, ...]
    validity: Validity | None
    relations: tuple[RelationGroup, ...]
    unofficial_translation: bool


@dataclass(frozen=True, kw_only=True)
class UnitPage(ItemPage):
    template: ClassVar[str] = "unit.html"

    parent: Link | None
    children: tuple[Link, ...]
    contacts: tuple[ContactCard, ...]
    postal_address: str
    phone: str
    fax: str
    email: str
    site: str
    hours: str
    vcard: str
    successors: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True)
class ContactPage(ItemPage):
    template: ClassVar[str] = "contact.html"

    card: ContactCard
    bio: str
    duties: str
    education: str
    career: tuple[str, ...]
    born: int | None


@dataclass(frozen=True, kw_only=True)
class NoticePage(ItemPage):
    template: ClassVar[str] = "notice.html"

    kind: str
    from_date: dt.date | None
    to_date: dt.date | None
    in_force: bool
    restore_expected: dt.datetime | None


@dataclass(frozen=True, kw_only=True)
class CampaignPage(ItemPage):
    template: ClassVar[str] = "campaign.html"

    from_date: dt.date | None
    to_date: dt.date | None
    lead_unit: Link | None
    cards: tuple[Card, ...]


@dataclass(frozen=True, kw_only=True)
class AboutPage(ItemPage):
    template: ClassVar[str] = "about.html"

    siblings: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True)
class DirectoryPage(Page):
    template: ClassVar[str] = "directory.html"

    tree: tuple[UnitNode, ...]
    groups: tuple[UnitGroup, ...]


@dataclass(frozen=True, kw_only=True)
class LinksPage(Page):
    template: ClassVar[str] = "link.html"

    groups: tuple[LinkGroup, ...]


@dataclass(frozen=True, kw_only=True)
class SitemapPage(Page):
    template: ClassVar[str] = "sitemap.html"

    tree: tuple[TreeEntry, ...]


@dataclass(frozen=True, kw_only=True)
class OpenDataPage(Page):
    template: ClassVar[str] = "open_data.html"

    data_sets: tuple[DataSet, ...]


@dataclass(frozen=True, kw_only=True)
class NotFoundPage(Page):
    template: ClassVar[str] = "404.html"

    suggestions: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True)
class RedirectPage(Page):
    """An old address that leads to the new one."""

    template: ClassVar[str] = "redirect.html"

    target: str


@dataclass(frozen=True, kw_only=True)
class PatternsPage(Page):
    """Every component, with a long, a short and an empty text."""

    template: ClassVar[str] = "patterns.html"

    cards: tuple[Card, ...]
    register: tuple[Card, ...]
    notices: tuple[Card, ...]
    contacts: tuple[ContactCard, ...]
    downloads: tuple[Download, ...]
    attributes: tuple[Attribute, ...]
    toc: tuple[TocEntry, ...]
    figure: Figure | None
    pager: Pager
    facets: tuple[FacetBlock, ...]
    html: str
