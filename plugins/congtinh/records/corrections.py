"""Published corrections of an item (Luật 01/2026/QH16, Điều 22): which is the newest, and what they count for."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator

from congtinh.records.counting import Count
from congtinh.records.parts import Correction

CORRECTIONS = "corrections"
"""The measure that counts each correction once in each of its languages."""


def last_corrected(corrections: Iterable[Correction] | None) -> dt.date | None:
    """The day of the newest correction."""
    return max((one.date for one in corrections or ()), default=None)


def numbered(corrections: Iterable[Correction] | None) -> Iterator[tuple[Correction, int]]:
    """Each correction with its number among those of its day, from 1."""
    seen: Counter[dt.date] = Counter()
    for one in corrections or ():
        seen[one.date] += 1
        yield one, seen[one.date]


def correction_counts(identity: str, corrections: Iterable[Correction] | None) -> Iterator[Count]:
    """One count for each; the same correction in both languages is one thing."""
    for one, number in numbered(corrections):
        yield Count(CORRECTIONS, key=f"{identity} {one.date} {number}", day=one.date)
