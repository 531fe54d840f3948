"""Projects, tenders, plans and science tasks: what their days say of their states, clocks and faults."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.records import science_task, tender
from congtinh.records.finance import Amount, Finance
from congtinh.records.plan import Plan
from congtinh.records.project import Project
from congtinh.records.science_task import ScienceTask
from congtinh.records.spans import parse_first, parse_last
from congtinh.records.tender import Tender
from congtinh.vocabulary.registry import Vocabularies

VOCABULARIES = Vocabularies.load()[0]
START = dt.date(2026, 1, 1)
Days = st.integers(0, 300).map(lambda n: START + dt.timedelta(days=n))
TENDER_ORDER = (tender.PLANNED, tender.INVITED, tender.CLOSED, tender.OPENED, tender.AWARDED)


@given(st.lists(Days, min_size=4, max_size=4), Days)
def test_a_tender_only_goes_forward(days: list[dt.date], cancelled: dt.date) -> None:
    """From day to day its state is the same or a later one, and nothing follows a cancellation."""
    open_, close, opened, awarded = sorted(days)
    record = Tender.model_construct(open=open_, close=close, opened=opened, awarded=awarded)
    states = [record.state_on(START + dt.timedelta(days=n)) for n in range(310)]
    places = [TENDER_ORDER.index(state) for state in states]

    assert places == sorted(places)
    assert states[-1] == tender.AWARDED
    over = record.model_copy(update={"cancelled": cancelled})
    later = {over.state_on(cancelled + dt.timedelta(days=n)) for n in range(310)}
    assert later == {tender.CANCELLED}


def test_a_tender_past_its_closing_day_is_neither_open_nor_opened() -> None:
    """The closing day itself is still open; a week later the editor is asked what came of it."""
    record = Tender.model_construct(open=START, close=START + dt.timedelta(days=20))
    closed = record.close + dt.timedelta(days=1)  # type: ignore[operator]

    assert record.state_on(record.close) == tender.INVITED  # type: ignore[arg-type]
    assert record.state_on(closed) == tender.CLOSED
    assert not list(record.day_faults(closed))
    assert [f.field for f in record.day_faults(closed + dt.timedelta(days=7))] == ["opened"]


@given(Days, Days, Days)
def test_a_task_that_was_accepted_waits_no_longer(begins: dt.date, ends: dt.date, accepted: dt.date) -> None:
    """Accepted early or late, it is accepted from that day on."""
    begins, ends = sorted((begins, ends))
    record = ScienceTask.model_construct(from_date=begins, to_date=ends, accepted=accepted)
    for n in range(310):
        day = START + dt.timedelta(days=n)
        assert (record.state_on(day) == science_task.ACCEPTED) == (day >= accepted)


def test_the_results_of_a_task_have_a_clock_of_their_own() -> None:
    """It runs from acceptance until both reports stand there (NĐ 43/2011, Điều 17 khoản 1 điểm e)."""
    posted = dt.datetime(2026, 1, 9, 8, tzinfo=dt.UTC)
    record = ScienceTask.model_construct(approved=START, accepted=dt.date(2026, 6, 11), date=posted, summary_report="/a.pdf")
    approval, results = record.clocks(frozenset())

    assert (approval.start, approval.end) == (START, posted.date())
    assert (results.start, results.end) == (dt.date(2026, 6, 11), None)
    whole = record.model_copy(update={"application_report": "/b.pdf", "results_posted": dt.date(2026, 7, 1)})
    assert list(whole.clocks(frozenset()))[1].end == dt.date(2026, 7, 1)


@pytest.mark.parametrize(
    ("state", "day", "doubted"),
    [
        ("chuan-bi", "2026-03-31", False),
        ("chuan-bi", "2026-04-01", True),
        ("dang-trien-khai", "2026-03-31", True),
        ("dang-trien-khai", "2026-12-31", False),
        ("dang-trien-khai", "2027-01-01", True),
        ("hoan-tat", "2026-10-01", True),
        ("hoan-tat", "2027-01-01", False),
        ("tam-dung", "2027-01-01", False),
        ("huy", "2026-01-01", False),
    ],
)
def test_the_state_of_a_project_follows_its_days(state: str, day: str, doubted: bool) -> None:
    """A state that the days speak against is doubted, never changed; what was decided is not."""
    record = Project.model_construct(state=state, from_date=dt.date(2026, 4, 1), to_date=dt.date(2026, 12, 31))

    assert [f.field for f in record.day_faults(dt.date.fromisoformat(day))] == ["state"] * doubted


def test_no_more_is_disbursed_than_there_is() -> None:
    """The whole budget may be; one đồng more may not."""
    record = Project.model_construct(title="Một dự án thử", budget=100, disbursed=100, status="published")

    assert not list(record.check(VOCABULARIES))
    over = record.model_copy(update={"disbursed": 101})
    assert [f.field for f in over.check(VOCABULARIES)] == ["disbursed"]


def test_a_plan_that_ended_owes_its_results() -> None:
    """Ninety days after its last year, and only then."""
    record = Plan.model_construct(year_from=2024, year_to=2025, status="published")

    assert record.years == (2024, 2025)
    assert record.state_on(dt.date(2025, 12, 31)) == "dang-thuc-hien"
    assert record.state_on(dt.date(2026, 1, 1)) == "het-ky"
    assert not list(record.results_overdue(dt.date(2026, 3, 31), VOCABULARIES))
    assert [f.field for f in record.results_overdue(dt.date(2026, 4, 1), VOCABULARIES)] == ["result_reports"]


def test_amounts_make_their_total() -> None:
    """R23: the total of a publication is the sum of the amounts that it names."""
    amounts = tuple(Amount.model_construct(label="Mục", amount=n) for n in (10, 20))
    facts = {"title": "Công khai dự toán thử", "kind": "du-toan", "status": "published"}
    record = Finance.model_construct(**facts, amounts=amounts, total=30)  # type: ignore[arg-type]

    assert not list(record.check(VOCABULARIES))
    assert [f.rule for f in record.model_copy(update={"total": 31}).check(VOCABULARIES)] == ["R23"]


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        (2026, "2026-01-01", "2026-12-31"),
        ("02/2028", "2028-02-01", "2028-02-29"),
        ("2026-04", "2026-04-01", "2026-04-30"),
        ("15/3/2026", "2026-03-15", "2026-03-15"),
    ],
)
def test_a_span_may_be_written_roughly(written: object, first: str, last: str) -> None:
    """A year or a month means its first day at the beginning of a span, its last at the end."""
    assert (str(parse_first(written)), str(parse_last(written))) == (first, last)
