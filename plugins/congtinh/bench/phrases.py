"""Phrases of the project's own in both languages, and sentences made of them, the same in every run."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from congtinh.languages import Language

_T = TypeVar("_T")
_DATA = Path(__file__).parent / "data" / "phrases.toml"
_PLACE = re.compile(r"\{(\w+)\}")
_NUMBERS = {"n": (2, 9800), "share": (2, 95), "d": (1, 28), "m": (1, 12), "y": (2012, 2026)}
_LISTS = {"other": "thing"}


class Chance:
    """Choices that a seed repeats on every machine and every version of Python.

    Only ``random()`` is promised to stay as it is, so everything here is made of it.
    """

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed).random

    def between(self, least: int, most: int) -> int:
        """A whole number from ``least`` to ``most``, both possible."""
        return least + int(self._random() * (most - least + 1))

    def of(self, choices: Sequence[_T]) -> _T:
        return choices[int(self._random() * len(choices))]

    def one_in(self, number: int) -> bool:
        """True once in ``number`` times, on the average."""
        return self._random() * number < 1


class Phrase(NamedTuple):
    """One phrase in both languages, and the places in it to be filled, in a fixed order."""

    vi: str
    en: str
    places: tuple[str, ...]


@cache
def phrases() -> dict[str, tuple[Phrase, ...]]:
    """The lists of ``data/phrases.toml`` by name."""
    with _DATA.open("rb") as source:
        lists = tomllib.load(source)
    return {
        name: tuple(Phrase(vi, en, tuple(sorted(set(_PLACE.findall(vi))))) for vi, en in entries)
        for name, entries in lists.items()
    }


def said(name: str, chance: Chance, language: Language, **known: str) -> str:
    """One phrase of the list ``name``, its places filled; the first letter is a capital.

    The choices do not depend on the language, so one seed says the same in both.
    """
    text = _filled(chance.of(phrases()[name]), chance, language, known)
    return text[:1].upper() + text[1:]


def _filled(phrase: Phrase, chance: Chance, language: Language, known: dict[str, str]) -> str:
    words = {place: known.get(place) or _word(place, chance, language) for place in phrase.places}
    text = phrase.en if language == "en" else phrase.vi
    return text.format_map(words) if words else text


def _word(place: str, chance: Chance, language: Language) -> str:
    if place in _NUMBERS:
        return str(chance.between(*_NUMBERS[place]))
    return _filled(chance.of(phrases()[_LISTS.get(place, place)]), chance, language, {})
