"""Atomic counts asked for: what of a measure, a type, a section, a unit, a language, in which days."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any, Protocol

from congtinh.statistics.tallies import Tally


class Days(Protocol):
    """A stretch of days; ``periods.Period`` is one."""

    @property
    def start(self) -> dt.date: ...
    @property
    def last(self) -> dt.date: ...


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be counted; an empty field asks for all there is.

    ``language``: ``vi`` or ``en``, empty for both with each thing once, ``each`` for the sum of both.
    """

    measure: str
    types: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    author_kinds: tuple[str, ...] = ()
    language: str = ""

    def has(self, row: Tally) -> bool:
        """Whether a row is counted; of both languages together, what is repeated is not."""
        return (
            (not self.types or row.type in self.types)
            and (not self.kinds or row.kind in self.kinds)
            and (not self.sections or any(one in self.sections for one in row.sections))
            and (not self.categories or row.category in self.categories)
            and (not self.units or row.unit in self.units)
            and (not self.author_kinds or row.author_kind in self.author_kinds)
            and self._is_of_language(row)
        )

    def _is_of_language(self, row: Tally) -> bool:
        if self.language == "each":
            return True
        return row.language == self.language if self.language else not row.repeated

    def within(self, other: Wanted) -> Wanted:
        """What is asked for here and there: an empty field leaves that of the other."""
        named = (f.name for f in fields(self) if f.name != "measure")
        return replace(self, **{n: getattr(self, n) or getattr(other, n) for n in named})


class Counts:
    """All atomic counts of a site on one day."""

    def __init__(self, rows: Sequence[Tally]) -> None:
        """``rows`` stand in the order of their days."""
        self.rows = rows
        self._known_days: dict[str, list[dt.date]] = {}

    @cached_property
    def _by_measure(self) -> dict[str, list[Tally]]:
        found: dict[str, list[Tally]] = {}
        for row in self.rows:
            found.setdefault(row.measure, []).append(row)
        return found

    def _days(self, measure: str) -> list[dt.date]:
        """The days of the rows of a measure, in their order; what bears none comes first."""
        if measure not in self._known_days:
            rows = self._by_measure.get(measure, ())
            self._known_days[measure] = [row.day or dt.date.min for row in rows]
        return self._known_days[measure]

    def of(self, wanted: Wanted, days: Days | None = None) -> tuple[Tally, ...]:
        """The rows that are wanted, of some days or of all, in the order of day and path."""
        rows = self._by_measure.get(wanted.measure, [])
        if days is not None:
            known = self._days(wanted.measure)
            rows = rows[bisect_left(known, days.start) : bisect_right(known, days.last)]
        return tuple([row for row in rows if wanted.has(row)])

    def value(self, wanted: Wanted, days: Days | None = None) -> int:
        """How many."""
        return sum(row.value for row in self.of(wanted, days))

    def until(self, wanted: Wanted, last: dt.date) -> tuple[Tally, ...]:
        """The rows from the beginning to a day, and those that bear none."""
        rows = self._by_measure.get(wanted.measure, ())
        return tuple(r for r in rows if (r.day is None or r.day <= last) and wanted.has(r))


def by_month(rows: Iterable[Tally]) -> Counter[str]:
    """Values by month, ``2026-05``; what bears no day under an empty one."""
    found: Counter[str] = Counter()
    for row in rows:
        found[row.day.isoformat()[:7] if row.day else ""] += row.value
    return found


def published(rows: Iterable[Tally]) -> Iterator[dict[str, Any]]:
    """The rows added up by month and by all they are counted by, as open data tells them."""
    found: Counter[tuple[tuple[Any, ...], str]] = Counter()
    months: dict[dt.date | None, str] = {None: ""}
    for row in rows:
        month = months.get(row.day)
        if month is None:
            assert row.day is not None
            month = months[row.day] = row.day.isoformat()[:7]
        found[(*row[:8], row.repeated), month] += row.value
    for (told, month), value in sorted(found.items()):
        measure, kind, type_, sections, category, unit, language, author_kind, repeated = told
        yield {
            "measure": measure,
            "type": type_,
            "section": ";".join(sections),
            "category": category,
            "unit": unit,
            "language": language,
            "author_kind": author_kind,
            "month": month,
            "kind": kind,
            "repeated": repeated,
            "value": value,
        }
