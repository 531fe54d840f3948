"""Annex 9 of the demonstration: every session of the year with what was announced and what came of it."""

from __future__ import annotations

import datetime as dt

import pytest

from congtinh.build.run import Build
from congtinh.languages import LANGUAGES, Language
from congtinh.periods import parse_period
from congtinh.records.reception import HELD, Reception
from congtinh.report.annexes import ANNEXES
from congtinh.settings import Settings
from congtinh.statistics.counting import counting_of
from congtinh.statistics.scorecards import Scorecards
from congtinh.statistics.site_counts import SiteCounts


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_session_has_its_row(department: tuple[Build, Settings], language: Language) -> None:
    """law.md B.11: day, host, whether announced, result; the sums are those of the sessions held."""
    build, settings = department
    assert build.model
    cards = Scorecards(SiteCounts(build.model, counting_of(settings)), parse_period("N-2026"), settings.agency)
    table = ANNEXES[9](cards, language)
    records = [item.record for item in build.model.of_type("reception", "vi") if isinstance(item.record, Reception)]
    sessions = [record for record in records if not record.is_standing]
    passed = [r for r in sessions if r.takes_place and r.takes_place <= dt.date(2026, 12, 31)]

    assert [row[1].value for row in table.rows] == [record.takes_place for record in passed]
    assert all(cell.value for row in table.rows for cell in row[1:5])
    held = [record for record in sessions if record.state == HELD]
    assert table.totals
    assert [cell.value for cell in table.totals[5:] if cell] == [
        sum(r.persons or 0 for r in held), sum(r.cases or 0 for r in held),
    ]  # fmt: skip
    figures = cards.counts.figures(cards.period)
    assert figures.figure("buoi_tiep_dan").value == len(sessions)
    assert figures.figure("buoi_tiep_dan_da_tiep").value == len(held)
    assert figures.figure("luot_nguoi_tiep_dan").value == sum(r.persons or 0 for r in held)
