"""Points lost in evaluations as tasks, kept from year to year; scores, ranks; the site's own changes."""

from __future__ import annotations

from fractions import Fraction

import pytest

from congtinh.periods import parse_period
from congtinh.statistics.lost_points import LostPoints, lost_points
from congtinh.statistics.references import reference_faults
from congtinh.statistics.site_changes import site_changes
from tests.sites.copies import SiteCopy
from tests.statistics.carded_sites import on_disk, write_vocabulary

POINT = '[{code}]\nvi = "Tiếng Anh"\nen = "English"\nyear = {year}\nmaximum = 15\nawarded = {awarded}\n{more}\n'


def of(site: SiteCopy, *rows: tuple[int, float, str]) -> LostPoints:
    """The lost points of (year, awarded, more lines)."""
    texts = (
        POINT.format(code=f"p{n}", year=year, awarded=awarded, more=more)
        for n, (year, awarded, more) in enumerate(rows)
    )
    write_vocabulary(site, "lost_points", "\n".join(texts))
    return lost_points(on_disk(site).model)


@pytest.mark.parametrize(
    ("awarded", "more", "state"),
    [
        (7, "", "open"),
        (7, "due = 2026-11-22", "open"),
        (7, "due = 2026-11-21", "overdue"),
        (7, "due = 2026-11-01\ndone = 2026-11-22", "done"),
        (7, "due = 2026-11-01\ndone = 2026-11-23", "overdue"),
        (15, "due = 2026-11-01", "full"),
    ],
)
def test_a_lost_point_is_a_task_until_it_is_done(small: SiteCopy, awarded: int, more: str, state: str) -> None:
    """Open to the end of its day, then overdue; done once the day of doing has come; full marks are no task."""
    found = of(small, (2025, awarded, more))

    assert [one.mark.code for one in found.points] == [state]
    assert len(found.tasks) == (state in ("open", "overdue"))


def test_a_criterion_that_lost_points_the_year_before_is_repeated(small: SiteCopy) -> None:
    """Known by its name or by the key ``criterion``; a year with full marks breaks the row."""
    found = of(small, (2023, 7, ""), (2024, 9.5, ""), (2025, 15, ""), (2026, 8, ""))

    assert [(one.year, one.repeated) for one in found.points] == [
        (2026, False), (2025, False), (2024, True), (2023, False),
    ]  # fmt: skip


def test_years_add_up(small: SiteCopy) -> None:
    """Maximum, awarded and lost of a year, exactly: half points are no rounding."""
    found = of(small, (2025, 7.5, ""), (2025, 12.25, "done = 2026-01-01"), (2024, 15, ""))
    years = {one.year: one for one in found.years}

    assert (years[2025].awarded, years[2025].lost) == (Fraction(79, 4), Fraction(41, 4))
    assert (years[2025].open, years[2025].done) == (1, 1)
    assert years[2024].lost == 0


def test_evidence_is_the_item_that_shows_it(small: SiteCopy) -> None:
    """By its id or the name of its file; what visitors cannot see is no evidence."""
    found = of(
        small,
        (2025, 1, 'evidence = "khai-truong"'),
        (2025, 2, 'evidence = "news/2026/khai-truong"'),
        (2025, 3, 'evidence = "ban-nhap"'),
    )
    named = {one.code: one.evidence.id if one.evidence else None for one in found.points}

    assert named == {"p0": "news/2026/khai-truong", "p1": "news/2026/khai-truong", "p2": None}


def test_ranks_are_followed_from_year_to_year(small: SiteCopy) -> None:
    """Sixth after ninth has climbed three; the first year has nothing to go by."""
    row = '[{0}]\nvi = "Xếp hạng"\nen = "Ranking"\nyear = {0}\nmaximum = 160\nofficial = 137.5\nrank = {1}\nof = 19\n'
    write_vocabulary(small, "scores", row.format(2025, 6) + row.format(2024, 9))
    scores = lost_points(on_disk(small).model).scores

    assert [(one.year, one.rank, one.of, one.climbed) for one in scores] == [
        (2024, 9, 19, None), (2025, 6, 19, 3),
    ]  # fmt: skip
    assert scores[0].official == Fraction(275, 2)


def test_changes_of_the_site_stand_in_their_period(small: SiteCopy) -> None:
    """By day; what is planned for later has not changed anything yet."""
    row = '[{0}]\nvi = "Đổi {0}"\nen = "Change {0}"\nday = {1}\nkind = "technique"\n'
    days = ("2026-07-01", "2026-06-30", "2026-02-01", "2026-12-01")
    write_vocabulary(small, "site_changes", "".join(row.format(f"c{n}", day) for n, day in enumerate(days)))
    model = on_disk(small).model

    assert [one.code for one in site_changes(model, parse_period("6T-2026"))] == ["c2", "c1"]
    assert [one.code for one in site_changes(model)] == ["c2", "c1", "c0"]


def test_units_and_items_that_are_not_there_are_told(small: SiteCopy) -> None:
    """A slip in an id would leave a task to nobody; what is hidden is there all the same."""
    lost, found = 'unit = "phong-khong-co"\nevidence = "khong-co"', 'unit = "van-phong"\nevidence = "ban-nhap"'
    of(small, (2025, 1, lost), (2024, 1, found))
    criterion = '["nd43.lanh-dao"]\nevidence = ["43:10.1.k", "https://a.example", "le-thu", "khong-co"]\n'
    write_vocabulary(small, "criteria", criterion)
    faults = list(reference_faults(on_disk(small).model))

    assert [(one.path, one.field, one.value) for one in faults] == [
        ("vocabulary/lost_points.toml", "p0.unit", "phong-khong-co"),
        ("vocabulary/lost_points.toml", "p0.evidence", "khong-co"),
        ("vocabulary/criteria.toml", "nd43.lanh-dao.evidence", "khong-co"),
    ]
    assert all(one.remedy and not one.is_error for one in faults)
