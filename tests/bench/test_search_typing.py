"""Vietnamese as keys, and slips of the hand."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.bench.raw_typing import TELEX, VNI, Method, typed
from congtinh.bench.slips import NEIGHBOURS, with_slip
from congtinh.search.typing import decoded
from congtinh.text.fold import fold

SENTENCE = (
    "nghị định đường người trường hợp được quyền thuế hoàn thủy hòa giải khoáng sản nước ngoài "
    "quốc tịch tiếng Việt xử phạt luật bưởi khuya quýt giữ gìn yêu cầu"
)
WORDS = SENTENCE.split()
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)


@pytest.mark.parametrize(
    ("text", "telex", "vni"),
    [
        ("nghị định", "nghij ddinhj", "nghi5 d9inh5"),
        ("được", "dduwowcj", "d9u7o7c5"),
        ("Đất đai", "Ddaats ddai", "D9a6t1 d9ai"),
        ("Ưu đãi", "Uwu ddaix", "U7u d9ai4"),
        ("43/2011/NĐ-CP", "43/2011/NDd-CP", "43/2011/ND9-CP"),
        ("web tin", "web tin", "web tin"),
    ],
)
def test_the_keys_of_words(text: str, telex: str, vni: str) -> None:
    """Marks behind their letters, tones behind the word; what bears no mark stays."""
    assert typed(text, TELEX) == telex
    assert typed(text, VNI) == vni


def test_the_tone_behind_its_vowel() -> None:
    """As others type it."""
    assert typed("định", TELEX, tone_last=False) == "ddijnh"


@given(TEXTS)
def test_text_in_parts_gives_the_same_keys(text: str) -> None:
    """Decomposed or composed, the keys are the same."""
    assert typed(unicodedata.normalize("NFD", text), TELEX) == typed(text, TELEX)


@pytest.mark.parametrize("method", [TELEX, VNI])
@pytest.mark.parametrize("tone_last", [True, False])
@pytest.mark.parametrize("word", WORDS)
def test_the_search_reads_the_keys_back(word: str, method: Method, tone_last: bool) -> None:
    """What the analysis decodes is the word that was typed."""
    keys = typed(word, method, tone_last)

    assert keys == word or decoded(keys.lower()) == word.lower()


@given(TEXTS, st.text(max_size=9))
def test_one_slip_in_one_word(text: str, seed: str) -> None:
    """The same for the same seed; all words but one stay, and that one is a letter away."""
    slipped = with_slip(text, seed)
    pairs = [
        (one, other)
        for one, other in zip(text.split(), slipped.split(), strict=True)
        if one != other
    ]

    assert slipped == with_slip(text, seed)
    assert len(pairs) == 1
    assert abs(len(pairs[0][0]) - len(pairs[0][1])) <= 1
    assert len(set(fold(pairs[0][0])) ^ set(fold(pairs[0][1]))) <= 2


def test_numbers_have_no_slips() -> None:
    """A slip falls into words; a text without any stays as it is."""
    assert with_slip("43/2011/NĐ-CP", "x") == "43/2011/NĐ-CP"
    assert all("43/2011/NĐ-CP" in with_slip("Nghị định 43/2011/NĐ-CP", str(n)) for n in range(50))


def test_neighbours_are_mutual() -> None:
    """Keys lie beside each other, and none beside itself."""
    assert set(NEIGHBOURS["g"]) == set("tyfhvb")
    assert all(key in NEIGHBOURS[other] for key, others in NEIGHBOURS.items() for other in others)
