"""Terms of a controlled vocabulary, and how the words that editors write find them."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from congtinh.languages import Bilingual

NAMING_KEYS = ("abbreviation", "symbols", "aliases", "legacy")
"""Extra keys of a term that are names of it too, the stronger ones first."""

_DASH = re.compile(r"\s*[-‐‑‒–—]\s*")
_TONE_ON_SECOND_VOWEL = re.compile("o([àáảãạèéẻẽẹ])|u([ỳýỷỹỵ])")


@lru_cache(maxsize=1 << 13)
def lookup_key(text: str) -> str:
    """``text`` as it is compared: NFC, one case, single spaces, one dash, one place of the tone.

    “UỶ BAN  Dân tộc.”, “Ủy ban dân tộc” and “ủy ban Dân tộc” share one key, and so do
    “Văn hoá – Thông tin” and “Văn hóa - Thông tin”; the eth “Ð” counts as “Đ”.
    """
    folded = unicodedata.normalize("NFC", text).casefold().replace("ð", "đ")
    folded = _DASH.sub("-", " ".join(folded.split())).strip(" .,;:")
    return _TONE_ON_SECOND_VOWEL.sub(_tone_on_first_vowel, folded)


def _tone_on_first_vowel(match: re.Match[str]) -> str:
    letters = unicodedata.normalize("NFD", match[0])
    return unicodedata.normalize("NFC", letters[0] + letters[2:] + letters[1])


@dataclass(frozen=True, slots=True)
class Term:
    """One code with its label in both languages.

    ``order`` is the place in lists; ``extra`` holds the keys peculiar to the vocabulary, with
    tuples for lists.
    """

    code: str
    label: Bilingual
    order: int
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)

    def text(self, key: str, default: str = "") -> str:
        """The extra key ``key`` as text; ``default`` where there is none."""
        value = self.extra.get(key)
        return value if isinstance(value, str) else default

    def texts(self, key: str) -> tuple[str, ...]:
        """The extra key ``key`` as texts: one text counts as a list of one."""
        value = self.extra.get(key)
        if isinstance(value, str):
            return (value,)
        return tuple(map(str, value)) if isinstance(value, tuple) else ()

    def flag(self, key: str) -> bool:
        """Whether the extra key ``key`` is set to true."""
        return self.extra.get(key) is True

    @property
    def names(self) -> Iterator[str]:
        """Every word that means this term, the strongest first."""
        yield self.code
        yield self.label.vi
        yield self.label.en
        for key in NAMING_KEYS:
            yield from self.texts(key)


class Vocabulary:
    """The terms of one vocabulary, in order."""

    def __init__(self, name: str, terms: Iterable[Term]) -> None:
        self.name = name
        self._terms = {t.code: t for t in sorted(terms, key=lambda t: t.order)}

    @cached_property
    def _names(self) -> tuple[dict[str, Term], dict[str, tuple[str, ...]]]:
        return _names_of(self._terms.values())

    @property
    def _named(self) -> dict[str, Term]:
        return self._names[0]

    @property
    def shared_names(self) -> dict[str, tuple[str, ...]]:
        """The names that several terms bear, with the codes of these."""
        return self._names[1]

    def __iter__(self) -> Iterator[Term]:
        return iter(self._terms.values())

    def __len__(self) -> int:
        return len(self._terms)

    def __contains__(self, code: object) -> bool:
        return code in self._terms

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(self._terms)

    def get(self, code: str) -> Term | None:
        """The term whose code is exactly ``code``."""
        return self._terms.get(code)

    def label(self, code: str, language: str) -> str:
        """The label of ``code`` in ``language``; the code itself where it is unknown."""
        term = self._terms.get(code)
        return term.label.of(language) if term else code

    def find(self, text: str) -> Term | None:
        """The term that ``text`` names: a code, a label, an abbreviation or an alias.

        Case, spacing, kind of dash and place of the tone mark do not count (``lookup_key``).
        Where two terms share a name, the one whose name is stronger, then the earlier, is meant.
        """
        return self._terms.get(text) or self._named.get(lookup_key(text))

    def suggest(self, text: str, n: int = 3) -> list[str]:
        """At most ``n`` codes that ``text`` may have been meant for, the likeliest first."""
        near = _near(self, lookup_key(text), n * 3)
        return list(dict.fromkeys(self._named[name].code for name in near))[:n]

    @property
    def keys(self) -> Iterable[str]:
        """Every name of a term as it is compared (``lookup_key``)."""
        return self._named


@lru_cache(maxsize=1 << 10)
def _near(vocabulary: Vocabulary, key: str, most: int) -> list[str]:
    """The names nearest to ``key``; an unknown word often stands in many files of one import."""
    return difflib.get_close_matches(key, vocabulary.keys, n=most, cutoff=0.6)


def _names_of(terms: Iterable[Term]) -> tuple[dict[str, Term], dict[str, tuple[str, ...]]]:
    """Key to term, and the keys that several terms bear with the codes of these."""
    ranked = [
        (rank, place, lookup_key(name), term)
        for place, term in enumerate(terms)
        for rank, name in enumerate(term.names)
    ]
    named: dict[str, Term] = {}
    bearers: dict[str, list[str]] = {}
    for _rank, _place, key, term in sorted(ranked, key=lambda name: name[:2]):
        named.setdefault(key, term)
        codes = bearers.setdefault(key, [])
        if term.code not in codes:
            codes.append(term.code)
    return named, {key: tuple(codes) for key, codes in bearers.items() if len(codes) > 1}
