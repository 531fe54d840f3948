"""Statements of a text: its clauses, each with the words that govern it, and what is no statement.

A clause ends with a semicolon, a sentence or a line. In “bãi bỏ các văn bản sau: a) …; b) …” the
words before the colon govern every item of the list below them. Quoted text is the words of
another document, and so is a note in brackets of what amended it.
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
_BREAK = re.compile(r";|(?<=[^\W\d_])[.!?](?=\s+[^\W\d_])|(?<=[\d)”])\.(?=\s+[^\W\d_])")
_QUOTE = re.compile("[“”«»]")
_AMENDED = re.compile(
    r"(?i)\((?:đã\s+)?(?:được\s+)?(?:sửa đổi|bổ sung|thay thế|đính chính|hợp nhất|amended|as amended)[^()]*\)"
)


class Clause(NamedTuple):
    """``text[start:end]`` without the mark of its list; ``heads`` are the words above it that end in
    a colon and govern it, the nearest last."""

    start: int
    end: int
    heads: tuple[str, ...]
    line: str
    """“article”, “number”, “letter” … by the mark of its line; empty where it has none."""


def clauses(text: str) -> Iterator[Clause]:
    """The clauses of a text in order."""
    heads: list[tuple[int, str]] = []
    at = 0
    for line in text.split("\n"):
        marker = _MARKER.match(line)
        begin = marker.end() if marker else 0
        kind = (marker.lastgroup or "") if marker else ""
        level = _LEVELS.get(kind, -1)
        if line.strip():
            heads = _still_open(heads, level, line[begin:])
            yield from _of_line(line, at, begin, tuple(words for _, words in heads), kind)
            if line.rstrip(" *").endswith(":"):
                heads.append((level, line[begin:]))
        at += len(line) + 1


def _still_open(heads: list[tuple[int, str]], level: int, words: str) -> list[tuple[int, str]]:
    """A line closes the lists of its own level and below; one without a mark closes all but its own."""
    if level < 0:
        return heads if heads and words[:1].islower() else heads[-1:] if heads and heads[-1][0] < 0 else []
    return [head for head in heads if head[0] < level]


def _of_line(
    line: str, at: int, begin: int, heads: tuple[str, ...], kind: str
) -> Iterator[Clause]:
    start = begin
    for stop in _BREAK.finditer(line, begin):
        yield Clause(at + start, at + stop.end(), heads, kind)
        start = stop.end()
    if line[start:].strip():
        yield Clause(at + start, at + len(line), heads, kind)


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
