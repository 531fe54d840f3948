"""Statements of a text: its sentences, with the words that govern a list, and what is no statement.

In “bãi bỏ các văn bản sau: a) …; b) …” the words before the colon govern every item of the list
below them (law.md, B.8). Quoted text is the words of another document, and a note in brackets of
what amended it tells of that one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

_MARKER = re.compile(
    r"\s*(?:#+\s*)?(?:\*\*)?(?:(?P<dash>[-–+•*])\s|(?P<number>\d{1,3}[a-zđ]?[.)](?!\d))"
    r"|(?P<letter>[a-zđ]{1,2}\))|(?P<roman>[IVXLC]+[.)/-])|(?P<article>(?:Điều|Article)\s+\d+\w?[.:]))?\s*(?:\*\*)?"
)
_LEVELS = {"article": 0, "roman": 1, "number": 2, "letter": 3, "dash": 4}
_BREAK = re.compile(r"(?<=[^\W\d_])[.!?](?=\s+[^\W\d_])|(?<=[\d)”])\.(?=\s+[^\W\d_])")
_QUOTE = re.compile("[“”«»]")
_AMENDED = re.compile(
    r"(?i)\((?:đã\s+)?(?:được\s+)?(?:sửa đổi|bổ sung|thay thế|đính chính|hợp nhất|amended|as amended)[^()]*\)"
)


class Sentence(NamedTuple):
    """``text[start:end]``, without the mark of a list before it.

    ``heads`` are the words above it that end in a colon and govern it, the nearest last;
    ``after_articles`` whether an article stands before it, so that it is in no preamble.
    """

    start: int
    end: int
    heads: tuple[str, ...]
    after_articles: bool


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text in order; each line ends one."""
    after_articles = False
    heads: list[tuple[int, str]] = []
    at = 0
    for line in text.split("\n"):
        marker = _MARKER.match(line)
        begin = marker.end() if marker else 0
        kind = (marker.lastgroup or "") if marker else ""
        level = _LEVELS.get(kind, -1)
        if line.strip():
            after_articles = after_articles or kind == "article"
            heads = _still_open(heads, level, line[begin:])
            governing = tuple(words for _, words in heads)
            for start, end in _stops(line, begin):
                yield Sentence(at + start, at + end, governing, after_articles)
            if line.rstrip(" *").endswith(":"):
                heads.append((level, line[begin:]))
        at += len(line) + 1


def _still_open(heads: list[tuple[int, str]], level: int, words: str) -> list[tuple[int, str]]:
    """A line closes the lists of its own level and below; one without a mark closes all but its own."""
    if level < 0:
        return heads if words[:1].islower() else [head for head in heads[-1:] if head[0] < 0]
    return [head for head in heads if head[0] < level]


def _stops(line: str, start: int) -> Iterator[tuple[int, int]]:
    for stop in _BREAK.finditer(line, start):
        yield start, stop.end()
        start = stop.end()
    if line[start:].strip():
        yield start, len(line)


class Foreign:
    """The stretches of a text that are another document's words: quotations, notes of amendment."""

    def __init__(self, text: str) -> None:
        spans = sorted([*_quotations(text), *(note.span() for note in _AMENDED.finditer(text))])
        self._starts = [start for start, _ in spans]
        self._spans = spans

    def __contains__(self, at: object) -> bool:
        if not isinstance(at, int):
            return False
        near = bisect_right(self._starts, at)
        return any(at < end for _, end in self._spans[max(0, near - 3) : near])


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    depth = start = 0
    for sign in _QUOTE.finditer(text):
        if sign[0] in "“«":
            start = start if depth else sign.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                yield start, sign.end()
