"""Weeks by ISO 8601, and hours of a day in the ways that offices write them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.periods.hours import Hours, clock, parse_hours
from congtinh.periods.weeks import Week, parse_week, week_of

DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2100, 12, 31))


@given(DAYS)
def test_a_day_lies_in_its_week(day: dt.date) -> None:
    """A week holds its seven days, its code leads back to it, and the next begins when it ends."""
    week = week_of(day)
    assert day in week.days
    assert week.days[0].weekday() == 0
    assert parse_week(week.code) == week
    assert week.following.monday - week.sunday == dt.timedelta(days=1)


def test_a_sunday_ends_its_week() -> None:
    """22 November 2026 is the last day of week 47, and 1 January 2027 lies in a week of 2026."""
    assert week_of(dt.date(2026, 11, 22)) == Week(2026, 47)
    assert week_of(dt.date(2027, 1, 1)).code == "2026-W53"


@pytest.mark.parametrize("text", ["2026-W54", "2025-W53", "2026-W00", "tuần này", "47", "0000-W01"])
def test_what_is_no_week(text: str) -> None:
    """2026 has 53 weeks and 2025 has 52; other words are no week."""
    assert parse_week(text) is None


@given(st.integers(0, 1438), st.integers(1, 1440))
def test_hours_are_read_as_they_are_written(start: int, length: int) -> None:
    """What is told can be read back."""
    hours = Hours(start, min(start + length, 1440))
    assert parse_hours(hours.text) == hours
    assert parse_hours(clock(start)) == Hours(start)


@pytest.mark.parametrize(
    ("text", "told"),
    [("8 giờ 30 – 11 giờ 00", "08:30–11:00"), ("14h-16h30", "14:00–16:30"), ("7g30", "07:30"),
     ("9 giờ đến 10 giờ 15 phút", "09:00–10:15"), ("9.00 to 10.30", "09:00–10:30")],
)  # fmt: skip
def test_spellings_of_offices(text: str, told: str) -> None:
    """Hours as schedules of offices have them."""
    found = parse_hours(text)
    assert found is not None
    assert found.text == told


@pytest.mark.parametrize("text", ["", "sáng", "25:00", "10:75", "11:00–08:00", "8:00–8:00", "24:00", "15"])
def test_what_are_no_hours(text: str) -> None:
    """No time of a day, or an end that is not after the beginning; a number alone may mean anything."""
    assert parse_hours(text) is None
