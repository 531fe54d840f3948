"""What is doubtful in the validity of documents: typed states (R9), effects that come too late (R8)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from congtinh.errors import N_, Severity
from congtinh.languages import Bilingual
from congtinh.records.faults import Fault
from congtinh.validity.effects import EXTENDS, effects_of
from congtinh.validity.register import Register
from congtinh.validity.states import EXPIRES, OVERRIDE, RESUMES, State, state_on
from congtinh.vocabulary.registry import Vocabularies

Told = tuple[str, Fault]
"""A fault with the id of the document in which it is to be mended."""


def override_faults(
    register: Register, vocabularies: Vocabularies, today: dt.date
) -> Iterator[Told]:
    """R9: a state typed by hand that differs from the derived one, or that is no longer needed.

    A state that only a person can know (vocabulary ``validity``, ``by_person``) is never compared.
    """
    states = vocabularies["validity"]
    for identity, record in sorted(register.documents.items()):
        override = record.status_override
        term = states.get(override.status) if override else None
        if override is None or term is None or term.flag("by_person"):
            continue
        if override.from_date and override.from_date > today:
            continue
        derived = state_on(register.timelines.derived(identity), today)
        if not derived.code:
            continue
        differs = derived.code != override.status
        yield (
            identity,
            Fault(
                "status_override",
                N_("differs from “{state}”, which dates and relations give: {cause}")
                if differs
                else N_("says what dates and relations give anyway: {cause}"),
                N_("Correct the dates or relations, or keep it and its reason")
                if differs
                else N_("Leave it out"),
                Severity.WARNING,
                "R9",
                override.status,
                {
                    "state": label.label if (label := states.get(derived.code)) else derived.code,
                    "cause": cause_of(derived, register, vocabularies),
                },
            ),
        )


def late_effects(register: Register, vocabularies: Vocabularies) -> Iterator[Told]:
    """Relations that would change a document which is over by then."""
    ends = register.timelines.ends
    kinds = vocabularies["relations"]
    places = {(edge.source, edge.target, edge.kind, edge.clause_to): edge.place for edge in register.edges}
    for effect in effects_of(register.edges, register.documents, kinds):
        day, _ = ends.of(effect.target)
        if day is None or effect.day <= day or ends.is_void(effect):
            continue
        place = places[effect.source, effect.target, effect.cause.kind, effect.cause.clause]
        yield (
            effect.source,
            Fault(
                f"relations[{place}].target",
                N_("has expired already on {day}, before this takes effect"),
                N_("Check the days, or which document is meant"),
                Severity.WARNING,
                "R8",
                register.written(effect.target),
                {"day": f"{day:%d/%m/%Y}"},
            ),
        )


def idle_extensions(register: Register, vocabularies: Vocabularies) -> Iterator[Told]:
    """Extensions of what has no day of expiry, or of what lasts longer anyway: they do nothing."""
    for edge in register.edges:
        term, target = vocabularies["relations"].get(edge.kind), register.documents.get(edge.target)
        if target is None or term is None or term.text("effect") != EXTENDS or edge.clause_to:
            continue
        if target.expires and (edge.to_date is None or edge.to_date >= target.expires):
            continue
        yield (
            edge.source,
            Fault(
                f"relations[{edge.place}].to_date",
                N_("is not after {day}, on which {number} expires anyway")
                if target.expires
                else N_("extends nothing: {number} has no day of expiry"),
                N_("Check to_date, or write expires in the other document"),
                Severity.WARNING,
                "R8",
                edge.to_date.isoformat() if edge.to_date else None,
                {
                    "number": register.written(edge.target),
                    "day": f"{target.expires:%d/%m/%Y}" if target.expires else "",
                },
            ),
        )


def cause_of(state: State, register: Register, vocabularies: Vocabularies) -> Bilingual:
    """When a state began and why: “từ 15/08/2022, bị thay thế bởi 42/2022/NĐ-CP”."""
    since = f"{state.since:%d/%m/%Y}" if state.since else ""
    vi, en = ([f"từ {since}"], [f"since {since}"]) if since else ([], [])
    for cause in state.causes:
        term = vocabularies["relations"].get(cause.kind)
        if cause.kind == EXPIRES:
            vi.append("hết thời hạn có hiệu lực")
            en.append("its time is over")
        elif cause.kind == RESUMES:
            vi.append("hết thời gian ngưng hiệu lực")
            en.append("the suspension is over")
        elif cause.kind == OVERRIDE:
            vi.append("nhập tay")
            en.append("written by hand")
        elif term and cause.source:
            number, part = register.written(cause.source), f" ({cause.clause})" if cause.clause else ""
            vi.append(f"{_lower(term.text('inverse_vi'))} {number}{part}")
            en.append(f"{_lower(term.text('inverse_en'))} {number}{part}")
    return Bilingual(", ".join(vi), ", ".join(en))


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
