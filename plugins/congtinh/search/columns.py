"""The columns of a segment: what filters, counts and the order by date need to know of every document."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from congtinh.search.records import FacetValue, SearchRecord
from congtinh.search.texts import day_number


class Columns:
    """Facets, dates and states of documents, put in the order of their ids at the end."""

    def __init__(self) -> None:
        self._rows: dict[str, tuple[Any, ...]] = {}

    def add(self, key: str, record: SearchRecord) -> None:
        states = [(day_number(day), state) for day, state in record.states]
        self._rows[key] = (dict(record.facets), day_number(record.date), states)

    def facets_file(self, keys: Sequence[str]) -> bytes:
        """``facets``: by name the values and, for each document, theirs; ``dates``; ``states`` and their ``labels``."""
        rows = [self._rows[key] for key in keys]
        names = sorted({name for facets, _, _ in rows for name in facets})
        labels = {state.code: state.label for row in rows for _, state in row[2]}
        states = [
            [place, [[day, state.code] for day, state in row[2]]] for place, row in enumerate(rows) if row[2]
        ]
        value = {
            "facets": {name: _column([facets.get(name, ()) for facets, _, _ in rows]) for name in names},
            "dates": _steps([row[1] for row in rows]),
            "states": states,
            "labels": dict(sorted(labels.items())),
        }
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()

    def ends(self, keys: Sequence[str], over: frozenset[str]) -> list[list[int]]:
        """Documents that are or will be no longer in force: the place of each, and the day."""
        found = []
        for place, key in enumerate(keys):
            states = self._rows[key][2]
            if states and states[-1][1].code in over:
                found.append([place, states[-1][0] if states[-1][0] is not None else -(1 << 20)])
        return found


def _column(values: list[tuple[FacetValue, ...]]) -> dict[str, Any]:
    """``values``: code and label; ``of``: for each document the places of its values among them."""
    known = sorted({value for own in values for value in own})
    place = {value: number for number, value in enumerate(known)}
    of: list[Any] = [
        place[own[0]] if len(own) == 1 else [place[value] for value in own] if own else -1 for own in values
    ]
    return {"values": [list(value) for value in known], "of": of}


def _steps(days: list[int | None]) -> list[int | None]:
    """Each day as what it adds to the last one that was known."""
    last, steps = 0, []
    for day in days:
        steps.append(None if day is None else day - last)
        last = last if day is None else day
    return steps
