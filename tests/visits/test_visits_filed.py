"""Months of visits as records: written once, never made less, each with its source and day."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from congtinh.build.one_file import written
from congtinh.records.packing import record_digest
from congtinh.records.reading import read_record
from congtinh.records.usage import Usage
from congtinh.visits.filing import Fate, filed
from congtinh.visits.months import Month
from congtinh.vocabulary.registry import Vocabularies

VOCABULARIES, _ = Vocabularies.load()
TODAY = dt.date(2026, 11, 22)
WHOLE = frozenset(f"2026-10-{day:02}" for day in range(1, 32))
OWN = "---\nperiod: 2026-10\nvisits_vi: {vi}\nvisits_source: {source}\nunit: van-phong\nstatus: published\n---\nLời.\n"


def month(vi: int = 90, en: int = 10) -> Month:
    return Month("2026-10", Counter(vi=vi, en=en), Counter({("news", "vi"): vi, ("home", "en"): en}))


def read(text: str) -> Usage:
    front = written("usage/2026-10.vi.md", text.encode()).front
    assert front is not None
    derived = {"id": "usage/2026-10", "type": "usage", "lang": "vi"}
    record, problems = read_record(Usage, front, derived, VOCABULARIES, TODAY)
    assert problems == [] and isinstance(record, Usage)
    return record


@given(st.integers(0, 10**7), st.integers(0, 10**7))
def test_what_is_written_reads_back_and_is_not_written_again(vi: int, en: int) -> None:
    """The same log twice: the second time nothing is to be done."""
    first = filed(month(vi, en), WHOLE, None, None, TODAY)
    record = read(first.text)
    assert (first.fate, record.visits_vi, record.visits_en) == (Fate.NEW, vi, en)
    assert (record.visits_source, record.counted_on) == ("log", dt.date(2026, 10, 31))
    again = filed(month(vi, en), WHOLE, record, first.text, TODAY)
    assert (again.fate, again.text) == (Fate.SAME, "")


def test_a_part_of_a_month_never_makes_a_record_less() -> None:
    """A log that begins on the 15th leaves the larger figure, and one that has more renews it."""
    half = frozenset(day for day in WHOLE if day >= "2026-10-15")
    before = OWN.format(vi=500, source="log")
    assert filed(month(), half, read(before), before, TODAY).fate is Fate.PARTLY
    assert filed(month(600), half, read(before), before, TODAY).fate is Fate.RENEWED
    assert filed(month(), WHOLE, read(before), before, TODAY).fate is Fate.RENEWED


def test_other_facts_of_a_record_stay() -> None:
    """Figures are put in the place of the old ones; the unit, the status and the text stay."""
    before = OWN.format(vi=5, source="log")
    text = filed(month(), WHOLE, read(before), before, TODAY).text
    after = read(text)
    assert (after.visits_vi, after.unit, after.status) == (90, "van-phong", "published")
    assert text.endswith("---\nLời.\n")
    renewed = filed(month(91), WHOLE, after, text, TODAY).text
    assert renewed.count("period:") == renewed.count("views:") == 1
    assert record_digest(read(renewed)) != record_digest(after)


def test_figures_from_elsewhere_stay() -> None:
    """A month that somebody typed in, or that is a row of a workbook, is left and told."""
    before = OWN.format(vi=5, source="manual")
    assert filed(month(), WHOLE, read(before), before, TODAY).fate is Fate.OTHER_SOURCE
    row = read(OWN.format(vi=5, source="log"))
    assert filed(month(), WHOLE, row, None, TODAY).fate is Fate.IN_SHEET


@given(st.sets(st.integers(1, 31), min_size=1))
def test_days_without_a_line_are_told(days: set[int]) -> None:
    """A month is whole from its first day to its last; holes in it are named."""
    seen = {f"2026-10-{day:02}" for day in days}
    assert month().is_whole(seen) is ({1, 31} <= days)
    assert {day.day for day in month().missing(seen)} == set(range(min(days), max(days) + 1)) - days
    assert month().last.day == calendar.monthrange(2026, 10)[1]
