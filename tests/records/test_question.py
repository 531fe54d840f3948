"""Questions and petitions: days in order, states that fit them, and the terms that run."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.records.petition import Petition
from congtinh.records.question import ANSWER, PROMISED, REMIT, Question
from congtinh.vocabulary.registry import Vocabularies

VOCABULARIES, _ = Vocabularies.load()
DAYS = st.integers(0, 60).map(lambda n: dt.date(2026, 3, 2) + dt.timedelta(days=n))
RECEIVED = dt.date(2026, 3, 2)


def question(**facts: Any) -> Question:
    return Question.model_construct(
        **{"received": RECEIVED, "state": "da-chuyen", "routed_to": "phong", **facts}
    )


def faults(record: Question | Petition) -> set[tuple[str, str]]:
    return {(one.field, one.rule) for one in record.check(VOCABULARIES)}


@given(received=DAYS, routed=DAYS, answered=DAYS)
def test_days_follow_one_another(received: dt.date, routed: dt.date, answered: dt.date) -> None:
    """R5: received, routed, answered, in this order."""
    record = question(received=received, routed=routed, answered=answered, state="da-tra-loi")
    in_order = all(one <= two for one, two in pairwise((received, routed, answered)))

    assert any(rule == "R5" for _, rule in faults(record)) == (not in_order)


@pytest.mark.parametrize(
    ("state", "day"),
    [
        ("da-chuyen", "routed"),
        ("da-tra-loi", "answered"),
        ("ngoai-pham-vi", "remit_notice"),
        ("da-rut", "withdrawn"),
    ],
)
def test_a_state_wants_its_day(state: str, day: str) -> None:
    """E.13: what is said to have happened has a day."""
    assert ("state", "E.13") in faults(question(state=state))
    assert ("state", "E.13") not in faults(question(state=state, **{day: RECEIVED}))


def test_an_answer_of_general_interest_is_published() -> None:
    """Điều 15: answers that concern many are published; other answers may be kept back."""
    facts = {"state": "da-tra-loi", "answered": RECEIVED, "status": "review"}

    assert ("status", "E.13") in faults(question(general_interest=True, **facts))
    assert ("status", "E.13") not in faults(question(**facts))


def test_the_term_ends_with_an_answer_or_a_notice() -> None:
    """The unit that answers has the clock; a notice ends it and starts the one up to the promised day."""
    notice, promised = dt.date(2026, 3, 20), dt.date(2026, 5, 4)
    (open_clock,) = question().clocks(frozenset())
    answer, later = question(interim_notice=notice, interim_until=promised).clocks(frozenset())
    (remit,) = question(state="ngoai-pham-vi", remit_notice=RECEIVED).clocks(frozenset())

    assert (open_clock.what, open_clock.end, open_clock.unit, open_clock.limit) == (
        ANSWER,
        None,
        "phong",
        "question-answer",
    )
    assert (answer.what, answer.end) == (ANSWER, notice)
    assert (later.what, later.start, later.due, later.end) == (PROMISED, notice, promised, None)
    assert (remit.what, remit.limit, remit.end) == (REMIT, "question-out-of-remit", RECEIVED)
    assert list(question(state="da-rut", withdrawn=RECEIVED).clocks(frozenset())) == []


@given(today=DAYS, settled=st.none() | DAYS)
def test_a_question_is_open_until_it_is_settled(today: dt.date, settled: dt.date | None) -> None:
    """``days_open`` counts from receipt while neither an answer nor a notice has been given."""
    is_open = settled is None or settled > today
    assert question(answered=settled).days_open(today) == (
        (today - RECEIVED).days if is_open else None
    )


def test_a_description_is_never_longer_than_one_may_be() -> None:
    """A long question is cut at a word."""
    told = question(question="Câu hỏi dài " * 60).description

    assert len(told) <= 300
    assert told.endswith("…")


def test_petitions_of_voters_name_their_meeting() -> None:
    """E.14: what voters asked was asked at a session or meeting."""
    assert ("meeting", "E.14") in faults(Petition.model_construct(origin="cu-tri"))
    assert ("meeting", "E.14") not in faults(Petition.model_construct(origin="nguoi-dan"))


@given(
    due=DAYS, today=DAYS, state=st.sampled_from(["da-tiep-nhan", "dang-giai-quyet", "da-tra-loi"])
)
def test_a_petition_is_overdue_after_its_day(due: dt.date, today: dt.date, state: str) -> None:
    """Only what still waits is overdue, and is told so as a fault of the day."""
    record = Petition.model_construct(due=due, state=state)
    over = record.days_over(today)

    assert over == ((today - due).days if due < today and state != "da-tra-loi" else None)
    assert bool(list(record.day_faults(today))) == bool(over)
