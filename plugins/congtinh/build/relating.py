"""What is wrong between documents: relations, states typed by hand, effects that come too late."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from congtinh.errors import N_, Problem, Severity
from congtinh.identities import meaning_of, references
from congtinh.leaning import CITATION, Doubt, is_standing
from congtinh.model import Item, SiteModel
from congtinh.records.faults import Fault, problem_of
from congtinh.records.legal_document import LegalDocument
from congtinh.relations.faults import RelationFaults
from congtinh.validity.faults import cause_of, idle_extensions, late_effects, override_faults
from congtinh.validity.register import Register
from congtinh.vocabulary.registry import Vocabularies


def relation_problems(
    items: Iterable[Item], vocabularies: Vocabularies, today: dt.date
) -> Iterator[Problem]:
    """The problems of all documents, those included that visitors do not see yet."""
    documents: dict[str, Item] = {}
    for item in items:
        if item.type == "legal_document" and (item.id not in documents or item.lang == "vi"):
            documents[item.id] = item
    records = {
        identity: item.record
        for identity, item in documents.items()
        if isinstance(item.record, LegalDocument)
    }
    meant = meaning_of(references(documents.values()))
    register = Register(records, meant, vocabularies)
    told = (
        *RelationFaults(records, meant, vocabularies).found(),
        *override_faults(register, vocabularies, today),
        *late_effects(register, vocabularies),
        *idle_extensions(register, vocabularies),
        *_unpublished(documents, register, today),
    )
    for identity, fault in told:
        yield problem_of(fault, documents[identity].path)


def _unpublished(
    documents: Mapping[str, Item], register: Register, today: dt.date
) -> Iterator[tuple[str, Fault]]:
    """Relations of what visitors see to what they do not see yet; the page leaves them out."""
    for edge in register.edges:
        if edge.external or not documents[edge.source].record.visible(today):
            continue
        if not documents[edge.target].record.visible(today):
            yield (
                edge.source,
                Fault(
                    f"relations[{edge.place}].target",
                    N_("is not shown to visitors, so that this relation is not either"),
                    N_("Publish that document, or name it by its number with external: true"),
                    Severity.WARNING,
                    "R8",
                    register.written(edge.target),
                ),
            )


def leaning_problems(model: SiteModel, found: Iterable[Doubt]) -> Iterator[Problem]:
    """R10: documents and standing pages that rest on a document which no longer holds.

    News of a day may speak of what held then; the internal page lists it all the same.
    """
    for doubt in found:
        item, target, how, place, _ = doubt.leaning
        if how == CITATION and not (is_standing(item) and item.type != "legal_document"):
            continue
        state = model.vocabularies["validity"].get(doubt.state.code)
        yield Problem(
            item.path,
            N_("no longer holds: {state}, {cause}")
            if place
            else N_("cites {number}, which no longer holds: {state}, {cause}"),
            N_("Name what applies now, or say in the text that it is past"),
            f"relations[{place}].target" if place else "",
            model.register.written(target) if place else None,
            severity=Severity.WARNING,
            rule="R10",
            params={
                "number": model.register.written(target),
                "state": state.label if state else doubt.state.code,
                "cause": cause_of(doubt.state, model.register, model.vocabularies),
            },
        )
