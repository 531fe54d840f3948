"""The vocabularies of the package are whole, bilingual and consistent."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from congtinh.vocabulary.registry import DATA, Vocabularies
from congtinh.vocabulary.terms import Term

VOCABULARIES = Vocabularies.load()[0]
EVERY_TERM = [(name, term) for name in VOCABULARIES for term in VOCABULARIES[name]]
SHARED_BY_NATURE = {"document_types": {"sl"}}


def codes(name: str) -> set[str]:
    return set(VOCABULARIES[name].codes)


@pytest.mark.parametrize("path", sorted(DATA.glob("*.toml")), ids=lambda path: path.stem)
def test_each_file_says_its_source_and_the_day_it_was_read(path: Path) -> None:
    """Data without a source cannot be checked by the next person."""
    head = path.read_text("utf-8").partition("[")[0]

    assert "# Source: " in head
    assert "# Read: 2026-11-22" in head


def test_codes_are_plain() -> None:
    """Codes are typed by editors: lowercase ASCII, and đ where the law letters its points so."""
    odd = [term.code for _, term in EVERY_TERM if not re.fullmatch(r"[a-z0-9đ._:-]+", term.code)]

    assert odd == []


def test_labels_are_there_in_both_languages_and_precomposed() -> None:
    """Each label is non-empty, trimmed and NFC in Vietnamese and in English."""
    faulty = [
        (name, term.code)
        for name, term in EVERY_TERM
        for label in term.label
        if not label.strip() or label != unicodedata.normalize("NFC", label.strip())
    ]

    assert faulty == []


def test_english_labels_carry_no_vietnamese_marks() -> None:
    """An English label is English; numbers of instruments keep their Đ."""
    marked = [
        term.label.en
        for name, term in EVERY_TERM
        if name != "law_profiles" and re.search(r"[đĐăĂơƠưƯ\u1ea0-\u1ef9]", term.label.en)
    ]

    assert marked == []


@pytest.mark.parametrize("name", [n for n in VOCABULARIES if n != "sections"])
def test_no_name_is_shared_by_two_terms(name: str) -> None:
    """What an editor writes means one term; only SL is ambiguous by law."""
    shared = set(VOCABULARIES[name].shared_names) - SHARED_BY_NATURE.get(name, set())

    assert shared == set()


@pytest.mark.parametrize(("name", "term"), EVERY_TERM, ids=lambda value: getattr(value, "code", ""))
def test_every_abbreviation_and_symbol_resolves(name: str, term: Term) -> None:
    """Each abbreviation, symbol, alias and legacy form finds its term, or the one it shares."""
    for written in term.names:
        found = VOCABULARIES[name].find(written)
        assert found is not None
        if found is not term:
            assert term.code in next(
                bearers
                for bearers in VOCABULARIES[name].shared_names.values()
                if {found.code, term.code} <= set(bearers)
            )


def test_the_29_administrative_types_have_27_abbreviations() -> None:
    """Nghị định 30/2020, Điều 7 and Phụ lục III: all but công văn and thư công are abbreviated."""
    types = [t for t in VOCABULARIES["document_types"] if t.text("table") == "nd30"]
    bare = {t.code for t in types if not t.text("abbreviation")}

    assert len(types) == 29
    assert len({t.text("abbreviation") for t in types if t.text("abbreviation")}) == 27
    assert bare == {"cong-van", "thu-cong"}


def test_references_between_vocabularies_hold() -> None:
    """Classes, ranks, effects, profiles, successors and equal sections name codes that exist."""
    refers = [
        ("document_types", "doc_class", "document_classes"),
        ("positions", "rank", "ranks"),
        ("sections", "profile", "law_profiles"),
        ("sections", "same_as", "sections"),
        ("categories", "section", "sections"),
        ("issuers", "successors", "issuers"),
    ]
    lost = [
        (name, term.code, code)
        for name, key, target in refers
        for term in VOCABULARIES[name]
        for code in term.texts(key)
        if code not in codes(target)
    ]

    assert lost == []


def test_a_relation_is_named_in_both_directions_and_its_effect_is_a_validity() -> None:
    """Both ends of a relation can tell of it; what it does is a state, an extension or nothing."""
    states = codes("validity") | {"none", "extends"}
    for term in VOCABULARIES["relations"]:
        assert term.text("inverse_vi")
        assert term.text("inverse_en")
        assert {term.text("effect"), term.text("partial_effect", "none")} <= states


def test_ministries_are_national_and_people_s_committees_are_not_listed() -> None:
    """Numbers of the whole country come from these bodies; a province adds its own."""
    issuers = VOCABULARIES["issuers"]

    assert all(term.flag("national") for term in issuers)
    assert issuers.find("BKHCN") is issuers.get("bkhcn")
    assert issuers.find("Ủy ban nhân dân tỉnh") is None
