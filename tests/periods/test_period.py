"""Periods of a report: their days, their neighbours, their names."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.periods import CutOff, Kind, Period, PeriodFault, cut_off

ONE_DAY = dt.timedelta(days=1)
KINDS: tuple[tuple[Kind, int], ...] = (("month", 12), ("quarter", 4), ("6m", 2), ("9m", 1), ("year", 1))
YEARS = st.integers(1950, 2090)
RULES = st.sampled_from([cut_off("calendar"), cut_off("nd09")])
DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2090, 12, 31))


@st.composite
def named(draw: st.DrawFn) -> Period:
    """A period of a profile, of any kind."""
    kind, last = draw(st.sampled_from(KINDS))
    return Period.of(kind, draw(st.integers(1, last)), draw(YEARS), draw(RULES))


@st.composite
def free(draw: st.DrawFn) -> Period:
    """Free days, often whole months."""
    start, end = sorted((draw(DAYS), draw(DAYS)))
    if draw(st.booleans()):
        start, end = start.replace(day=1), (end.replace(day=28) + 4 * ONE_DAY).replace(day=1) - ONE_DAY
    return Period.free(start, end)


@pytest.mark.parametrize(
    ("kind", "number", "start", "end"),
    [
        ("month", 1, "2025-12-15", "2026-01-14"),
        ("month", 5, "2026-04-15", "2026-05-14"),
        ("quarter", 1, "2025-12-15", "2026-03-14"),
        ("quarter", 3, "2026-06-15", "2026-09-14"),
        ("6m", 1, "2025-12-15", "2026-06-14"),
        ("9m", 1, "2025-12-15", "2026-09-14"),
        ("year", 1, "2025-12-15", "2026-12-14"),
    ],
)
def test_the_periods_of_decree_09(kind: Kind, number: int, start: str, end: str) -> None:
    """NĐ 09/2019: a month runs from the 15th of the month before, and all else follows (law.md, B.9)."""
    period = Period.of(kind, number, 2026, cut_off("nd09"))

    assert (period.start.isoformat(), period.end.isoformat()) == (start, end)
    assert period.cutoff == "nd09"


def test_the_yearly_report_of_decree_43_covers_the_year_to_30_november() -> None:
    """Sent before 1 December, it has whole years that follow each other, and no other periods."""
    year = Period.of("year", 1, 2026, cut_off("nd43-annual"))

    assert year.days == (dt.date(2025, 12, 1), dt.date(2026, 11, 30))
    assert year.previous().end + ONE_DAY == year.start
    with pytest.raises(PeriodFault, match="N-2026"):
        Period.of("quarter", 1, 2026, cut_off("nd43-annual"))


@given(YEARS, RULES, st.sampled_from([k for k in KINDS if k[0] != "9m"]))
def test_periods_of_a_kind_tile_the_year(year: int, rule: CutOff, kind: tuple[Kind, int]) -> None:
    """Months, quarters and halves follow each other without gap or overlap, from the first day to the last."""
    whole = Period.of("year", 1, year, rule)
    parts = [Period.of(kind[0], number, year, rule) for number in range(1, kind[1] + 1)]

    assert (parts[0].start, parts[-1].end) == (whole.start, whole.end)
    assert all(one.end + ONE_DAY == other.start for one, other in pairwise(parts))
    assert [month for part in parts for month in part.months()] == whole.months()


@given(named() | free())
def test_the_previous_period_ends_the_day_before(period: Period) -> None:
    """Nothing lies between a period and the one before; nine months alone look a year back."""
    before = period.previous()

    assert before.kind == period.kind
    if period.kind == "9m":
        assert before == period.same_last_year()
    else:
        assert before.end + ONE_DAY == period.start
        assert before.month_count == period.month_count or period.kind == "free"


def test_free_days_are_preceded_by_as_many_days_or_whole_months() -> None:
    """The quarter before is a quarter, though its months are of another length."""
    first = Period.free(dt.date(2026, 4, 1), dt.date(2026, 6, 30)).previous()
    second = Period.free(dt.date(2026, 1, 5), dt.date(2026, 3, 31)).previous()

    assert first.code == "2026-01-01..2026-03-31"
    assert second.code == "2025-10-11..2026-01-04"


@given(named() | free(), st.data())
def test_the_same_period_last_year_is_counted_as_far(period: Period, data: st.DataObject) -> None:
    """Like is compared with like: of a partial period, the same days of the year before."""
    day = data.draw(st.dates(period.start, period.end))
    partial = period.at(day)
    before = partial.same_last_year()

    assert (before.year, before.number) == (period.year - 1, period.number)
    assert before.start <= before.last <= before.end < period.end
    assert abs((partial.last - before.last).days - 365) <= 1
    assert period.same_last_year().as_of is None


@given(named() | free(), DAYS)
def test_as_of_counts_no_later_day(period: Period, day: dt.date) -> None:
    """A day before the end makes the period partial, a later one leaves it whole, an earlier one is a fault."""
    if day < period.start:
        with pytest.raises(PeriodFault, match="before the period begins"):
            period.at(day)
        return
    counted = period.at(day)

    assert counted.last == min(day, period.end) == counted.days[1]
    assert counted.is_partial == (day < period.end)
    assert counted.contains(counted.last)
    assert not counted.contains(counted.last + ONE_DAY)
    assert not counted.contains(counted.start - ONE_DAY)


@given(named() | free(), st.data())
def test_each_day_belongs_to_one_of_the_months(period: Period, data: st.DataObject) -> None:
    """What is counted by month adds up to the period."""
    day = data.draw(st.dates(period.start, period.end))

    assert period.month_of(day) in period.months()
    assert period.month_of(period.start) == period.months()[0]
    assert period.month_of(period.end) == period.months()[-1]
    assert period.month_count == len(set(period.months()))


@given(RULES, DAYS)
def test_a_day_lies_in_the_month_it_is_counted_under(rule: CutOff, day: dt.date) -> None:
    """``month_of`` and the span of a month are one rule."""
    year, month = rule.month_of(day)

    assert Period.of("month", month, year, rule).contains(day)


@pytest.mark.parametrize(
    ("period", "code", "vi", "en"),
    [
        (Period.of("month", 5, 2026), "T5-2026", "tháng 5 năm 2026", "May 2026"),
        (Period.of("month", 1, 2026), "T1-2026", "tháng 01 năm 2026", "January 2026"),
        (Period.of("quarter", 2, 2026), "Q2-2026", "quý II năm 2026", "second quarter of 2026"),
        (Period.of("6m", 1, 2026), "6T-2026", "6 tháng đầu năm 2026", "first half of 2026"),
        (Period.of("6m", 2, 2026), "6TC-2026", "6 tháng cuối năm 2026", "second half of 2026"),
        (Period.of("9m", 1, 2026), "9T-2026", "9 tháng đầu năm 2026", "first nine months of 2026"),
        (Period.of("year", 1, 2026), "N-2026", "năm 2026", "year 2026"),
        (
            Period.free(dt.date(2026, 1, 5), dt.date(2026, 3, 31)),
            "2026-01-05..2026-03-31",
            "từ ngày 05 tháng 01 năm 2026 đến ngày 31 tháng 3 năm 2026",
            "from 5 January 2026 to 31 March 2026",
        ),
    ],
)
def test_a_period_is_named_as_reports_name_it(period: Period, code: str, vi: str, en: str) -> None:
    """Codes for commands and files, words of official reports for readers."""
    assert (period.code, *period.label) == (code, vi, en)


def test_days_that_run_backwards_are_told_the_right_way_round() -> None:
    """The fault says what to write."""
    with pytest.raises(PeriodFault, match=r"2026-01-01\.\.2026-03-01"):
        Period.free(dt.date(2026, 3, 1), dt.date(2026, 1, 1))
