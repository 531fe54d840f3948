"""R31: what citizens asked and said carries nothing that tells who they are (NĐ 154/2026, Điều 12)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from congtinh.errors import N_, Problem, Severity
from congtinh.model import Item
from congtinh.records.consultation import Consultation
from congtinh.records.contact import Contact
from congtinh.records.legal_document import LegalDocument
from congtinh.records.petition import Petition
from congtinh.records.question import Question
from congtinh.records.unit import Unit
from congtinh.rules.site_content import SiteContent
from congtinh.text.personal_details import are_initials, is_province, personal_details

_TOLD = {
    "name": N_("holds a person’s full name: {words}"),
    "address": N_("holds a home address: {words}"),
    "telephone": N_("holds a private telephone number: {words}"),
    "mail": N_("holds a private e-mail address: {words}"),
    "identity": N_("holds an identity number: {words}"),
}
_TAKE_OUT = N_("Take it out; only initials and province may stand, with asker_consent: true")
_BODY = ""


class _Known(NamedTuple):
    """Names that may stand, and the domains of the agencies on the site."""

    officials: frozenset[str]
    domains: frozenset[str]


def problems(content: SiteContent) -> Iterator[Problem]:
    items = [
        *content.of_type("question"),
        *content.of_type("petition"),
        *content.of_type("consultation"),
    ]
    if not items:
        return
    known = _Known(frozenset(_officials(content)), frozenset(_domains(content)))
    for item in items:
        if isinstance(item.record, Question):
            yield from _asker(item, item.record)
        for field, text, by_citizen in _texts(item):
            for detail in personal_details(text, known.officials, known.domains, by_citizen):
                yield _problem(item, _TOLD[detail.kind], field, {"words": detail.words})


def _asker(item: Item, record: Question) -> Iterator[Problem]:
    asker = record.asker
    if asker is None:
        return
    if not record.asker_consent:
        yield _problem(item, N_("stands without asker_consent: true"), "asker", {})
    if not are_initials(asker.initials):
        yield _problem(
            item, N_("is more than initials: {words}"), "asker.initials", {"words": asker.initials}
        )
    if asker.province and not is_province(asker.province):
        yield _problem(
            item,
            N_("is more than a province: {words}"),
            "asker.province",
            {"words": asker.province},
        )


def _texts(item: Item) -> Iterator[tuple[str, str, bool]]:
    """The field, its text, and whether a citizen wrote it; the text of the file is the agency's."""
    record = item.record
    yield "title", record.title or "", True
    yield "summary", record.summary or "", True
    if isinstance(record, Question):
        yield "question", record.question or "", True
        yield "answer", record.answer or "", False
    elif isinstance(record, Petition):
        yield "content", record.content or "", True
        yield "reply", record.reply or "", False
    elif isinstance(record, Consultation):
        for place, comment in enumerate(record.comments or (), 1):
            yield f"comments[{place}].text", f"{comment.text}\n{comment.text_en or ''}", True
        return
    yield _BODY, item.body.text, False


def _problem(item: Item, message: str, field: str, params: dict[str, object]) -> Problem:
    """An error, whatever the item came from; a warning while it is a draft."""
    severity = Severity.WARNING if item.record.status == "draft" else Severity.ERROR
    return Problem(
        item.path, message, _TAKE_OUT, field, severity=severity, rule="R31", params=params
    )


def _officials(content: SiteContent) -> Iterator[str]:
    """People who act for the State: contacts of the site and those who signed its documents."""
    for item in content.of_type("contact"):
        if isinstance(item.record, Contact) and item.record.name:
            yield item.record.name
    for item in content.of_type("legal_document"):
        if isinstance(item.record, LegalDocument) and item.record.signer:
            yield item.record.signer


def _domains(content: SiteContent) -> Iterator[str]:
    for item in content.of_type("unit"):
        if isinstance(item.record, Unit) and item.record.email:
            yield item.record.email.rpartition("@")[2].lower()
