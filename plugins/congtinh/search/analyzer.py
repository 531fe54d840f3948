"""The analysis as a Whoosh tokenizer and filters: what the index builder does faster, token by token."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from whoosh.analysis.acore import Composable, Token
from whoosh.analysis.filters import Filter
from whoosh.analysis.tokenizers import Tokenizer

from congtinh.search.terms import form_of, key_of
from congtinh.search.tokens import spans
from congtinh.text.normal import nfc

_form = lru_cache(maxsize=1 << 16)(form_of)
_key = lru_cache(maxsize=1 << 16)(key_of)


class CutTokenizer(Tokenizer):  # type: ignore[misc]
    """Raw tokens; a break makes a gap of one in the positions. Characters are those of ``nfc(value)``."""

    def __call__(
        self,
        value: str,
        positions: bool = False,
        chars: bool = False,
        keeporiginal: bool = False,
        removestops: bool = True,
        start_pos: int = 0,
        start_char: int = 0,
        tokenize: bool = True,
        mode: str = "",
        **kwargs: Any,
    ) -> Iterator[Token]:
        token = Token(positions, chars, removestops=removestops, mode=mode, **kwargs)
        text = nfc(value)
        places = spans(text) if tokenize else [(0, len(text))]
        for place, (start, end) in enumerate(places, start_pos):
            if raw := text[start:end]:  # nothing at a break
                token.text = raw
                token.boost = 1.0
                token.pos = place  # pairs need it, whether the field keeps positions or not
                if keeporiginal:
                    token.original = raw
                if chars:
                    token.startchar, token.endchar = start_char + start, start_char + end
                yield token


class FormFilter(Filter):  # type: ignore[misc]
    """Raw tokens become their exact forms."""

    def __call__(self, tokens: Iterator[Token]) -> Iterator[Token]:
        for token in tokens:
            token.text = _form(token.text)
            yield token


class KeyFilter(Filter):  # type: ignore[misc]
    """Exact forms become their keys in a language, ``vi`` or ``en``."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __eq__(self, other: object) -> bool:
        return isinstance(other, KeyFilter) and self.language == other.language

    def __hash__(self) -> int:
        return hash(self.language)

    def __call__(self, tokens: Iterator[Token]) -> Iterator[Token]:
        for token in tokens:
            token.text = _key(token.text, self.language)
            yield token


class PairFilter(Filter):  # type: ignore[misc]
    """Adds ``nghi dinh`` for each two tokens side by side, at the position of the first."""

    def __call__(self, tokens: Iterator[Token]) -> Iterator[Token]:
        last, place, start = "", -2, 0
        for token in tokens:
            text, beside = token.text, token.pos == place + 1
            if beside:
                pair = token.copy()
                pair.text, pair.pos = f"{last} {text}", place
                if token.chars:
                    pair.startchar = start
                yield pair
            last, place = text, token.pos
            start = token.startchar if token.chars else 0
            yield token


def analyzer(language: str, pairs: bool = True) -> Composable:
    """The analyzer of a text in ``vi`` or ``en``: keys, and pairs of them unless ``pairs`` is off."""
    keys = CutTokenizer() | FormFilter() | KeyFilter(language)
    return keys | PairFilter() if pairs else keys
