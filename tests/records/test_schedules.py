"""Weekly schedules as they are read: days in the week, nobody in two places, only what is public is kept."""

from __future__ import annotations

import datetime as dt
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.errors import Problem
from congtinh.records.front_matter import FrontMatter
from congtinh.records.packing import record_digest
from congtinh.records.reading import read_record
from congtinh.records.schedule import COMING, CURRENT, PAST, Schedule
from congtinh.vocabulary.registry import Vocabularies
from tests.records.test_reading import front

VOCABULARIES, _ = Vocabularies.load()
TODAY = dt.date(2026, 11, 22)
HEAD = "week: 2026-W47\ndate: 2026-11-13\nstatus: published\n"


def read(entries: str, head: str = HEAD) -> tuple[Schedule | None, list[Problem]]:
    source: FrontMatter = front(f"{head}entries:\n{entries}", "schedule/a.vi.md")
    derived = {"id": "schedule/a", "type": "schedule", "lang": "vi"}
    record, problems = read_record(Schedule, source, derived, VOCABULARIES, TODAY)
    assert record is None or isinstance(record, Schedule)
    return record, problems


def entry(day: str, when: str, content: str = "Họp", leaders: str = "a", public: str = "true") -> str:
    return f"- date: {day}\n  {when}\n  content: {content}\n  leaders: {leaders}\n  public: {public}\n"


def test_a_day_outside_the_week_is_told_with_the_days_that_are_in_it() -> None:
    """E.11: the days of the entries lie in the week."""
    _, problems = read(entry("2026-11-23", "hours: 08:00"))
    assert [(p.field, p.value, p.line) for p in problems] == [("entries[1].date", "2026-11-23", 6)]
    assert "2026-11-16" in problems[0].told()
    assert "2026-11-22" in problems[0].told()


def test_a_clash_names_both_entries() -> None:
    """E.11: one leader is not in two places; the fault names what stands against what."""
    first = entry("2026-11-16", "hours: 08:00–10:00", "Giao ban")
    _, problems = read(first + entry("2026-11-16", "hours: 9h30", "Tiếp khách"))
    assert [p.field for p in problems] == ["entries[2].hours"]
    assert "Giao ban" in problems[0].told()
    assert "Tiếp khách" in problems[0].told()


def test_a_clash_with_what_is_not_public_tells_its_hours_alone() -> None:
    """A leader's private appointment blocks the time, but no message says what it is."""
    _, problems = read(
        entry("2026-11-16", "hours: 08:00–10:00", "Giao ban") + entry("2026-11-16", "part: sang", "Vezhuqo", public="false")
    )
    assert [p.field for p in problems] == ["entries[2].hours"]
    assert "Vezhuqo" not in problems[0].told() + str(problems[0].as_dict())


@pytest.mark.parametrize(
    ("first", "second", "leaders"),
    [
        ("hours: 08:00–10:00", "hours: 10:00–11:00", "a"),
        ("part: sang", "part: chieu", "a"),
        ("hours: 08:00–10:00", "hours: 09:00–11:00", "b"),
        ("hours: 12:00–13:00", "part: sang", "a"),
    ],
)
def test_what_is_no_clash(first: str, second: str, leaders: str) -> None:
    """One after the other, in another part of the day, or another leader."""
    _, problems = read(entry("2026-11-16", first) + entry("2026-11-16", second, "Khác", leaders))
    assert problems == []


def test_what_an_entry_lacks_is_told_where_it_stands() -> None:
    """Lines are those of the file, though entries that are not public go; those need no content."""
    private = "- date: 2026-11-18\n  part: sang\n  public: false\n"
    bare = "- part: chieu\n  public: true\n"
    _, problems = read(private + entry("2026-11-17", "hours: 08:00") + bare)
    assert [(p.field, p.rule) for p in problems] == [("entries[3].date", ""), ("entries[3].content", "")]
    assert all(p.line and p.line >= 13 for p in problems)
    assert read(private + entry("2026-11-17", "hours: 08:00"))[1] == []


def test_an_entry_says_when() -> None:
    """Hours or a part of the day; without either nobody can come."""
    _, problems = read("- date: 2026-11-16\n  content: Họp\n")
    assert [p.field for p in problems] == ["entries[1].hours"]


@pytest.mark.parametrize(("by_default", "kept"), [("", 1), ("entries_public: true\n", 2), ("entries_public: false\n", 1)])
def test_the_stated_default(by_default: str, kept: int) -> None:
    """Without a word neither in the entry nor in the schedule an entry is not public."""
    silent = "- date: 2026-11-17\n  hours: 8:00\n  content: Việc\n"
    record, problems = read(
        entry("2026-11-16", "hours: 8:00") + silent + entry("2026-11-18", "hours: 8:00", public="false"), HEAD + by_default
    )
    assert problems == []
    assert record is not None
    assert len(record.entries or ()) == kept


@given(st.lists(st.tuples(st.integers(16, 22), st.integers(0, 22), st.booleans()), min_size=1, max_size=12))
def test_what_is_not_public_is_never_kept(drawn: list[tuple[int, int, bool]]) -> None:
    """Neither the record nor its pickle holds a word of it, and it changes no digest."""
    hours = dict.fromkeys((day, hour) for day, hour, _ in drawn)
    shown = {(day, hour): public for day, hour, public in drawn}
    texts = {
        key: entry(f"2026-11-{key[0]}", f"hours: {key[1]}:00–{key[1]}:30", "Họp" if shown[key] else "Vezhuqo",
                   public=str(shown[key]).lower())
        for key in hours
    }  # fmt: skip
    record, _ = read("".join(texts.values()))
    assert record is not None
    assert len(record.entries or ()) == sum(shown.values())
    assert b"Vezhuqo" not in pickle.dumps(record)
    if any(shown.values()):
        alone, _ = read("".join(text for key, text in texts.items() if shown[key]))
        assert alone is not None
        assert record_digest(record) == record_digest(alone)


def test_a_week_is_current_from_monday_to_sunday() -> None:
    """Coming before, current on its seven days, past after."""
    record, _ = read(entry("2026-11-16", "hours: 8:00"))
    assert record is not None
    days = [dt.date(2026, 11, n) for n in range(14, 26)]
    assert [record.state_on(day) for day in days] == [COMING] * 2 + [CURRENT] * 7 + [PAST] * 3


def test_a_week_that_the_calendar_does_not_have() -> None:
    """2025 has 52 weeks."""
    _, problems = read(entry("2026-11-16", "hours: 8:00"), HEAD.replace("2026-W47", "2025-W53"))
    assert [p.field for p in problems] == ["week"]


def test_the_schedule_of_one_leader_says_whose_it_is() -> None:
    """The heading of the department's is made from the week; a leader's has a title."""
    _, problems = read(entry("2026-11-16", "hours: 8:00"), HEAD + "leader: le-thu\n")
    assert [p.field for p in problems] == ["title"]
