"""The states of a document one after the other, each with its reasons in words."""

from __future__ import annotations

from itertools import zip_longest

from congtinh.model import Item
from congtinh.pages.parts import HistoryEntry, Link, Reason
from congtinh.pages.site import N_, Site
from congtinh.records.legal_document import LegalDocument
from congtinh.validity.states import BEGINS, EXPIRES, OVERRIDE, RESUMES, Cause, State

_OWN = {
    BEGINS: N_("takes effect on the day that the document names"),
    EXPIRES: N_("the time that the document names is over"),
    RESUMES: N_("the suspension is over"),
    OVERRIDE: N_("recorded by {name}"),
}


def history(site: Site, item: Item) -> tuple[HistoryEntry, ...]:
    """Every state of a document, past and to come; none where its dates say nothing."""
    timeline = [state for state in site.model.timeline(item) if state.code]
    now = site.model.state(item)
    following = (state.since for state in timeline[1:])
    return tuple(
        [
            HistoryEntry(
                state.code,
                site.label("validity", state.code),
                state.since,
                until,
                reasons(site, item, state),
                state == now,
            )
            for state, until in zip_longest(timeline, following)
        ]
    )


def reasons(site: Site, item: Item, state: State) -> tuple[Reason, ...]:
    """Why a state holds, in words of the language of the page."""
    return tuple([_reason(site, item, cause) for cause in state.causes])


def _reason(site: Site, item: Item, cause: Cause) -> Reason:
    record = item.record
    assert isinstance(record, LegalDocument)
    if cause.kind == OVERRIDE and (typed := record.status_override):
        words = site.say(_OWN[OVERRIDE]).format(name=typed.by)
        return Reason(words, note=typed.reason, note_lang="" if site.language == "vi" else "vi")
    source = document_link(site, cause.source) if cause.source else None
    if cause.kind in _OWN:
        return Reason(site.say(_OWN[cause.kind]), source)
    term = site.model.vocabularies["relations"].get(cause.kind)
    words = term.text(f"inverse_{site.language}") if term else cause.kind
    return Reason(words[:1].lower() + words[1:], source, cause.clause, *_law(site, cause))


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
