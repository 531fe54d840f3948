"""Annex 10 tells of projects what the site tells of them."""

from __future__ import annotations

from congtinh.build.run import Build
from congtinh.periods import parse_period
from congtinh.report.annexes_projects import projects
from congtinh.settings import Settings
from congtinh.statistics.counting import counting_of
from congtinh.statistics.scorecards import Scorecards
from congtinh.statistics.site_counts import SiteCounts


def test_projects_by_state_are_all_projects(department: tuple[Build, Settings]) -> None:
    """Numbers and budgets add up to those of the figures; the project with gaps names its missing facts."""
    build, settings = department
    assert build.model
    cards = Scorecards(SiteCounts(build.model, counting_of(settings)), parse_period("N-2026"), settings.agency)
    table, figures = projects(cards, "vi"), cards.counts.figures(cards.period)

    assert table.totals
    told = [cell.value for cell in table.totals[2:4] if cell]
    assert told == [figures.figure(key).value for key in ("du_an", "kinh_phi_du_an")]
    lacking = {row[1].value: row[6].value for row in table.rows if row[5].value}
    assert lacking == {"Tạm dừng": "Mục tiêu chính (1), Loại hình tài trợ (1)"}
