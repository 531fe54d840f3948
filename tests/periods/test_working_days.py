"""Working days, counted from the lists of holidays that are announced."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.periods import WorkingDays
from congtinh.vocabulary.registry import Vocabularies

WORKING = WorkingDays(Vocabularies.load()[0]["holidays"])
DAYS = st.dates(dt.date(2024, 6, 1), dt.date(2027, 6, 30))


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2026-11-20", "2026-11-20", 0),
        ("2026-11-20", "2026-11-23", 1),
        ("2026-11-16", "2026-11-20", 4),
        ("2026-02-13", "2026-02-23", 1),
        ("2026-08-20", "2026-08-24", 3),
        ("2026-08-28", "2026-09-03", 1),
        ("2026-04-24", "2026-04-28", 1),
        ("2025-04-25", "2025-05-05", 4),
    ],
)
def test_weekends_holidays_and_exchanged_days(start: str, end: str, days: int) -> None:
    """Tết and Quốc khánh are left out, a Saturday worked in exchange is counted."""
    assert WORKING.between(day(start), day(end)) == days


@given(DAYS, DAYS, DAYS)
def test_working_days_add_up(one: dt.date, two: dt.date, three: dt.date) -> None:
    """From one day to a second and on to a third is as far as straight on; backwards counts below nought."""
    straight = WORKING.between(one, three)

    assert WORKING.between(one, two) + WORKING.between(two, three) == straight
    assert WORKING.between(three, one) == -straight


@given(DAYS, DAYS)
def test_the_count_is_that_of_the_single_days(one: dt.date, two: dt.date) -> None:
    """Counting in weeks gives what counting day by day gives."""
    start, end = sorted((one, two))
    every = (start + dt.timedelta(days=n) for n in range(1, (end - start).days + 1))

    assert WORKING.between(start, end) == sum(map(WORKING.is_working, every))


@given(DAYS, st.integers(0, 60))
def test_the_last_day_of_a_term_is_so_many_working_days_away(start: dt.date, n: int) -> None:
    """``add`` undoes ``between`` and ends on a working day."""
    due = WORKING.add(start, n)

    assert WORKING.between(start, due) == n
    assert n == 0 or WORKING.is_working(due)


def test_a_year_without_a_list_is_not_known() -> None:
    """Lunar holidays are never computed: only weekends are left out, and the figure can say so."""
    assert WORKING.knows(2025)
    assert WORKING.knows(2026)
    assert not WORKING.knows(2027)
    assert WORKING.unlisted_years(day("2023-05-01"), day("2026-01-02")) == (2023, 2024)
    assert WORKING.between(day("2027-01-01"), day("2027-01-08")) == 5


def test_the_24th_of_november_is_a_working_day_until_it_is_confirmed(tmp_path: Path) -> None:
    """An announcement that could not be confirmed is left out; a department adds it in its own file."""
    text = '["2026-11-24"]\nvi = "Ngày Văn hóa"\nen = "Culture Day"\nkind = "holiday"\n'
    (tmp_path / "holidays_2026.toml").write_text(text, encoding="utf-8")
    vocabularies, problems = Vocabularies.load(tmp_path)

    assert problems == []
    assert WORKING.is_working(day("2026-11-24"))
    assert not WorkingDays(vocabularies["holidays"]).is_working(day("2026-11-24"))
