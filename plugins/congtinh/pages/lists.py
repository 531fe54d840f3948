"""The pages of a list, from the oldest item on.

Page ``k`` holds the items ``(k-1)·n`` to ``k·n`` for good, and the address of the list itself shows
what is newer than the last full page but one: a new item changes that page, and no address shifts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from typing import Any

from congtinh import addresses
from congtinh.languages import other
from congtinh.model import Item
from congtinh.pages.cards import card
from congtinh.pages.contexts import ListPage, RegisterPage
from congtinh.pages.head import list_metas
from congtinh.pages.listings import Key, Listing
from congtinh.pages.parts import Counterpart, Link, Pager
from congtinh.pages.planned import Planned
from congtinh.pages.site import Site, both

Existing = Mapping[tuple[Key, str], str]
"""Key and language of every list of the site, to its address."""


def spans(total: int, size: int) -> list[tuple[int, int]]:
    """First and last place of each page, the last page the newest: it holds one to two pages' worth."""
    full = max(0, total // size - 1)
    return [(n * size, total if n == full else (n + 1) * size) for n in range(full + 1)]


def planned_pages(site: Site, listing: Listing, existing: Existing) -> Iterator[Planned]:
    """The pages of one list."""
    total, counterpart = len(listing.items), _counterpart(site, listing, existing)
    pages = spans(total, listing.times * site.settings.page_size)
    head = repr((_facts(listing), counterpart))
    for number, (start, end) in enumerate(pages, 1):
        newest = number == len(pages)
        part = ListPart(listing, number, len(pages), listing.items[start:end], newest, counterpart)
        told = repr((head, place(number, len(pages)), newest and (total, listing.facets))).encode()
        decided = blake2b(told, digest_size=16)
        decided.update(b"".join(map(site.model.print_of, part.items)))
        make = partial(_page, site, part)
        yield Planned(part.address, site.language, "", decided.digest(), make)


def _facts(listing: Listing) -> tuple[object, ...]:
    """What every page of a list shows of it, whatever stands in it."""
    return (
        listing.title,
        listing.address,
        listing.parents,
        listing.section,
        listing.feeds,
        listing.orders,
        listing.note,
        listing.name,
    )


def place(number: int, pages: int) -> object:
    """What the pager of a page shows that can change: most pages stay as they are when one joins."""
    return (number, pages) if number + 1 >= pages else number


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
    kind, more = _kind(listing)
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
        feeds=listing.feeds,
        heading=title,
        name=listing.name,
        cards=cards,
        total=len(listing.items) if newest else None,
        pager=pager(site, listing.address, number, pages),
        facets=listing.facets if newest else (),
        feed=listing.feeds[0].address if listing.feeds else "",
        **more,
    )


def _kind(listing: Listing) -> tuple[type[ListPage], dict[str, Any]]:
    """The class of the pages of a list, with what only registers show."""
    if listing.template == "register.html":
        return RegisterPage, {"orders": listing.orders, "note": listing.note}
    return ListPage, {}


def pager(site: Site, base: str, number: int, pages: int) -> Pager | None:
    """The ways from page ``number`` to the others of the list at ``base``; none of a list of one page."""
    if pages < 2:
        return None

    def link(place: int, text: str) -> Link:
        return Link(
            text, base if place == pages else addresses.numbered(base, place, site.language)
        )

    return Pager(
        number=number,
        newer=link(number + 1, site.say("Newer")) if number < pages else None,
        older=link(number - 1, site.say("Older")) if number > 1 else None,
        newest=link(pages, site.say("Newest")),
        oldest=link(1, site.say("Oldest")),
    )


def _counterpart(site: Site, listing: Listing, existing: Existing) -> Counterpart:
    """The same list in the other language, else the nearest one above it that stands there."""
    there = other(site.language)
    for length in range(len(listing.key), 0, -1):
        address = existing.get((listing.key[:length], there))
        if address is not None:
            return Counterpart(there, address, length == len(listing.key))
    return Counterpart(there, addresses.fixed("home", there), False)
