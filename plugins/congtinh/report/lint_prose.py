"""The words of a report without its Markdown, with the way back to the place of each."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from congtinh.report.lint_markup import pieces
from congtinh.vocabulary.terms import lookup_key

_MARKED_SMALL = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
SMALL = f"a-z{_MARKED_SMALL}"
"""The small letters of Vietnamese, for a set in a pattern; a range such as ``à-ỹ`` holds capitals too."""
CAPITAL = f"A-Z{_MARKED_SMALL.upper()}"
MARKED = _MARKED_SMALL + _MARKED_SMALL.upper()
"""The letters that bear a mark."""
_BREAK = re.compile(
    rf"\n(?![ \t]*[{SMALL}])|\n[ \t]*\n|(?<=[^\W\d_][.!?…])[\"”’)]*\s+(?=[\"“‘(]?[{CAPITAL}])"
    rf"|(?<=\d\.)\s+(?=[{CAPITAL}])"
)
_SPACES = " \t\n\r\u00a0"
_WORD = re.compile(rf"[{_SPACES}]*([^\W\d_]+)")


class Word(NamedTuple):
    """A run of letters; ``key`` is its lookup key, ``joined`` says that only spaces stand before it."""

    start: int
    end: int
    key: str
    joined: bool


@dataclass(frozen=True)
class Prose:
    """``text`` is what a reader reads; each of ``cuts`` is a place in it and the one as written."""

    written: str
    text: str
    cuts: tuple[tuple[int, int], ...]

    @cached_property
    def _cut_places(self) -> list[int]:
        return [cut[0] for cut in self.cuts]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.written))]

    def place(self, at: int) -> tuple[int, int]:
        """Line and column, from 1, of what stands at ``at`` in the words."""
        read, wrote = self.cuts[bisect_right(self._cut_places, at) - 1]
        offset = wrote + at - read
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each sentence, list item, heading and cell, without spaces around."""
        ends = [(m.start(), m.end()) for m in _BREAK.finditer(self.text)]
        starts = [0, *(end for _, end in ends)]
        stops = [*(start for start, _ in ends), len(self.text)]
        trimmed = (self._trimmed(a, b) for a, b in zip(starts, stops, strict=True))
        return tuple((a, b) for a, b in trimmed if a < b)

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        while start < end and self.text[start] in _SPACES:
            start += 1
        while end > start and self.text[end - 1] in _SPACES:
            end -= 1
        return start, end

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Every run of letters, in order."""
        found: list[Word] = []
        last = -1
        for match in _WORD.finditer(self.text):
            start, end = match.span(1)
            found.append(Word(start, end, lookup_key(match[1]), match.start() == last))
            last = end
        return tuple(found)

    @cached_property
    def key(self) -> str:
        """The words in one case and with one place of the tone mark; as long as ``text``."""
        told: list[str] = []
        at = 0
        for start, end, key, _ in self.words:
            told += (
                self.text[at:start],
                key if len(key) == end - start else self.text[start:end],
            )
            at = end
        return "".join((*told, self.text[at:]))

    @cached_property
    def sentence_starts(self) -> frozenset[int]:
        return frozenset(start for start, _ in self.sentences)

    @cached_property
    def _sentence_places(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def sentence_of(self, at: int) -> tuple[int, int]:
        """The sentence that holds ``at``; an empty one there where none does."""
        place = bisect_right(self._sentence_places, at) - 1
        if place >= 0 and at < self.sentences[place][1]:
            return self.sentences[place]
        return at, at


def prose_of(written: str) -> Prose:
    """The words of a plain or Markdown text, composed (NFC) where that changes no length."""
    composed = unicodedata.normalize("NFC", written)
    told: list[str] = []
    cuts: list[tuple[int, int]] = []
    read = 0
    for start, end, instead in pieces(composed):
        if start < end or instead:
            cuts.append((read, start))
            piece = instead or composed[start:end]
            told.append(piece)
            read += len(piece)
    return Prose(composed, "".join(told), tuple(cuts) or ((0, 0),))
