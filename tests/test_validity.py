"""The validity of a document on a day, from its dates."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.records.legal_document import LegalDocument
from congtinh.validity import EXPIRED, IN_FORCE, NOT_YET, begins, validity_on
from congtinh.vocabulary.registry import Vocabularies

CONTEXT = {"vocabularies": Vocabularies.load()[0]}
DAYS = st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2100, 1, 1))


def document(**values: Any) -> LegalDocument:
    return LegalDocument.model_validate(values, context=CONTEXT)


@pytest.mark.parametrize(
    ("day", "state"),
    [("2026-01-31", NOT_YET), ("2026-02-01", IN_FORCE), ("2026-06-30", IN_FORCE), ("2026-07-01", EXPIRED)],
)  # fmt: skip
def test_first_and_last_day(day: str, state: str) -> None:
    """In force from the effective date on; ``expires`` is the first day without effect."""
    law = document(doc_class="vbqppl", issued="2026-01-01", effective="2026-02-01", expires="2026-07-01")  # fmt: skip
    assert validity_on(law, dt.date.fromisoformat(day)) == state


@given(DAYS, DAYS)
def test_a_normative_document_without_effective_date_is_not_guessed(
    issued: dt.date, day: dt.date
) -> None:
    """Its effect begins by its own words; without them the site says nothing."""
    assert validity_on(document(doc_class="vbqppl", issued=issued), day) == ""


@given(DAYS, DAYS)
def test_another_document_holds_from_its_issue(issued: dt.date, day: dt.date) -> None:
    """An administrative document holds from the day on which it was issued."""
    plan = document(doc_class="hanh-chinh", issued=issued)
    assert begins(plan) == issued
    assert validity_on(plan, day) == (NOT_YET if day < issued else IN_FORCE)


@given(DAYS, DAYS, DAYS, DAYS)
def test_states_follow_each_other_in_time(
    effective: dt.date, expires: dt.date, one: dt.date, two: dt.date
) -> None:
    """No document comes back into force by the passing of days."""
    law = document(doc_class="vbqppl", effective=effective, expires=expires)
    order = [NOT_YET, IN_FORCE, EXPIRED]
    early, late = sorted((one, two))
    assert order.index(validity_on(law, early)) <= order.index(validity_on(law, late))


def test_a_state_typed_by_hand_goes_first() -> None:
    """It has a reason and a name, and holds on every day."""
    override = {"status": "ngung-hieu-luc", "reason": "Theo công văn", "by": "Lê Thử"}
    law = document(doc_class="vbqppl", effective="2026-02-01", status_override=override)
    assert validity_on(law, dt.date(2026, 3, 1)) == "ngung-hieu-luc"
