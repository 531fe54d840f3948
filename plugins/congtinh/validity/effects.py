"""What relations do to the validity of their targets, as the vocabulary of relations says (V5)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from congtinh.records.legal_document import LegalDocument
from congtinh.relations.edges import Edge
from congtinh.validity.states import Cause, begins
from congtinh.vocabulary.terms import Vocabulary

EXTENDS, NONE = "extends", "none"
"""Results beside the codes of ``validity``."""


class Effect(NamedTuple):
    """``source`` gives ``target`` the state ``result`` from ``day`` on, and to the end of ``until``."""

    source: str
    target: str
    result: str
    day: dt.date
    until: dt.date | None
    cause: Cause


def effects_of(
    edges: Iterable[Edge], documents: Mapping[str, LegalDocument], kinds: Vocabulary
) -> list[Effect]:
    """The effects between ``documents``; none where neither relation nor source names a day."""
    return [
        effect
        for edge in edges
        if edge.target in documents and (effect := _effect(edge, documents[edge.source], kinds))
    ]


def _effect(edge: Edge, source: LegalDocument, kinds: Vocabulary) -> Effect | None:
    result, day = result_of(edge, kinds), edge.from_date or begins(source)
    if result == NONE or day is None:
        return None
    cause = Cause(edge.kind, day, edge.source, edge.clause_to, edge.to_date)
    return Effect(edge.source, edge.target, result, day, edge.to_date, cause)


def result_of(edge: Edge, kinds: Vocabulary) -> str:
    """The code of ``validity`` that the target gets, ``EXTENDS`` or ``NONE``."""
    term = kinds.get(edge.kind)
    if term is None:
        return NONE
    whole = term.text("effect", NONE)
    return term.text("partial_effect", whole) if edge.clause_to else whole
