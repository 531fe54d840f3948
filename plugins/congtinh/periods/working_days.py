"""Working days, from the yearly lists of holidays that are announced; none is ever computed."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable

from congtinh.vocabulary.holidays import KINDS
from congtinh.vocabulary.terms import Term

HOLIDAY, WORKING = KINDS
"""Kinds of entries of the vocabulary ``holidays``: a day off, and a weekend day worked in exchange."""

_SATURDAY = 5


class WorkingDays:
    """Monday to Friday but for the holidays of the vocabulary ``holidays``, with its exchanged days.

    Where a year has no list, its weekends alone are left out, and ``knows`` is false.
    """

    def __init__(self, terms: Iterable[Term]) -> None:
        kinds = {day: term.text("kind", HOLIDAY) for term in terms if (day := _day(term.code))}
        self._off = sorted(d for d, kind in kinds.items() if kind == HOLIDAY and not _is_weekend(d))
        self._worked = sorted(d for d, kind in kinds.items() if kind == WORKING and _is_weekend(d))
        exceptions = dict.fromkeys(self._off, False) | dict.fromkeys(self._worked, True)
        self._exceptions = {day.toordinal(): works for day, works in exceptions.items()}
        self._years = frozenset(day.year for day in kinds)

    def knows(self, year: int) -> bool:
        """Whether the holidays of ``year`` are listed."""
        return year in self._years

    def unlisted_years(self, start: dt.date, end: dt.date) -> tuple[int, ...]:
        """The years from ``start`` to ``end`` whose holidays are not listed, to be told with a figure."""
        first, last = sorted((start.year, end.year))
        return tuple(year for year in range(first, last + 1) if not self.knows(year))

    def is_working(self, day: dt.date) -> bool:
        """Whether offices work on ``day``."""
        return self._works(day.toordinal())

    def _works(self, ordinal: int) -> bool:
        return self._exceptions.get(ordinal, 0 < ordinal % 7 < 6)  # ordinal 1 is a Monday

    def between(self, start: dt.date, end: dt.date) -> int:
        """How many working days follow ``start`` up to ``end``; below nought where ``end`` is before it."""
        return self._up_to(end) - self._up_to(start)

    def add(self, start: dt.date, n: int) -> dt.date:
        """The ``n``-th working day after ``start``; ``start`` itself for nought."""
        ordinal = start.toordinal()
        while n > 0:
            ordinal += 1
            n -= self._works(ordinal)
        return dt.date.fromordinal(ordinal)

    def _up_to(self, day: dt.date) -> int:
        """Working days from the beginning of time up to ``day``."""
        weeks, rest = divmod(day.toordinal(), 7)
        exchanged = bisect_right(self._worked, day) - bisect_right(self._off, day)
        return weeks * 5 + min(rest, 5) + exchanged


def _is_weekend(day: dt.date) -> bool:
    return day.weekday() >= _SATURDAY


def _day(code: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(code)
    except ValueError:
        return None
