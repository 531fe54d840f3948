"""Doubtful validity: states typed by hand, and effects that come when all is over."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from congtinh.records.legal_document import LegalDocument
from congtinh.validity.faults import cause_of, idle_extensions, late_effects, override_faults
from congtinh.validity.register import Register
from congtinh.validity.states import state_on
from congtinh.vocabulary.registry import Vocabularies

VOCABULARIES = Vocabularies.load()[0]
TODAY = dt.date(2026, 6, 1)
LAW = {"doc_class": "vbqppl", "issued": "2026-01-01", "effective": "2026-01-02"}


def register(**documents: dict[str, Any]) -> Register:
    context = {"vocabularies": VOCABULARIES}
    records = {
        name: LegalDocument.model_validate(LAW | values, context=context)
        for name, values in documents.items()
    }
    return Register(records, {name: name for name in records}.get, VOCABULARIES)


def replacing(target: str, day: str, kind: str = "thay-the") -> dict[str, Any]:
    return {"issued": day, "effective": day, "relations": [{"kind": kind, "target": target}]}


@pytest.mark.parametrize(
    ("status", "message"),
    [
        ("con-hieu-luc", "differs"),
        ("het-hieu-luc-toan-bo", "says what dates"),
        ("khong-con-phu-hop", ""),
    ],
)
def test_a_typed_state_is_held_against_the_derived_one(status: str, message: str) -> None:
    """R9: a warning with the cause where it differs or repeats; never where only a person knows."""
    typed = {"status_override": {"status": status, "reason": "rà soát", "by": "Lê Thử"}}
    found = list(override_faults(register(a=typed, b=replacing("a", "2026-03-01")), VOCABULARIES, TODAY))  # fmt: skip

    assert [fault.message[: len(message)] for _, fault in found] == ([message] if message else [])
    assert all("bị thay thế bởi b" in str(fault.params["cause"]) for _, fault in found)


def test_an_effect_that_comes_too_late() -> None:
    """Amending what was replaced before is told, with the day on which it had expired."""
    found = list(
        late_effects(
            register(
                a={},
                b=replacing("a", "2026-02-01"),
                c=replacing("a", "2026-03-01", "sua-doi-bo-sung") | {"relations": [
                    {"kind": "sua-doi-bo-sung", "target": "a", "clause_to": "Điều 1"}]},
            ),
            VOCABULARIES,
        )
    )  # fmt: skip
    assert [(name, fault.field, fault.params["day"]) for name, fault in found] == [
        ("c", "relations[1].target", "01/02/2026")
    ]


def test_a_cause_names_day_and_document() -> None:
    """“từ 01/02/2026, bị thay thế bởi …”, in both languages."""
    known = register(a={}, b=replacing("a", "2026-02-01"))
    cause = cause_of(state_on(known.timeline("a"), TODAY), known, VOCABULARIES)

    assert cause.vi == "từ 01/02/2026, bị thay thế bởi b"
    assert cause.en == "since 01/02/2026, replaced by b"


def test_a_text_that_details_an_expired_one_is_flagged_with_the_law() -> None:
    """Nothing follows by itself; the rule is that of the day on which the other one expired."""
    guide = {"relations": [{"kind": "quy-dinh-chi-tiet", "target": "a"}]}
    now = register(a={}, b=replacing("a", "2026-02-01"), c=guide)
    before = register(
        a={"issued": "2018-01-01", "effective": "2018-01-01", "expires": "2020-01-01"}, c=guide
    )

    assert now.lapses("c", dt.date(2026, 1, 31)) == ()
    assert [lapse[1:] for lapse in now.lapses("c", TODAY)] == [
        ("a", dt.date(2026, 2, 1), "chi-tiet-2025")
    ]
    assert [lapse.rule for lapse in before.lapses("c", TODAY)] == ["chi-tiet-2015"]


def test_a_text_that_details_a_part_of_an_expired_one_is_flagged_too() -> None:
    """The article that it details is gone with the whole; guidance was not in the rule of 2015."""
    part = {"relations": [{"kind": "quy-dinh-chi-tiet", "target": "a", "clause_to": "Điều 2"}]}
    guide = {"relations": [{"kind": "huong-dan-ap-dung", "target": "a"}]}
    old = {"issued": "2018-01-01", "effective": "2018-01-01", "expires": "2020-01-01"}
    known = register(a=old, b=part, c=guide)

    assert [lapse.rule for lapse in known.lapses("b", TODAY)] == ["chi-tiet-2015"]
    assert [lapse.rule for lapse in known.lapses("c", TODAY)] == [""]


@pytest.mark.parametrize(
    ("target", "to_date", "idle"),
    [
        ({}, "2026-12-31", True),
        ({"expires": "2026-06-01"}, "2026-12-31", False),
        ({"expires": "2026-06-01"}, None, False),
        ({"expires": "2026-06-01"}, "2026-05-31", True),
    ],
)
def test_an_extension_that_extends_nothing(
    target: dict[str, Any], to_date: str | None, idle: bool
) -> None:
    """Of what has no day of expiry, or lasts longer anyway."""
    relation = {"kind": "keo-dai-hieu-luc", "target": "a", "to_date": to_date}
    known = register(a=target, b={"issued": "2026-02-01", "relations": [relation]})
    assert bool([*idle_extensions(known, VOCABULARIES)]) is idle


def test_the_next_day_on_which_anything_changes() -> None:
    """The first change of any document after a day; none where all is settled."""
    known = register(a={"expires": "2026-09-01"}, b=replacing("a", "2026-08-01"))

    assert known.next_change(TODAY) == dt.date(2026, 8, 1)
    assert known.next_change(dt.date(2026, 8, 1)) is None
