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
from congtinh.pages.parts import (
    Attribute,
    Block,
    Card,
    ContactCard,
    Counterpart,
    DataSet,
    Download,
    FacetBlock,
    Figure,
    Link,
    LinkGroup,
    Meta,
    Pager,
    RelationGroup,
    TocEntry,
    TreeEntry,
    UnitGroup,
    UnitNode,
    Validity,
)


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
    """A section list, a year archive, a facet, a tag or an author; oldest page first in numbers.

    ``name`` is the part of the heading that is an author's name, in the author's language.
    """

    template: ClassVar[str] = "list.html"

    heading: str
    cards: tuple[Card, ...]
    total: int | None
    pager: Pager | None
    facets: tuple[FacetBlock, ...]
    feed: str = ""
    name: str = ""


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

    states: tuple[Validity, ...]
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
    relations: tuple[RelationGroup, ...]
    gallery: tuple[Figure, ...]
    groups: tuple[LinkGroup, ...]
    tree: tuple[UnitNode, ...]
    html: str
