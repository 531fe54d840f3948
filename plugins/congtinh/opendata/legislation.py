"""A legal document as schema.org ``Legislation``: its force, days, relations, files and articles.

Terms as https://schema.org/Legislation defines them, used as the guide of the ELI task force
(EUR-Lex) has it.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator

from congtinh.languages import Language
from congtinh.model import Item, SiteModel
from congtinh.opendata.legislation_links import Node, UrlOf, filled, node, related
from congtinh.opendata.relations import number_of
from congtinh.records.legal_document import LegalDocument
from congtinh.text.anchors import parts_of, spelled
from congtinh.text.outline import Heading
from congtinh.validity.states import EXPIRED, PARTLY_EXPIRED, PARTLY_SUSPENDED, Timeline, begins

COUNTRY = "VN"
MOST_OF_PARTS = 2048
"""Bytes that the articles may take; a longer list would weigh more than it tells."""

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
            {
                "@type": "GovernmentOrganization",
                "name": vocabularies["issuers"].label(code, language),
            }
            for code in record.issuer or ()
        ],
        "temporalCoverage": _coverage(record, model.timeline(item)),
        "isPartOf": _gazette(record),
        "sameAs": record.source_url,
        "encoding": [*_files(model, item, record, url_of)],
        **_translation(model, item, record, url_of),
        **related(model, item, url_of),
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
        yield filled(
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
    return {key: filled({**node(number_of(pair), url_of(pair.address)), "inLanguage": pair.lang})}


def _articles(headings: Iterable[Heading], language: Language) -> list[Node]:
    """The articles by their anchors, which are as stable as the page; none where they are many."""
    found = [
        {"@type": "Legislation", "@id": f"#{heading.id}", "name": spelled(heading.id, language)}
        for heading in headings
        if (units := parts_of(heading.id)) and units[-1].unit == "dieu"
    ]
    size = len(json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode())
    return found if size <= MOST_OF_PARTS else []


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
