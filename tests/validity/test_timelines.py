"""The states of documents on each day, against a reference that lives through the days."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from congtinh.records.legal_document import LegalDocument
from congtinh.relations.edges import edges_of
from congtinh.validity.states import (
    EXPIRED,
    IN_FORCE,
    NOT_YET,
    Timeline,
    begins,
    changes_after,
    state_on,
)
from congtinh.validity.timelines import Timelines
from congtinh.vocabulary.registry import Vocabularies
from tests.validity.obvious import Slow, days_between

VOCABULARIES = Vocabularies.load()[0]
KINDS = VOCABULARIES["relations"]
FIRST, LAST = dt.date(2026, 1, 1), dt.date(2026, 2, 9)
DAYS = st.dates(FIRST, LAST)
NAMES = "abcdef"
ACTIVE = [
    term.code for term in KINDS if term.text("effect") != "none" or term.flag("marks_amended")
]
RELATIONS = st.fixed_dictionaries(
    {
        "kind": st.sampled_from([*ACTIVE, "can-cu"]),
        "target": st.sampled_from([*NAMES, "24/CT-TTg"]),
    },
    optional={
        "from_date": DAYS,
        "to_date": DAYS,
        "clause_to": st.sampled_from(["Điều 3", "khoản 2 Điều 5"]),
    },
)
RECORDS = st.fixed_dictionaries(
    {"doc_class": st.sampled_from(["vbqppl", "hanh-chinh", "du-thao"]), "issued": DAYS},
    optional={
        "effective": DAYS,
        "expires": DAYS,
        "relations": st.lists(RELATIONS, max_size=3),
    },
)
GRAPHS = st.lists(RECORDS, min_size=1, max_size=len(NAMES)).map(
    lambda records: dict(zip(NAMES, map(document, records), strict=False))
)


def document(values: dict[str, Any]) -> LegalDocument:
    return LegalDocument.model_validate(values, context={"vocabularies": VOCABULARIES})


def timelines_of(documents: dict[str, LegalDocument]) -> dict[str, Timeline]:
    edges = edges_of(documents, lambda name: name if name in documents else None)
    made = Timelines(documents, edges, KINDS)
    return {name: made.of(name) for name in documents}


@given(GRAPHS, st.randoms(use_true_random=False))
def test_every_day_is_as_a_person_would_work_it_out(
    documents: dict[str, LegalDocument], order: random.Random
) -> None:
    """Each document has on each day the state that living through the days gives it."""
    edges = edges_of(documents, lambda name: name if name in documents else None)
    slow = Slow(documents, edges, KINDS, FIRST, LAST, order)
    for name, timeline in timelines_of(documents).items():
        for day in days_between(FIRST, LAST):
            assert state_on(timeline, day).code == slow.state(name, day), (name, day)


@given(GRAPHS, st.randoms(use_true_random=False))
def test_the_order_of_files_means_nothing(
    documents: dict[str, LegalDocument], order: random.Random
) -> None:
    """The same documents, read in another order, have the same states and causes."""
    names = list(documents)
    order.shuffle(names)
    assert timelines_of(documents) == timelines_of({name: documents[name] for name in names})


@given(GRAPHS)
def test_a_timeline_runs_forward_and_every_state_has_a_cause(
    documents: dict[str, LegalDocument],
) -> None:
    """Days increase, neighbours differ, and only “not yet” and “unknown” need no cause."""
    for timeline in timelines_of(documents).values():
        assert timeline[0].since is None
        since = [state.since for state in timeline[1:]]
        assert since == sorted(set(since))  # type: ignore[type-var]
        assert all(one[::2] != two[::2] for one, two in itertools.pairwise(timeline))
        assert all(state.causes for state in timeline if state.code not in (NOT_YET, ""))
        assert all(state.code != EXPIRED for state in timeline[:-1])


@given(GRAPHS, DAYS)
def test_what_comes_follows_the_day(documents: dict[str, LegalDocument], day: dt.date) -> None:
    """The states to come and the one of the day make up the end of the timeline."""
    for timeline in timelines_of(documents).values():
        coming = changes_after(timeline, day)
        assert (state_on(timeline, day), *coming) == timeline[len(timeline) - len(coming) - 1 :]


@given(GRAPHS)
def test_drafts_touch_nobody(documents: dict[str, LegalDocument]) -> None:
    """Without its drafts the register gives the same states to all others."""
    issued = {name: one for name, one in documents.items() if one.doc_class != "du-thao"}
    every, alone = timelines_of(documents), timelines_of(issued)
    assert all(every[name] == alone[name] for name in issued)


@given(DAYS, DAYS)
def test_a_normative_document_without_effective_date_is_not_guessed(
    issued: dt.date, day: dt.date
) -> None:
    """Its effect begins by its own words; without them the site says nothing."""
    law = document({"doc_class": "vbqppl", "issued": issued})
    assert begins(law) is None
    assert state_on(timelines_of({"a": law})["a"], day).code == ""


@given(DAYS, DAYS)
def test_an_administrative_document_holds_from_its_issue(issued: dt.date, day: dt.date) -> None:
    """An administrative document holds from the day on which it was issued."""
    plan = document({"doc_class": "hanh-chinh", "issued": issued})
    state = state_on(timelines_of({"a": plan})["a"], day)
    assert state.code == (NOT_YET if day < issued else IN_FORCE)


def test_a_state_typed_by_hand_stands_in_the_place_of_the_derived_ones() -> None:
    """It holds on every day, or from the day that it names; what was before stays."""
    typed = {"status": "khong-con-phu-hop", "reason": "Theo rà soát", "by": "Lê Thử"}
    law = {"doc_class": "vbqppl", "effective": "2026-01-05", "status_override": typed}
    always = timelines_of({"a": document(law)})["a"]
    later = timelines_of({"a": document(law | {"status_override": typed | {"from_date": "2026-02-01"}})})  # fmt: skip

    assert [state.code for state in always] == ["khong-con-phu-hop"]
    assert [state.code for state in later["a"]] == [NOT_YET, IN_FORCE, "khong-con-phu-hop"]


def test_what_ended_does_not_come_back() -> None:
    """A document replaced by one that is replaced in its turn stays expired."""
    law = {"doc_class": "vbqppl"}
    first = document(law | {"effective": "2026-01-02"})
    second = document(law | {"effective": "2026-01-10", "relations": [{"kind": "thay-the", "target": "a"}]})  # fmt: skip
    third = document(law | {"effective": "2026-01-20", "relations": [{"kind": "thay-the", "target": "b"}]})  # fmt: skip
    found = timelines_of({"a": first, "b": second, "c": third})

    assert [(s.code, str(s.since)) for s in found["a"][1:]] == [
        (IN_FORCE, "2026-01-02"),
        (EXPIRED, "2026-01-10"),
    ]


def test_one_that_ends_before_its_day_ends_nothing() -> None:
    """A replacement that is itself repealed before it takes effect leaves the old text in force."""
    law = {"doc_class": "vbqppl"}
    old = document(law | {"effective": "2026-01-02"})
    new = document(law | {"effective": "2026-02-01", "relations": [{"kind": "thay-the", "target": "a"}]})  # fmt: skip
    repeal = {"kind": "bai-bo-toan-bo", "target": "b"}
    third = document(law | {"effective": "2026-01-20", "relations": [repeal]})
    found = timelines_of({"a": old, "b": new, "c": third})

    assert [state.code for state in found["a"]] == [NOT_YET, IN_FORCE]
    assert [state.code for state in found["b"]] == [NOT_YET, EXPIRED]
