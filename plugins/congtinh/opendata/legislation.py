"""A legal document as schema.org ``Legislation``: its force, days, relations, files and articles.

Terms as https://schema.org/Legislation defines them, used as the guide of the ELI task force
(EUR-Lex) has it: a relation stands on the document that says it, and on the one that it changes
below ``@reverse``; a relation to a part has that part as its target.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from congtinh.languages import Language
from congtinh.model import Item, SiteModel
from congtinh.opendata.relations import number_of
from congtinh.records.legal_document import LegalDocument
from congtinh.relations.clauses import named_parts
from congtinh.relations.edges import Edge
from congtinh.text.anchors import parts_of, spelled
from congtinh.text.outline import Heading
from congtinh.validity.states import EXPIRED, PARTLY_EXPIRED, PARTLY_SUSPENDED, Timeline, begins

Node = dict[str, Any]
UrlOf = Callable[[str], str]
"""An address of the site to its public one; to nothing where the site has none."""

COUNTRY = "VN"
MOST_OF_PARTS = 2048
"""Bytes that the articles may take; a longer list would weigh more than it tells."""

_CHANGES = frozenset(
    {
        "legislationChanges",
        "legislationAmends",
        "legislationRepeals",
        "legislationCorrects",
        "legislationConsolidates",
    }
)
"""Properties that a reader of the document at the other end must know of too."""
_TRANSLATION = "ban-dich"
_ONE_DAY = dt.timedelta(days=1)


def legislation(
    model: SiteModel, item: Item, record: LegalDocument, url_of: UrlOf, headings: Iterable[Heading]
) -> Node:
    """The properties of one language of a document; absent ones are empty or ``None``.

    ``legislationDateVersion`` is the day since which the state holds that is told here, so that the
    object says what it knows and stays as it is until that changes.
    """
    language, vocabularies, state = record.language, model.vocabularies, model.state(item)
    return {
        "legislationIdentifier": number_of(item),
        "legislationType": vocabularies["document_types"].label(record.doc_type or "", language),
        "legislationDate": _iso(record.issued),
        "legislationDateOfApplicability": _iso(begins(record)),
        "legislationDateVersion": _iso(state.since),
        "legislationLegalForce": _force(model, state.code),
        "legislationJurisdiction": COUNTRY,
        "legislationPassedBy": [
            {"@type": "GovernmentOrganization", "name": vocabularies["issuers"].label(code, language)}
            for code in record.issuer or ()
        ],
        "temporalCoverage": _coverage(record, model.timeline(item)),
        "isPartOf": _gazette(record),
        "sameAs": record.source_url,
        "encoding": [*_files(model, item, record, url_of)],
        **_translation(model, item, record, url_of),
        **_relations(model, item, url_of),
        "hasPart": _articles(headings, item.lang),
    }


def _force(model: SiteModel, code: str) -> str | None:
    term = model.vocabularies["validity"].get(code)
    if term is None:
        return None
    if code in (PARTLY_EXPIRED, PARTLY_SUSPENDED):
        return "https://schema.org/PartiallyInForce"
    return f"https://schema.org/{'InForce' if term.flag('binding') else 'NotInForce'}"


def _coverage(record: LegalDocument, timeline: Timeline) -> str | None:
    """From the first day to the last, as ISO 8601 has it; suspensions are not left out of it."""
    begin, last = begins(record), timeline[-1]
    if begin is None or (last.code == EXPIRED and (last.since is None or last.since <= begin)):
        return None
    end = (last.since - _ONE_DAY).isoformat() if last.code == EXPIRED and last.since else ".."
    return f"{begin.isoformat()}/{end}"


def _gazette(record: LegalDocument) -> Node | None:
    if not record.gazette_no:
        return None
    day = {"datePublished": _iso(record.gazette_date)} if record.gazette_date else {}
    return {"@type": "PublicationIssue", "issueNumber": record.gazette_no, **day}


def _files(model: SiteModel, item: Item, record: LegalDocument, url_of: UrlOf) -> Iterator[Node]:
    """The files that hold the text: the signed one, the others, translations among the attachments.

    A signed electronic document has the value of an original (NĐ 30/2020/NĐ-CP, Điều 5).
    """
    seen: set[str] = set()
    attached = [a for a in record.attachments or () if a.kind == _TRANSLATION]
    listed = [
        (record.signed_file, "Definitive", "vi"),
        *((file, "Official", "vi") for file in record.file or ()),
        *((a.file, "Unofficial", a.lang or "") for a in attached),
    ]
    for file, value, language in listed:
        found = model.attachments.get(item.files.get(file or "", ""))
        if found is None or found.source in seen:
            continue
        seen.add(found.source)
        yield _filled(
            {
                "@type": "LegislationObject",
                "contentUrl": url_of(found.address),
                "encodingFormat": found.media_type,
                "inLanguage": language,
                "contentSize": f"{found.bytes} B",
                "sha256": found.sha256,
                "legislationLegalValue": f"https://schema.org/{value}LegalValue",
            }
        )


def _translation(model: SiteModel, item: Item, record: LegalDocument, url_of: UrlOf) -> Node:
    """A document is written in Vietnamese; the English page is a translation of it."""
    pair = model.counterpart(item)
    if pair is None:
        return {}
    key = "translationOfWork" if item.lang == "en" else "workTranslation"
    return {key: _filled({**_node(number_of(pair), url_of(pair.address)), "inLanguage": pair.lang})}


def _relations(model: SiteModel, item: Item, url_of: UrlOf) -> Node:
    """Property to targets; below ``@reverse``, the documents that change this one."""
    said: dict[str, list[Node]] = {}
    suffered: dict[str, list[Node]] = {}
    for edge in model.relations_of(item):
        if name := _property(model, edge):
            _add(said, name, _targets(model, edge, item.lang, url_of))
    for edge in model.touched_by(item):
        if (name := _property(model, edge)) in _CHANGES:
            found = model.find("legal_document", edge.source, item.lang)
            _add(suffered, name, [_document(found, edge.source, url_of)])
    return {**said, **({"@reverse": suffered} if suffered else {})}


def _add(found: dict[str, list[Node]], name: str, nodes: Iterable[Node]) -> None:
    listed = found.setdefault(name, [])
    listed += (node for node in nodes if node not in listed)


def _property(model: SiteModel, edge: Edge) -> str:
    term = model.vocabularies["relations"].get(edge.kind)
    return term.text("schema_org") if term else ""


def _document(found: Item | None, written: str, url_of: UrlOf) -> Node:
    return _node(number_of(found), url_of(found.address)) if found else _node(written, "")


def _targets(model: SiteModel, edge: Edge, language: Language, url_of: UrlOf) -> list[Node]:
    """The parts of the target that the relation names; the target where it names none."""
    found = model.find("legal_document", edge.target, language)
    whole = _document(found, edge.target, url_of)
    if not edge.clause_to:
        return [whole]
    named = named_parts(edge.clause_to)
    if not named:
        return [{"@type": "Legislation", "name": edge.clause_to, "isPartOf": whole}]
    return [_part(model, found, one, language, whole) for one in named]


def _part(model: SiteModel, found: Item | None, named: str, language: Language, whole: Node) -> Node:
    """A part by its name; by its address too where the text of the document has it."""
    url, anchors = whole.get("url"), (named, f"phan-kem-theo-{named}")
    place = next((one for one in anchors if url and found and model.has_anchor(found, one)), "")
    return _filled(
        {
            "@type": "Legislation",
            "name": spelled(named, language),
            "url": f"{url}#{place}" if place else "",
            "isPartOf": whole,
        }
    )


def _articles(headings: Iterable[Heading], language: Language) -> list[Node]:
    """The articles by their anchors, which are as stable as the page; none where they are many."""
    found = [
        {"@type": "Legislation", "@id": f"#{heading.id}", "name": spelled(heading.id, language)}
        for heading in headings
        if (units := parts_of(heading.id)) and units[-1].unit == "dieu"
    ]
    size = len(json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode())
    return found if size <= MOST_OF_PARTS else []


def _node(number: str, url: str) -> Node:
    return _filled({"@type": "Legislation", "legislationIdentifier": number, "url": url})


def _filled(node: Node) -> Node:
    return {name: value for name, value in node.items() if value}


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
