"""Faults of relations: each is told once, in the document where it is mended."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.errors import Severity
from congtinh.records.legal_document import LegalDocument, Relation
from congtinh.relations.faults import RelationFaults
from congtinh.vocabulary.registry import Vocabularies

VOCABULARIES = Vocabularies.load()[0]
KINDS = [term.code for term in VOCABULARIES["relations"]]


def document(day: int, *relations: dict[str, Any], **values: Any) -> LegalDocument:
    given = {"doc_class": "vbqppl", "issued": f"2026-01-{day:02}", "relations": relations} | values
    return LegalDocument.model_validate(given, context={"vocabularies": VOCABULARIES})


def told(**documents: LegalDocument) -> list[tuple[str, str, str]]:
    """``(id, field, beginning of the message)`` of each fault."""
    meant = {name: name for name in documents}.get
    found = RelationFaults(documents, meant, VOCABULARIES).found()
    return [(name, fault.field, fault.message.split(":")[0][:24]) for name, fault in found]


def to(target: str, kind: str = "thay-the", **values: Any) -> dict[str, Any]:
    return {"kind": kind, "target": target} | values


@pytest.mark.parametrize(
    ("relation", "field", "message"),
    [
        (to("b"), "target", "is this document itself"),
        (to("z"), "target", "is not a document of this site"),
        (to("43/2011/NĐ-CP"), "target", "is not a document of this site"),
        (to("luật cũ", external=True), "target", "is not the number of a document"),
        (to("a", external=True), "target", "is a document of this site"),
        (to("c"), "target", "was issued on {day}, after this"),
        (to("c", kind="can-cu"), "target", "was issued on {day}, after this"),
        (to("d"), "target", "is a draft, which has no"),
        (to("a", kind="hop-nhat"), "kind", "is done only by a document"),
        (to("a", from_date="2026-01-01"), "from_date", "is before the date of issue"),
        (to("a", from_date="2026-03-02", to_date="2026-03-01"), "to_date", "is before the day on which"),
        (to("a", kind="bai-bo-mot-phan"), "clause_to", "is missing"),
    ],
)  # fmt: skip
def test_a_relation_at_fault(relation: dict[str, Any], field: str, message: str) -> None:
    """Self, dangling, wrong order of days, wrong kind of document, parts not named (R5, R8)."""
    found = told(
        a=document(1), b=document(10, relation), c=document(20), d=document(5, doc_class="du-thao")
    )
    assert found == [("b", f"relations[1].{field}", message[:24])]


@pytest.mark.parametrize(
    "relation",
    [
        to("a"),
        to("24/CT-TTg", external=True),
        to("a", kind="bai-bo-mot-phan", clause_to="Điều 3"),
        to("a", kind="can-cu"),
        to("a", from_date="2026-03-01", to_date="2026-03-01", kind="tam-ngung-hieu-luc"),
    ],
)
def test_a_sound_relation(relation: dict[str, Any]) -> None:
    """Nothing is told of what is in order; an external target needs its number alone."""
    assert told(a=document(1), b=document(10, relation), c=document(20)) == []


def test_a_number_that_several_bear_names_none() -> None:
    """24/CT-UBND of 2018 and of 2019: the id has to be written, whichever file comes first."""
    one = document(1, doc_class="hanh-chinh", symbol="24/CT-UBND")
    two = document(2, doc_class="hanh-chinh", symbol="24/CT-UBND")
    three = document(9, to("24/CT-UBND", "can-cu"))
    assert told(a=one, b=two, c=three) == [("c", "relations[1].target", "is the number of several")]


@pytest.mark.parametrize(
    "relation", [{"kind": "can-cu"}, {"target": "a"}, {"kind": "can-cu", "target": ""}]
)
def test_what_is_not_written_is_for_the_record_to_tell(relation: dict[str, Any]) -> None:
    """A relation without kind or target is told once, as a missing field (R1), and leads nowhere."""
    record = LegalDocument.model_construct(
        relations=(Relation.model_construct(**{"kind": None, "target": None} | relation),)
    )
    assert told(a=document(1), b=record) == []


def test_only_a_normative_document_amends_one() -> None:
    """A notice cannot amend or replace a legal normative document (Luật 64/2025/QH15, Điều 8)."""
    notice = document(9, to("a", kind="sua-doi-bo-sung"), doc_class="hanh-chinh")
    assert told(a=document(1), b=notice) == [("b", "relations[1].kind", "can be done to a legal n")]
    assert told(a=document(1, doc_class="hanh-chinh"), b=notice) == []


@pytest.mark.parametrize(
    ("one", "two", "is_contradiction"),
    [
        ("thay-the", "sua-doi-bo-sung", True),
        ("sua-doi-bo-sung", "thay-the", True),
        ("bai-bo-toan-bo", "keo-dai-hieu-luc", True),
        ("quy-dinh-chi-tiet", "thay-the", True),
        ("can-cu", "thay-the", True),
        ("can-cu", "quy-dinh-chi-tiet", False),
        ("dan-chieu", "thay-the", False),
    ],
)
def test_what_one_document_cannot_do_to_another_at_once(
    one: str, two: str, is_contradiction: bool
) -> None:
    """Replace and amend, repeal and extend: one of the two is wrong."""
    found = told(a=document(1), b=document(10, to("a", one), to("a", two)))
    assert found == (
        [("b", "relations[2].kind", "contradicts “{kind}”, wh")] if is_contradiction else []
    )


def test_parts_may_fare_differently() -> None:
    """One article may be replaced while another one is amended."""
    parts = to("a", clause_to="Điều 1"), to("a", "sua-doi-bo-sung", clause_to="Điều 2")
    assert told(a=document(1), b=document(10, *parts)) == []


def test_the_inverse_is_not_written() -> None:
    """What both documents say of each other is told once."""
    found = told(
        a=document(1, to("b", "quy-dinh-chi-tiet")), b=document(1, to("a", "quy-dinh-chi-tiet"))
    )
    assert found == [("a", "relations[1].kind", "is said by {other} of th")]
    assert told(a=document(1, to("b", "dan-chieu")), b=document(1, to("a", "dan-chieu"))) == []


def test_named_twice() -> None:
    """The same relation to the same document stands once."""
    assert told(a=document(1), b=document(10, to("a"), to("a"))) == [
        ("b", "relations[2].target", "is named twice in one wa")
    ]


@given(st.lists(st.sampled_from("abcde"), min_size=2, max_size=5, unique=True))
def test_a_circle_of_replacement_is_told_once(circle: list[str]) -> None:
    """Documents that replace each other in a circle are named with the whole way."""
    following = [*circle[1:], circle[0]]
    documents = {one: document(1, to(two)) for one, two in zip(circle, following, strict=True)}
    found = [
        (name, fault)
        for name, fault in RelationFaults(
            documents, {name: name for name in documents}.get, VOCABULARIES
        ).found()
    ]
    assert [name for name, _ in found] == [min(circle)]
    way = str(found[0][1].params["way"]).split(" → ")
    assert sorted(way[1:]) == sorted(circle) and way[0] == way[-1]


@given(
    st.lists(
        st.fixed_dictionaries(
            {"kind": st.sampled_from(KINDS), "target": st.sampled_from("abcxyz")}
        ),
        max_size=4,
    )
)
def test_an_imported_document_never_stops_a_build(relations: list[dict[str, Any]]) -> None:
    """What is wrong in one with a ``legacy`` block is a warning; nothing raises."""
    old = document(5, *relations, legacy={"source": "thử"})
    documents = {"a": document(1), "b": old, "c": document(9)}
    meant = {name: name for name in documents}.get
    faults = [fault for _, fault in RelationFaults(documents, meant, VOCABULARIES).found()]
    assert all(fault.severity is Severity.WARNING for fault in faults)
