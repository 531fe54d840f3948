"""The pages about the agency, each with the others beside it."""

from __future__ import annotations

from congtinh.model import Item
from congtinh.pages.contexts import AboutPage, ItemPage
from congtinh.pages.item_fields import item_fields
from congtinh.pages.parts import Link
from congtinh.pages.site import Site
from congtinh.records.about import About


def item_page(site: Site, item: Item) -> ItemPage:
    assert isinstance(item.record, About)
    siblings = tuple(
        Link(i.record.heading, i.address) for i in site.model.of_type("about", site.language)
    )
    return AboutPage(**item_fields(site, item), siblings=siblings)
