"""Annexes 6 and 7 of the demonstration: questions with their working days, consultations with their summaries."""

from __future__ import annotations

import datetime as dt

import pytest

from congtinh.build.run import Build
from congtinh.languages import LANGUAGES, Language
from congtinh.periods import parse_period
from congtinh.records.question import Question
from congtinh.report.annexes_dialogue import consultations, questions
from congtinh.settings import Settings
from congtinh.statistics.counting import counting_of
from congtinh.statistics.gaps import gaps
from congtinh.statistics.scorecards import Scorecards
from congtinh.statistics.site_counts import SiteCounts


@pytest.fixture(scope="module")
def cards(department: tuple[Build, Settings]) -> Scorecards:
    build, settings = department
    assert build.model
    counts = SiteCounts(build.model, counting_of(settings))
    return Scorecards(counts, parse_period("N-2026", "calendar", settings.today), settings.agency)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_of_the_period_stands_once(cards: Scorecards, language: Language) -> None:
    """Annex 6 has as many rows as the figure counts, and each row its days worked out from its dates."""
    table = questions(cards, language)
    figure = cards.counts.figures(cards.period).figure("cau_hoi")
    records = {
        i.record.heading: i.record
        for i in cards.model.either("question", "vi")
        if isinstance(i.record, Question)
    }

    assert len(table.rows) == figure.value
    for _, received, title, _, _, answered, days, _ in table.rows:
        record = records[str(title.value)]
        assert (received.value, answered.value) == (record.received, record.answered)
        assert (
            days.value is None or 0 <= days.value <= (dt.date(2026, 11, 22) - record.received).days
        )  # type: ignore[operator]


def test_an_overdue_summary_is_told(cards: Scorecards) -> None:
    """Annex 7: Không stands where it closed without a summary, Có with its day where there is one."""
    told = {
        str(row[1].value): (row[5].value, row[6].value) for row in consultations(cards, "vi").rows
    }
    words = [word for word, _ in told.values()]

    assert len(told) == cards.counts.figures(cards.period).figure("lay_y_kien").value
    assert any("khởi nghiệp" in title and word == "Không" for title, (word, _) in told.items())
    assert all((day is not None) == (word == "Có") for word, day in told.values())
    assert {"Có", "Không", "Chưa đến hạn", "Đã dừng"} == set(words)


def test_the_unit_that_drafted_is_reminded(cards: Scorecards) -> None:
    """A2.9: the overdue summary is a gap of the drafting unit, with its page."""
    late = [gap for gap in gaps(cards) if gap.kind == "late" and "khởi nghiệp" in gap.what.vi]

    assert [gap.unit for gap in late] == ["unit/phong-cong-nghe-doi-moi-sang-tao"]
    assert late[0].due == dt.date(2026, 10, 31)
    assert late[0].address == "lay-y-kien/de-an-khoi-nghiep-sang-tao/"
