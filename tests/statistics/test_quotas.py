"""Targets: done, needed, forecast, and the word for how they stand."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.languages import Bilingual
from congtinh.periods import Period
from congtinh.statistics.marks import AHEAD, BEHIND, MISSED, ON_PACE, REACHED, Mark
from congtinh.statistics.quotas import Quota, Target, quotas, standing
from congtinh.statistics.tallies import Tally
from congtinh.statistics.units_of_site import UnitsOfSite
from tests.sites.copies import SiteCopy
from tests.statistics.unit_sites import counted, write_news, write_unit

YEAR = Period.of("year", 1, 2026)
FIFTY = """[tuyen-truyen-phap-luat]
minimum = 50
source = "Tối thiểu 50 tin, bài trong năm"
"""


def target(minimum: int) -> Target:
    name = Bilingual("Chỉ tiêu", "Target")
    return Target("x", name, name, "tin_bai", "year", minimum, (), (), "", "")


def row(day: dt.date, value: int = 1) -> Tally:
    return Tally("items", "tin", "news", (), "", "", "vi", "", day, value, day.isoformat(), False, "")


def stands(minimum: int, done: int, last: str) -> Quota:
    """A target of the year with so many items, all of the first day."""
    day = dt.date.fromisoformat(last)
    return standing(target(minimum), YEAR.at(day), [row(YEAR.start, done)] if done else [])


@pytest.mark.parametrize(
    ("done", "last", "mark", "needed", "forecast"),
    [
        (50, "2026-06-30", REACHED, 0, 100),
        (30, "2026-06-30", AHEAD, 4, 60),
        (25, "2026-06-30", ON_PACE, 5, 50),
        (24, "2026-06-30", BEHIND, 5, 48),
        (49, "2026-12-20", ON_PACE, 1, 50),
        (40, "2026-12-20", BEHIND, 10, 41),
        (49, "2026-12-31", MISSED, 0, 49),
        (50, "2026-12-31", REACHED, 0, 50),
        (0, "2026-06-30", BEHIND, 9, 0),
    ],
)
def test_fifty_items_a_year(done: int, last: str, mark: Mark, needed: int, forecast: int) -> None:
    """“Tối thiểu 50 tin, bài trong năm” (S2): what is done, still needed a month, and to be expected."""
    quota = stands(50, done, last)

    assert (quota.mark, quota.needed, quota.forecast) == (mark, needed, forecast)
    assert quota.share == Fraction(done, 50)


@given(st.integers(1, 400), st.lists(st.dates(YEAR.start, YEAR.end), max_size=60), st.data())
def test_a_target_stands_as_its_items_say(minimum: int, days: list[dt.date], data: st.DataObject) -> None:
    """Nothing is lost or promised twice: done and missing make the target, and the pace needed reaches it."""
    last = max([*days, data.draw(st.dates(YEAR.start, YEAR.end))])
    quota = standing(target(minimum), YEAR.at(last), map(row, days))

    assert quota.done == len(days)
    assert (quota.mark is REACHED) == (quota.missing == 0)
    assert quota.forecast >= quota.done
    left = Fraction((YEAR.end - last).days, 365) * 12
    assert quota.done + quota.needed * max(left, 1) >= minimum or not left
    if quota.mark is REACHED:
        assert quota.reached_on == sorted(days)[minimum - 1]
    elif quota.mark in (AHEAD, ON_PACE):
        assert quota.reached_on is not None
        assert last < quota.reached_on <= YEAR.end
    elif quota.mark is BEHIND and days:
        assert quota.reached_on is not None
        assert quota.reached_on > last


def test_no_state_is_told_by_colour_alone() -> None:
    """Each has a word of its own in both languages."""
    marks = (REACHED, AHEAD, ON_PACE, BEHIND, MISSED)

    assert len({mark.word.vi for mark in marks}) == len({mark.word.en for mark in marks}) == len(marks)
    assert all(mark.colour for mark in marks)


def test_a_target_of_a_section_counts_what_any_law_files_there(small: SiteCopy) -> None:
    """A category filed under an equal section of a later decree counts too, and nothing else does."""
    small.write("vocabulary/quotas.toml", FIFTY)
    for number, category in enumerate(("pho-bien-phap-luat", "pho-bien-phap-luat", "thong-bao")):
        write_news(small, number, "2026-02-03", category=category)
    write_news(small, 4, "2026-02-04", more="section: 42:4.pho-bien-phap-luat\n")
    write_news(small, 5, "2025-12-31", category="pho-bien-phap-luat")
    site = counted(small, "2026-03-31", "Q1-2026")
    own = [q for q in quotas(*site, UnitsOfSite(site.model)) if q.target.code == "tuyen-truyen-phap-luat"]

    assert [(q.done, q.target.minimum, q.span.code) for q in own] == [(3, 50, "N-2026")]
    assert own[0].target.source.vi == "Tối thiểu 50 tin, bài trong năm"
    assert own[0].mark is BEHIND
    assert {row.path for row in own[0].rows} == {f"news/2026/tin-{n}.vi.md" for n in (0, 1, 4)}


def test_each_unit_with_a_quota_has_its_own(small: SiteCopy) -> None:
    """The quota of a unit's record counts its items alone, and none is asked of a unit that ended."""
    write_unit(small, "phong-a", "A", "valid_from: 2020-01-01\nquota: 24\n")
    write_unit(small, "phong-b", "B", "valid_from: 2020-01-01\nquota: 12\n")
    write_unit(small, "phong-c", "C", "valid_from: 2015-01-01\nvalid_to: 2025-06-30\nquota: 12\n")
    for number in range(12):
        write_news(small, number, f"2026-0{number % 6 + 1}-05", "phong-a")
    site = counted(small, "2026-06-30", "6T-2026")
    found = {q.target.unit: q for q in quotas(*site, UnitsOfSite(site.model, "so-thu"))}

    assert {unit: (q.done, q.target.minimum) for unit, q in found.items()} == {
        "unit/phong-a": (12, 24),
        "unit/phong-b": (0, 12),
    }
    assert found["unit/phong-a"].mark is ON_PACE
    assert found["unit/phong-a"].target.label.vi == "Phòng A"
    assert found["unit/phong-b"].reached_on is None


def test_the_year_of_a_target_follows_the_cut_off(small: SiteCopy) -> None:
    """Under NĐ 09/2019 an item of 20 December counts for the year that follows."""
    small.write("vocabulary/quotas.toml", "[tin-bai]\nminimum = 3\n")
    write_news(small, 1, "2025-12-20")
    spans = {}
    for cutoff in ("calendar", "nd09"):
        site = counted(small, "2026-01-10", "T1-2026", cutoff)
        quota = quotas(*site, UnitsOfSite(site.model))[0]
        spans[cutoff] = (quota.span.start.isoformat(), quota.done)

    assert spans == {"calendar": ("2026-01-01", 0), "nd09": ("2025-12-15", 1)}
