"""Periods and days as people type them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.periods import Period, PeriodFault, parse_day, parse_period
from congtinh.vocabulary.registry import Vocabularies
from tests.periods.test_period import free, named


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("T5-2026", "T5-2026"),
        ("t05/2026", "T5-2026"),
        ("5/2026", "T5-2026"),
        ("2026-05", "T5-2026"),
        ("Tháng 5/2026", "T5-2026"),
        ("6/2026", "T6-2026"),
        ("9-2026", "T9-2026"),
        ("Q2-2026", "Q2-2026"),
        ("qII-2026", "Q2-2026"),
        ("Quý IV/2026", "Q4-2026"),
        ("6T-2026", "6T-2026"),
        ("6 tháng năm 2026", "6T-2026"),
        ("6 tháng đầu năm 2026", "6T-2026"),
        ("6TC-2026", "6TC-2026"),
        ("6tcuoi-2026", "6TC-2026"),
        ("6 tháng cuối năm 2026", "6TC-2026"),
        ("9t-2026", "9T-2026"),
        ("N-2026", "N-2026"),
        ("2026", "N-2026"),
        (" năm 2026 ", "N-2026"),
        ("2026-01-05..2026-03-31", "2026-01-05..2026-03-31"),
        ("05/01/2026..31/03/2026", "2026-01-05..2026-03-31"),
        ("05/01/2026 - 31/03/2026", "2026-01-05..2026-03-31"),
        ("từ 5/1/2026 đến hết ngày 31/3/2026", "2026-01-05..2026-03-31"),
        ("01/2026-03/2026", None),
    ],
)
def test_the_spellings_of_a_period(written: str, code: str | None) -> None:
    """What departments write for one period means that period, whatever case and marks."""
    if code is None:
        with pytest.raises(PeriodFault):
            parse_period(written)
    else:
        assert parse_period(written).code == code


@given(named() | free(), st.sampled_from([str, str.lower, str.upper]))
def test_code_and_label_are_read_back(period: Period, case: type[str]) -> None:
    """Whatever the kit prints for a period can be typed to ask for it."""
    for written in (period.code, period.label.vi):
        assert parse_period(case(written), period.rule) == period


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("T13-2026", "from 1 to 12"),
        ("0/2026", "from 1 to 12"),
        ("Q5-2026", "from 1 to 4"),
        ("T5", "T5-2026"),
        ("", "6T-2026"),
        ("nửa năm", "6T-2026"),
        ("2026-02-30..2026-03-01", "2026-11-22"),
        ("hôm qua..hôm nay", "2026-11-22"),
    ],
)
def test_what_is_no_period_is_told_with_what_to_write(written: str, remedy: str) -> None:
    """The message quotes what was written and names what can be."""
    with pytest.raises(PeriodFault) as told:
        parse_period(written)

    assert remedy in str(told.value)


def test_an_unknown_profile_is_told_with_those_there_are() -> None:
    """A slip in ``--cutoff`` does not end in a traceback."""
    with pytest.raises(PeriodFault, match="calendar, nd09, nd43-annual"):
        parse_period("6T-2026", "nd9")


def test_a_report_before_the_end_is_as_of_its_day() -> None:
    """Asked on 27 May for a period that ends on 30 June (S1), the report counts up to that day."""
    period = parse_period("6T-2022", as_of=dt.date(2022, 5, 27))

    assert period.is_partial
    assert period.days == (dt.date(2022, 1, 1), dt.date(2022, 5, 27))
    assert period.end == dt.date(2022, 6, 30)


def test_a_department_adds_the_cut_off_of_its_province(tmp_path: Path) -> None:
    """A province whose months end on the 24th names it in its own vocabulary."""
    text = '[ngay-25]\nvi = "Từ ngày 25"\nen = "From the 25th"\nfirst_day = 25\nmonth_before = true\n'
    (tmp_path / "cutoffs.toml").write_text(text, encoding="utf-8")
    vocabularies, problems = Vocabularies.load(tmp_path)
    period = parse_period("T3-2026", "ngay-25", vocabularies=vocabularies)

    assert problems == []
    assert period.days == (dt.date(2026, 2, 25), dt.date(2026, 3, 24))
    assert period.previous().days == (dt.date(2026, 1, 25), dt.date(2026, 2, 24))


@pytest.mark.parametrize(("key", "value"), [("first_day", "31"), ("kinds", '["week"]')])
def test_a_faulty_profile_is_told(tmp_path: Path, key: str, value: str) -> None:
    """A month has no 31st day every time, and there are no weeks."""
    text = f'[rieng]\nvi = "Riêng"\nen = "Own"\n{key} = {value}\n'
    (tmp_path / "cutoffs.toml").write_text(text, encoding="utf-8")
    problems = Vocabularies.load(tmp_path)[1]

    assert [problem.field for problem in problems] == [f"rieng.{key}"]


@given(st.dates())
def test_days_are_read_in_both_forms(day: dt.date) -> None:
    """ISO 8601 and day first, with one figure or two."""
    assert parse_day(day.isoformat()) == day
    assert parse_day(f"{day.day}/{day.month}/{day.year:04d}") == day
    assert parse_day(f"ngày {day.day:02d} tháng {day.month} năm {day.year:04d}") == day
