"""What a page offers beside itself: items near by, each with what binds it where that is more than words."""

from __future__ import annotations

from congtinh.model import Item
from congtinh.pages.cards import mark, validity
from congtinh.pages.parts import RelatedItem
from congtinh.pages.site import N_, Site
from congtinh.records.legal_document import LegalDocument

_WHY = {
    "campaign": N_("same campaign"),
    "document": N_("rests on the same document"),
    "topic": N_("same topic"),
    "field": N_("same field"),
}
_EXPLAINED = N_("explained here")
_EXPLAINS = N_("explains this document")
_EXPLAINS_TOO = N_("explains the same document")


def related_items(site: Site, item: Item) -> tuple[RelatedItem, ...]:
    """The neighbours of an item that nothing else on its page leads to, the nearest first."""
    return tuple(
        [_related(site, found, _word(item, found, why)) for found, why in site.model.related(item)]
    )


def _related(site: Site, item: Item, why: str) -> RelatedItem:
    """An item as it is offered, made once for all pages; what they rest on is in their question."""
    made = site.near.get((item.path, why))
    if made is None:
        made = site.near[item.path, why] = _made(site, item, why)
    return made


def _made(site: Site, item: Item, why: str) -> RelatedItem:
    record, number = item.record, ""
    kind = type(record).type_label.of(site.language)
    day = record.date.date() if record.date else None
    if isinstance(record, LegalDocument):
        number = record.document_number.canonical if record.document_number.number else ""
        kind, day = site.label("document_types", record.doc_type) or kind, record.issued
    state, reason = validity(site, item), site.say(why) if why else ""
    return RelatedItem(
        record.heading, item.address, item.lang, kind, number, day, state, reason, mark(site, item)
    )


def _word(item: Item, found: Item, why: str) -> str:
    """What binds an item to that of the page, in words of the theme; none where words alone do."""
    return _explained(item, found) if why == "explains" else _WHY.get(why, "")


def _explained(item: Item, found: Item) -> str:
    """One of the two may be the document itself that the other explains."""
    if isinstance(found.record, LegalDocument):
        return _EXPLAINED
    return _EXPLAINS if isinstance(item.record, LegalDocument) else _EXPLAINS_TOO
