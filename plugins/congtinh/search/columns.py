"""The columns of a segment: what filters, counts and the order by date need to know of every document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from congtinh.search.records import FacetValue, SearchRecord
from congtinh.search.texts import compact, day_number
from congtinh.validity.states import EXPIRED, SUSPENDED, UNSUITABLE

OVER = frozenset({EXPIRED, SUSPENDED, UNSUITABLE})
"""States in which a document holds no longer."""
LONG_AGO = -(1 << 20)


class Column(NamedTuple):
    """What the columns hold of one document."""

    facets: tuple[tuple[str, tuple[FacetValue, ...]], ...]
    day: int | None
    states: tuple[tuple[int | None, FacetValue], ...]


EMPTY = Column((), None, ())


def column_of(record: SearchRecord) -> Column:
    """Facets, day and states of a document."""
    states = tuple((day_number(day), state) for day, state in record.states)
    return Column(record.facets, day_number(record.date), states)


def facets_file(rows: Sequence[Column]) -> bytes:
    """``facets``: by name the values and, for each document, theirs; ``dates``; ``states`` and their ``labels``."""
    facets = [dict(row.facets) for row in rows]
    names = sorted({name for row in rows for name, _ in row.facets})
    labels = {state.code: state.label for row in rows for _, state in row.states}
    value = {
        "facets": {name: _column([own.get(name, ()) for own in facets]) for name in names},
        "dates": [row.day for row in rows],
        "states": [
            [place, [[day, state.code] for day, state in row.states]]
            for place, row in enumerate(rows)
            if row.states
        ],
        "labels": dict(sorted(labels.items())),
    }
    return compact(value)


def ends(rows: Sequence[Column]) -> list[list[int]]:
    """Documents that are or will be no longer in force: the place of each, and the day."""
    return [
        [place, LONG_AGO if row.states[-1][0] is None else row.states[-1][0]]
        for place, row in enumerate(rows)
        if row.states and row.states[-1][1].code in OVER
    ]


def _column(values: list[tuple[FacetValue, ...]]) -> dict[str, Any]:
    """``values``: code and label; ``of``: for each document the places of its values among them."""
    known = sorted({value for own in values for value in own})
    place = {value: number for number, value in enumerate(known)}
    of: list[Any] = [
        place[own[0]] if len(own) == 1 else [place[value] for value in own] if own else -1
        for own in values
    ]
    return {"values": [list(value) for value in known], "of": of}
