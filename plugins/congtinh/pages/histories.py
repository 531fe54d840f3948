"""The states of a document one after the other, each with its reasons in words."""

from __future__ import annotations

from itertools import pairwise, zip_longest

from congtinh.model import Item
from congtinh.pages.document_parts import HistoryEntry, Reason
from congtinh.pages.parts import Link
from congtinh.pages.site import N_, Site
from congtinh.pages.wordings import clause_in
from congtinh.records.legal_document import LegalDocument
from congtinh.validity.states import BEGINS, EXPIRES, OVERRIDE, RESUMES, Cause, State

_OWN = {
    BEGINS: N_("as the document says"),
    EXPIRES: N_("the time that the document names is over"),
    RESUMES: N_("the suspension is over"),
    OVERRIDE: N_("recorded by {name}"),
}
_ON_ISSUE = N_("the day of its issue")
_EXTENDED = N_("the time is over to which it was extended by")
_UNKNOWN = N_("Validity not known")


def history(site: Site, item: Item) -> tuple[HistoryEntry, ...]:
    """Every state of a document, past and to come; none where its dates say nothing.

    It begins with the first state that is known; before its issue a document has none.
    """
    timeline = site.model.timeline(item)
    now = site.model.state(item)
    following = [state.since for state in timeline[1:]]
    entries = [
        HistoryEntry(
            state.code,
            site.label("validity", state.code) or site.say(_UNKNOWN),
            state.since,
            until,
            reasons(site, item, state),
            state == now,
        )
        for state, until in zip_longest(timeline, following)
    ]
    return tuple(entries[1:] if _says_nothing(item, entries[0]) else entries)


def _says_nothing(item: Item, first: HistoryEntry) -> bool:
    """Whether the state that holds since ever is unknown, or over on the day of issue."""
    record = item.record
    assert isinstance(record, LegalDocument)
    issued, until = record.issued, first.until
    return not first.state or bool(until and issued and until <= issued)


def current(entries: tuple[HistoryEntry, ...]) -> HistoryEntry | None:
    """The state on the day of the build."""
    return next((entry for entry in entries if entry.current), None)


def following(entries: tuple[HistoryEntry, ...]) -> HistoryEntry | None:
    """The state after the one on the day of the build; none where no change is known."""
    return next((later for entry, later in pairwise(entries) if entry.current), None)


def reasons(site: Site, item: Item, state: State) -> tuple[Reason, ...]:
    """Why a state holds, in words of the language of the page; the same note is told once."""
    found: list[Reason] = []
    for cause in state.causes:
        reason = _reason(site, item, cause)
        told = any(reason.note == other.note for other in found)
        found.append(reason._replace(note="") if told else reason)
    return tuple(found)


def _reason(site: Site, item: Item, cause: Cause) -> Reason:
    record = item.record
    assert isinstance(record, LegalDocument)
    if cause.kind == OVERRIDE and (typed := record.status_override):
        words = site.say(_OWN[OVERRIDE]).format(name=typed.by)
        return Reason(words, note=typed.reason, note_lang="" if site.language == "vi" else "vi")
    source = document_link(site, cause.source) if cause.source else None
    if cause.kind in _OWN:
        return Reason(site.say(_own_words(record, cause)), source)
    term = site.model.vocabularies["relations"].get(cause.kind)
    words = term.text(f"inverse_{site.language}") if term else cause.kind
    clause = clause_in(site.language, cause.clause)
    return Reason(words[:1].lower() + words[1:], source, clause, *_law(site, cause))


def _own_words(record: LegalDocument, cause: Cause) -> str:
    """A document without a date of effect holds from its issue; its end may have been put off."""
    if cause.kind == BEGINS and not record.effective:
        return _ON_ISSUE
    if cause.kind == EXPIRES and cause.source:
        return _EXTENDED
    return _OWN[cause.kind]


def _law(site: Site, cause: Cause) -> tuple[str, str]:
    """What the law says of a part that is amended, with where it stands."""
    term = site.model.vocabularies["relations"].get(cause.kind)
    if term is None or not term.flag("marks_amended") or cause.day is None:
        return "", ""
    return rule_note(site, site.model.rule("amended", cause.day)), ""


def rule_note(site: Site, code: str) -> str:
    """A rule of the law on validity with its source: “… (Luật số 64/2025/QH15, Điều 57 khoản 2)”."""
    rule = site.model.vocabularies["validity_rules"].get(code)
    if rule is None:
        return ""
    law = rule.text("law_en" if site.language == "en" else "law")
    return f"{rule.label.of(site.language)} ({law})"


def document_link(site: Site, target: str) -> Link:
    """A link to a document by its number; of one that is not on this site its number alone."""
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
