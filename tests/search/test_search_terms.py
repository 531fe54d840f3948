"""What a raw token counts as."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.search.english import stem
from congtinh.search.terms import analyse, form_of, key_of, same_form
from congtinh.search.tokens import raw_tokens
from congtinh.text.fold import fold
from tests.search.analysis_cases import CASES, DATA, NO_DATA, real_tokens

TOKENS = st.text(st.sampled_from("aeiouyàáảãạăằâầđêếíỳồơớưựÐXhkqgnt0123.,/-&'\u00ad\u200b²")).map(
    lambda text: [token for token in raw_tokens(text) if token]
)
VOWELS = "aeiouyăâêôơư"
TONES = "\u0300\u0301\u0303\u0309\u0323"


@pytest.mark.parametrize(("raw", "language", "kind", "key", "form"), CASES["terms"])
def test_the_table_of_terms(raw: str, language: str, kind: str, key: str, form: str) -> None:
    """Each token of the table has its kind, key and form."""
    assert analyse(raw, language) == (kind, key, form)


@pytest.mark.parametrize(("one", "other", "same"), CASES["same_forms"])
def test_y_and_i(one: str, other: str, same: bool) -> None:
    """Both are written in an open syllable after h, k, l, m, s, t, v, qu or alone, and nowhere else."""
    assert same_form(one, other) is same
    assert same_form(other, one) is same


@pytest.mark.parametrize(("word", "root"), CASES["stems"])
def test_stems(word: str, root: str) -> None:
    """Inflected English words have one stem, other words stay apart."""
    assert stem(word) == root


@given(TOKENS)
def test_forms_are_their_own_forms(tokens: list[str]) -> None:
    """A form has the form and the key that its token has: a builder may start from either."""
    for raw in tokens:
        form = form_of(raw)
        assert form_of(form) == form
        assert analyse(form, "en") == analyse(raw, "en")


@given(TOKENS)
def test_case_and_composition_do_not_count(tokens: list[str]) -> None:
    """Capitals and decomposed letters have the same form."""
    for raw in tokens:
        assert form_of(raw.upper()) == form_of(raw)
        assert form_of(unicodedata.normalize("NFD", raw)) == form_of(raw)


@given(st.sampled_from(["", "b", "ngh", "th", "qu", "gi", "g"]), st.data())
def test_where_the_tone_is_typed_does_not_count(onset: str, data: st.DataObject) -> None:
    """One syllable with its tone on any of its vowels has one form, which keeps letters and tone."""
    vowels = data.draw(st.text(st.sampled_from(VOWELS), min_size=1, max_size=3))
    coda = data.draw(st.sampled_from(["", "n", "ng", "c", "ch"]))
    tone = data.draw(st.sampled_from(TONES))
    typed = {
        onset + vowels[:place] + tone + vowels[place:] + coda for place in range(1, len(vowels) + 1)
    }
    forms = {form_of(unicodedata.normalize("NFC", word)) for word in typed}
    assert len(forms) == 1
    parts = unicodedata.normalize("NFD", forms.pop())
    assert parts.count(tone) == 1
    bare = unicodedata.normalize("NFC", parts.replace(tone, ""))
    assert bare == onset + vowels + coda


@given(TOKENS)
def test_the_bare_letters_have_the_same_key(tokens: list[str]) -> None:
    """What is typed without marks reaches every form: a key is that of its own folded form."""
    for raw in tokens:
        term = analyse(raw, "vi")
        assert term.key.isascii()
        assert analyse(fold(raw), "vi").key == term.key
        assert key_of(term.key, "vi") == term.key


@pytest.mark.skipif(not DATA.is_dir(), reason=NO_DATA)
def test_real_text() -> None:
    """On all collected text: forms are their own forms, keys are plain, and tones stand one way only."""
    assert len(real_tokens()) > 30_000
    for raw, language in real_tokens():
        term = analyse(raw, language)
        assert form_of(term.form) == term.form
        assert key_of(term.form, language) == term.key
        if term.kind == "syllable":
            assert term.key.isascii()
            assert not term.form.endswith(
                ("oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ")
            )
