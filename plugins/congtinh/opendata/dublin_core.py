"""Dublin Core as TT 24/2011/TT-BTTTT orders it: six elements that are never empty, then the others."""

from __future__ import annotations

from collections.abc import Iterator

from congtinh.model import Item, SiteModel
from congtinh.opendata.relations import number_of
from congtinh.records.legal_document import LegalDocument
from congtinh.relations.edges import Edge

SEPARATOR = "; "
"""Several values of one element (TT 24/2011)."""
MOST_RELATED = 30
"""Documents that one element names; all of them stand in the open data."""


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
    return elements + _relations(model, item)


def _title(item: Item) -> str:
    """A document is known by its number before its abstract."""
    record = item.record
    heading = record.heading
    number = record.document_number.canonical if isinstance(record, LegalDocument) else ""
    return f"{number}: {heading}" if number and number != heading else heading


def _topics(model: SiteModel, item: Item) -> list[str]:
    topics = item.record.topics
    return [model.vocabularies["topics"].label(t, item.lang) for t in topics] if topics else []


def _relations(model: SiteModel, item: Item) -> list[tuple[str, str]]:
    """“Quan hệ” of a document: all that it touches or is touched by, then the terms of dcterms."""
    if not isinstance(item.record, LegalDocument):
        return []
    found: dict[str, dict[str, None]] = {}
    for term, written in _related(model, item):
        names = ("DC.relation", f"DCTERMS.{term}") if term else ("DC.relation",)
        listed = [one for name in names if len(one := found.setdefault(name, {})) < MOST_RELATED]
        for one in listed:
            one[_number(model, written, item.lang)] = None
    return [(name, SEPARATOR.join(numbers)) for name, numbers in found.items()]


def _related(model: SiteModel, item: Item) -> Iterator[tuple[str, str]]:
    """A term of dcterms, empty where it has none for the relation, and the other document."""
    for edge in model.relations_of(item):
        yield _term(model, edge, "dcterms"), edge.target
    for edge in model.touched_by(item):
        yield _term(model, edge, "dcterms_inverse"), edge.source


def _term(model: SiteModel, edge: Edge, key: str) -> str:
    """A part that is replaced leaves the rest in place, so that is no replacement of the document."""
    term = model.vocabularies["relations"].get(edge.kind)
    return term.text(key) if term and not (edge.clause_to and term.flag("younger_source")) else ""


def _number(model: SiteModel, written: str, language: str) -> str:
    found = model.find("legal_document", written, language)
    return (number_of(found) if found else "") or written


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
