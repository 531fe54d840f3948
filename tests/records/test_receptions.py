"""Citizen receptions as they are read: announced, held, postponed, counted by state."""

from __future__ import annotations

import datetime as dt

import pytest

from congtinh.errors import Problem, Severity
from congtinh.records.counting import Count
from congtinh.records.reading import read_record
from congtinh.records.reception import ANNOUNCED, AWAITING, HELD, POSTPONED, Reception
from congtinh.vocabulary.registry import Vocabularies
from tests.records.test_reading import front

VOCABULARIES, _ = Vocabularies.load()
TODAY = dt.date(2026, 11, 22)
SESSION = """title: Tiếp công dân định kỳ tháng 11
summary: Giám đốc Sở tiếp công dân.
date: 2026-11-02
status: published
kind: dinh-ky
day: 2026-11-16
hours: 08:00–11:00
place: Phòng tiếp công dân
host: le-thu
attendees: Thanh tra
expected_content: Kiến nghị về đo lường
"""


def read(text: str) -> tuple[Reception, list[Problem]]:
    derived = {"id": "reception/a", "type": "reception", "lang": "vi"}
    record, problems = read_record(Reception, front(text, "reception/a.vi.md"), derived, VOCABULARIES, TODAY)
    assert isinstance(record, Reception)
    return record, problems


def test_a_session_passes_through_its_states() -> None:
    """Announced until its day; after it the result is awaited until an editor tells it."""
    record, problems = read(SESSION)
    assert problems == []
    assert record.state_on(dt.date(2026, 11, 16)) == ANNOUNCED
    assert record.state_on(dt.date(2026, 11, 17)) == AWAITING
    held, problems = read(SESSION + "state: held\npersons: 4\ncases: 2\n")
    assert problems == []
    assert held.state_on(TODAY) == HELD


def test_counts_are_of_states_persons_and_cases() -> None:
    """The session by its state on its own day; persons and cases of sessions that were held."""
    held, _ = read(SESSION + "state: da-tiep\npersons: 4\ncases: 2\n")
    day = dt.date(2026, 11, 16)
    assert list(held.counts())[1:] == [
        Count("receptions", HELD, day=day),
        Count("reception_persons", "dinh-ky", 4, day=day),
        Count("reception_cases", "dinh-ky", 2, day=day),
    ]
    moved, _ = read(SESSION + "state: hoan\nnew_date: 2026-12-01\npersons: 4\n")
    assert list(moved.counts())[1:] == [Count("receptions", POSTPONED, day=dt.date(2026, 12, 1))]


def test_standing_hours_are_no_session() -> None:
    """The hours of every week have no state and count for none (NĐ 154/2026/NĐ-CP, Điều 11 khoản 2 a)."""
    text = SESSION.replace("dinh-ky", "thuong-xuyen") + "weekdays: Thứ Hai đến thứ Sáu\n"
    record, problems = read(text)
    assert problems == []
    assert record.is_standing
    assert record.state_on(TODAY) == ""
    assert [count.measure for count in record.counts()] == ["items"]


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("state: hoan", "new_date"),
        ("state: hoan\nnew_date: 2026-11-16", "new_date"),
        ("announced: 2026-11-16", "announced"),
        ("state: cho-ket-qua", "state"),
        ("persons: -1", "persons"),
    ],
)
def test_what_is_at_fault(line: str, field: str) -> None:
    """Postponed to a later day; announced before the day; a state that an editor may write; no number below nought."""
    _, problems = read(f"{SESSION}{line}\n")
    assert [(p.field, p.severity) for p in problems] == [(field, Severity.ERROR)]


def test_nothing_is_held_in_the_future() -> None:
    """A session is held when its day has come."""
    _, problems = read(SESSION.replace("2026-11-16", "2026-12-15") + "state: da-tiep\n")
    assert [p.field for p in problems] == ["state"]


def test_an_urgent_session_is_announced_on_its_day() -> None:
    """What could not be known before is not asked to have been announced before."""
    _, problems = read(SESSION.replace("dinh-ky", "dot-xuat") + "announced: 2026-11-16\n")
    assert problems == []


def test_the_law_wants_who_attends_and_what_is_expected() -> None:
    """NĐ 154/2026/NĐ-CP, Điều 11 khoản 2 c: of regular sessions; a warning, since the session can be held without."""
    _, problems = read(SESSION.partition("attendees")[0])
    assert [(p.field, p.severity) for p in problems] == [
        ("attendees", Severity.WARNING), ("expected_content", Severity.WARNING),
    ]  # fmt: skip
