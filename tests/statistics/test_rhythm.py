"""Items by week and month, the longest silence, and sections that fell silent."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from congtinh.languages import Bilingual
from congtinh.periods import Period, parse_period
from congtinh.statistics.filing import Filing
from congtinh.statistics.rhythm import longest_silence, rhythm, rhythms
from tests.sites.copies import SiteCopy
from tests.statistics.unit_sites import counted, write_news

NAME = Bilingual("Mục", "Section")
YEAR = parse_period("2026")


def days(*texts: str) -> list[dt.date]:
    return [dt.date.fromisoformat(text) for text in texts]


def test_weeks_and_months_without_an_item_are_kept() -> None:
    """Weeks are those of ISO 8601: the first days of 2027 lie in the last week of 2026."""
    period = Period.free(*days("2026-12-14", "2027-01-10"))
    found = rhythm("", NAME, days("2026-12-14", "2026-12-31", "2027-01-01", "2027-02-01"), period)

    assert found.weeks == {"2026-W51": 1, "2026-W52": 0, "2026-W53": 2, "2027-W01": 0}
    assert found.months == {"2026-12": 2, "2027-01": 1}
    assert found.items == 3


def test_the_longest_silence_has_its_days() -> None:
    """From the day after one item to the day before the next; ends of the period count too."""
    found = longest_silence(days("2026-01-10", "2026-01-11", "2026-03-01"), *days("2026-01-01", "2026-03-31"))

    assert found is not None
    assert (found.days, found.start.isoformat(), found.end.isoformat()) == (48, "2026-01-12", "2026-02-28")


@given(st.lists(st.dates(YEAR.start, YEAR.end), max_size=40), st.dates(YEAR.start, YEAR.end))
def test_a_silence_is_silent_and_no_other_is_longer(posted: list[dt.date], last: dt.date) -> None:
    """No item falls into it, and any longer stretch has one."""
    period = YEAR.at(last)
    found = rhythm("", NAME, posted, period)
    inside = {day for day in posted if day <= last}
    every = [period.start + dt.timedelta(days=n) for n in range((last - period.start).days + 1)]
    runs = "".join("x" if day in inside else "." for day in every).split("x")

    assert (found.longest.days if found.longest else 0) == max(map(len, runs))
    if found.longest:
        assert not any(found.longest.start <= day <= found.longest.end for day in inside)
        assert (found.longest.end - found.longest.start).days + 1 == found.longest.days
    assert sum(found.weeks.values()) == sum(found.months.values()) == found.items
    assert found.last == max(inside, default=None)


def test_a_section_is_silent_when_its_last_item_is_too_old(small: SiteCopy) -> None:
    """The limit is ``stale_days`` of the section; one that never had an item is silent, and comes first."""
    small.write("vocabulary/coverage.toml", STALE)
    write_news(small, 1, "2022-01-10", category="pho-bien-phap-luat")
    site = counted(small, "2022-03-01", "Q1-2022")
    found = rhythms(site.counts, Filing(site.model), site.period)
    by_code = {one.code: one for one in found.sections}
    legal = by_code["43:10.1.d"]

    assert (legal.items, legal.silent_days, legal.limit) == (1, 50, 45)
    assert legal.is_silent
    assert legal in found.silent
    assert found.silent[0].last is None
    assert by_code["43:10.1.b"].limit != 45


STALE = """[muc-pho-bien]
vi = "Phổ biến pháp luật"
en = "Legal information"
sections = ["43:10.1.d"]
stale_days = 45
"""


def test_an_item_in_both_languages_is_one_of_the_site(small: SiteCopy) -> None:
    """Languages are told apart; the whole counts each item once."""
    site = counted(small, "2026-11-22")
    found = rhythms(site.counts, Filing(site.model), site.period)
    vi, en = found.languages
    pairs = {item.id for item in site.model.items if site.model.counterpart(item)}
    both = [i for i in pairs if any(i == row.key and row.day in _days(site.period) for row in site.counts.rows)]

    assert vi.items + en.items - found.whole.items == len(both) > 0


def _days(period: Period) -> set[dt.date]:
    return {period.start + dt.timedelta(days=n) for n in range((period.last - period.start).days + 1)}
