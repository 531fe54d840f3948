"""Dublin Core of documents: the element “quan hệ” of TT 24/2011/TT-BTTTT and the terms below it."""

from __future__ import annotations

from hypothesis import given

from congtinh.opendata.dublin_core import MOST_RELATED, dublin_core
from tests.opendata.registers import GRAPHS, VOCABULARIES, Written, item_of, model_of

NAMED = """
    DCTERMS.replaces DCTERMS.isReplacedBy DCTERMS.references DCTERMS.isReferencedBy
    DCTERMS.requires DCTERMS.isRequiredBy DCTERMS.isVersionOf DCTERMS.hasVersion
"""
TERMS = frozenset(NAMED.split())
"""Refinements of ``relation`` among the DCMI Metadata Terms."""


def elements(written: Written, name: str) -> dict[str, list[str]]:
    model = model_of(written)
    pairs = dublin_core(model, item_of(model, name), "Sở Thử", "https://thu.example/", "Sở Thử")
    assert len({key for key, _ in pairs}) == len(pairs)
    return {key: value.split("; ") for key, value in pairs}


def replacing(**more: str) -> Written:
    relation = {"kind": "thay-the", "target": "a", **more}
    return {
        "a": {"doc_class": "vbqppl", "issued": "2026-01-02"},
        "b": {"doc_class": "vbqppl", "issued": "2026-01-03", "relations": [relation]},
    }


def test_a_replacement_is_told_at_both_ends() -> None:
    """The new document names the old one, and the old one the new."""
    assert elements(replacing(), "b")["DCTERMS.replaces"] == ["01/2026/QĐ-UBND"]
    assert elements(replacing(), "a")["DCTERMS.isReplacedBy"] == ["02/2026/QĐ-UBND"]


def test_a_part_that_is_replaced_leaves_the_document_in_place() -> None:
    """A reader of ``isReplacedBy`` would go away; the other document is related all the same."""
    told = elements(replacing(clause_to="Điều 3"), "a")
    assert "DCTERMS.isReplacedBy" not in told
    assert told["DC.relation"] == ["02/2026/QĐ-UBND"]


@given(GRAPHS)
def test_relations_are_in_the_elements(written: Written) -> None:
    """Every document at the other end of an edge, by its number, and only terms that exist."""
    model = model_of(written)
    numbers = {f"legal_document/{name}": number(written, name) for name in written}
    for name in written:
        told, item = elements(written, name), item_of(model, name)
        others = [edge.target for edge in model.relations_of(item)]
        others += [edge.source for edge in model.touched_by(item)]
        assert set(told.get("DC.relation", [])) == {numbers.get(one, one) for one in others}
        assert {key for key in told if key.startswith("DCTERMS.")} <= TERMS


def number(written: Written, name: str) -> str:
    record = item_of(model_of(written), name).record
    return record.document_number.canonical  # type: ignore[attr-defined, no-any-return]


def test_an_element_stays_short() -> None:
    """A law that hundreds lean on names some of them; all of them are in the open data."""
    written = {
        "a": {"doc_class": "vbqppl", "issued": "2026-01-02"},
        **{
            f"n{place}": {
                "symbol": f"{place}/2026/QĐ-UBND",
                "doc_class": "vbqppl",
                "issued": "2026-01-03",
                "relations": [{"kind": "can-cu", "target": "a"}],
            }
            for place in range(100, 200)
        },
    }
    assert len(elements(written, "a")["DCTERMS.isRequiredBy"]) == MOST_RELATED


def test_the_vocabulary_names_terms_that_exist() -> None:
    """Both directions of a relation, as DCMI pairs them."""
    named = {
        f"DCTERMS.{term.text(key)}"
        for term in VOCABULARIES["relations"]
        for key in ("dcterms", "dcterms_inverse")
        if term.text(key)
    }
    assert named == TERMS
