"""Dublin Core as TT 24/2011/TT-BTTTT orders it: six elements that are never empty, then the others."""

from __future__ import annotations

from congtinh.model import Item, SiteModel
from congtinh.records.legal_document import LegalDocument

SEPARATOR = "; "
"""Several values of one element (TT 24/2011)."""


def dublin_core(
    model: SiteModel, item: Item, agency: str, url: str, publisher: str
) -> list[tuple[str, str]]:
    """``(name, content)`` of each element of an item; ``url`` is its address for the public."""
    record, lang = item.record, item.lang
    day = record.date.date() if record.date else getattr(record, "issued", None)
    elements = [
        ("DC.title", _title(item)),
        ("DC.creator", SEPARATOR.join(record.creator or ()) or agency),
    ]
    if day:
        elements.append(("DC.date", day.isoformat()))
    elements += (
        ("DC.description", record.description),
        ("DC.publisher", publisher),
        ("DC.identifier", url or item.id),
        ("DC.language", lang),
    )
    for name, values in (
        ("DC.source", (record.source_name, record.source_url)),
        ("DC.contributor", record.contributor),
        ("DC.subject", _topics(model, item)),
        ("DC.rights", (record.rights,)),
    ):
        if values and (text := SEPARATOR.join([value for value in values if value])):
            elements.append((name, text))
    return elements


def _title(item: Item) -> str:
    """A document is known by its number before its abstract."""
    record = item.record
    heading = record.heading
    number = record.document_number.canonical if isinstance(record, LegalDocument) else ""
    return f"{number}: {heading}" if number and number != heading else heading


def _topics(model: SiteModel, item: Item) -> list[str]:
    topics = item.record.topics
    return [model.vocabularies["topics"].label(t, item.lang) for t in topics] if topics else []


def publisher_of(model: SiteModel, item: Item, agency: str) -> str:
    """Who publishes: a unit, a written name, the issuing body of a document, or the agency.

    TT 24/2011 calls the element "cơ quan ban hành", so a decree is not the department's.
    """
    record = item.record
    written = record.publisher
    if written:
        unit = model.find("unit", written, item.lang)
        return unit.record.heading if unit is not None else written
    if isinstance(record, LegalDocument) and record.issuer:
        issuers, lang = model.vocabularies["issuers"], item.lang
        return SEPARATOR.join([issuers.label(code, lang) for code in record.issuer])
    return agency
