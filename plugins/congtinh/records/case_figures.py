"""Cases of an administrative procedure in one period, and whether their numbers agree (E.10, R23)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache
from typing import Protocol

from congtinh.errors import N_, Severity
from congtinh.periods import Period, PeriodFault, parse_period
from congtinh.records.counting import Count
from congtinh.records.faults import Fault
from congtinh.records.fields import Text, entry
from congtinh.records.parts import Part

CASES = "cases"
"""The measure that counts cases, of the kinds below."""
RECEIVED, CARRIED, DONE, ON_TIME, LATE = "received", "carried_over", "done", "on_time", "late"
KINDS = {RECEIVED: "received", DONE: "done", ON_TIME: "on-time", LATE: "late"}
"""Fields to kinds of the measure; what was carried over was received before."""


class CaseFigures(Protocol):
    """The numbers of one period, as a row of their own or inside a procedure."""

    @property
    def period(self) -> str | None: ...
    @property
    def received(self) -> int | None: ...
    @property
    def carried_over(self) -> int | None: ...
    @property
    def done(self) -> int | None: ...
    @property
    def on_time(self) -> int | None: ...
    @property
    def late(self) -> int | None: ...


class PeriodCases(Part):
    """The cases of one period."""

    period: Text = entry(
        "Kỳ", "Period", mandatory=True, rule=("2026-05, Q2-2026, 6T-2026 hoặc 2026.", "2026-05, Q2-2026, 6T-2026 or 2026.")
    )
    received: int = entry("Tiếp nhận trong kỳ", "Received", mandatory=True, ge=0)
    carried_over: int | None = entry("Kỳ trước chuyển sang", "Carried over", ge=0)
    done: int = entry("Đã giải quyết", "Done", mandatory=True, ge=0)
    on_time: int | None = entry("Đúng hạn", "On time", ge=0)
    late: int | None = entry("Quá hạn", "Late", ge=0)


@lru_cache(maxsize=1024)
def period_of(words: str | None) -> Period | None:
    """The period that words mean; ``None`` where they mean none."""
    try:
        return parse_period(words or "")
    except PeriodFault:
        return None


def last_day(of: CaseFigures) -> dt.date | None:
    """The last day of the period: its cases count on it."""
    period = period_of(of.period)
    return period.end if period else None


def case_counts(of: CaseFigures, procedure: str) -> Iterator[Count]:
    """What one period counts for; ``procedure`` names that whose cases these are."""
    period = period_of(of.period)
    if period is None:
        return
    for name, kind in KINDS.items():
        value = getattr(of, name)
        if value:
            yield Count(CASES, kind, value, f"{procedure} {period.start} {period.end}", period.end)


def case_faults(of: CaseFigures, severity: Severity, within: str = "") -> Iterator[Fault]:
    """Numbers that cannot be: more done than there was, parts that are not the whole."""
    if of.period and period_of(of.period) is None:
        remedy = N_("Write a month, quarter or year: 2026-05, Q2-2026, 2026")
        yield Fault(f"{within}period", N_("is not a period"), remedy, rule="E.10", value=of.period)
    there = (of.received or 0) + (of.carried_over or 0)
    if of.received is not None and of.done is not None and of.done > there:
        yield Fault(
            f"{within}done",
            N_("is more than the {there} received and carried over"),
            N_("Check the numbers of the period"),
            severity,
            "R23",
            str(of.done),
            {"there": there},
        )
    if None not in (of.done, of.on_time, of.late) and of.on_time + of.late != of.done:  # type: ignore[operator]
        yield Fault(
            f"{within}done",
            N_("is not the sum of on_time and late, {sum}"),
            N_("Check the numbers of the period"),
            severity,
            "R23",
            str(of.done),
            {"sum": of.on_time + of.late},  # type: ignore[operator]
        )


def to_come(of: CaseFigures, today: dt.date, within: str = "") -> Iterator[Fault]:
    """Cases of a period that has not begun: nobody can have counted them."""
    period = period_of(of.period)
    if period and period.start > today:
        remedy = N_("Write a month, quarter or year: 2026-05, Q2-2026, 2026")
        yield Fault(f"{within}period", N_("is in the future"), remedy, rule="E.10", value=of.period)
