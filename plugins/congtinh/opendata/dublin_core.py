"""Dublin Core as TT 24/2011/TT-BTTTT orders it: six elements that are never empty, then the others."""

from __future__ import annotations

from collections.abc import Iterator

from congtinh.model import Item, SiteModel
from congtinh.records.legal_document import LegalDocument

SEPARATOR = "; "
"""Several values of one element (TT 24/2011)."""


def dublin_core(model: SiteModel, item: Item, agency: str, url: str) -> Iterator[tuple[str, str]]:
    """``(name, content)`` of each element of an item; ``url`` is its address for the public."""
    record = item.record
    day = record.date.date() if record.date else getattr(record, "issued", None)
    posted = day.isoformat() if day else ""
    yield "DC.title", _title(item)
    yield "DC.creator", SEPARATOR.join(record.creator or ()) or agency
    if posted:
        yield "DC.date", posted
    yield "DC.description", record.description
    yield "DC.publisher", publisher(model, item, agency)
    yield "DC.identifier", url or item.id
    yield "DC.language", item.lang
    for name, values in (
        ("DC.source", (record.source_name, record.source_url)),
        ("DC.contributor", record.contributor or ()),
        (
            "DC.subject",
            tuple(model.vocabularies["topics"].label(t, item.lang) for t in record.topics or ()),
        ),
        ("DC.rights", (record.rights,)),
    ):
        text = SEPARATOR.join(str(v) for v in values if v)
        if text:
            yield name, text


def _title(item: Item) -> str:
    """A document is known by its number before its abstract."""
    record = item.record
    number = record.document_number.canonical if isinstance(record, LegalDocument) else ""
    return f"{number}: {record.heading}" if number and number != record.heading else record.heading


def publisher(model: SiteModel, item: Item, agency: str) -> str:
    """Who publishes: a unit, a written name, the issuing body of a document, or the agency.

    TT 24/2011 calls the element "cơ quan ban hành", so a decree is not the department's.
    """
    record = item.record
    written = record.publisher
    if not written and isinstance(record, LegalDocument) and record.issuer:
        return SEPARATOR.join(
            model.vocabularies["issuers"].label(code, item.lang) for code in record.issuer
        )
    unit = model.find("unit", written, item.lang)
    if unit is not None:
        return unit.record.heading
    return written or agency
