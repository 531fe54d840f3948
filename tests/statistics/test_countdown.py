"""What is still to be published by 1/3/2027 (Luật 01/2026/QH16, Điều 31 khoản 3), unit by unit."""

from __future__ import annotations

import datetime as dt

from congtinh.statistics.countdown import Countdown, Task, countdown
from tests.sites.copies import SiteCopy
from tests.statistics.carded_sites import Carded, in_memory, made, on_disk, write_vocabulary

LAW = "tctt-2026"


def of(site: Carded, profile: str = LAW) -> Countdown:
    found = countdown(site.model, site.grid(profile), site.working, site.units)
    assert found is not None
    return found


def tasks(found: Countdown) -> dict[str, Task]:
    return {task.row.section.code: task for unit in found.units for task in unit.tasks}


def test_days_left_are_counted_to_the_end_of_the_last_day() -> None:
    """From 22/11/2026 to 1/3/2027: 99 days; the holidays of 2027 are told to be unknown."""
    found = of(in_memory([]))

    assert (found.until, found.days_left) == (dt.date(2027, 3, 1), 99)
    assert 2027 in found.unlisted_years
    assert 0 < found.working_days_left <= 71


def test_after_the_last_day_the_count_is_below_nought() -> None:
    """What is still missing then is overdue."""
    assert of(in_memory([], dt.date(2027, 3, 11))).days_left == -10


def test_a_law_without_a_last_day_has_no_countdown() -> None:
    """Only the law of 2026 sets one."""
    site = in_memory([])

    assert countdown(site.model, site.grid("tctt-2016"), site.working, site.units) is None


def test_what_is_missing_is_named_with_its_reason() -> None:
    """Nothing there; only what was made under the new law; enough of both ages."""
    new, old = dt.date(2026, 10, 1), dt.date(2026, 3, 1)
    site = in_memory(
        [
            made("news", "ke-hoach", day=new, section=("tctt26:17.1.a",)),
            made("news", "cu", day=old, section=("tctt26:17.1.t",)),
            made("news", "khong-ngay", day=None, section=("tctt26:17.1.r",)),
        ]
    )
    found = tasks(of(site))

    assert found["tctt26:17.1.a"].why.code == "no-older"
    assert found["tctt26:17.1.d"].why.code == "empty"
    assert "tctt26:17.1.t" not in found
    assert "tctt26:17.1.r" not in found
    assert "tctt26:17.1.u" not in found, "the site makes the list itself"
    assert "tctt26:17.1.v" not in found, "there may be nothing else that the law orders"


def test_what_the_law_before_did_not_want_on_the_site_is_new() -> None:
    """Housing was in no law before; plans had to stand on portals since 2018."""
    found = tasks(of(in_memory([])))

    assert found["tctt26:17.1.m"].is_new
    assert not found["tctt26:17.1.a"].is_new


def test_tasks_go_to_the_unit_that_answers_or_its_heir(small: SiteCopy) -> None:
    """A unit that is no more hands its sections on; what is not ours is nobody's task."""
    old = """---
name: Phòng Cũ
name_en: Old Division
short: PC
code: PC
parent: so-thu
kind: phong
status: published
approved_by: Lê Thử
date: 2025-03-03
valid_from: 2010-01-01
valid_to: 2026-01-31
successor: [van-phong]
---
"""
    small.write("unit/phong-cu.vi.md", old)
    write_vocabulary(
        small,
        "coverage",
        '[mot]\nvi = "Một"\nen = "One"\nsections = ["tctt26:d"]\nunit = "phong-cu"\n'
        '[hai]\nvi = "Hai"\nen = "Two"\nsections = ["tctt26:17.1.m"]\nnot_ours = "Sở Xây dựng"\n',
    )
    found = of(on_disk(small))
    by_unit = {unit.unit: [task.row.section.code for task in unit.tasks] for unit in found.units}

    assert by_unit["unit/van-phong"] == ["tctt26:17.1.d"]
    assert "tctt26:17.1.m" not in by_unit[""]
    assert found.units[-1].label.vi == "Chưa phân công"
    assert found.total == len(tasks(found))
