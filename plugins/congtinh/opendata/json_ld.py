"""schema.org as JSON-LD, one object for each page."""

from __future__ import annotations

import json
from typing import Any

from congtinh.model import Item, SiteModel
from congtinh.records.contact import Contact
from congtinh.records.legal_document import LegalDocument
from congtinh.records.unit import Unit
from congtinh.validity.states import IN_FORCE, begins

_FORCE = {
    IN_FORCE: "InForce",
    "chua-co-hieu-luc": "NotInForce",
    "het-hieu-luc-toan-bo": "NotInForce",
    "ngung-hieu-luc": "NotInForce",
    "het-hieu-luc-mot-phan": "PartiallyInForce",
    "ngung-hieu-luc-mot-phan": "PartiallyInForce",
}


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def item_json_ld(model: SiteModel, item: Item, publisher: str, url: str, picture: str = "") -> str:
    """The JSON-LD text of an item, safe inside a ``script`` element."""
    record = item.record
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": record.schema_org,
        "name": record.heading,
        "description": record.description,
        "inLanguage": item.lang,
        "url": url or None,
        "publisher": {"@type": "GovernmentOrganization", "name": publisher},
        "datePublished": record.date.isoformat() if record.date else None,
        "dateModified": record.updated.isoformat() if record.updated else None,
        "image": picture or None,
    }
    if record.schema_org == "NewsArticle":
        data["headline"] = record.heading
        data["author"] = [{"@type": "Person", "name": name} for name in record.creator or ()]
    if isinstance(record, LegalDocument):
        data |= _legislation(model, item, record)
    if isinstance(record, Unit):
        data |= organisation(record, item.lang)
    if isinstance(record, Contact):
        data |= _person(record)
    return dumped(data)


def _legislation(model: SiteModel, item: Item, record: LegalDocument) -> dict[str, Any]:
    language, vocabularies = record.language, model.vocabularies
    issuers = [vocabularies["issuers"].label(code, language) for code in record.issuer or ()]
    force = _FORCE.get(model.validity(item))
    return {
        "legislationIdentifier": record.document_number.canonical,
        "legislationType": vocabularies["document_types"].label(record.doc_type or "", language),
        "legislationDate": record.issued.isoformat() if record.issued else None,
        "legislationDateVersion": begin.isoformat() if (begin := begins(record)) else None,
        "legislationLegalForce": f"https://schema.org/{force}" if force else None,
        "legislationPassedBy": [
            {"@type": "GovernmentOrganization", "name": name} for name in issuers
        ],
    }


def organisation(unit: Unit, language: str) -> dict[str, Any]:
    """A unit as ``GovernmentOrganization``."""
    return {
        "@type": "GovernmentOrganization",
        "name": unit.named(language),
        "alternateName": unit.short,
        "address": (unit.address_en if language == "en" else None) or unit.address,
        "telephone": unit.phone,
        "faxNumber": unit.fax,
        "email": unit.email,
    }


def _person(contact: Contact) -> dict[str, Any]:
    return {
        "@type": "Person",
        "name": contact.name,
        "telephone": contact.phone,
        "email": contact.email,
    }


def dumped(data: dict[str, Any]) -> str:
    """JSON without empty values, in which no element of HTML can begin."""
    kept = {key: value for key, value in data.items() if value not in (None, "", [])}
    return _ENCODER.encode(kept).replace("<", "\\u003c")
