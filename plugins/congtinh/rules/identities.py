"""R31: receptions, questions, petitions and comments do not tell who a citizen is (NĐ 154/2026, Điều 12).

Numbers, telephones and homes are found in each file by itself (``of_file``); names and mailboxes where
the directory is known (``problems``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from congtinh.errors import N_, Problem, Severity
from congtinh.guards.finding import Finding, key_of, masked_person
from congtinh.guards.guarding import citizen_findings, contact_findings
from congtinh.guards.initials import are_initials, is_province
from congtinh.model import Item
from congtinh.records.base import Record
from congtinh.records.consultation import Consultation
from congtinh.records.contact import Contact
from congtinh.records.front_matter import FrontMatter
from congtinh.records.legal_document import LegalDocument
from congtinh.records.question import Question
from congtinh.records.reading import field_keys
from congtinh.records.unit import Unit
from congtinh.rules.exceptions import Exceptions, print_of
from congtinh.rules.site_content import SiteContent
from congtinh.text.fold import fold
from congtinh.vocabulary.registry import Vocabularies

_BODY = ""
_FIELDS: Mapping[str, Mapping[str, bool]] = {
    "question": {"title": True, "summary": True, "question": True, "answer": False, _BODY: False},
    "petition": {"title": True, "summary": True, "content": True, "reply": False, _BODY: False},
    "reception": dict.fromkeys(
        ("title", "summary", "attendees", "attendees_en", "expected_content", "expected_content_en",
         "reason", "reason_en", "result", "result_en", _BODY), False
    ),
    "consultation": {"comments": True},
}  # fmt: skip
"""Where citizens speak or are spoken of in each type, and whether the words are theirs."""
_OF_COMMENT = {"name": True, "text": True, "text_en": True, "reply": False, "reply_en": False}
_OF_SITE = ("name", "mail")
_STATE = "gov.vn"


class _Known(NamedTuple):
    """Names that may stand, as written and folded, and the domains of the agencies on the site."""

    officials: frozenset[str]
    folded: frozenset[str]
    domains: frozenset[str]


def is_of_citizens(record_type: str | None, field: str) -> bool:
    """Whether R31 looks after a field (empty: the text of the file), and R15 need not."""
    return field in _FIELDS.get(record_type or "", ())


def kinds_of_site(record_type: str | None) -> tuple[str, ...]:
    """The kinds that are found with the whole site alone."""
    return _OF_SITE if record_type in _FIELDS else ()


def of_file(
    front: FrontMatter, record: Record, vocabularies: Vocabularies
) -> Iterator[tuple[str, int, Finding]]:
    """Field, line and finding of what one file tells by itself; what it inherits is told where it is written."""
    for field, text, by_citizen in _texts(record, front.values):
        for found in _each_once(citizen_findings(text, vocabularies, by_citizen=by_citizen)):
            yield field, front.line_of(*field_keys(field)) or 1, found
    if _BODY in _FIELDS.get(record.type or "", ()):
        for found in _each_once(citizen_findings(front.body, vocabularies, by_citizen=False)):
            yield _BODY, front.body.count("\n", 0, found.start) + front.body_line, found


def problem(
    path: str, record: Record, found: Finding, vocabularies: Vocabularies, field: str, line: int | None = None
) -> Problem:
    """An error, whatever the item came from; a warning while it is a draft.  The value is told hidden in part."""
    term = vocabularies["guard_kinds"].get(found.kind)
    facts = {"kind": term.label if term else found.kind, "code": found.kind, "masked": found.masked}
    return Problem(
        path, N_("tells who a citizen is: {kind}"),
        N_("Leave it out: initials and province, or numbers of persons and cases, are enough; where it may be"
           " published, add to guard_exceptions: kind {code}, value {masked}, reason, by"),
        field, found.masked, line, _severity(record), "R31", facts,
    )  # fmt: skip


def problems(content: SiteContent) -> Iterator[Problem]:
    """Names and mailboxes of persons whom the directory does not know, and senders without consent."""
    items = [item for name in _FIELDS for item in content.of_type(name)]
    known = _known(content) if items else None
    for item in items:
        assert known is not None
        yield from _senders(item)
        yield from _contacts(item, known, content.vocabularies)


def _contacts(item: Item, known: _Known, vocabularies: Vocabularies) -> Iterator[Problem]:
    written = enumerate(item.record.guard_exceptions or (), 1)
    own = ((item.path, f"guard_exceptions[{n}]", one) for n, one in written if one.kind in _OF_SITE and not one.file)
    exceptions = Exceptions(own)
    for field, text in _texts_of(item):
        told = (one for one in contact_findings(text, vocabularies) if not _may_stand(one, known))
        for found in _each_once(told):
            if not exceptions.allow(found.kind, found.masked, print_of(found.value)):
                yield problem(item.path, item.record, found, vocabularies, field)
    yield from exceptions.unused(("mail",))  # which may be one that R15 found in another field


def _senders(item: Item) -> Iterator[Problem]:
    """Whoever asked or commented: by consent alone, askers by initials and province."""
    record = item.record
    if isinstance(record, Question) and (asker := record.asker):
        if not record.asker_consent:
            yield _sender(item, N_("stands without asker_consent: true"), "asker")
        if not are_initials(asker.initials):
            yield _sender(item, N_("is more than initials"), "asker.initials", asker.initials)
        if asker.province and not is_province(asker.province):
            yield _sender(item, N_("is more than a province"), "asker.province", asker.province)
    elif isinstance(record, Consultation):
        for place, comment in enumerate(record.comments or (), 1):
            if comment.name and not comment.name_consent:
                message = N_("stands without the person’s consent")
                yield _sender(item, message, f"comments[{place}].name", comment.name)


def _sender(item: Item, message: str, field: str, value: str = "") -> Problem:
    return Problem(
        item.path, message, N_("Take it out; only initials and province may stand, or what the person agreed to"),
        field, masked_person(value) or None, severity=_severity(item.record), rule="R31",
    )  # fmt: skip


def _texts(record: Record, there: Collection[str] | None = None) -> Iterator[tuple[str, str, bool]]:
    """The fields of a record (or those ``there``) with their texts, and whether a citizen wrote them."""
    for field, by_citizen in _FIELDS.get(record.type or "", {}).items():
        if not field or (there is not None and field not in there):
            continue
        value: Any = getattr(record, field)
        if isinstance(value, str):
            yield field, value, by_citizen
        for place, part in enumerate(value if isinstance(value, tuple) else (), 1):
            for name, own in _OF_COMMENT.items():
                yield f"{field}[{place}].{name}", getattr(part, name) or "", own


def _texts_of(item: Item) -> Iterator[tuple[str, str]]:
    yield from ((field, text) for field, text, _ in _texts(item.record) if not field.endswith("].name"))
    if _BODY in _FIELDS[item.type]:
        mail = (link.target for link in item.body.links if link.target.startswith("mailto:"))
        yield _BODY, "\n".join((item.body.text, *mail))


def _each_once(found: Iterable[Finding]) -> Iterator[Finding]:
    told: set[tuple[str, str]] = set()
    for one in found:
        if (key := (one.kind, key_of(one.value))) not in told:
            told.add(key)
            yield one


def _may_stand(found: Finding, known: _Known) -> bool:
    """An official by name, to which a capital word may be joined; a mailbox of the State or of the agency."""
    if found.kind == "name":
        is_plain = found.value.isascii()  # an English text may leave out the marks
        name, names = (fold(found.value), known.folded) if is_plain else (found.value, known.officials)
        return any(f"{name} ".startswith(f"{one} ") for one in names)
    domain = found.value.rpartition("@")[2].lower()
    return any(f".{domain}".endswith(f".{own}") for own in (_STATE, *known.domains))


def _severity(record: Record) -> Severity:
    return Severity.WARNING if record.status == "draft" else Severity.ERROR


def _known(content: SiteContent) -> _Known:
    officials = frozenset(_officials(content))
    units = (item.record for item in content.of_type("unit"))
    mail = (unit.email for unit in units if isinstance(unit, Unit) and unit.email)
    domains = frozenset(address.rpartition("@")[2].lower() for address in mail)
    return _Known(officials, frozenset(map(fold, officials)), domains)


def _officials(content: SiteContent) -> Iterator[str]:
    """People who act for the State: contacts of the site and those who signed its documents."""
    for item in content.of_type("contact"):
        if isinstance(item.record, Contact) and item.record.name:
            yield item.record.name
    for item in content.of_type("legal_document"):
        if isinstance(item.record, LegalDocument) and item.record.signer:
            yield item.record.signer
