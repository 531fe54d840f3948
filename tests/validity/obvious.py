"""The validity of documents worked out slowly, one day after the other, as a person would."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable, Mapping

from congtinh.records.legal_document import LegalDocument
from congtinh.relations.edges import Edge
from congtinh.validity.effects import EXTENDS, result_of
from congtinh.validity.states import (
    EXPIRED,
    IN_FORCE,
    NOT_YET,
    PARTLY_EXPIRED,
    PARTLY_SUSPENDED,
    SUSPENDED,
    begins,
)
from congtinh.vocabulary.terms import Vocabulary

ONE_DAY = dt.timedelta(days=1)


def days_between(first: dt.date, last: dt.date) -> Iterable[dt.date]:
    return (first + ONE_DAY * number for number in range((last - first).days + 1))


class Slow:
    """The states of ``documents`` on each day from ``first`` to ``last``."""

    def __init__(
        self,
        documents: Mapping[str, LegalDocument],
        edges: Iterable[Edge],
        kinds: Vocabulary,
        first: dt.date,
        last: dt.date,
        order: random.Random,
    ) -> None:
        self.documents, self.kinds = documents, kinds
        self.edges = [edge for edge in edges if edge.target in documents]
        self.expires = {name: record.expires for name, record in documents.items()}
        self.ended: dict[str, dt.date] = {}
        for day in days_between(first, last):
            order.shuffle(self.edges)
            self._live(day)

    def _begins(self, edge: Edge) -> dt.date | None:
        return edge.from_date or begins(self.documents[edge.source])

    def _speaks(self, edge: Edge, day: dt.date) -> bool:
        """Does the relation begin on this day, in a document that was not over before it?"""
        over = self.ended.get(edge.source)
        return self._begins(edge) == day and (over is None or over >= day)

    def _live(self, day: dt.date) -> None:
        for edge in self.edges:
            expiry = self.expires[edge.target]
            if (
                result_of(edge, self.kinds) == EXTENDS
                and self._speaks(edge, day)
                and expiry
                and day <= expiry
            ):
                later = edge.to_date + ONE_DAY if edge.to_date else None
                self.expires[edge.target] = max(expiry, later) if later else None
        over = [name for name, expiry in self.expires.items() if expiry == day]
        over += [
            edge.target
            for edge in self.edges
            if result_of(edge, self.kinds) == EXPIRED and self._speaks(edge, day)
        ]
        for name in over:
            self.ended.setdefault(name, day)

    def state(self, name: str, day: dt.date) -> str:
        """The code of the state on a day."""
        over = self.ended.get(name)
        if over and over <= day:
            return EXPIRED
        begin = begins(self.documents[name])
        if begin and day < begin:
            return NOT_YET
        held = {self._held(edge, day) for edge in self.edges if edge.target == name}
        for code in (SUSPENDED, PARTLY_SUSPENDED, PARTLY_EXPIRED):
            if code in held:
                return code
        return IN_FORCE if begin else ""

    def _held(self, edge: Edge, day: dt.date) -> str:
        """The state that the relation gives its target on the day."""
        begin, result = self._begins(edge), result_of(edge, self.kinds)
        over = self.ended.get(edge.source)
        if begin is None or day < begin or (over and over < begin):
            return ""
        is_over = (over and over <= day) or (edge.to_date and edge.to_date < day)
        return "" if is_over and result in (SUSPENDED, PARTLY_SUSPENDED) else result
