"""The page of a legal document: its facts, its validity, what it touches, its text and files."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from congtinh.model import Item
from congtinh.pages.attributes import document_attributes
from congtinh.pages.cards import issuers, validity
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
    issuer = issuers(site, record)
    capacity, title_signed = _signature(site, record, issuer)
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
        issuer=issuer,
        issued=record.issued,
        place=record.place or "",
        signer=record.signer or "",
        signer_title=title_signed,
        sign_capacity=capacity,
        recipients=record.recipients or (),
        validity=validity(site, item, record),
        relations=(*fate(site, item), *relations(site, record)),
        unofficial_translation=item.lang == "en"
        and not record.english_official
        and bool(site.model.counterpart(item)),
    )


def _signature(site: Site, record: LegalDocument, issuer: str) -> tuple[str, str]:
    """The capacity and the title above a signature (NĐ 30/2020/NĐ-CP, Phụ lục I, mục II khoản 7).

    In Vietnamese a title leaves out the body that already stands in the head of the document, and
    the capacity names whom the signer stands for: "TM. Ủy ban nhân dân", "KT. Giám đốc".
    """
    title = site.label("positions", record.signer_title)
    body = _shared_words(title, issuer)
    term = site.model.vocabularies["signing_capacities"].get(record.sign_capacity or "none")
    if site.language == "en":
        if term is None or term.code == "none":
            return "", title
        return term.text("signature_en", term.label.en).format(body=body or issuer), title
    title = title.removesuffix(body).strip() or title
    if term is None or term.code == "none":
        return "", title
    stands_for = ""
    if term.code == "tm":
        stands_for = body or issuer
    elif term.code == "kt" and title.startswith("Phó "):
        stands_for = title.removeprefix("Phó ")
        stands_for = stands_for[:1].upper() + stands_for[1:]
    return f"{term.text('abbreviation')} {stands_for}".strip(), title


@lru_cache(maxsize=1024)
def _shared_words(title: str, issuer: str) -> str:
    """The words that end ``title`` and begin ``issuer``: "Chủ tịch Ủy ban nhân dân" of its committee."""
    words, body = title.split(), issuer.split()
    for start in range(1, len(words)):
        if body[: len(words) - start] == words[start:]:
            return " ".join(words[start:])
    return ""


def relations(site: Site, record: LegalDocument) -> tuple[RelationGroup, ...]:
    """What the document says it does to others, grouped by kind in the order of the vocabulary."""
    if not record.relations:
        return ()
    groups: dict[str, list[Link]] = {}
    for relation in record.relations:
        groups.setdefault(relation.kind, []).append(_target(site, relation.target))
    ordered = [term.code for term in site.model.vocabularies["relations"] if term.code in groups]
    return tuple(
        RelationGroup(site.label("relations", kind), tuple(groups[kind])) for kind in ordered
    )


def fate(site: Site, item: Item) -> tuple[RelationGroup, ...]:
    """What later documents did to this one: amended, replaced, suspended it, from their relations."""
    touched = site.model.touched_by(item)
    if not touched:
        return ()
    groups: dict[str, list[Link]] = {}
    for kind, source in touched:
        groups.setdefault(kind, []).append(_target(site, source))
    return tuple(
        RelationGroup(term.text(f"inverse_{site.language}"), tuple(groups[term.code]))
        for term in site.model.vocabularies["relations"]
        if term.code in groups and (term.text("effect") != "none" or term.flag("marks_amended"))
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
