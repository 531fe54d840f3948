"""The page of a legal document: its facts, its validity, what it touches, its text and files."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from congtinh.model import Item
from congtinh.pages.attributes import document_attributes
from congtinh.pages.cards import issuers, validity
from congtinh.pages.contexts import LegalDocumentPage
from congtinh.pages.histories import document_link, history, reasons, rule_note
from congtinh.pages.parts import Reason, Relation, RelationGroup
from congtinh.pages.site import Site
from congtinh.records.legal_document import LegalDocument
from congtinh.relations.edges import Edge
from congtinh.validity.register import Lapse


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
        validity=validity(site, item),
        reasons=reasons(site, item, site.model.state(item)),
        history=history(site, item),
        lapses=tuple([_lapse(site, lapse) for lapse in site.model.lapses(item)]),
        relations=relations(site, item),
        unofficial_translation=item.lang == "en"
        and not record.english_official
        and bool(site.model.counterpart(item)),
    )


def _lapse(site: Site, lapse: Lapse) -> Reason:
    """A document that this one details or guides has expired, and what the law says of that."""
    words = site.label("relations", lapse.kind)
    return Reason(words, document_link(site, lapse.target), "", rule_note(site, lapse.rule))


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


def relations(site: Site, item: Item) -> tuple[RelationGroup, ...]:
    """What the document does to others, then what others do to it; by kind, in the vocabulary's order."""
    model = site.model
    own = _groups(site, ((edge, edge.target) for edge in model.relations_of(item)), "")
    others = ((edge, edge.source) for edge in model.touched_by(item))
    return (*own, *_groups(site, others, f"inverse_{site.language}"))


def _groups(
    site: Site, edges: Iterable[tuple[Edge, str]], wording: str
) -> tuple[RelationGroup, ...]:
    """``wording`` is the key of the words for the kind; empty for its label."""
    found: dict[str, list[Relation]] = {}
    for edge, other in edges:
        found.setdefault(edge.kind, []).append(_relation(site, edge, other, wording != ""))
    return tuple(
        [
            RelationGroup(
                term.text(wording) if wording else site.label("relations", term.code),
                tuple(found[term.code]),
                term.code,
                bool(wording),
            )
            for term in site.model.vocabularies["relations"]
            if term.code in found
        ]
    )


def _relation(site: Site, edge: Edge, other: str, inverse: bool) -> Relation:
    found = site.model.find("legal_document", other, site.language)
    clauses = (edge.clause_to, edge.clause_from) if inverse else (edge.clause_from, edge.clause_to)
    return Relation(
        document_link(site, other),
        *clauses,
        edge.from_date,
        edge.to_date,
        edge.external and not inverse,
        validity(site, found) if found else None,
    )
