"""The rows of facts of an item, from what each field of its record says of itself."""

from __future__ import annotations

import datetime as dt
from typing import Any

from congtinh import addresses
from congtinh.model import Item
from congtinh.pages.parts import Attribute, Link
from congtinh.pages.site import Site, written_in
from congtinh.records.base import Record
from congtinh.records.fields import FieldFacts
from congtinh.records.legal_document import LegalDocument
from congtinh.records.parts import Part
from congtinh.records.registry import RECORD_TYPES

_DOCUMENT_FIELDS = (
    "doc_type",
    "symbol",
    "issuer",
    "authority",
    "issued",
    "effective",
    "expires",
    "signer",
    "signer_title",
    "sectors",
    "gazette_no",
    "gazette_date",
)
SEVEN = ("doc_type", "issuer", "symbol", "issued", "effective", "abstract", "file")
"""The mandatory fields of a document (NĐ 43/2011, Điều 10 khoản 1 điểm e)."""


def own_attributes(site: Site, item: Item, hidden: tuple[str, ...] = ()) -> tuple[Attribute, ...]:
    """Every field that the content type itself declares, in its order, where it has a value."""
    record = item.record
    rows = []
    for name, fact in type(record).facts().items():
        if name in Record.model_fields or name in hidden or fact.file:
            continue
        row = attribute(site, record, fact)
        if row:
            rows.append(row)
    return tuple(rows)


def document_attributes(site: Site, record: LegalDocument) -> tuple[Attribute, ...]:
    """The facts of a document; a mandatory one that an old document lacks says so."""
    facts = type(record).facts()
    rows = []
    for name in _DOCUMENT_FIELDS:
        fact = facts[name]
        row = _facet_row(site, record, fact) or attribute(site, record, fact)
        if row:
            rows.append(row)
        elif name in SEVEN:
            rows.append(Attribute(_label(site, fact), missing=True, key=name))
    return tuple(rows)


def attribute(site: Site, record: Record, fact: FieldFacts) -> Attribute | None:
    """One field as a row; ``None`` where it has nothing to show."""
    value = getattr(record, fact.name)
    if value in (None, "", (), False):
        return None
    if isinstance(value, dt.datetime):
        return Attribute(_label(site, fact), day=value.date(), key=fact.name)
    if isinstance(value, dt.date):
        return Attribute(_label(site, fact), day=value, key=fact.name)
    values = tuple(
        link
        for v in (value if isinstance(value, tuple) else (value,))
        for link in _shown(site, record, fact, v)
    )
    return Attribute(_label(site, fact), values, key=fact.name) if values else None


def _label(site: Site, fact: FieldFacts) -> str:
    return fact.en if site.language == "en" else fact.vi


def _shown(site: Site, record: Record, fact: FieldFacts, value: Any) -> list[Link]:
    if isinstance(value, Part):
        return []
    if fact.refers:
        found = site.link(site.model.find(fact.refers, str(value), site.language))
        return [found or Link(str(value))]
    if fact.vocabulary:
        label = site.label(fact.vocabulary, str(value))
        return [Link(label, lang=written_in(label) if label == value else "")]
    if value is True:
        return [Link(site.say("Yes"))]
    text = str(value)
    own = written_in(text) if fact.shared else record.language
    return [Link(text, url=text if text.startswith(("http://", "https://")) else "", lang=own)]


def _facet_row(site: Site, record: Record, fact: FieldFacts) -> Attribute | None:
    """A field that has static lists leads to them."""
    cls = RECORD_TYPES[record.type or ""]
    facet = next((f for f in cls.facets if f.field == fact.name), None)
    value = getattr(record, fact.name)
    if facet is None or not value:
        return None
    values = value if isinstance(value, tuple) else (value,)
    links = tuple(
        Link(site.label(facet.vocabulary, v), addresses.of_facet(cls, facet, v, site.language))
        for v in values
    )
    return Attribute(_label(site, fact), links, key=fact.name)
