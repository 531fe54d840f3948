"""The page of a legal document: its facts, its validity, what it touches, its text and files."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from congtinh.messages import day
from congtinh.model import Item
from congtinh.pages.amended import with_amendments
from congtinh.pages.attributes import document_attributes
from congtinh.pages.cards import issuers, validity
from congtinh.pages.citations import citing_items
from congtinh.pages.contexts import LegalDocumentPage
from congtinh.pages.document_parts import Reason
from congtinh.pages.histories import current, document_link, following, history, rule_note
from congtinh.pages.pairs import side_by_side_link
from congtinh.pages.permalinks import with_permalinks
from congtinh.pages.related import document_graph, relations
from congtinh.pages.site import N_, Site
from congtinh.pages.state_pictures import state_picture
from congtinh.pages.wordings import citation
from congtinh.records.legal_document import LegalDocument
from congtinh.validity.register import Lapse

_EXPIRED_ON = N_("{relation} a document that expired on {day}:")


def legal_document_page(site: Site, item: Item, fields: dict[str, Any]) -> LegalDocumentPage:
    """``fields`` are those of ``ItemPage``."""
    record = item.record
    assert isinstance(record, LegalDocument)
    number = record.document_number
    shown = number.canonical if number.number else ""
    doc_type = site.label("document_types", record.doc_type)
    title = document_title(site, record)
    issuer = issuers(site, record)
    capacity, title_signed = signature(site, record, issuer)
    states = history(site, item)
    groups = relations(site, item)
    return LegalDocumentPage(
        **fields
        | {
            "title": f"{title}: {record.heading}" if title else record.heading,
            "heading": title or record.heading,
            "heading_lang": site.language if title else item.lang,
            "summary": record.abstract or "",
            "html": with_permalinks(site, with_amendments(site, item, fields["html"])),
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
        citation=citation(site, record),
        validity=validity(site, item),
        state=current(states),
        next_state=following(states),
        history=states,
        picture=state_picture(states, record.issued),
        lapses=tuple([_lapse(site, lapse) for lapse in site.model.lapses(item)]),
        relations=groups,
        graph=document_graph(site, item, groups),
        cited_by=citing_items(site, item),
        side_by_side=side_by_side_link(site, item),
        unofficial_translation=item.lang == "en"
        and not record.english_official
        and bool(site.model.counterpart(item)),
    )


def _lapse(site: Site, lapse: Lapse) -> Reason:
    """A document that this one details or guides has expired, and what the law says of that."""
    words = site.say(_EXPIRED_ON).format(
        relation=site.label("relations", lapse.kind), day=day(lapse.day, site.language)
    )
    return Reason(words, document_link(site, lapse.target), "", rule_note(site, lapse.rule))


def document_title(site: Site, record: LegalDocument) -> str:
    """Type and number of a document: ``Nghị định 43/2011/NĐ-CP``."""
    number = record.document_number
    doc_type = site.label("document_types", record.doc_type)
    if not number.number:
        return f"{site.say('Draft text')}: {doc_type}"
    return f"{doc_type} {number.canonical}".strip()


def signature(site: Site, record: LegalDocument, issuer: str) -> tuple[str, str]:
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
