"""Words that cannot be Vietnamese: no syllable has such letters, and no name or foreign word is meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from congtinh.errors import N_
from congtinh.report.findings import Fault, Rule
from congtinh.report.lint_facts import LintFacts
from congtinh.report.lint_prose import MARKED, Prose
from congtinh.text.syllables import is_syllable

_ALONE = re.compile(r"(?<![\w/&@.\-–+'’#])[^\W\d_]+(?![\w/&@\-–+'’]|\.\w)")
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_LETTER_MARK = re.compile("[\u0302\u0306\u031b]|đ")
_STOP = re.compile("(?:p|t|c|ch)$")
_WRONG_ONSET = re.compile(
    "ngh(?=[aouy])|gh(?=[aouy])|k(?=[aou])|ng(?=[ey])|g(?=e)|c(?=[eiy])|q(?!u)"
)
_NEAR = 60
"""Characters on either side that show whether the text around is Vietnamese."""
_MARKED = re.compile(f"[{MARKED}]")


def syllables(prose: Prose, facts: LintFacts) -> Iterator[Fault]:
    """Words with Vietnamese letters that are no syllable, and small plain words that none knows."""
    text = prose.text
    for found in _ALONE.finditer(text):
        word = found[0]
        if is_written_right(word) or word.lower() in facts.loan_words:
            continue
        start, end = found.span()
        if not word.isascii():
            if _is_meant_as_vietnamese(word, text, end):
                yield _no_syllable(word, start, end)
        elif word.islower() and len(word) > 2 and _stands_alone(text, start, end):
            yield Fault(
                start,
                end,
                Rule.UNKNOWN_WORD,
                N_("is neither Vietnamese nor a usual foreign word"),
                _REMEDY,
            )


def _no_syllable(word: str, start: int, end: int) -> Fault:
    if apart := _apart(word):
        message, remedy = N_("is two words without a space"), N_("Write them apart: “{right}”")
        return Fault(start, end, Rule.NO_SYLLABLE, message, remedy, {"right": "”, “".join(apart)})
    return Fault(start, end, Rule.NO_SYLLABLE, N_("is no Vietnamese syllable"), _REMEDY)


def _apart(word: str) -> list[str]:
    """The word as two syllables, in each way that gives two of two letters or more."""
    cuts = [(word[:n], word[n:]) for n in range(2, len(word) - 1)]
    return [" ".join(cut) for cut in cuts if all(map(is_written_right, cut)) and len(word) > 4]


_REMEDY = N_("Type the word again, or add it to the vocabulary “loan_words” where it is right")


@lru_cache(maxsize=1 << 14)
def is_written_right(word: str) -> bool:
    """Whether a word is a Vietnamese syllable by its letters, its tone and the rule of its onset.

    A stopped syllable bears a tone where it bears any mark (“quyêt” is none), ``ngh``, ``gh`` and
    ``k`` stand before e, ê, i, y alone, ``ng``, ``g`` and ``c`` before the others.
    """
    if not is_syllable(word):
        return False
    parts = unicodedata.normalize("NFD", word.lower())
    letters = re.sub("[\u0300-\u036f]", "", parts)
    if _WRONG_ONSET.match(letters):
        return False
    return not (_STOP.search(letters) and _LETTER_MARK.search(parts) and not _TONE.search(parts))


def _is_meant_as_vietnamese(word: str, text: str, end: int) -> bool:
    """Whether a word with marks is Vietnamese badly typed, and no name, abbreviation or other tongue."""
    if not _MARKED.search(word) or len(word) < 2:
        return False
    if word.isupper():
        return len(word) > 2 and bool(_TONE.search(unicodedata.normalize("NFD", word)))
    if word.islower():
        return True
    after = re.match(r"\s+([^\W\d_]+)", text[end : end + 20])
    plain = word[0].isupper() and word[1:].islower() and after is not None and after[1].islower()
    return plain and _is_near_a_syllable(word)


def _is_near_a_syllable(word: str) -> bool:
    """Whether the letters are a syllable once the marks are off: “Quyêt”, and not “Đắk”, “Krông”."""
    bare = "".join(
        c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c)
    )
    return is_syllable(bare.replace("đ", "d")) and not _WRONG_ONSET.match(bare)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the words on both sides are Vietnamese, so that no foreign name runs through here."""
    before = re.search(r"([^\W\d_]+)[^\w\n.:;!?]*$", text[max(0, start - _NEAR) : start])
    after = re.match(r"[^\w\n.:;!?]*([^\W\d_]+)", text[end : end + _NEAR])
    around = [side[1] for side in (before, after) if side]
    return (
        len(around) == 2
        and all(is_written_right(word) for word in around)
        and any(_MARKED.search(word) for word in around)
        and not re.search(r"[“\"'‘(]\s*$", text[max(0, start - 2) : start])
    )
