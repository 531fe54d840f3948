"""A small picture of the states of a document: a line of time, drawn when the site is built."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from congtinh.pages.document_parts import HistoryEntry

WIDTH = 320
"""The picture's own units, about a pixel each."""
_LEAST = 46  # room for the words of a day
_OPEN = 365  # days that are given to a state without an end, where no other one is longer


class Span(NamedTuple):
    """A state, drawn from ``start`` to ``end``; ``kind`` is its shape and colour."""

    kind: str
    start: int
    end: int
    current: bool

    @property
    def middle(self) -> int:
        return (self.start + self.end) // 2


class Tick(NamedTuple):
    """A day on the line of time; one without room for its words has no ``day``."""

    at: int
    day: dt.date | None

    @property
    def anchor(self) -> str:
        """Which end of its words stands at the day (``text-anchor``): none may run over the edge."""
        if self.at < _LEAST // 2:
            return "start"
        return "end" if self.at > WIDTH - _LEAST // 2 else "middle"


class StatePicture(NamedTuple):
    """Spans from left to right without a gap, with the days between them."""

    spans: tuple[Span, ...]
    ticks: tuple[Tick, ...]


def state_picture(
    entries: Sequence[HistoryEntry], issued: dt.date | None = None
) -> StatePicture | None:
    """The picture of a history; none where it has fewer than two states.

    Long states are long, but the shortest can still be seen.  The day of the build is not drawn, so
    that the picture stays as it is until a state changes.
    """
    if len(entries) < 2:
        return None
    starts = [entries[0].since or issued, *(entry.since for entry in entries[1:])]
    edges = [0, *accumulate(_widths(_lengths(entries, starts)))]
    spans = [
        Span(entry.kind, round(start), round(end), entry.current)
        for entry, (start, end) in zip(entries, pairwise(edges), strict=True)
    ]
    return StatePicture(tuple(spans), tuple(_ticks(spans, starts)))


def _lengths(entries: Sequence[HistoryEntry], starts: Sequence[dt.date | None]) -> list[int]:
    """The days of each state; of one that is open to either side as many as of the longest."""
    known = [
        (entry.until - start).days if entry.until and start else None
        for entry, start in zip(entries, starts, strict=True)
    ]
    longest = max([_OPEN, *(days for days in known if days)])
    last = longest if known[-1] is None else known[-1]
    return [days or 0 for days in known[:-1]] + [last]


def _widths(lengths: Sequence[int]) -> list[float]:
    least = min(_LEAST, WIDTH / len(lengths))
    rest, days = WIDTH - least * len(lengths), sum(lengths) or 1
    return [least + rest * length / days for length in lengths]


def _ticks(spans: Sequence[Span], starts: Sequence[dt.date | None]) -> list[Tick]:
    """Days from right to left, so that of two without room for both a change stays, not the issue."""
    ticks: list[Tick] = []
    free_to = WIDTH
    for span, day in reversed([*zip(spans, starts, strict=True)]):
        if day:
            left, right = _extent(span.start)
            shown = right <= free_to
            ticks.append(Tick(span.start, day if shown else None))
            free_to = left if shown else free_to
    return ticks[::-1]


def _extent(at: int) -> tuple[int, int]:
    """From where to where the words of a day reach: around it, but not over the edge."""
    left = min(max(0, at - _LEAST // 2), WIDTH - _LEAST)
    return left, left + _LEAST
