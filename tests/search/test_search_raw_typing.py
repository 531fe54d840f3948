"""Telex and VNI typed while the keyboard program was off."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.search.terms import analyse, form_of
from congtinh.search.typing import decoded
from congtinh.text.fold import fold
from congtinh.text.syllables import is_syllable
from tests.search.analysis_cases import CASES, DATA, NO_DATA, real_tokens
from tests.search.keyboards import telex, vni

LOAN_RIMES = ("oóc", "oòng")
"""Of loanwords; typed in Telex they are ốc, ồng."""
needs_data = pytest.mark.skipif(not DATA.is_dir(), reason=NO_DATA)


@pytest.fixture(scope="module")
def syllables() -> Counter[str]:
    """The forms of all syllables in the collected Vietnamese text, and how often they occur."""
    found: Counter[str] = Counter()
    for (raw, language), count in real_tokens().items():
        if language == "vi" and analyse(raw, "vi").kind == "syllable":
            found[form_of(raw)] += count
    return found


@pytest.mark.parametrize(("raw", "syllable"), CASES["typing"])
def test_the_table_of_typing(raw: str, syllable: str | None) -> None:
    """Each word of the table stands for its syllable, or for none."""
    assert decoded(raw) == syllable


@given(st.text(st.sampled_from("abcdeghikmnopqrstuvxyswfjr123456789"), max_size=9))
def test_what_comes_out_is_a_marked_syllable(raw: str) -> None:
    """A decoded word is a syllable with a mark, in its exact form, of the same letters; and stays."""
    syllable = decoded(raw)
    if syllable is not None:
        assert is_syllable(syllable.replace("ăk", "ăc").replace("ắk", "ắc").replace("ặk", "ặc"))
        assert not syllable.isascii()
        assert form_of(syllable) == syllable
        assert set(fold(syllable)) <= set(raw) | {"u"}
        assert decoded(syllable) is None


@needs_data
def test_all_real_syllables_come_back(syllables: Counter[str]) -> None:
    """In every order of keys, 9,999 of 10,000 marked syllables of running text come back.

    The others are misspelt in the text (``nghành``, ``luât``) or loanwords with a long o.
    """
    marked = {form: count for form, count in syllables.items() if not form.isascii()}
    assert len(marked) > 2_000
    lost = {
        form for form in marked
        if any(decoded(keys) != form for keys in (*telex(form), *vni(form)))
    }  # fmt: skip
    assert sum(marked[form] for form in lost) < sum(marked.values()) / 10_000
    common = {form for form in lost if marked[form] > 30 and not form.endswith(LOAN_RIMES)}
    assert common == set()


@needs_data
def test_vietnamese_without_marks_is_not_decoded(syllables: Counter[str]) -> None:
    """No bare syllable stands for another, but those with a long o, which Telex has for ô."""
    bare = {fold(form) for form in syllables}
    assert len(bare) > 1_000
    assert {word for word in bare if decoded(word)} == {word for word in bare if "oong" in word}
