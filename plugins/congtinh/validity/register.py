"""The register: the documents of a site, what they do to each other, and the states that follow."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import NamedTuple

from congtinh.records.legal_document import LegalDocument
from congtinh.relations.edges import Edge, by_source, by_target, edges_of
from congtinh.validity.states import EXPIRED, State, Timeline, state_on
from congtinh.validity.timelines import Timelines
from congtinh.vocabulary.registry import Vocabularies
from congtinh.vocabulary.terms import Term


class Lapse(NamedTuple):
    """The document details or guides ``target``, which has expired on ``day``; ``rule`` says what follows."""

    kind: str
    target: str
    day: dt.date
    rule: str


class Register:
    """``documents`` by id, each once, with their edges and timelines; read only."""

    def __init__(
        self,
        documents: Mapping[str, LegalDocument],
        meant: Callable[[str], str | None],
        vocabularies: Vocabularies,
    ) -> None:
        self.documents = documents
        self._meant = meant
        self._kinds = vocabularies["relations"]
        self._rules = vocabularies["validity_rules"]

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        return edges_of(self.documents, self._meant)

    @cached_property
    def from_document(self) -> Mapping[str, tuple[Edge, ...]]:
        """Id to what the document does to others."""
        return by_source(self.edges)

    @cached_property
    def to_document(self) -> Mapping[str, tuple[Edge, ...]]:
        """Id, or number of an external document, to what others do to it."""
        return by_target(self.edges)

    @cached_property
    def timelines(self) -> Timelines:
        return Timelines(self.documents, self.edges, self._kinds)

    def written(self, identity: str) -> str:
        """The number of a document, as people write it; the id where it has none."""
        record = self.documents.get(identity)
        number = record.document_number if record else None
        return number.canonical if number and number.number else identity

    def timeline(self, identity: str) -> Timeline:
        """The states of one document in order of time."""
        return self.timelines.of(identity)

    def state(self, identity: str, day: dt.date) -> State:
        """The state of one document on a day, with its causes."""
        return state_on(self.timeline(identity), day)

    def lapses(self, identity: str, day: dt.date) -> tuple[Lapse, ...]:
        """Where the document details or guides one that has expired by ``day``.

        Nothing follows by itself: whether it still holds is for a person to say.
        """
        found = []
        for edge in self.from_document.get(identity, ()):
            term = self._kinds.get(edge.kind)
            if edge.external or term is None or not term.flag("follows"):
                continue
            state = self.state(edge.target, day)
            if state.code == EXPIRED and state.since:
                rule = self.rule("details", state.since)
                speaks = rule is not None and edge.kind in rule.texts("kinds")
                code = rule.code if rule and speaks else ""
                found.append(Lapse(edge.kind, edge.target, state.since, code))
        return tuple(found)

    def rule(self, about: str, day: dt.date) -> Term | None:
        """What the law said on ``day`` of what ``about`` names (vocabulary ``validity_rules``)."""
        written = day.isoformat()
        return next(
            (
                term
                for term in self._rules
                if term.text("about") == about
                and term.text("from") <= written <= term.text("to", "9999-12-31")
            ),
            None,
        )

    def next_change(self, day: dt.date) -> dt.date | None:
        """The first day after ``day`` on which the state of any document changes."""
        days = (
            state.since
            for identity in self.documents
            for state in self.timeline(identity)[1:]
            if state.since and state.since > day
        )
        return min(days, default=None)
