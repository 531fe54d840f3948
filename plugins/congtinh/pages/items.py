"""The page of one item, made as its content type has it."""

from __future__ import annotations

from congtinh.model import Item
from congtinh.pages.attributes import own_attributes
from congtinh.pages.contexts import ItemPage
from congtinh.pages.figures import cover
from congtinh.pages.item_fields import item_fields
from congtinh.pages.legal_documents import legal_document_page
from congtinh.pages.of_type.registry import pages_of
from congtinh.pages.people import contact_page, unit_page
from congtinh.pages.site import Site


def plain_page(site: Site, item: Item) -> ItemPage:
    """The page of a type that declares nothing more than its fields."""
    fields = item_fields(site, item) | {"attributes": own_attributes(site, item)}
    fields["lead"] = fields["lead"] or cover(site.model, item)
    return ItemPage(**fields)


def item_page(site: Site, item: Item) -> ItemPage:
    """The page of ``item``, made by its type's maker."""
    if item.type == "legal_document":
        return legal_document_page(site, item, item_fields(site, item))
    if item.type == "unit":
        return unit_page(site, item, item_fields(site, item))
    if item.type == "contact":
        return contact_page(site, item, item_fields(site, item))
    return (pages_of(item.type).item_page or plain_page)(site, item)
