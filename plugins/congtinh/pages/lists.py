"""The pages of a list, from the oldest item on.

Page ``k`` holds the items ``(k-1)·n`` to ``k·n`` for good, and the address of the list itself shows
what is newer than the last full page but one: a new item changes that page, and no address shifts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from hashlib import blake2b

from congtinh import addresses
from congtinh.languages import other
from congtinh.pages.contexts import ListPage, RegisterPage
from congtinh.pages.list_parts import ListPart, list_fields
from congtinh.pages.listings import Key, Listing
from congtinh.pages.of_type.registry import pages_of
from congtinh.pages.parts import Counterpart
from congtinh.pages.planned import Planned
from congtinh.pages.site import Site

Existing = Mapping[tuple[Key, str], str]
"""Key and language of every list of the site, to its address."""


def spans(total: int, size: int) -> list[tuple[int, int]]:
    """First and last place of each page, the last page the newest: it holds one to two pages' worth."""
    full = max(0, total // size - 1)
    return [(n * size, total if n == full else (n + 1) * size) for n in range(full + 1)]


def planned_pages(site: Site, listing: Listing, existing: Existing) -> Iterator[Planned]:
    """The pages of one list."""
    total, counterpart = len(listing.items), _counterpart(site, listing, existing)
    own = pages_of(listing.section).list_page if listing.key == (listing.section,) else None
    is_whole = own is not None and listing.template not in ("list.html", "register.html")
    pages = [(0, total)] if is_whole else spans(total, listing.times * site.settings.page_size)
    head = repr((_facts(listing), counterpart))
    for number, (start, end) in enumerate(pages, 1):
        newest = number == len(pages)
        part = ListPart(listing, number, len(pages), listing.items[start:end], newest, counterpart)
        told = repr((head, place(number, len(pages)), newest and (total, listing.facets))).encode()
        decided = blake2b(told, digest_size=16)
        decided.update(b"".join(map(site.model.print_of, part.items)))
        make = partial(own or _page, site, part)
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


def _page(site: Site, part: ListPart) -> ListPage:
    listing, fields = part.listing, list_fields(site, part)
    if listing.template == "register.html":
        return RegisterPage(**fields, orders=listing.orders, note=listing.note)
    return ListPage(**fields)


def _counterpart(site: Site, listing: Listing, existing: Existing) -> Counterpart:
    """The same list in the other language, else the nearest one above it that stands there."""
    there = other(site.language)
    for length in range(len(listing.key), 0, -1):
        address = existing.get((listing.key[:length], there))
        if address is not None:
            return Counterpart(there, address, length == len(listing.key))
    return Counterpart(there, addresses.fixed("home", there), False)
