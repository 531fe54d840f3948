"""The states of a consultation in time, and what is wrong with one."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.errors import Severity
from congtinh.records.consultation import CLOSED, Comment, Consultation
from congtinh.vocabulary.registry import Vocabularies

VOCABULARIES, _ = Vocabularies.load()
DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2035, 12, 31))
ORDER = ("sap-mo", "dang-lay-y-kien", "cho-tong-hop", "da-tong-hop", "da-ban-hanh")


def a_day(n: int) -> dt.date:
    return dt.date(2026, 3, 1) + dt.timedelta(days=n)


def consultation(**facts: Any) -> Consultation:
    given: dict[str, Any] = {"opens": a_day(0), "closes": a_day(30), "kind": "chu-truong", **facts}
    return Consultation.model_construct(**given)


def faults(record: Consultation) -> dict[str, tuple[str, Severity]]:
    """Field to rule and severity."""
    return {one.field: (one.rule, one.severity) for one in record.check(VOCABULARIES)}


@given(
    opens=DAYS,
    length=st.integers(1, 90),
    later=st.lists(st.integers(1, 200), min_size=2, max_size=2),
    day=DAYS,
)
def test_states_follow_in_order(
    opens: dt.date, length: int, later: list[int], day: dt.date
) -> None:
    """As days go by a consultation passes its states in one direction, each from its own day on."""
    closes = opens + dt.timedelta(days=length)
    summary, result = (closes + dt.timedelta(days=n) for n in sorted(later))
    record = consultation(
        opens=opens,
        closes=closes,
        summary_doc="a.pdf",
        summary_date=summary,
        result_doc="x",
        result_date=result,
    )
    passed = [ORDER.index(record.state_on(opens + dt.timedelta(days=n))) for n in range(-2, 300)]

    assert passed == sorted(passed)
    assert record.state_on(opens - dt.timedelta(days=1)) == "sap-mo"
    assert record.state_on(closes) == "dang-lay-y-kien"
    assert record.days_left(closes) == 0
    left = record.days_left(day)
    assert (left is not None) == (opens <= day <= closes)
    assert left is None or day + dt.timedelta(days=left) == closes


@given(day=st.integers(-5, 120), posted=st.none() | st.integers(31, 110))
def test_a_summary_is_owed_from_the_day_after_closing_until_it_is_posted(
    day: int, posted: int | None
) -> None:
    """``days_waited`` counts from the closing day, and only while no summary stands."""
    papers = {"summary_doc": "a.pdf", "summary_date": a_day(posted)} if posted else {}
    waited = consultation(**papers).days_waited(a_day(day))

    assert waited == (day - 30 if day > 30 and (posted is None or day < posted) else None)


def test_what_is_stopped_owes_nothing() -> None:
    """A stopped consultation stays so, whatever its closing day."""
    record = consultation(stopped=a_day(10))

    assert record.state_on(a_day(50)) == "dung"
    assert record.days_waited(a_day(50)) is None
    assert record.days_left(a_day(12)) is None
    assert list(record.clocks(frozenset())) == []


@pytest.mark.parametrize("state", CLOSED)
def test_nobody_may_write_that_it_is_closed_without_a_summary(state: str) -> None:
    """R11: the state of a closed consultation wants its summary (seed S2)."""
    assert faults(consultation(state=state))["state"] == ("R11", Severity.ERROR)
    with_summary = consultation(state=state, summary_doc="a.pdf", summary_date=a_day(40))
    assert "state" not in faults(with_summary)


@given(listed=st.integers(0, 5), otherwise=st.none() | st.integers(0, 5), told=st.integers(0, 12))
def test_the_number_of_comments_is_checked(listed: int, otherwise: int | None, told: int) -> None:
    """E.5: as many as are listed and were received otherwise."""
    one = Comment.model_construct(date=a_day(3), from_kind="ca-nhan", text="Ý kiến")
    record = consultation(
        comments=(one,) * listed, received_otherwise=otherwise, comment_count=told
    )

    assert ("comment_count" in faults(record)) == (told != listed + (otherwise or 0))
    assert sum(c.value for c in record.counts() if c.measure == "comments") == record.total_comments


@pytest.mark.parametrize(
    ("kind", "days", "warned"), [("vbqppl", 19, True), ("vbqppl", 20, False), ("tthc", 5, False)]
)
def test_drafts_of_legal_documents_stay_open_long_enough(
    kind: str, days: int, warned: bool
) -> None:
    """The least time is a limit of the vocabulary, and holds for legal normative documents alone."""
    assert ("closes" in faults(consultation(kind=kind, closes=a_day(days)))) == warned


def test_comments_go_to_an_official_address() -> None:
    """R14: no private mail."""
    assert faults(consultation(email="gopy@gmail.com"))["email"] == ("R14", Severity.ERROR)
    assert "email" not in faults(consultation(email="gopy@so.tinh.gov.vn"))
