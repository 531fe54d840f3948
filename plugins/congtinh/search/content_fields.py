"""Fields of the editors' index: what the parser asks of any, and those of running text."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from whoosh import query
from whoosh.fields import FieldType
from whoosh.formats import Positions

from congtinh.errors import N_, ContentError, Problem
from congtinh.search.terms import Term, analyse
from congtinh.search.tokens import BREAK, raw_tokens
from congtinh.text.normal import nfc

_TWINS = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")
_FIGURE = array("I").itemsize

Posting = tuple[bytes, int, float, bytes]
"""What Whoosh is given of a term: its bytes, frequency, weight, encoded value."""


class Passage(NamedTuple):
    """A text with the language that it is analysed in."""

    text: str
    language: str


def spelled(term: Term) -> str:
    """The form with y and i alike where both are written: ``kỹ`` and ``kĩ`` are ``kĩ``."""
    form = term.form
    return form[:-1] + form[-1].translate(_TWINS) if term.key[-1:] == "i" else form


@lru_cache(maxsize=1 << 16)
def indexed(raw: str, language: str) -> tuple[str, ...]:
    """The terms of a raw token, at one place: its form, and the key that letters without marks find."""
    term = analyse(raw, language)
    return (term.key,) if term.kind == "number" else tuple({spelled(term): None, term.key: None})


def asked(raw: str) -> tuple[str, ...]:
    """The terms that a word means: marks that were typed must match, bare letters match all.

    The language of a query is not known: an English stem counts beside the letters as they are.
    """
    term = analyse(raw, "vi")
    if term.kind != "number" and not term.form.isascii():
        return (spelled(term),)
    return tuple(dict.fromkeys((term.key, analyse(raw, "en").key)))


class Places(Positions):  # type: ignore[misc]
    """Positions as plain figures: quicker than the pickles of Whoosh, which also may name anything."""

    def encode(self, poslist: list[int]) -> bytes:
        return array("I", poslist).tobytes()

    def decode_positions(self, valuestring: bytes) -> list[int]:
        return array("I", valuestring).tolist()

    def decode_frequency(self, valuestring: bytes) -> int:
        return len(valuestring) // _FIGURE


class Field(FieldType):  # type: ignore[misc]
    """What the parser asks of a field: each method gives a query, ``None`` where nothing is asked."""

    def self_parsing(self) -> bool:
        return True

    def word(self, name: str, text: str, boost: float) -> query.Query | None:
        """What ``name:text`` finds."""
        raise NotImplementedError

    def pattern(
        self, name: str, text: str, kind: type[query.PatternQuery], boost: float
    ) -> query.Query:
        """What ``name:te*`` finds; of a ``Prefix`` the star is not in the text."""
        return kind(name, nfc(text).lower(), boost=boost)

    def phrase(self, name: str, text: str, slop: int, boost: float) -> query.Query | None:
        """What ``name:"text"`` finds."""
        return self.word(name, text, boost)

    def parse_range(
        self,
        fieldname: str,
        start: str,
        end: str,
        startexcl: bool,
        endexcl: bool,
        boost: float = 1.0,
    ) -> query.Query:
        message, remedy = N_("has no ranges"), N_("Write date, posted or year before the bracket")
        raise ContentError([Problem("", message, remedy, "", fieldname)])


class Words(Field):
    """Running text, with the places of its words."""

    def __init__(self) -> None:
        super().__init__(Places(), None, scorable=True)

    def index(self, value: Passage, **_: Any) -> Iterator[Posting]:
        """The terms of a passage; the same as ``CutTokenizer`` with ``indexed`` of each token."""
        places: dict[str, list[int]] = {}
        for place, raw in enumerate(raw_tokens(value.text)):
            if raw != BREAK:
                for term in indexed(raw, value.language):
                    places.setdefault(term, []).append(place)
        for term, at in places.items():
            yield term.encode(), len(at), float(len(at)), array("I", at).tobytes()

    def word(self, name: str, text: str, boost: float) -> query.Query | None:
        return self.phrase(name, text, 1, boost)

    def phrase(self, name: str, text: str, slop: int, boost: float) -> query.Query | None:
        """Words side by side; at a break between pieces of a sentence the phrase is cut."""
        pieces: list[list[tuple[str, ...]]] = [[]]
        for raw in raw_tokens(text):
            if raw == BREAK:
                pieces.append([])
            else:
                pieces[-1].append(asked(raw))
        found = [_side_by_side(name, piece, slop, boost) for piece in pieces if piece]
        return (found[0] if len(found) == 1 else query.And(found)) if found else None

    def pattern(
        self, name: str, text: str, kind: type[query.PatternQuery], boost: float
    ) -> query.Query:
        """Patterns see letters, not syllables; ``ky*`` finds ``kỹ``, whose key is ``ki``, too."""
        text = nfc(text).lower()
        found = kind(name, text, boost=boost)
        key = analyse(text, "vi").key if text.isalpha() else text
        return found if key == text else query.Or([found, query.Term(name, key, boost=boost)])


def _side_by_side(name: str, words: list[tuple[str, ...]], slop: int, boost: float) -> query.Query:
    if len(words) == 1:
        found = [query.Term(name, term, boost=boost) for term in words[0]]
        if words[0][0][:1].isdigit() and "/" in words[0][0]:  # 43/2011 begins 43/2011/NĐ-CP
            found.append(query.Prefix(name, words[0][0] + "/", boost=boost))
    else:
        kinds = dict.fromkeys((tuple(w[0] for w in words), tuple(w[-1] for w in words)))
        found = [query.Phrase(name, list(one), slop=slop, boost=boost) for one in kinds]
    return found[0] if len(found) == 1 else query.Or(found)
