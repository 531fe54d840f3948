"""The rows of facts of an item, from what each field of its record says of itself."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any

from congtinh import addresses
from congtinh.model import Item
from congtinh.pages.parts import Attribute, Link
from congtinh.pages.site import Site, written_in
from congtinh.records.base import Record
from congtinh.records.facets import Facet
from congtinh.records.fields import FieldFacts
from congtinh.records.legal_document import LegalDocument
from congtinh.records.money import money_text
from congtinh.records.parts import Part

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
    facts = _own_facts(type(record))
    rows = [attribute(site, record, fact) for fact in facts if fact.name not in hidden]
    return tuple([row for row in rows if row])


@cache
def _own_facts(record_type: type[Record]) -> tuple[FieldFacts, ...]:
    """The fields that a type itself declares, without those that name files."""
    common = Record.model_fields
    return tuple(f for n, f in record_type.facts().items() if n not in common and not f.file)


def document_attributes(site: Site, record: LegalDocument) -> tuple[Attribute, ...]:
    """The facts of a document; a mandatory one that an old document lacks says so."""
    rows = []
    for fact, facet in _document_facts(type(record)):
        row = (
            attribute(site, record, fact)
            if facet is None
            else _facet_row(site, record, fact, facet)
        )
        if row:
            rows.append(row)
        elif fact.name in SEVEN:
            rows.append(Attribute(_label(site, fact), missing=True, key=fact.name))
    return tuple(rows)


@cache
def _document_facts(record_type: type[Record]) -> tuple[tuple[FieldFacts, Facet | None], ...]:
    """The fields of a document's facts, each with the static lists that it has."""
    facts = record_type.facts()
    facets = {facet.field: facet for facet in record_type.facets}
    return tuple((facts[name], facets.get(name)) for name in _DOCUMENT_FIELDS)


def attribute(site: Site, record: Record, fact: FieldFacts) -> Attribute | None:
    """One field as a row; ``None`` where it has nothing to show."""
    value = getattr(record, fact.name)
    if value in (None, "", (), False):
        return None
    if isinstance(value, dt.datetime):
        return Attribute(_label(site, fact), day=value.date(), key=fact.name)
    if isinstance(value, dt.date):
        return Attribute(_label(site, fact), day=value, key=fact.name)
    shown = [
        link
        for one in (value if isinstance(value, tuple) else (value,))
        if (link := _shown(site, record, fact, one))
    ]
    return Attribute(_label(site, fact), tuple(shown), key=fact.name) if shown else None


def _label(site: Site, fact: FieldFacts) -> str:
    return fact.en if site.language == "en" else fact.vi


def _shown(site: Site, record: Record, fact: FieldFacts, value: Any) -> Link | None:
    if isinstance(value, Part):
        return None
    if fact.refers:
        found = site.link(site.model.find(fact.refers, str(value), site.language))
        return found or Link(str(value))
    if fact.vocabulary:
        label = site.label(fact.vocabulary, str(value))
        return Link(label, lang=written_in(label) if label == value else "")
    if value is True:
        return Link(site.say("Yes"))
    if fact.money:
        return Link(money_text(value, site.language))
    text = str(value)
    own = written_in(text) if fact.shared else record.language
    return Link(text, url=text if text.startswith(("http://", "https://")) else "", lang=own)


def _facet_row(site: Site, record: Record, fact: FieldFacts, facet: Facet) -> Attribute | None:
    """A field that has static lists leads to them."""
    value = getattr(record, fact.name)
    if not value:
        return None
    links = tuple(
        [
            Link(
                site.label(facet.vocabulary, one),
                addresses.of_facet(type(record), facet, one, site.language),
            )
            for one in (value if isinstance(value, tuple) else (value,))
        ]
    )
    return Attribute(_label(site, fact), links, key=fact.name)
