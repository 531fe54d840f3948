"""schema.org as JSON-LD, one object for each page."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from congtinh.model import Item, SiteModel
from congtinh.opendata.events import event
from congtinh.opendata.legislation import legislation
from congtinh.opendata.legislation_links import UrlOf
from congtinh.opendata.questions import question
from congtinh.records.contact import Contact
from congtinh.records.legal_document import LegalDocument
from congtinh.records.procedure import Procedure
from congtinh.records.question import Question
from congtinh.records.reception import Reception
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
        "correction": [
            {"@type": "CorrectionComment", "text": one.text, "datePublished": one.date.isoformat()}
            for one in record.corrections or ()
        ],
    }
    if record.schema_org == "NewsArticle":
        data["headline"] = record.heading
        data["author"] = [{"@type": "Person", "name": name} for name in record.creator or ()]
    if isinstance(record, LegalDocument):
        data |= legislation(model, item, record, url_of, headings)
    if isinstance(record, Question):
        data |= question(record, item.body.text, publisher)
    if isinstance(record, Unit):
        data |= organisation(record, item.lang)
    if isinstance(record, Contact):
        data |= _person(record)
    if isinstance(record, Procedure):
        data |= _service(model, item, record)
    if isinstance(record, Reception):
        data |= event(record, publisher, item.lang)
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


def _service(model: SiteModel, item: Item, record: Procedure) -> dict[str, Any]:
    """A procedure as ``GovernmentService``: who serves whom, and where applications are filed."""
    office = model.find("unit", record.office, item.lang)
    unit = office.record if office else None
    applicants = model.vocabularies["applicants"]
    audience = [applicants.label(one, item.lang) for one in record.who or ()]
    served = organisation(unit, item.lang) if isinstance(unit, Unit) else {}
    operator = {key: value for key, value in served.items() if value}
    address = record.online_url or record.national_url
    return {
        "identifier": record.code,
        "serviceType": model.vocabularies["fields"].label((record.field or ("",))[0], item.lang),
        "serviceOperator": operator or record.office_name,
        "audience": [{"@type": "Audience", "audienceType": name} for name in audience],
        "availableChannel": {"@type": "ServiceChannel", "serviceUrl": address} if address else None,
        "sameAs": record.national_url,
    }


def dumped(data: dict[str, Any]) -> str:
    """JSON without empty values, in which no element of HTML can begin."""
    kept = {key: value for key, value in data.items() if value not in (None, "", [])}
    return _ENCODER.encode(kept).replace("<", "\\u003c")
