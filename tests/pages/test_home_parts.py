"""What the home page chooses of the day: days left, what runs, what comes next; nothing where there is nothing."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.build.run import Build
from congtinh.pages.home import LOOKUPS, HomePage
from congtinh.pages.home_parts import IN_PART, NOTICES, choices, choices_print
from congtinh.pages.plan import Plan
from congtinh.records.notice import Notice
from tests.sites.copies import SiteCopy, tree

DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2027, 1, 1))


def notice(first: dt.date | None, last: dt.date | None) -> Notice:
    return Notice.model_validate({"from_date": first, "to_date": last})


@given(DAYS, st.integers(0, 60), DAYS)
def test_days_left_run_down_to_none(first: dt.date, length: int, day: dt.date) -> None:
    """From the first day to the last, 0 on that; before and after there is nothing to count."""
    last = first + dt.timedelta(days=length)
    left = notice(first, last).days_left(day)

    assert left == ((last - day).days if first <= day <= last else None)
    assert notice(first, None).days_left(day) is None


@given(DAYS, DAYS)
def test_days_to_the_first_day(first: dt.date, day: dt.date) -> None:
    """0 on the day itself, never less."""
    assert notice(first, None).days_to(day) == (max(0, (first - day).days) if first >= day else None)


def plan_of(site: SiteCopy, **settings: Any) -> Plan:
    read = site.settings(**settings)
    return Plan(Build(read).gather(), read)


def write_notices(site: SiteCopy, number: int) -> None:
    for n in range(number):
        text = (
            f"---\ntitle: Thông báo thử nghiệm số {n}\nsummary: Một thông báo ngắn số {n}.\ndate: 2026-11-{n + 1:02d}\n"
            f"kind: khac\nfrom_date: 2026-11-{n + 1:02d}\nto_date: 2026-12-31\nstatus: published\n---\n\nNội dung.\n"
        )
        site.write(f"notice/2026/thu-{n}.vi.md", text)


def test_parts_are_few_and_full(small: SiteCopy) -> None:
    """A part without content is absent; one with much shows a few, and where the rest is."""
    write_notices(small, 9)
    plan = plan_of(small)
    found = {one.id: one for one in choices(plan.sites["vi"])}
    (page,) = (p.make() for p in plan.planned() if p.address == "")
    assert isinstance(page, HomePage)

    assert len(found["notices"].items) == NOTICES
    assert all(one.items and len(one.items) <= max(IN_PART, NOTICES) for one in found.values())
    assert "week" not in found
    assert [part.id for part in page.parts] == list(found)
    assert next(part for part in page.parts if part.id == "notices").more
    assert (page.fields, page.media) == ((), ())
    assert len(page.lookups) <= LOOKUPS


def test_what_is_chosen_decides_the_page(small: SiteCopy) -> None:
    """On a day on which the same items are chosen the decision is the same, else another."""
    write_notices(small, 2)
    prints = {
        day: choices_print(site, choices(site))
        for day in ("2026-11-22", "2026-11-23", "2027-01-01")
        for site in (plan_of(small, TODAY=day).sites["vi"],)
    }

    assert prints["2026-11-22"] == prints["2026-11-23"] != prints["2027-01-01"]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_look_ups_lead_to_what_there_is(built: SiteCopy, language: str) -> None:
    """Every entry of the home page's own navigation stands, and none leads to a type without content."""
    plan = plan_of(built)
    address = "en/" if language == "en" else ""
    (page,) = (p.make() for p in plan.planned() if p.address == address)
    assert isinstance(page, HomePage)
    files = tree(built.output)

    assert page.lookups
    assert [to.address for to in page.lookups if f"{to.address}index.html" not in files] == []
    assert Path(built.output, address, "index.html").is_file()
