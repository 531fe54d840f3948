"""Schedules and receptions from a cache: a change and a new day make what a build from nothing makes."""

from __future__ import annotations

from pathlib import Path

from tests.opendata.test_calendars import OWN, SESSION, WEEK, earlier
from tests.sites.copies import SiteCopy, copied, tree


def written(folder: Path, week: str) -> SiteCopy:
    site = copied("small", folder)
    for name, text in (
        ("schedule/2026-w47.vi.md", week),
        ("schedule/2026-w46.vi.md", earlier(WEEK)),
        ("schedule/2026-w47-le-thu.vi.md", OWN),
        ("reception/thang-11.vi.md", SESSION),
    ):
        site.write(name, text)
    return site


def test_a_change_and_a_day_later(tmp_path: Path) -> None:
    """A leader joins an entry, another is postponed, and the week is over: pages, lists and calendars follow."""
    later = WEEK.replace("content: Tập huấn", "content: Tập huấn\n  leaders: le-thu").replace("08:00–10:00", "10:00–11:00")
    site = written(tmp_path / "a", WEEK)
    site.build()
    site.write("schedule/2026-w47.vi.md", later)
    site.build(TODAY="2026-11-26")

    anew = written(tmp_path / "b", later)
    anew.build(TODAY="2026-11-26")
    ours, theirs = tree(site.output), tree(anew.output)
    assert ours.keys() == theirs.keys()
    assert [name for name in ours if ours[name] != theirs[name]] == []
