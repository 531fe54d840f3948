"""The lexicon of an index: the commonest words that it holds, which misspelt ones are corrected to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from congtinh.search.terms import key_of
from congtinh.search.texts import compact

FEWEST = 2
"""Passages that a word stands in at least; what stands in one alone is misspelt more often than not."""
MOST_LETTERS = 16_000
"""Letters of all words together, some 7 kB on the wire: 4,000 syllables or 2,300 English stems."""

_WORD = re.compile("[a-z]{2,}")


def lexicon_key(term: str) -> str:
    """The key of a term that is one word of letters; empty for pairs, figures and own numbers."""
    if " " in term:
        return ""
    key = key_of(term, "vi")
    return key if _WORD.fullmatch(key) else ""


def word_counts(terms: Iterable[tuple[str, int]]) -> Counter[str]:
    """Key to the passages that hold it, summed over its forms; of terms and the passages of each."""
    counts: Counter[str] = Counter()
    for term, passages in terms:
        if key := lexicon_key(term):
            counts[key] += passages
    return counts


def lexicon_file(counts: Counter[str]) -> bytes:
    """Words between spaces in a list: at place ``n`` those that ``2**n`` to ``2**(n + 1) - 1`` passages hold."""
    kept: dict[int, list[str]] = {}
    letters = 0
    for key, passages in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        letters += len(key) + 1
        if passages < FEWEST or letters > MOST_LETTERS:
            break
        kept.setdefault(passages.bit_length() - 1, []).append(key)
    return compact([" ".join(sorted(kept.get(n, ()))) for n in range(max(kept, default=-1) + 1)])
