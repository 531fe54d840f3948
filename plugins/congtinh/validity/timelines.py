"""The states of every document on every day, from its own dates and what others do to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from congtinh.records.legal_document import LegalDocument
from congtinh.relations.edges import Edge
from congtinh.validity.effects import EXTENDS, Effect, effects_of
from congtinh.validity.ends import ONE_DAY, Ends
from congtinh.validity.states import (
    BEGINS,
    EXPIRED,
    IN_FORCE,
    NOT_YET,
    OVERRIDE,
    PARTLY_EXPIRED,
    PARTLY_SUSPENDED,
    RESUMES,
    SUSPENDED,
    Cause,
    State,
    Timeline,
    begins,
)
from congtinh.vocabulary.terms import Vocabulary

_STRONGEST_FIRST = (SUSPENDED, PARTLY_SUSPENDED, PARTLY_EXPIRED)
Spell = tuple[dt.date, dt.date | None, str, Cause]
"""From a day, to the day before another one: a state and its cause."""


class Timelines:
    """Timelines of ``documents`` (by id); each is made when it is first asked for.

    Of several states on a day the strongest counts: expired, suspended, partly suspended, partly
    expired, in force.  A suspension lasts to its ``to_date``, or until the document that says it ends.
    """

    def __init__(
        self, documents: Mapping[str, LegalDocument], edges: Iterable[Edge], kinds: Vocabulary
    ) -> None:
        self._documents = documents
        effects = effects_of(edges, documents, kinds)
        self.ends = Ends(documents, effects)
        self._effects: dict[str, list[Effect]] = {}
        for effect in effects:
            if effect.result not in (EXPIRED, EXTENDS) and not self.ends.is_void(effect):
                self._effects.setdefault(effect.target, []).append(effect)
        self._made: dict[str, Timeline] = {}

    def of(self, identity: str) -> Timeline:
        """The states of a document; a state typed by hand stands in the place of the derived ones."""
        found = self._made.get(identity)
        if found is None:
            record = self._documents[identity]
            found = self._made[identity] = _overridden(self.derived(identity), record)
        return found

    def derived(self, identity: str) -> Timeline:
        """The states as dates and relations give them, whatever was typed by hand."""
        begin = begins(self._documents[identity])
        end, causes = self.ends.of(identity)
        spells = [*self._spells(identity, end)]
        days = {begin, *(day for spell in spells for day in spell[:2])}
        found = [State(NOT_YET if begin else "", None)]
        for day in sorted(day for day in days if day and (end is None or day < end)):
            state = _state(day, begin, spells)
            if state[::2] != found[-1][::2]:
                found.append(state)
        if end:
            found.append(State(EXPIRED, end, causes))
        return tuple(found)

    def _spells(self, identity: str, end: dt.date | None) -> Iterable[Spell]:
        for effect in self._effects.get(identity, ()):
            last = None if effect.result == PARTLY_EXPIRED else self._over(effect)
            if (end is None or effect.day < end) and (last is None or last > effect.day):
                yield effect.day, last, effect.result, effect.cause

    def _over(self, effect: Effect) -> dt.date | None:
        """The first day on which a suspension is over."""
        days = (effect.until and effect.until + ONE_DAY, self.ends.of(effect.source)[0])
        return min((day for day in days if day), default=None)


def _state(day: dt.date, begin: dt.date | None, spells: Iterable[Spell]) -> State:
    """The state of a document that has not ended, from ``day`` on."""
    if begin and day < begin:
        return State(NOT_YET, day)
    spells = list(spells)
    held = [spell for spell in spells if spell[0] <= day and (spell[1] is None or day < spell[1])]
    for code in _STRONGEST_FIRST:
        causes = sorted((spell[3] for spell in held if spell[2] == code), key=_in_time)
        if causes:
            return State(code, day, tuple(causes))
    if begin is None:
        return State("", day)
    over = [spell[1] for spell in spells if spell[1] and spell[1] <= day]
    if over and max(over) > begin:
        return State(IN_FORCE, day, (Cause(RESUMES, max(over)),))
    return State(IN_FORCE, day, (Cause(BEGINS, begin),))


def _in_time(cause: Cause) -> tuple[object, ...]:
    return cause.day, cause.source, cause.kind, cause.clause, cause.until or dt.date.max


def _overridden(timeline: Timeline, record: LegalDocument) -> Timeline:
    override = record.status_override
    if override is None:
        return timeline
    typed = State(override.status, override.from_date, (Cause(OVERRIDE, override.from_date),))
    if override.from_date is None:
        return (typed,)
    before = (s for s in timeline if s.since is None or s.since < override.from_date)
    return (*before, typed)
