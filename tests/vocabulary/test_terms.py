"""The words that editors write find the term they mean."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.languages import Bilingual
from congtinh.vocabulary.registry import Vocabularies
from congtinh.vocabulary.terms import Term, Vocabulary, lookup_key


@pytest.fixture(scope="module")
def document_types() -> Vocabulary:
    return Vocabularies.load()[0]["document_types"]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("nghi-quyet", "nghi-quyet"),
        ("Nghị quyết", "nghi-quyet"),
        ("NGHỊ  QUYẾT", "nghi-quyet"),
        (unicodedata.normalize("NFD", "Nghị quyết"), "nghi-quyet"),
        ("NQ", "nghi-quyet"),
        ("Decision", "quyet-dinh"),
        ("QyĐ", "quy-dinh"),
        ("CV", "cong-van"),
        ("Bản thoả thuận", "ban-thoa-thuan"),
        ("Thông tư liên bộ", "thong-tu-lien-tich"),
        ("SL", "sao-luc"),
    ],
)
def test_a_term_is_found_by_any_of_its_names(
    document_types: Vocabulary, written: str, code: str
) -> None:
    """Codes, labels in any case and form, abbreviations and legacy forms all name the term."""
    found = document_types.find(written)

    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("written", ["TM.", "tm", "Thay mặt"])
def test_a_signing_capacity_is_found_with_or_without_its_point(written: str) -> None:
    """“TM.” is written before the title with a point, and the code is without."""
    found = Vocabularies.load()[0]["signing_capacities"].find(written)

    assert found is not None
    assert found.code == "tm"


def test_an_unknown_word_is_not_found_but_near_codes_are_offered(
    document_types: Vocabulary,
) -> None:
    """A misspelled code gets the codes it may have been meant for, at most as many as asked."""
    assert document_types.find("quyet-dnh") is None
    assert document_types.suggest("quyet-dnh")[0] == "quyet-dinh"
    assert len(document_types.suggest("quy", n=1)) <= 1


def test_the_label_of_an_unknown_code_is_the_code(document_types: Vocabulary) -> None:
    """A page never breaks for want of a label."""
    assert document_types.label("quyet-dinh", "vi") == "Quyết định"
    assert document_types.label("quyet-dinh", "en") == "Decision"
    assert document_types.label("mat-thu", "en") == "mat-thu"


def test_terms_come_in_their_order() -> None:
    """``order`` rules the list, not the place of writing."""
    last, first = (Term(code, Bilingual(code, code), order) for code, order in [("b", 2), ("a", 1)])

    assert Vocabulary("words", [last, first]).codes == ("a", "b")


def test_a_code_is_stronger_than_the_abbreviation_of_another_term() -> None:
    """Adding an abbreviation to one term never takes the code of another away."""
    early = Term("a", Bilingual("A", "A"), 1, {"abbreviation": "b"})
    late = Term("b", Bilingual("Bê", "Bee"), 2)
    words = Vocabulary("words", [early, late])

    assert words.find("B") is late
    assert words.shared_names == {"b": ("b", "a")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UỶ BAN  Thường vụ Quốc hội", "Ủy ban thường vụ Quốc hội"),
        ("Văn hoá – Thông tin", "Văn hóa-thông tin"),
        ("Bộ Giáo Dục và Ðào Tạo", "Bộ Giáo dục và Đào tạo"),
        ("Bộ Công Thương.", "bộ công thương"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    """Case, spaces, dashes, the eth and the place of the tone mark do not tell names apart."""
    assert lookup_key(one) == lookup_key(other)


@given(st.text(alphabet="aàoóòuúỳyáđĐ -–.NgHi", max_size=20))
def test_a_key_is_its_own_key(text: str) -> None:
    """Folding twice folds once, so stored keys can be looked up again."""
    once = lookup_key(text)

    assert lookup_key(once) == once


def test_marks_tell_words_apart() -> None:
    """Dự án and đề án, DA and ĐA are different types: no mark is folded away."""
    assert lookup_key("DA") != lookup_key("ĐA")
