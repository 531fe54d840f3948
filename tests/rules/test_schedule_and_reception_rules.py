"""Rules between schedules and between receptions, and what a site owes of them on a day."""

from __future__ import annotations

from pathlib import Path

import pytest

from congtinh.errors import Problem
from tests.sites.copies import SITES, SiteCopy

WEEK = """---
week: {week}
date: 2026-10-01
creator: Văn phòng Sở
status: published
{more}entries:
- date: {day}
  hours: 08:00–10:00
  content: {content}
  leaders: le-thu
  public: true
---
"""
SESSION = """---
title: Tiếp công dân tháng {month} năm 2026
summary: Giám đốc Sở tiếp công dân.
date: 2026-01-02
creator: Văn phòng Sở
status: published
kind: dinh-ky
day: 2026-{month}-15
hours: 08:00–11:00
place: Phòng tiếp công dân
host: le-thu
attendees: Thanh tra
expected_content: Kiến nghị về đo lường
{more}---
"""
HELD = "state: da-tiep\npersons: 1\ncases: 1\n"


def week(code: str, day: str, content: str = "Giao ban", more: str = "") -> str:
    return WEEK.format(week=code, day=day, content=content, more=more)


def told(site: SiteCopy, word: str, **settings: object) -> list[Problem]:
    return [p for p in site.check(**settings).problems if p.path.startswith(f"{word}/")]


def test_the_missing_week(small: SiteCopy) -> None:
    """On each day of a week its schedule is there; from Friday on the next one is written."""
    small.write("schedule/w46.vi.md", week("2026-W46", "2026-11-10"))
    days = {"2026-11-12": "", "2026-11-13": "2026-W47", "2026-11-22": "2026-W47"}
    found = {day: [p.value for p in told(small, "schedule", TODAY=day)] for day in days}
    assert found == {day: [code] if code else [] for day, code in days.items()}


def test_a_site_without_schedules_owes_none(small: SiteCopy) -> None:
    """A department that publishes no schedules is not reminded each week."""
    assert told(small, "schedule") == []


def test_weeks_and_leaders_between_files(small: SiteCopy) -> None:
    """One file for a week; a leader is not in two places; what both tell alike is one thing; leaders are known."""
    small.write("schedule/w47.vi.md", week("2026-W47", "2026-11-16"))
    small.write("schedule/w47b.vi.md", week("2026-W47", "2026-11-18"))
    own = "leader: le-thu\ntitle: Lịch của Giám đốc\n"
    small.write("schedule/own.vi.md", week("2026-W47", "2026-11-16", "Tiếp khách", own))
    small.write("schedule/w48.vi.md", week("2026-W48", "2026-11-24").replace("le-thu", "le-sai"))
    small.write("schedule/w45.vi.md", week("2026-W45", "2026-11-04"))
    small.write("schedule/own45.vi.md", week("2026-W45", "2026-11-04", more=own))
    problems = told(small, "schedule")
    assert {(p.path, p.field) for p in problems} == {
        ("schedule/w47b.vi.md", "week"),
        ("schedule/w47.vi.md", "entries"),
        ("schedule/w48.vi.md", "entries[1].leaders"),
    }
    clash = next(p for p in problems if p.field == "entries").told()
    assert "Tiếp khách" in clash
    assert "Giao ban" in clash


def test_the_head_receives_each_month(small: SiteCopy) -> None:
    """From the first session on each whole month has one that the head held; of one without result it is asked."""
    for month, more in (("07", HELD), ("08", "state: huy\n"), ("09", HELD), ("10", "")):
        small.write(f"reception/t{month}.vi.md", SESSION.format(month=month, more=more))
    problems = told(small, "reception")
    assert [p.params.get("month") for p in problems if not p.field] == ["08/2026", "10/2026"]
    assert [p.path for p in problems if p.field] == ["reception/t10.vi.md"]


@pytest.mark.parametrize(("side", "found"), [("breaks", 3), ("keeps", 0)])
def test_no_citizen_is_told(small: SiteCopy, side: str, found: int) -> None:
    """R31: a name, a number of identity and an address; a name that the directory knows may stand."""
    folder = SITES / "rules" / "R31" / side
    for path in sorted(folder.rglob("*.md")):
        text = path.read_text("utf-8").replace("so-khcn", "so-thu")
        small.write(Path(path.relative_to(folder)).as_posix(), text)
    assert len([p for p in small.check().problems if p.rule == "R31"]) == found
