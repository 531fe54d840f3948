"""Which lists there are: of a content type, a facet, a pair of facets, a topic, an author."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from congtinh import addresses
from congtinh.model import Item, SiteModel
from congtinh.opendata.feeds import facet_feed
from congtinh.pages.changes import changes_feed
from congtinh.pages.facets import facet_block, facet_groups, facet_label
from congtinh.pages.frame import feed_address
from congtinh.pages.parts import FacetBlock, FacetValue, Link, SortOrder
from congtinh.pages.site import N_, Site
from congtinh.records.base import Record
from congtinh.records.facets import Facet
from congtinh.records.legal_document import LegalDocument
from congtinh.records.registry import RECORD_TYPES

BY_NUMBER = "by-number"
"""The last word of the key of a list that stands in the order of numbers."""

ROWS_BY_NUMBER = 5
"""Lists in the order of numbers are looked through for one row: their pages hold as many times more."""

_BY_DAY_NOTE = N_(
    "Sorted by the status on the day of the last update of this site; where it has changed since, the row says so."
)

Key = tuple[str, ...]


@dataclass(frozen=True)
class Listing:
    """One list in one language, oldest (or least number) first; ``key`` is the same in both languages.

    Its pages hold ``times`` as many items as those of others.  ``label`` is the word that a facet has
    for the list; ``name`` the part of the title that is an author's name.
    """

    key: Key
    language: str
    title: str
    address: str
    items: tuple[Item, ...]
    parents: tuple[Link, ...] = ()
    section: str = ""
    template: str = "list.html"
    feeds: tuple[Link, ...] = ()
    facets: tuple[FacetBlock, ...] = ()
    orders: tuple[SortOrder, ...] = ()
    note: str = ""
    times: int = 1
    label: str = ""
    name: str = ""


def listings(site: Site) -> Iterator[Listing]:
    """Every list of one language; a type without items has none."""
    for name, record_type in RECORD_TYPES.items():
        if record_type.index_template and name != "link" and site.model.has_any(name, site.language):
            yield from _type_listings(site, name, record_type)
    yield from _named_listings(site, "topic")
    yield from _named_listings(site, "author")


def _type_listings(site: Site, name: str, record_type: type[Record]) -> Iterator[Listing]:
    items = site.model.of_type(name, site.language)
    if "rank_order" in record_type.model_fields:
        items = items[::-1]  # ordered by hand, the first stands first; all others newest first
    groups = {facet: facet_groups(site.model, items, facet) for facet in record_type.facets}
    blocks = (facet_block(site, record_type, facet, groups[facet]) for facet in record_type.facets)
    link = site.type_link(name)
    whole = Listing(
        key=(name,),
        language=site.language,
        title=link.text,
        address=link.address,
        items=items,
        parents=(site.home_link(),),
        section=name,
        template=record_type.index_template,
        feeds=_feeds(site, name, record_type, link.text),
        facets=tuple(block for block in blocks if block.values),
    )
    yield from _in_both_orders(site, whole) if issubclass(record_type, LegalDocument) else (whole,)
    for facet, values in groups.items():
        for value, members in values.items():
            yield from _facet_listings(site, record_type, whole, facet, value, members)


def _facet_listings(
    site: Site,
    record_type: type[Record],
    whole: Listing,
    facet: Facet,
    value: object,
    members: tuple[Item, ...],
) -> Iterator[Listing]:
    """The list of one value of a facet; a long one in the order of numbers and by year too."""
    label = facet_label(site, facet, value)
    title = f"{whole.title}: {label}"
    listing = replace(
        whole,
        key=(*whole.key, facet.field, addresses.facet_word(value)),
        title=title,
        label=label,
        address=addresses.of_facet(record_type, facet, value, site.language),
        items=members,
        parents=(*whole.parents, Link(whole.title, whole.address)),
        feeds=_facet_feeds(site, whole.section, facet, value, title),
        facets=(),
        note=site.say(_BY_DAY_NOTE) if facet.of_day else "",
    )
    is_long = len(members) > site.settings.page_size
    years = tuple(_of_years(site, record_type, listing)) if facet.by_year and is_long else ()
    listing = replace(listing, facets=_years_block(site, record_type, years))
    yield from _in_both_orders(site, listing) if facet.by_number else (listing,)
    for one in years:
        yield replace(one, facets=_years_block(site, record_type, years, one.address))


def _of_years(site: Site, record_type: type[Record], listing: Listing) -> Iterator[Listing]:
    """A list cut by year: the documents of one type of one year are one sequence of numbers."""
    for year, members in facet_groups(site.model, listing.items, _year_facet(record_type)).items():
        yield replace(
            listing,
            key=(*listing.key, "year", str(year)),
            title=site.say("{title}, year {year}").format(title=listing.title, year=year),
            address=addresses.narrowed(listing.address, year),
            items=members,
            parents=(*listing.parents, Link(listing.title, listing.address)),
            feeds=(),
        )


def _year_facet(record_type: type[Record]) -> Facet:
    return next(facet for facet in record_type.facets if facet.field == "year")


def _years_block(
    site: Site, record_type: type[Record], years: Iterable[Listing], current: str = ""
) -> tuple[FacetBlock, ...]:
    values = tuple(
        FacetValue(one.key[-1], one.address, len(one.items), one.address == current)
        for one in years
    )
    label = _year_facet(record_type).label.of(site.language) if values else ""
    return (FacetBlock(label, values),) if values else ()


def _in_both_orders(site: Site, listing: Listing) -> Iterator[Listing]:
    """A list of documents, and in the order of their numbers where it has more than one page."""
    if len(listing.items) <= site.settings.page_size:
        yield listing
        return
    here, there = listing.address, addresses.by_number(listing.address, site.language)
    words = ((site.say("date of issue"), here), (site.say("number"), there))

    def orders(current: str) -> tuple[SortOrder, ...]:
        return tuple(SortOrder(text, address, address == current) for text, address in words)

    yield replace(listing, orders=orders(here))
    yield replace(
        listing,
        key=(*listing.key, BY_NUMBER),
        title=site.say("{title}, by number").format(title=listing.title),
        address=there,
        items=tuple(sorted(listing.items, key=number_order)),
        times=ROWS_BY_NUMBER,
        parents=(*listing.parents, Link(listing.title, here)),
        orders=orders(there),
    )


def number_order(item: Item) -> tuple[Any, ...]:
    """The place of a document among numbers; the year of issue counts where the number names none."""
    issued, (year, *number), identity = item.order
    return (year or issued.year, *number, identity)


def _feeds(site: Site, name: str, record_type: type[Record], title: str) -> tuple[Link, ...]:
    own = Link(title, feed_address(name, site.language))
    if issubclass(record_type, LegalDocument):
        return own, changes_feed(site)
    return (own,) if record_type.in_feed else ()


def _facet_feeds(
    site: Site, name: str, facet: Facet, value: object, title: str
) -> tuple[Link, ...]:
    if not facet.in_feed:
        return ()
    own = Link(title, feed_address(facet_feed(name, facet, value), site.language))
    return (own, changes_feed(site, str(value))) if facet.field == "doc_type" else (own,)


def _named_listings(site: Site, kind: str) -> Iterator[Listing]:
    """Topic pages and author pages."""
    groups: dict[str, tuple[str, list[Item]]] = {}
    for item in sorted(_listed(site.model, site.language), key=_by_day):
        record = item.record
        names = (
            record.topics if kind == "topic" else record.creator if record.in_feed else ()
        ) or ()
        for name in names:
            word = addresses.facet_word(name)
            groups.setdefault(word, (name, []))[1].append(item)
    for word, (name, items) in sorted(groups.items()):
        title = site.label("topics", name) if kind == "topic" else name
        said = site.say("Topic: {name}") if kind == "topic" else site.say("Author: {name}")
        address = (
            addresses.of_topic(name, site.language)
            if kind == "topic"
            else addresses.of_author(name, site.language)
        )
        yield Listing(
            (kind, word),
            site.language,
            said.format(name=title),
            address,
            tuple(items),
            (site.home_link(),),
            name=title if kind == "author" else "",
        )


def _by_day(item: Item) -> tuple[str, str]:
    return (item.record.date.isoformat() if item.record.date else "", item.id)


def _listed(model: SiteModel, language: str) -> Iterator[Item]:
    for item in model.items:
        if item.lang == language and item.record.own_page:
            yield item
