"""What each year must have, and what a department says it will publish, against what is there (R27)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from congtinh.records.finance import Finance
from congtinh.records.plan import Plan
from congtinh.records.project import Project
from congtinh.rules.expected import expectations, problems
from congtinh.rules.site_content import SiteContent
from congtinh.vocabulary.registry import Vocabularies
from tests.statistics.made_up import MadeUp

NEW_YEAR = dt.date(2026, 1, 2)


def content(site: MadeUp, day: dt.date) -> SiteContent:
    return SiteContent(tuple(site.items), site.vocabularies, day)


def told(site: MadeUp, day: dt.date, rule: str) -> set[str]:
    return {str(p.params["code"]) for p in problems(content(site, day)) if p.rule == rule}


@pytest.mark.parametrize(("day", "missing"), [("2026-01-30", False), ("2026-01-31", True)])
def test_a_plan_is_missed_from_its_due_day_on(day: str, missing: bool) -> None:
    """Not before: the year has just begun."""
    site = MadeUp(NEW_YEAR)
    site.add(Plan, 1, dt.date(2025, 1, 9), kind="ke-hoach-cong-tac", year_from=2025, year_to=2025)

    assert told(site, dt.date.fromisoformat(day), "R27") == ({"ke-hoach-cong-tac"} if missing else set())


def test_a_plan_of_several_years_serves_each_of_them() -> None:
    """And one that only editors see serves none."""
    site = MadeUp(NEW_YEAR)
    facts = {"kind": "ke-hoach-nganh", "year_from": 2024, "year_to": 2028}
    site.add(Plan, 1, dt.date(2025, 1, 9), **facts)
    site.add(Plan, 1, dt.date(2025, 1, 9), kind="chuyen-doi-so", year_from=2026, year_to=2026, status="draft")

    assert told(site, dt.date(2026, 12, 1), "R27") == {
        "ke-hoach-cong-tac", "cai-cach-hanh-chinh", "chuyen-doi-so", "lua-chon-nha-thau",
    }  # fmt: skip


def test_years_before_the_first_publication_are_not_asked_for() -> None:
    """A department that begins with the estimate of 2026 owes the quarters of 2026, not the settlement of 2025."""
    site = MadeUp(NEW_YEAR)
    site.add(Finance, 1, dt.date(2026, 1, 14), kind="du-toan", budget_year=2026)

    assert told(site, dt.date(2026, 11, 22), "E.21") == {"thuc-hien-quy-1", "thuc-hien-quy-2", "thuc-hien-quy-3"}
    assert not told(site, dt.date(2026, 11, 22), "R27")


def test_a_site_without_such_items_is_asked_for_none() -> None:
    """That the section is empty is told by the coverage of the law."""
    assert not list(problems(content(MadeUp(NEW_YEAR), dt.date(2026, 11, 22))))


def listed(folder: Path, text: str) -> Vocabularies:
    (folder / "expected_project.csv").write_text(text, "utf-8")
    vocabularies, faults = Vocabularies.load(folder)
    assert not faults
    return vocabularies


def test_lists_are_met_by_code_or_by_name(tmp_path: Path) -> None:
    """Marks, case and punctuation of a name do not count; a row of a later year waits for it."""
    rows = "Mã;Tên;Năm\nDA-01;Cầu A;2026\n;Nâng cấp thư viện, giai đoạn 2;2026\nDA-03;Trạm B;2026\nDA-04;Trạm C;2027\n"
    site = MadeUp(NEW_YEAR, listed(tmp_path, rows))
    site.add(Project, 1, NEW_YEAR, code="da 01", title="Một tên khác hẳn")
    site.add(Project, 1, NEW_YEAR, title="NANG CAP THU VIEN – giai đoạn 2")
    found = [one for one in expectations(content(site, dt.date(2026, 11, 22))) if one.type == "project"]

    assert [bool(one.items) for one in found] == [True, True, False]
    (gap,) = problems(content(site, dt.date(2026, 11, 22)))
    assert (gap.path, gap.line, gap.rule) == ("vocabulary/expected_project.csv", 4, "E.17")


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("expected_project.csv", "code,nam\nDA-01,26\n", 2),
        ("expected_project.csv", "code,name\nDA-01,Cầu\n", 1),
        ("expected_project.csv", "code,year,giá\nDA-01,2026,1\n", 1),
        ("expected_project.csv", "code,year,due\nDA-01,2026,31/3\n", 2),
        ("expected_project.csv", "code,name,year\n,,2026\n", 2),
        ("expected_news.csv", "code,year\nA,2026\n", None),
    ],
)
def test_faults_of_a_list_have_their_line(tmp_path: Path, name: str, text: str, line: int | None) -> None:
    """Each is told with the file and the line, and the row is left out."""
    (tmp_path / name).write_text(text, "utf-8")
    vocabularies, faults = Vocabularies.load(tmp_path)

    assert [(fault.path, fault.line) for fault in faults] == [(f"vocabulary/{name}", line)]
    assert not len(vocabularies["expected"])
