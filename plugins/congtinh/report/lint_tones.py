"""One word spelt in two ways: “Ủy ban” here and “Uỷ ban” there."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from congtinh.errors import N_
from congtinh.report.findings import Fault, Rule
from congtinh.report.lint_facts import LintFacts
from congtinh.report.lint_prose import CAPITAL, SMALL, Prose

_OPEN = re.compile(
    r"(?:(?P<first>[òóỏõọ][ae]|[ùúủũụ]y)|(?P<second>o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]))(?!\w)", re.IGNORECASE
)
_ONSET = re.compile(r"(?<!\w)[^\W\d_]{0,3}$")
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_NAME_BEFORE = re.compile(rf"[{CAPITAL}][{SMALL}]*\s+$")
_NAME_AFTER = re.compile(rf"\s+[{CAPITAL}]")


class _Spelt(NamedTuple):
    """An open syllable as spelt; whether the tone stands on the second of its vowels."""

    start: int
    word: str
    syllable: str
    is_second: bool


def two_spellings(prose: Prose, _facts: LintFacts) -> Iterator[Fault]:
    """The first place of each syllable whose tone stands on the vowel on which it stands seldom here.

    Names of people and places keep their own spelling, so a capital beside a capital is passed by.
    """
    found = [one for one in map(partial(_spelt, prose.text), _OPEN.finditer(prose.text)) if one]
    used = Counter(one.is_second for one in found)
    seldom = used[False] >= used[True]
    usual = {one.syllable: one.word.lower() for one in reversed(found) if one.is_second != seldom}
    told: set[str] = set()
    for one in found:
        if one.is_second == seldom and one.syllable in usual and one.syllable not in told:
            told.add(one.syllable)
            yield Fault(
                one.start,
                one.start + len(one.word),
                Rule.TWO_SPELLINGS,
                N_("is spelt “{other}” elsewhere in this text"),
                N_("Keep to one place of the tone mark"),
                {"other": usual[one.syllable]},
            )


def _spelt(text: str, match: re.Match[str]) -> _Spelt | None:
    """The syllable that ends in the match, unless it is “quý”, whose u is of the onset, or in a name."""
    onset = _ONSET.search(text[max(0, match.start() - 4) : match.start()])
    if onset is None or onset[0].lower() == "q":
        return None
    start = match.start() - len(onset[0])
    word = text[start : match.end()]
    is_capital = word[0].isupper() and not word.isupper()
    before = is_capital and _NAME_BEFORE.search(text[max(0, start - 12) : start])
    if before or (is_capital and _NAME_AFTER.match(text, match.end())):
        return None
    return _Spelt(start, word, _syllable(word), match["second"] is not None)


def _syllable(word: str) -> str:
    """The letters and, last, the tone: the same for both spellings."""
    parts = unicodedata.normalize("NFD", word.lower())
    return _TONE.sub("", parts) + "".join(_TONE.findall(parts))
