"""Summaries and answers that are owed, as terms of the units that owe them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from congtinh.periods import WorkingDays, parse_period
from congtinh.records.consultation import Consultation
from congtinh.records.petition import Petition
from congtinh.records.question import Question
from congtinh.records.unit import Unit
from congtinh.statistics.deadlines import Deadline, deadlines
from congtinh.statistics.gaps import gaps
from congtinh.statistics.scorecards import Scorecards
from congtinh.statistics.site_counts import SiteCounts
from congtinh.statistics.units_of_site import UnitsOfSite
from tests.statistics.made_up import MadeUp

TODAY = dt.date(2026, 11, 20)


def site(**facts: object) -> SiteCounts:
    """A site of two units and one item: ``of`` is its type."""
    made = MadeUp(TODAY)
    for name in ("so", "phong"):
        made.add(
            Unit,
            1,
            dt.date(2026, 1, 5),
            id=f"unit/{name}",
            name=f"Phòng {name}",
            valid_from=dt.date(2020, 1, 1),
        )
        made.items[-1] = replace(made.items[-1], names=(name,))
    of = facts.pop("of")
    made.add(of, 1, dt.date(2026, 9, 1), unit="so", **facts)  # type: ignore[arg-type]
    return made.site()


def term(counts: SiteCounts) -> Deadline:
    model = counts.model
    working = WorkingDays(model.vocabularies["holidays"])
    (row,) = deadlines(
        model, parse_period("N-2026", "calendar", TODAY), working, UnitsOfSite(model, "so")
    ).rows
    return row


@pytest.mark.parametrize(
    ("closes", "summary", "due", "mark"),
    [
        (dt.date(2026, 10, 16), None, dt.date(2026, 10, 31), "late"),
        (dt.date(2026, 11, 13), None, dt.date(2026, 11, 28), "running"),
        (dt.date(2026, 9, 4), dt.date(2026, 9, 18), dt.date(2026, 9, 19), "on-time"),
        (dt.date(2026, 9, 4), dt.date(2026, 9, 22), dt.date(2026, 9, 19), "late"),
    ],
)
def test_a_summary_is_due_in_all_days_of_its_limit(
    closes: dt.date, summary: dt.date | None, due: dt.date, mark: str
) -> None:
    """Fifteen days after the closing day, weekends too."""
    papers = {"summary_doc": "a.pdf", "summary_date": summary} if summary else {}
    row = term(
        site(
            of=Consultation,
            opens=dt.date(2026, 8, 1),
            closes=closes,
            drafting_unit="phong",
            **papers,
        )
    )

    assert (row.due, row.mark.code) == (due, mark)


def test_an_overdue_summary_is_a_gap_of_the_drafting_unit() -> None:
    """A2.9: the unit that drafted it is reminded, of what, since when and by which rule."""
    counts = site(
        of=Consultation,
        opens=dt.date(2026, 9, 1),
        closes=dt.date(2026, 10, 16),
        drafting_unit="phong",
    )
    cards = Scorecards(counts, parse_period("N-2026", "calendar", TODAY), "so")
    (gap,) = (one for one in gaps(cards) if one.kind == "late")

    assert gap.unit == "unit/phong"
    assert gap.due == dt.date(2026, 10, 31)
    assert "Mục consultation/2" in gap.what.vi
    assert gap.rule == counts.model.vocabularies["limits"].get("consultation-summary").label  # type: ignore[union-attr]
    assert "summary_doc" in gap.remedy.vi


@pytest.mark.parametrize(
    ("received", "answered", "days", "mark"),
    [
        (dt.date(2026, 10, 5), dt.date(2026, 10, 26), 15, "on-time"),
        (dt.date(2026, 10, 5), dt.date(2026, 10, 27), 16, "late"),
        (dt.date(2026, 11, 16), None, 4, "running"),
        (dt.date(2026, 10, 19), None, 24, "late"),
    ],
)
def test_answers_are_counted_in_working_days(
    received: dt.date, answered: dt.date | None, days: int, mark: str
) -> None:
    """Điều 15 of Nghị định 43/2011: fifteen working days, of the unit that the question went to."""
    state = "da-tra-loi" if answered else "da-chuyen"
    row = term(
        site(of=Question, received=received, answered=answered, state=state, routed_to="phong")
    )

    assert (row.unit, row.days, row.limit_days, row.mark.code) == ("unit/phong", days, 15, mark)


@pytest.mark.parametrize(
    ("replied", "mark"),
    [(None, "late"), (dt.date(2026, 11, 13), "on-time"), (dt.date(2026, 11, 17), "late")],
)
def test_a_petition_is_due_on_the_day_it_names(replied: dt.date | None, mark: str) -> None:
    """E.14: the record itself says until when, and its unit answers for it."""
    state = "da-tra-loi" if replied else "dang-giai-quyet"
    received, due = dt.date(2026, 10, 12), dt.date(2026, 11, 13)
    row = term(site(of=Petition, received=received, due=due, replied=replied, state=state))

    assert (row.unit, row.due, row.mark.code) == ("unit/so", due, mark)
