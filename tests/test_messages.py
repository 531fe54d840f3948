"""Dates, numbers and sizes as each language writes them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh import messages
from congtinh.errors import Problem


def test_days() -> None:
    """Vietnamese documents write two digits each; English names the month."""
    assert messages.day(dt.date(2026, 3, 9), "vi") == "09/03/2026"
    assert messages.day(dt.date(2026, 3, 9), "en") == "9 March 2026"
    assert messages.day(dt.date(987, 1, 2), "vi") == "02/01/0987"


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [(3910575, "3.910.575", "3,910,575"), (0, "0", "0"), (1.5, "1,5", "1.5"), (-1200, "-1.200", "-1,200")],
)  # fmt: skip
def test_numbers(value: float, vi: str, en: str) -> None:
    """Thousands by a point in Vietnamese and by a comma in English."""
    assert (messages.number(value, "vi"), messages.number(value, "en")) == (vi, en)


@pytest.mark.parametrize(
    ("size", "vi", "en"),
    [(999, "999 B", "999 B"), (412_300, "412 KB", "412 KB"), (1_240_000, "1,2 MB", "1.2 MB")],
)
def test_sizes(size: int, vi: str, en: str) -> None:
    """A size in the unit that people say."""
    assert (messages.filesize(size, "vi"), messages.filesize(size, "en")) == (vi, en)


@given(st.integers(min_value=0, max_value=10**12))
def test_numbers_are_read_back(value: int) -> None:
    """Grouping changes no digit."""
    for language, mark in (("vi", "."), ("en", ",")):
        assert int(messages.number(value, language).replace(mark, "")) == value


def test_a_missing_catalogue_says_the_message_itself(tmp_path: Path) -> None:
    """A theme without a language still builds, in the words of its templates."""
    assert messages.catalogue(tmp_path, "messages", "vi").gettext("Home") == "Home"


@pytest.mark.parametrize(
    ("remedy", "told"),
    [
        ("Did you mean {near}?", "title: “x” is wrong. Did you mean name?"),
        ("Write {near}", "title: “x” is wrong. Write name."),
        ("Write {near}.", "title: “x” is wrong. Write name."),
        ("", "title: “x” is wrong."),
    ],
)
def test_a_fault_ends_with_one_sign(remedy: str, told: str) -> None:
    """A sentence ends with a full stop or with its own sign, never with both."""
    problem = Problem("a.md", "is wrong", remedy, "title", "x", params={"near": "name"})
    assert problem.told() == told
