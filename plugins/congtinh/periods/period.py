"""Periods of a report: a month, quarter, half, nine months or year of a cut-off profile, or any days."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from congtinh.errors import N_
from congtinh.languages import Bilingual
from congtinh.periods.cutoffs import CutOff, cut_off
from congtinh.periods.faults import PeriodFault
from congtinh.periods.labels import label_of

Kind = Literal["month", "quarter", "6m", "9m", "year", "free"]

MONTHS: Mapping[str, int] = {"month": 1, "quarter": 3, "6m": 6, "9m": 9, "year": 12}
"""How many months a period of each kind has."""

_NUMBERS: Mapping[str, int] = {"month": 12, "quarter": 4, "6m": 2, "9m": 1, "year": 1}
_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """The days from ``start`` to ``end``, both counted.

    ``number`` is that of the month, quarter or half in ``year``, 1 for nine months and years, 0 for
    free days.  ``as_of`` is the last day that is counted, where the report is asked for before the
    period ends.  ``cutoff`` is the code of ``rule``, which free days have no use for.
    """

    kind: Kind
    number: int
    year: int
    cutoff: str
    start: dt.date
    end: dt.date
    as_of: dt.date | None = None
    rule: CutOff = field(default_factory=lambda: cut_off("calendar"), repr=False, compare=False)

    @classmethod
    def of(cls, kind: Kind, number: int, year: int, rule: CutOff | None = None) -> Period:
        """A period of a profile, of the calendar unless told; ``PeriodFault`` where it has none such."""
        rule = rule or cut_off("calendar")
        if kind not in rule.kinds:
            remedy = N_("Write a period such as {choices}, or another cut-off profile")
            shown = ", ".join(_code(k, 1, year) for k in rule.kinds)
            raise PeriodFault(N_("is not a period of “{profile}”"), remedy, _code(kind, number, year),
                              choices=shown, profile=rule.code)  # fmt: skip
        if not 1 <= number <= _NUMBERS[kind]:
            remedy = N_("Write a number from 1 to {last}")
            raise PeriodFault(N_("does not exist"), remedy, _code(kind, number, year), last=_NUMBERS[kind])
        start, end = rule.span(year, _first_month(kind, number), MONTHS[kind])
        return cls(kind, number, year, rule.code, start, end, None, rule)

    @classmethod
    def free(cls, start: dt.date, end: dt.date) -> Period:
        """The days from ``start`` to ``end``; ``PeriodFault`` where they run backwards."""
        if end < start:
            remedy = N_("Write the first day first: {end}..{start}")
            raise PeriodFault(N_("ends before it begins"), remedy, f"{start}..{end}", start=start, end=end)
        return cls("free", 0, start.year, "calendar", start, end)

    def at(self, day: dt.date | None) -> Period:
        """The period counted up to ``day``; whole where ``day`` is none or not before its end."""
        if day is None or day >= self.end:
            return replace(self, as_of=None)
        if day < self.start:
            remedy = N_("Write a day from {start} to {end}")
            raise PeriodFault(N_("is before the period begins"), remedy, day.isoformat(),
                              start=self.start, end=self.end)  # fmt: skip
        return replace(self, as_of=day)

    @property
    def last(self) -> dt.date:
        """The last day that is counted."""
        return self.as_of or self.end

    @property
    def days(self) -> tuple[dt.date, dt.date]:
        """First and last day that are counted."""
        return self.start, self.last

    @property
    def is_partial(self) -> bool:
        """Whether days of the period are not counted yet."""
        return self.as_of is not None

    def contains(self, day: dt.date) -> bool:
        """Whether ``day`` is counted."""
        return self.start <= day <= self.last

    @property
    def code(self) -> str:
        """The short name that ``parse_period`` reads: ``T5-2026``, ``6T-2026``, ``N-2026``."""
        if self.kind == "free":
            return f"{self.start}..{self.end}"
        return _code(self.kind, self.number, self.year)

    @property
    def label(self) -> Bilingual:
        """The period as reports name it: “6 tháng đầu năm 2026”, “first half of 2026”."""
        return label_of(self.kind, self.number, self.year, self.start, self.end)

    def previous(self) -> Period:
        """The whole period of the same kind that ends the day before this one begins.

        Nine months follow no nine months: theirs is that of the year before.  Free days that are
        whole months are preceded by as many months, others by as many days.
        """
        if self.kind == "free":
            return self._days_before()
        if self.kind == "9m":
            return Period.of(self.kind, self.number, self.year - 1, self.rule)
        place = self.year * _NUMBERS[self.kind] + self.number - 2
        year, number = divmod(place, _NUMBERS[self.kind])
        return Period.of(self.kind, number + 1, year, self.rule)

    def same_last_year(self) -> Period:
        """The same period a year before, counted up to the same day where this one is partial."""
        if self.kind == "free":
            before = Period.free(_year_before(self.start), self._end_a_year_before())
        else:
            before = Period.of(self.kind, self.number, self.year - 1, self.rule)
        return before.at(_year_before(self.as_of)) if self.as_of else before

    def month_of(self, day: dt.date) -> tuple[int, int]:
        """Year and month under which the period counts ``day``."""
        return (day.year, day.month) if self.kind == "free" else self.rule.month_of(day)

    def months(self) -> list[tuple[int, int]]:
        """Year and month of each month of the period, those not counted yet as well."""
        year, month = self.month_of(self.start)
        last_year, last = self.month_of(self.end)
        first, count = year * 12 + month - 1, (last_year - year) * 12 + last - month + 1
        return [(place // 12, place % 12 + 1) for place in range(first, first + count)]

    @property
    def month_count(self) -> int:
        """How many months the period touches."""
        return len(self.months())

    @property
    def counted_months(self) -> int:
        """How many of its months have begun by the last day that is counted: an average is over these."""
        last = self.month_of(self.last)
        return sum(month <= last for month in self.months())

    @property
    def _has_whole_months(self) -> bool:
        return self.start.day == 1 and (self.end + _ONE_DAY).day == 1

    def _days_before(self) -> Period:
        end = self.start - _ONE_DAY
        if not self._has_whole_months:
            return Period.free(end - (self.end - self.start), end)
        return Period.free(self._calendar_first(-self.month_count), end)

    def _calendar_first(self, months: int) -> dt.date:
        place = self.start.year * 12 + self.start.month - 1 + months
        return dt.date(place // 12, place % 12 + 1, 1)

    def _end_a_year_before(self) -> dt.date:
        if not self._has_whole_months:
            return _year_before(self.end)
        year, month = self.end.year - 1, self.end.month
        return dt.date(year, month, calendar.monthrange(year, month)[1])


def _first_month(kind: str, number: int) -> int:
    return (number - 1) * MONTHS[kind] + 1


def _code(kind: str, number: int, year: int) -> str:
    if kind == "6m":
        return f"6T-{year}" if number == 1 else f"6TC-{year}"
    return {"month": f"T{number}", "quarter": f"Q{number}", "9m": "9T", "year": "N"}[kind] + f"-{year}"


def _year_before(day: dt.date) -> dt.date:
    """The same day a year before; 28 February for the 29th."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if is_leap_day else day.day)
