"""Whether what the law wants posted was posted in time, in working days (ideas.md, D7)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from congtinh.languages import Bilingual
from congtinh.model import Item, SiteModel
from congtinh.numbering_gaps import own_issuers
from congtinh.periods import Period, WorkingDays
from congtinh.records.clocks import POST_IT, Clock
from congtinh.records.legal_document import LegalDocument
from congtinh.statistics.marks import (
    BACKFILLED,
    LATE,
    NO_LIMIT,
    ON_TIME,
    RUNNING,
    UNKNOWN,
    Mark,
)
from congtinh.statistics.terms_of_law import TermsOfLaw, TimeLimit
from congtinh.statistics.units_of_site import UnitsOfSite
from congtinh.vocabulary.limits import limit as limit_of

A_YEAR = dt.timedelta(days=365)
"""After so long another body's document is posted for reference: its term was that of the year of its issue."""
_SETTLED = (ON_TIME, LATE)


@dataclass(frozen=True, slots=True)
class Deadline:
    """One term of law: what it is about, how long it took and how long it may take.

    ``days`` are the working days after ``start`` up to ``end``, or up to the day of asking while
    it still runs; none are counted backwards.  ``due`` is the last day in time.  ``law`` is
    what sets the limit, ``None`` where the record itself sets it or nothing is known; ``rule`` names the
    limit where it is one of the vocabulary ``limits``.  ``unlisted_years`` are those whose holidays
    are not listed, so that only weekends were left out.
    """

    path: str
    id: str
    type: str
    unit: str
    what: Bilingual
    start: dt.date | None
    end: dt.date | None
    days: int | None
    limit_days: int | None
    due: dt.date | None
    section: str
    law: TimeLimit | None
    mark: Mark
    unlisted_years: tuple[int, ...]
    rule: Bilingual | None = None
    remedy: Bilingual = POST_IT

    @property
    def over(self) -> int:
        """By how many working days the limit was passed."""
        is_known = self.days is not None and self.limit_days is not None
        return max(0, self.days - self.limit_days) if is_known else 0  # type: ignore[operator]


@dataclass(frozen=True, slots=True)
class Punctuality:
    """How many terms of one unit (or of all: ``unit`` empty) stand under each mark."""

    unit: str
    marks: Mapping[Mark, int]

    @property
    def on_time(self) -> int:
        return self.marks[ON_TIME]

    @property
    def late(self) -> int:
        return self.marks[LATE]

    @property
    def percent(self) -> Fraction | None:
        """On time, of those that were kept or passed; ``None`` where there are none."""
        settled = sum(self.marks[mark] for mark in _SETTLED)
        return Fraction(100 * self.on_time, settled) if settled else None

    @property
    def all(self) -> int:
        return sum(self.marks.values())


@dataclass(frozen=True, slots=True)
class Deadlines:
    """The terms that ended in the counted days of a period, or still ran on the last of them."""

    rows: tuple[Deadline, ...]

    @property
    def late(self) -> tuple[Deadline, ...]:
        """Those that were passed, by most days first."""
        found = [row for row in self.rows if row.mark is LATE]
        return tuple(sorted(found, key=lambda row: (-row.over, row.path)))

    @property
    def whole(self) -> Punctuality:
        return _punctuality("", self.rows)

    @property
    def by_unit(self) -> tuple[Punctuality, ...]:
        """Of each unit that has terms, in the order of their codes; what names none first."""
        found: dict[str, list[Deadline]] = {}
        for row in self.rows:
            found.setdefault(row.unit, []).append(row)
        return tuple(_punctuality(unit, found[unit]) for unit in sorted(found))


def agency_issuers(model: SiteModel, units: UnitsOfSite) -> frozenset[str]:
    """The codes of ``issuers`` that the agency of the site is."""
    unit = units.by_id.get(units.agency)
    return own_issuers(unit, model.vocabularies["issuers"]) if unit else frozenset()


def deadlines(
    model: SiteModel, period: Period, working: WorkingDays, units: UnitsOfSite
) -> Deadlines:
    """Every term of the visible items, each item once whatever its languages, by day of end and path.

    What several items do after one document, such as explaining it, the first of them settles.
    """
    watch = _Watch(model, period, working, units)
    rows = (row for item, clock in watch.clocks(_each_once(model)) for row in watch.rows(item, clock))
    return Deadlines(tuple(sorted(rows, key=lambda row: (row.end or dt.date.max, row.path))))


def _each_once(model: SiteModel) -> Iterable[Item]:
    """The visible items, the Vietnamese one of a pair."""
    found: dict[tuple[str, str], Item] = {}
    for item in model.items:
        if item.record.visible(model.today) and (item.lang == "vi" or (item.type, item.id) not in found):
            found[item.type, item.id] = item
    return found.values()


class _Watch:
    """Reads the clocks of the items of a site."""

    def __init__(
        self, model: SiteModel, period: Period, working: WorkingDays, units: UnitsOfSite
    ) -> None:
        self._model, self._period, self._working, self._units = model, period, working, units
        self._agency = agency_issuers(model, units)
        self._terms = TermsOfLaw(model.vocabularies)
        self._limits = model.vocabularies["limits"]

    def clocks(self, items: Iterable[Item]) -> Iterator[tuple[Item, Clock]]:
        """The clocks of the items, with the day of issue that starts them; of one document the first to end."""
        first: dict[tuple[Bilingual, str], tuple[Item, Clock]] = {}
        for item in items:
            for clock in item.record.clocks(self._agency):
                found = self._model.find("legal_document", clock.after, item.lang)
                if found is None or not isinstance(found.record, LegalDocument):
                    yield item, clock
                    continue
                begun = clock._replace(start=clock.start or found.record.issued)
                if clock.each:
                    yield item, begun
                    continue
                _, known = first.setdefault((clock.what, found.id), (item, begun))
                if (begun.end or dt.date.max) < (known.end or dt.date.max):
                    first[clock.what, found.id] = item, begun
        yield from first.values()

    def rows(self, item: Item, clock: Clock) -> Iterator[Deadline]:
        """The term, where it ended in the period or was open on its last day."""
        last = self._period.last
        if clock.end is not None and clock.end <= last:
            if self._period.contains(clock.end):
                yield self._read(item, clock, clock.end)
        elif clock.start is not None and self._is_open(clock, clock.start):
            yield self._read(item, clock, None)

    def _is_open(self, clock: Clock, start: dt.date) -> bool:
        """Whether the term ran on the last day; that of another body's old document runs no more."""
        last = self._period.last
        return start <= last and (clock.own or last - start <= A_YEAR)

    def _read(self, item: Item, clock: Clock, end: dt.date | None) -> Deadline:
        start = clock.start
        limit, term, due = self._limit(item, clock)
        known = self._limits.get(clock.limit) if clock.limit else None
        until = end or self._period.last
        days = max(0, self._working.between(start, until)) if start else None
        return Deadline(
            item.path,
            item.id,
            item.type,
            self._units.meant(clock.unit or item.record.unit or ""),
            clock.what,
            start,
            end,
            days,
            limit,
            due,
            clock.section or (term.section if term else ""),
            term,
            _mark(clock, start, end, days, limit),
            self._working.unlisted_years(start, until) if start else (),
            known.label if known else None,
            clock.remedy,
        )

    def _limit(self, item: Item, clock: Clock) -> tuple[int | None, TimeLimit | None, dt.date | None]:
        """Working days allowed, the law that says so, and the last day in time."""
        start = clock.start
        if start is None:
            return clock.limit_days, None, None
        due = clock.due or self._due_in_days(start, clock.limit)
        if due:
            return max(0, self._working.between(start, due)), None, due
        days, term = clock.limit_days, None
        if clock.limit:
            days = limit_of(self._model.vocabularies, clock.limit)
        elif days is None:
            term = self._terms.of(start, (clock.section,) if clock.section else item.sections, clock.own)
            days = term.days if term else None
        return days, term, self._working.add(start, days) if days is not None else None

    def _due_in_days(self, start: dt.date, code: str) -> dt.date | None:
        """The last day of a limit that counts all days."""
        term = self._limits.get(code) if code else None
        if term is None or term.text("unit") != "days":
            return None
        return start + dt.timedelta(days=limit_of(self._model.vocabularies, code))


def _mark(clock: Clock, start: dt.date | None, end: dt.date | None, days: int | None, limit: int | None) -> Mark:
    if start is None or days is None:
        return UNKNOWN
    if limit is None:
        return NO_LIMIT
    if days <= limit:
        return ON_TIME if end else RUNNING
    return BACKFILLED if not clock.own and end and end - start > A_YEAR else LATE


def _punctuality(unit: str, rows: Iterable[Deadline]) -> Punctuality:
    found = Counter(row.mark for row in rows)
    every = (ON_TIME, LATE, RUNNING, BACKFILLED, NO_LIMIT, UNKNOWN)
    return Punctuality(unit, {mark: found[mark] for mark in every})
