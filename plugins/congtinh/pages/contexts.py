"""What a template may see: one frozen context for each template, and the parts it is made of.

A template gets exactly ``page`` (one of the ``…Page`` classes) and ``frame``; a test asserts it.
Addresses are relative to the root of the site, without a leading slash (``van-ban/``); a template
turns them into page-relative links with ``link(address)``.  ``html`` is sanitised; all else is text.
"""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from congtinh.languages import Language
from congtinh.pages.context import Context
from congtinh.pages.document_parts import CitedDocument, HistoryEntry, Reason, RelationGroup
from congtinh.pages.parts import (
    Attribute,
    Card,
    ContactCard,
    Counterpart,
    DataFile,
    DataSet,
    Download,
    FacetBlock,
    Figure,
    Link,
    LinkGroup,
    Meta,
    Pager,
    PublicGroup,
    PublicRow,
    RelatedItem,
    SortOrder,
    TocEntry,
    TreeEntry,
    UnitGroup,
    UnitNode,
    Validity,
)
from congtinh.pages.relation_graph import RelationGraph
from congtinh.pages.send_forms import SendForm
from congtinh.pages.state_pictures import StatePicture
from congtinh.pages.statistics_parts import FigureCharts, FigureGroup, ThingMonth, Working
from congtinh.pages.tables import Table
from congtinh.pages.text_rows import TextRow, TextSide


class Page(Context):
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


class RegisterPage(ListPage):
    """The document register and its static lists.

    ``orders`` are those that the list stands in, where there are several; ``note`` says what the
    list rests on.
    """

    template: ClassVar[str] = "register.html"

    orders: tuple[SortOrder, ...]
    note: str


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
    cited: tuple[CitedDocument, ...] = ()
    related: tuple[RelatedItem, ...] = ()
    feedback: SendForm | None = None

    @property
    def templates(self) -> tuple[str, ...]:
        """The content type's own template, else the one for every item."""
        return (f"{self.type}.html", self.template)


class NewsPage(ItemPage):
    template: ClassVar[str] = "news.html"

    campaign: Link | None
    gallery: bool


class LegalDocumentPage(ItemPage):
    """``state`` and ``next_state`` are those of ``history`` that the day of the build is in and before.

    ``citation`` names the document as others cite it; ``cited_by`` are the items whose texts cite it.
    """

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
    citation: str
    validity: Validity | None
    state: HistoryEntry | None
    next_state: HistoryEntry | None
    history: tuple[HistoryEntry, ...]
    picture: StatePicture | None
    lapses: tuple[Reason, ...]
    relations: tuple[RelationGroup, ...]
    graph: RelationGraph | None
    side_by_side: Link | None
    unofficial_translation: bool
    cited_by: tuple[CitedDocument, ...] = ()


class SideBySidePage(Page):
    """A document in both languages, part beside part; ``sides`` and cells are Vietnamese, then English."""

    template: ClassVar[str] = "side_by_side.html"

    heading: str
    validity: Validity | None
    sides: tuple[TextSide, TextSide]
    rows: tuple[TextRow, ...]
    document: Link
    unofficial_translation: bool
    mark: str


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


class ContactPage(ItemPage):
    template: ClassVar[str] = "contact.html"

    card: ContactCard
    bio: str
    duties: str
    education: str
    career: tuple[str, ...]
    born: int | None


class NoticePage(ItemPage):
    template: ClassVar[str] = "notice.html"

    kind: str
    from_date: dt.date | None
    to_date: dt.date | None
    in_force: bool
    restore_expected: dt.datetime | None
    restored: dt.datetime | None
    force_majeure: bool


class CampaignPage(ItemPage):
    template: ClassVar[str] = "campaign.html"

    from_date: dt.date | None
    to_date: dt.date | None
    lead_unit: Link | None
    cards: tuple[Card, ...]


class SearchPage(Page):
    """Where visitors search; the results are made in their browser.

    ``states`` are those of V3, for the results; ``lists`` lead to documents without any search;
    ``contact`` is where to ask for what cannot be found.
    """

    template: ClassVar[str] = "search.html"

    examples: tuple[Link, ...]
    states: tuple[Validity, ...]
    lists: tuple[LinkGroup, ...]
    contact: Link


class DirectoryPage(Page):
    template: ClassVar[str] = "directory.html"

    tree: tuple[UnitNode, ...]
    groups: tuple[UnitGroup, ...]


class LinksPage(Page):
    template: ClassVar[str] = "link.html"

    groups: tuple[LinkGroup, ...]


class SitemapPage(Page):
    template: ClassVar[str] = "sitemap.html"

    tree: tuple[TreeEntry, ...]


class OpenDataPage(Page):
    template: ClassVar[str] = "open_data.html"

    published: Table
    data_sets: tuple[DataSet, ...]
    feed_groups: tuple[LinkGroup, ...]


class PublicInformationPage(Page):
    """The list of information that must be public, by groups of the law on access to information.

    ``law`` is the law with a link to it where the site holds it; ``contact`` answers requests.
    """

    template: ClassVar[str] = "public_information.html"

    law: Link
    groups: tuple[PublicGroup, ...]
    files: tuple[DataFile, ...]
    total: int
    contact: ContactCard | None


class PublicGroupPage(Page):
    """One page of one group of that list, newest first."""

    template: ClassVar[str] = "public_group.html"

    law: Link
    group: PublicGroup
    rows: tuple[PublicRow, ...]
    total: int | None
    pager: Pager | None


class StatisticsPage(Page):
    """The figures of the year so far: ``period`` says which days, ``definitions`` how things are counted."""

    template: ClassVar[str] = "statistics.html"

    day: dt.date
    year: int
    period: str
    groups: tuple[FigureGroup, ...]
    definitions: tuple[str, ...]
    files: tuple[Link, ...]
    guide: Link


class FigurePage(Page):
    """What is behind a figure of the year so far; the figure itself, ``total`` too, on the newest page alone."""

    template: ClassVar[str] = "figure.html"

    year: int
    formula: str
    workings: tuple[Working, ...]
    made_of: tuple[Link, ...]
    note: str
    charts: FigureCharts | None
    months: tuple[ThingMonth, ...]
    total: int | None
    pager: Pager | None
    file: str


class NotFoundPage(Page):
    template: ClassVar[str] = "404.html"

    suggestions: tuple[Link, ...]


class OfflinePage(NotFoundPage):
    """What stands in place of a page that was not kept, while there is no connection."""

    template: ClassVar[str] = "offline.html"


class RedirectPage(Page):
    """An old address that leads to the new one."""

    template: ClassVar[str] = "redirect.html"

    target: str
