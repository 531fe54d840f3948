"""Cards: what lists show of an item, and nothing that lists do not show."""

from __future__ import annotations

from collections.abc import Iterable

from congtinh.model import Item
from congtinh.pages.downloads import downloads
from congtinh.pages.figures import cover, figures
from congtinh.pages.parts import Card, StateChange, Validity
from congtinh.pages.site import N_, Site
from congtinh.records.base import Record
from congtinh.records.corrections import last_corrected
from congtinh.records.legal_document import LegalDocument
from congtinh.validity.states import State


def card(site: Site, item: Item) -> Card:
    """The card of an item in the language of ``site``; its own words keep their language.

    Made once for all lists; each page that shows it has read what it was made from.
    """
    kept = site.cards.get(item.path)
    if kept is None:
        with site.model.reads.watched() as asked:
            made = _made(site, item)
        kept = site.cards[item.path] = (made, frozenset(asked))
    site.model.reads.repeat(kept[1])
    return kept[0]


def _made(site: Site, item: Item) -> Card:
    record, language = item.record, site.language
    heading, description = record.heading, record.description
    shown = figures(site.model, item)
    facts: dict[str, object]
    if isinstance(record, LegalDocument):
        facts = _document_facts(site, item, record)
    else:
        label, until = own_label(site, record), record.shown_until
        facts = {"date": record.shown_day, "label": label, "until": until, "validity": life_state(site, item)}
    return Card(
        type=item.type,
        type_label=type(record).type_label.of(language),
        lang=item.lang,
        title=heading,
        address=item.address,
        summary="" if description == heading else description,
        picture=shown[0] if shown else cover(site.model, item),
        mark=mark(site, item),
        corrected=last_corrected(record.corrections),
        **facts,  # type: ignore[arg-type]
    )


def own_label(site: Site, record: Record) -> str:
    """The label of the field that a type's cards show (``Record.label_field``)."""
    name = type(record).label_field
    if not name:
        return ""
    return site.label(type(record).facts()[name].vocabulary, getattr(record, name))


def life_state(site: Site, item: Item) -> Validity | None:
    """Where an item stands between its beginning and its end (``Record.timeline``), and what follows."""
    name, state = type(item.record).states, site.model.on_day(item, "state_on")
    if not state:
        return None
    terms = site.model.vocabularies[name]

    def looks(code: str) -> str:
        term = terms.get(code)
        return term.text("looks", "unknown") if term else "unknown"

    coming = site.model.on_day(item, "coming_states")
    changes = tuple([StateChange(day, code, site.label(name, code), looks(code)) for day, code in coming])
    return Validity(state, site.label(name, state), changes, looks(state))


def _document_facts(site: Site, item: Item, record: LegalDocument) -> dict[str, object]:
    number = record.document_number
    return {
        "date": record.issued,
        "number": number.canonical if number.number else site.say("Draft text"),
        "doc_type": site.label("document_types", record.doc_type),
        "issuer": issuers(site, record),
        "validity": validity(site, item),
        "file": next(iter(downloads(site, item)), None),
    }


def issuers(site: Site, record: LegalDocument) -> str:
    """The bodies that issued a document, by name."""
    return ", ".join([site.label("issuers", code) for code in record.issuer or ()])


def validity(site: Site, item: Item) -> Validity | None:
    """The state on the day of the build, with those that follow."""
    state = site.model.validity(item)
    if not state:
        return None
    return Validity(state, site.label("validity", state), changes(site, site.model.coming(item)))


def changes(site: Site, states: Iterable[State]) -> tuple[StateChange, ...]:
    """States that begin on a day, with their labels."""
    return tuple(
        [
            StateChange(state.since, state.code, site.label("validity", state.code))
            for state in states
            if state.since
        ]
    )


_MARKS = {
    "draft": N_("Draft"),
    "review": N_("In review"),
    "approved": N_("Approved, not yet published"),
}


def mark(site: Site, item: Item) -> str:
    """The word that a preview puts on what visitors do not see yet; empty on what they see."""
    status = item.record.status
    if status in _MARKS:
        return site.say(_MARKS[status])
    return "" if site.model.visible(item) else site.say("Scheduled")
