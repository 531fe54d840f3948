"""schema.org as JSON-LD, one object for each page."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from congtinh.model import Item, SiteModel
from congtinh.opendata.legislation import legislation
from congtinh.opendata.legislation_links import UrlOf
from congtinh.records.contact import Contact
from congtinh.records.legal_document import LegalDocument
from congtinh.records.unit import Unit
from congtinh.text.outline import Heading

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def item_json_ld(
    model: SiteModel,
    item: Item,
    publisher: str,
    url_of: UrlOf,
    picture: str = "",
    headings: Iterable[Heading] = (),
) -> str:
    """The JSON-LD text of an item, safe inside a ``script`` element.

    ``picture`` is the public address of its first one, ``headings`` are those of its body.
    """
    record = item.record
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": record.schema_org,
        "name": record.heading,
        "description": record.description,
        "inLanguage": item.lang,
        "url": url_of(item.address) or None,
        "publisher": {"@type": "GovernmentOrganization", "name": publisher},
        "datePublished": record.date.isoformat() if record.date else None,
        "dateModified": record.updated.isoformat() if record.updated else None,
        "image": picture or None,
    }
    if record.schema_org == "NewsArticle":
        data["headline"] = record.heading
        data["author"] = [{"@type": "Person", "name": name} for name in record.creator or ()]
    if isinstance(record, LegalDocument):
        data |= legislation(model, item, record, url_of, headings)
    if isinstance(record, Unit):
        data |= organisation(record, item.lang)
    if isinstance(record, Contact):
        data |= _person(record)
    return dumped(data)


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
