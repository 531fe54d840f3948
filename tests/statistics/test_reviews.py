"""Reviews of sections: the last sign-off, the day until which it holds, items past their own day."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.statistics.reviews import SectionReview, holds, months_after, reviews
from tests.sites.copies import SiteCopy
from tests.statistics.carded_sites import Carded, in_memory, made, on_disk, write_vocabulary

SIGNED = """[{code}]
vi = "Rà soát"
en = "Review"
section = "{section}"
day = {day}
by = "Lê Thử"
unit = "{unit}"
"""


def sign(site: SiteCopy, *rows: tuple[str, str, str]) -> Carded:
    """The site with sign-offs of (section, day, unit)."""
    texts = (
        SIGNED.format(code=f"r{n}", section=section, day=day, unit=unit)
        for n, (section, day, unit) in enumerate(rows)
    )
    write_vocabulary(site, "reviews", "\n".join(texts))
    return on_disk(site)


def of(site: Carded, section: str, profile: str = "43-2011") -> SectionReview:
    return next(one for one in reviews(site.filing, profile).sections if one.section.code == section)


@pytest.mark.parametrize(
    ("day", "state", "due"),
    [
        ("2025-11-22", "valid", "2026-11-22"),
        ("2025-11-21", "overdue", "2026-11-21"),
        ("2026-11-22", "valid", "2027-11-22"),
        ("2026-11-23", "never", None),
    ],
)
def test_a_review_holds_for_a_year(small: SiteCopy, day: str, state: str, due: str | None) -> None:
    """Twelve months for news, to the same day; one in the future was not made yet."""
    found = of(sign(small, ("43:10.1.b", day, "van-phong")), "43:10.1.b")

    assert (found.mark.code, found.due.isoformat() if found.due else None) == (state, due)


def test_the_latest_review_counts(small: SiteCopy) -> None:
    """Whatever the order in which they were written down."""
    site = sign(small, ("43:10.1.b", "2026-05-05", "van-phong"), ("43:10.1.b", "2025-01-01", "so-thu"))
    found = of(site, "43:10.1.b")

    assert found.last is not None
    assert (found.last.day, found.unit) == (dt.date(2026, 5, 5), "van-phong")
    assert holds(site.model, "43:10.1.b")
    assert not holds(site.model, "43:10.1.c")


def test_a_review_counts_for_the_same_matter_under_another_law(small: SiteCopy) -> None:
    """Signed off as section of NĐ 43/2011, it holds for the group of the law on access."""
    site = sign(small, ("43:10.1.a", "2026-10-05", "van-phong"))

    assert of(site, "tctt26:17.1.c", "tctt-2026").mark.code == "valid"


def test_what_is_not_ours_is_not_reviewed(small: SiteCopy) -> None:
    """Nobody signs off what the department does not publish."""
    entry = '[a]\nvi = "A"\nen = "A"\nsections = ["43:10.1.g"]\nnot_ours = "Của UBND"\n'
    write_vocabulary(small, "coverage", entry)
    codes = [one.section.code for one in reviews(on_disk(small).filing, "43-2011").sections]

    assert "43:10.1.g" not in codes
    assert "43:10.1.b" in codes


def test_items_past_their_day_of_review_are_told_once() -> None:
    """The Vietnamese one of a pair, the longest overdue first; the day itself is still in time."""
    items = [
        made("news", "a", review_by=dt.date(2026, 11, 1)),
        made("news", "b", "en", review_by=dt.date(2026, 10, 1)),
        made("news", "b", review_by=dt.date(2026, 10, 1)),
        made("news", "c", review_by=dt.date(2026, 11, 22)),
    ]
    found = reviews(in_memory(items).filing, "43-2011").items

    assert [item.path for item in found] == ["news/b.vi.md", "news/a.vi.md"]


@given(st.dates(dt.date(2000, 1, 1), dt.date(2090, 1, 1)), st.integers(0, 60))
def test_months_later_is_the_same_day_or_the_last_of_a_short_month(day: dt.date, months: int) -> None:
    """31 August and six months give the last of February."""
    later = months_after(day, months)

    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and (later + dt.timedelta(days=1)).day == 1)
