"""Lists: of a content type, a facet, a topic, an author; paged from the oldest item on.

Page ``k`` holds the items ``(k-1)·n`` to ``k·n`` for good, and the address of the list itself shows
what is newer than the last full page but one: a new item changes that page, and no address shifts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from hashlib import blake2b

from congtinh import addresses
from congtinh.languages import other
from congtinh.model import Item, SiteModel
from congtinh.pages.cards import card
from congtinh.pages.contexts import ListPage, RegisterPage
from congtinh.pages.frame import feed_address
from congtinh.pages.head import list_metas
from congtinh.pages.parts import Counterpart, FacetBlock, FacetValue, Link, Pager
from congtinh.pages.planned import Planned
from congtinh.pages.site import Site, both
from congtinh.records.base import Facet, Record
from congtinh.records.registry import RECORD_TYPES


@dataclass(frozen=True)
class Listing:
    """One list in one language, oldest item first; ``key`` is the same in both languages."""

    key: tuple[str, ...]
    language: str
    title: str
    address: str
    items: tuple[Item, ...]
    parents: tuple[Link, ...] = ()
    section: str = ""
    template: str = "list.html"
    feed: str = ""
    facets: tuple[FacetBlock, ...] = field(default=())
    name: str = ""


def listings(site: Site) -> Iterator[Listing]:
    """Every list of one language."""
    for name, record_type in RECORD_TYPES.items():
        if record_type.index_template in ("list.html", "register.html"):
            yield from _type_listings(site, name, record_type)
    yield from _named_listings(site, "topic")
    yield from _named_listings(site, "author")


def _type_listings(site: Site, name: str, record_type: type[Record]) -> Iterator[Listing]:
    items = site.model.of_type(name, site.language)
    if "rank_order" in record_type.model_fields:
        items = items[::-1]  # ordered by hand, the first stands first; all others newest first
    link = site.type_link(name)
    feed = feed_address(name, site.language) if record_type.in_feed else ""
    groups = {facet.field: facet_groups(items, facet) for facet in record_type.facets}
    blocks = tuple(
        _block(site, record_type, facet, groups[facet.field]) for facet in record_type.facets
    )
    yield Listing(
        (name,),
        site.language,
        link.text,
        link.address,
        items,
        (site.home_link(),),
        name,
        record_type.index_template,
        feed,
        tuple(b for b in blocks if b.values),
    )
    for facet in record_type.facets:
        for value, members in groups[facet.field].items():
            title = f"{link.text}: {facet_label(site, facet, value)}"
            address = addresses.of_facet(record_type, facet, value, site.language)
            own_feed = (
                feed_address(f"{name}-{addresses.facet_word(value)}", site.language)
                if facet.field == "category"
                else ""
            )
            yield Listing(
                (name, facet.field, str(value)),
                site.language,
                title,
                address,
                members,
                (site.home_link(), link),
                name,
                record_type.index_template,
                own_feed,
            )


def facet_groups(items: Iterable[Item], facet: Facet) -> dict[object, tuple[Item, ...]]:
    """The items of each value of a facet, values in their order; items without one stand in none."""
    groups: dict[object, list[Item]] = {}
    for item in items:
        value = getattr(item.record, facet.field)
        for one in value if isinstance(value, tuple) else (value,):
            if one not in (None, ""):
                groups.setdefault(one, []).append(item)
    return {value: tuple(groups[value]) for value in sorted(groups, key=_value_order)}


def _value_order(value: object) -> tuple[int, str]:
    return (-value, "") if isinstance(value, int) else (0, str(value))


def facet_label(site: Site, facet: Facet, value: object) -> str:
    return site.label(facet.vocabulary, str(value)) if facet.vocabulary else str(value)


def _block(
    site: Site, record_type: type[Record], facet: Facet, groups: dict[object, tuple[Item, ...]]
) -> FacetBlock:
    values = [
        FacetValue(
            facet_label(site, facet, value),
            addresses.of_facet(record_type, facet, value, site.language),
            len(items),
            False,
        )
        for value, items in groups.items()
    ]
    if facet.vocabulary:
        values.sort(key=lambda v: (-v.count, v.text))
    return FacetBlock(facet.label.of(site.language), tuple(values))


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


def planned_pages(
    site: Site, listing: Listing, existing: frozenset[tuple[tuple[str, ...], str]]
) -> Iterator[Planned]:
    """The pages of one list; ``existing`` has the ``(key, language)`` of every list of the site."""
    size, total = site.settings.page_size, len(listing.items)
    full = max(0, total // size - 1)
    counterpart = _counterpart(site, listing, existing)
    head = repr((listing.title, listing.parents, listing.section, listing.feed, listing.name, counterpart))
    for number in range(full + 1):
        newest = number == full
        start, end = number * size, total if newest else (number + 1) * size
        part = ListPart(listing, number + 1, full + 1, listing.items[start:end], newest, counterpart)
        pager = (number + 1, full + 1) if number + 1 >= full or newest else number + 1
        told = repr((head, pager, newest and (total, listing.facets))).encode()
        decided = blake2b(told, digest_size=16)
        decided.update(b"".join(map(site.model.print_of, part.items)))
        make = partial(_page, site, part)
        yield Planned(part.address, site.language, "", decided.digest(), make)


@dataclass(frozen=True, slots=True)
class ListPart:
    """One page of a list, of ``pages``: its items, oldest first."""

    listing: Listing
    number: int
    pages: int
    items: tuple[Item, ...]
    newest: bool
    counterpart: Counterpart

    @property
    def address(self) -> str:
        listing = self.listing
        if self.newest:
            return listing.address
        return addresses.numbered(listing.address, self.number, listing.language)


def _page(site: Site, part: ListPart) -> ListPage:
    listing, number, pages, items = part.listing, part.number, part.pages, part.items
    newest, counterpart, address = part.newest, part.counterpart, part.address
    title = (
        listing.title
        if newest
        else site.say("{title}, page {number}").format(title=listing.title, number=number)
    )
    description = f"{title} – {site.agency_name}"
    cards = tuple(card(site, item) for item in reversed(items))
    day = max((c.date for c in cards if c.date), default=None)
    kind = RegisterPage if listing.template == "register.html" else ListPage
    return kind(
        language=site.language,
        address=address,
        title=title,
        description=description,
        section=listing.section,
        breadcrumbs=listing.parents
        if newest
        else (*listing.parents, Link(listing.title, listing.address)),
        counterpart=counterpart,
        alternates=both(site.language, address, counterpart.address)
        if newest and counterpart.exact
        else (),
        metas=list_metas(site, title, description, address, day.isoformat() if day else ""),
        feeds=(Link(listing.title, listing.feed),) if listing.feed else (),
        heading=title,
        name=listing.name,
        cards=cards,
        total=len(listing.items) if newest else None,
        pager=_pager(site, listing, number, pages) if pages > 1 else None,
        facets=listing.facets if newest else (),
        feed=listing.feed,
    )


def _pager(site: Site, listing: Listing, number: int, pages: int) -> Pager:
    def link(place: int, text: str) -> Link:
        address = (
            listing.address
            if place == pages
            else addresses.numbered(listing.address, place, site.language)
        )
        return Link(text, address)

    return Pager(
        number=number,
        newer=link(number + 1, site.say("Newer")) if number < pages else None,
        older=link(number - 1, site.say("Older")) if number > 1 else None,
        newest=link(pages, site.say("Newest")),
        oldest=link(1, site.say("Oldest")),
    )


def _counterpart(
    site: Site, listing: Listing, existing: frozenset[tuple[tuple[str, ...], str]]
) -> Counterpart:
    there = other(site.language)
    if (listing.key, there) in existing:
        return Counterpart(there, list_address(listing.key, there), True)
    if listing.key[0] in RECORD_TYPES:
        return Counterpart(there, addresses.of_type(RECORD_TYPES[listing.key[0]], there), False)
    return Counterpart(there, addresses.fixed("home", there), False)


def list_address(key: tuple[str, ...], language: str) -> str:
    """The address of the list that ``key`` means, in ``language``."""
    if key[0] == "topic":
        return addresses.of_topic(key[1], language)
    if key[0] == "author":
        return addresses.of_author(key[1], language)
    record_type = RECORD_TYPES[key[0]]
    if len(key) == 1:
        return addresses.of_type(record_type, language)
    facet = next(f for f in record_type.facets if f.field == key[1])
    return addresses.of_facet(record_type, facet, key[2], language)
