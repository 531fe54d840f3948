"""Yearly files of holidays: one vocabulary, and the faults that editors make in them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from congtinh.periods import WorkingDays
from congtinh.vocabulary.holidays import KINDS
from congtinh.vocabulary.registry import DATA, Vocabularies

NEW_YEAR = '["2027-01-01"]\nvi = "Tết Dương lịch"\nen = "New Year"\nkind = "holiday"\n'


def loaded(folder: Path, name: str, text: str) -> tuple[Vocabularies, list[str]]:
    """The vocabularies with one file of a department, and the faults in it, told."""
    (folder / name).write_text(text, encoding="utf-8")
    vocabularies, problems = Vocabularies.load(folder)
    return vocabularies, [problem.told() for problem in problems]


@pytest.mark.parametrize("path", sorted(DATA.glob("holidays_*.toml")), ids=lambda path: path.stem)
def test_the_files_of_the_package_hold_days_of_their_year(path: Path) -> None:
    """A holiday falls on a weekday, a day worked in exchange on a weekend; each exchange has both."""
    year = int(path.stem[-4:])
    terms = [t for t in Vocabularies.load()[0]["holidays"] if t.code.startswith(str(year))]
    days = {dt.date.fromisoformat(term.code): term.text("kind") for term in terms}

    assert len(days) >= 10
    assert set(days.values()) == set(KINDS)
    assert all((day.weekday() < 5) == (kind == "holiday") for day, kind in days.items())
    assert sum(t.label.vi.startswith("Làm bù") for t in terms) == sum(
        kind == "working" for kind in days.values()
    )


def test_a_department_lists_the_next_year_before_the_package_does(tmp_path: Path) -> None:
    """``holidays_2027.toml`` joins the vocabulary, beside what the package has of other years."""
    vocabularies, told = loaded(tmp_path, "holidays_2027.toml", NEW_YEAR)
    working = WorkingDays(vocabularies["holidays"])

    assert told == []
    assert working.knows(2027)
    assert working.knows(2026)
    assert not working.is_working(dt.date(2027, 1, 1))


def test_days_may_share_a_name(tmp_path: Path) -> None:
    """All days of Tết bear one name, and nobody is warned of it."""
    more = NEW_YEAR + NEW_YEAR.replace("01-01", "01-04")

    assert loaded(tmp_path, "holidays_2027.toml", more)[1] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (NEW_YEAR.replace("2027", "2026"), "year that the file is named after"),
        (NEW_YEAR.replace("01-01", "02-30"), "not a day"),
        (NEW_YEAR.replace("2027-01-01", "mung-mot"), "not a day"),
        (NEW_YEAR.replace('"holiday"', '"nghi"'), "no kind of day"),
    ],
)
def test_a_slip_in_a_file_of_holidays_is_told(tmp_path: Path, text: str, words: str) -> None:
    """Last year's file copied without its year, days that are none, words for holiday and working."""
    vocabularies, told = loaded(tmp_path, "holidays_2027.toml", text)

    assert len(told) == 1
    assert words in told[0]
    assert vocabularies.digest == Vocabularies.load()[0].digest
