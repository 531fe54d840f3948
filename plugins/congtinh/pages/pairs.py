"""Documents that have a text in both languages, and the link to the page with both."""

from __future__ import annotations

from congtinh import addresses
from congtinh.model import Item
from congtinh.pages.parts import Link
from congtinh.pages.site import Site

Pair = tuple[Item, Item]
"""The Vietnamese and the English file of a document."""


def pair_of(site: Site, item: Item) -> Pair | None:
    """A document with its counterpart, where both have a text of their own."""
    if item.type != "legal_document" or not item.body.words:
        return None
    pair = site.model.counterpart(item)
    if pair is None or not pair.body.words:
        return None
    return (pair, item) if item.lang == "en" else (item, pair)


def side_by_side_link(site: Site, item: Item) -> Link | None:
    """A link from a document to the page with both its languages."""
    if pair_of(site, item) is None:
        return None
    address = addresses.side_by_side(item.address, item.lang)
    return Link(site.say("View both languages side by side"), address)
