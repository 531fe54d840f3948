"""The lexicon of an index: which words it holds, and how many."""

from __future__ import annotations

import json
from collections import Counter
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from congtinh.search.lexicon import FEWEST, MOST_LETTERS, lexicon_file, lexicon_key, word_counts

WORDS = st.text("abcdo", min_size=1, max_size=5)


def powers(counts: Counter[str]) -> dict[str, int]:
    """Each word of the file with its place in the list."""
    listed = json.loads(lexicon_file(counts))
    return {word: place for place, words in enumerate(listed) for word in words.split()}


def test_words_of_letters_alone() -> None:
    """Pairs, figures, codes, own numbers, single letters and other scripts are no words to be corrected to."""
    terms = [
        "hòa",
        "hòa giải",
        "43",
        "qh12",
        "43/2011/nđ-cp",
        "#43 2011 nd nd-cp",
        "đ",
        "ý",
        "мир",
        "quý",
        "service",
    ]
    assert [lexicon_key(term) for term in terms] == ["hoa", *[""] * 8, "qui", "service"]


def test_forms_of_a_key_are_added_up() -> None:
    """A key is in the passages of all its forms."""
    assert word_counts([("hòa", 3), ("hoa", 2), ("hòa giải", 9), ("đất", 1)]) == {
        "hoa": 5,
        "dat": 1,
    }


@given(st.dictionaries(WORDS, st.integers(1, 5_000)))
def test_words_by_powers_of_two(counts: dict[str, int]) -> None:
    """Every word that so many passages hold stands at the power of two below their number, and no other."""
    expected = {word: count.bit_length() - 1 for word, count in counts.items() if count >= FEWEST}
    assert powers(Counter(counts)) == expected


def test_the_commonest_words_are_kept() -> None:
    """Of more words than there is room for those that fewer passages hold are left out, whatever their order."""
    names = (
        f"{number:06d}".translate({48 + digit: 97 + digit for digit in range(10)})
        for number in range(4_000)
    )
    counts = {name: number + FEWEST for number, name in enumerate(names)}
    items = list(counts.items())
    Random(3).shuffle(items)
    kept = powers(Counter(counts))
    assert lexicon_file(Counter(dict(items))) == lexicon_file(Counter(counts))
    assert MOST_LETTERS - 7 < sum(len(word) + 1 for word in kept) <= MOST_LETTERS
    assert min(counts[word] for word in kept) > max(
        counts[word] for word in counts.keys() - kept.keys()
    )


def test_an_empty_index() -> None:
    """Where there are no words the list is empty."""
    assert lexicon_file(Counter()) == b"[]"
