"""One page of a list, and the fields that every such page has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from congtinh import addresses
from congtinh.model import Item
from congtinh.pages.cards import card
from congtinh.pages.head import list_metas
from congtinh.pages.listings import Listing
from congtinh.pages.parts import Counterpart, Link, Pager
from congtinh.pages.site import Site, both, written_in


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


def list_fields(site: Site, part: ListPart) -> dict[str, Any]:
    """The fields of ``ListPage``; its cards stand newest first."""
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
    return {
        "language": site.language,
        "address": address,
        "title": title,
        "description": description,
        "section": listing.section,
        "breadcrumbs": listing.parents
        if newest
        else (*listing.parents, Link(listing.name or listing.title, listing.address, lang=written_in(listing.name))),
        "counterpart": counterpart,
        "alternates": both(site.language, address, counterpart.address)
        if newest and counterpart.exact
        else (),
        "metas": list_metas(site, title, description, address, day.isoformat() if day else ""),
        "feeds": listing.feeds,
        "heading": title,
        "name": listing.name,
        "cards": cards,
        "total": len(listing.items) if newest else None,
        "pager": pager(site, listing.address, number, pages),
        "facets": listing.facets if newest else (),
        "feed": listing.feeds[0].address if listing.feeds else "",
    }


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
