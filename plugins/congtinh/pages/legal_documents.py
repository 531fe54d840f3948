"""The page of a legal document: its facts, its validity, what it touches, its text and files."""

from __future__ import annotations

from typing import Any

from congtinh.model import Item
from congtinh.pages.attributes import document_attributes
from congtinh.pages.cards import validity
from congtinh.pages.contexts import LegalDocumentPage
from congtinh.pages.parts import Link, RelationGroup
from congtinh.pages.site import Site
from congtinh.records.legal_document import LegalDocument


def legal_document_page(site: Site, item: Item, fields: dict[str, Any]) -> LegalDocumentPage:
    """``fields`` are those of ``ItemPage``."""
    record = item.record
    assert isinstance(record, LegalDocument)
    number = record.document_number
    shown = number.canonical if number.number else ""
    doc_type = site.label("document_types", record.doc_type)
    title = f"{doc_type} {shown}".strip() if shown else f"{site.say('Draft text')}: {doc_type}"
    return LegalDocumentPage(
        **fields
        | {
            "title": f"{title}: {record.heading}" if title else record.heading,
            "heading": title or record.heading,
            "heading_lang": site.language if title else item.lang,
            "summary": record.abstract or "",
            "attributes": document_attributes(site, record),
        },
        number=shown,
        doc_type=doc_type,
        issuer=", ".join(site.label("issuers", code) for code in record.issuer or ()),
        issued=record.issued,
        place=record.place or "",
        signer=record.signer or "",
        signer_title=site.label("positions", record.signer_title),
        sign_capacity=_capacity(site, record),
        recipients=record.recipients or (),
        validity=validity(site, item, record),
        relations=relations(site, record),
        unofficial_translation=item.lang == "en"
        and not record.english_official
        and bool(site.model.counterpart(item)),
    )


def _capacity(site: Site, record: LegalDocument) -> str:
    """``KT.`` as it stands before the title of the signer (NĐ 30/2020, Điều 13); words in English."""
    term = site.model.vocabularies["signing_capacities"].get(record.sign_capacity or "none")
    if term is None or term.code == "none":
        return ""
    return term.text("abbreviation") if site.language == "vi" else term.label.en


def relations(site: Site, record: LegalDocument) -> tuple[RelationGroup, ...]:
    """What the document says it does to others, grouped by kind in the order of the vocabulary."""
    groups: dict[str, list[Link]] = {}
    for relation in record.relations or ():
        groups.setdefault(relation.kind, []).append(_target(site, relation.target))
    ordered = [term.code for term in site.model.vocabularies["relations"] if term.code in groups]
    return tuple(
        RelationGroup(site.label("relations", kind), tuple(groups[kind])) for kind in ordered
    )


def _target(site: Site, target: str) -> Link:
    found = site.model.find("legal_document", target, site.language)
    if found is None or not isinstance(found.record, LegalDocument):
        return Link(target)
    other = found.record
    return Link(
        other.document_number.canonical or other.heading,
        found.address,
        description=other.heading,
        lang=found.lang,
    )
