"""A body cut into passages: the articles of a legal text, or blocks of lines of about the same length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

MOST_WORDS = 400
"""Words of a passage at most; a longer article is cut where a line or a sentence ends."""
FEWEST_WORDS = 40
"""A passage of fewer words is joined with the next one."""

_HEAD = re.compile(
    r"(?:Điều|Article|Chương|Chapter|Phụ lục|Annex|Appendix)\s+(?:\d+|[IVXLC]+)\w?\b"
)
_SENTENCE = re.compile(r"(?<=[.;:!?])\s+")


class Passage(NamedTuple):
    """Text that is found and shown as one; ``anchor`` is where it begins on the page, or empty."""

    text: str
    anchor: str = ""


def passages_of(body: str, anchors: tuple[tuple[str, str], ...] = ()) -> list[Passage]:
    """The passages of a plain text of lines; one, and empty, where there is no text.

    ``anchors``: the lines that are headings, in order, each with its anchor.
    """
    made: list[Passage] = []
    lines: list[str] = []
    words, anchor = 0, ""
    for line, mark in _marked_lines(body, anchors):
        begins = mark is not None
        size = line.count(" ") + 1
        if lines and (words + size > MOST_WORDS or (begins and words >= FEWEST_WORDS)):
            made.append(Passage("\n".join(lines), anchor))
            lines, words = [], 0
        if not lines:
            anchor = mark or (made[-1].anchor if made else "")
        lines.append(line)
        words += size
    if lines or not made:
        made.append(Passage("\n".join(lines), anchor))
    return _balanced(made)


def _marked_lines(
    body: str, anchors: tuple[tuple[str, str], ...]
) -> Iterator[tuple[str, str | None]]:
    """Each line of at most ``MOST_WORDS`` words; with its anchor, or empty, where a unit begins."""
    awaited = iter(anchors)
    heading, anchor = next(awaited, ("", ""))
    for line in body.split("\n"):
        line = line.strip()
        if not line:
            continue
        mark: str | None = "" if _HEAD.match(line) else None
        if heading and line == heading:
            mark = anchor
            heading, anchor = next(awaited, ("", ""))
        for number, piece in enumerate(_pieces(line)):
            yield piece, None if number else mark


def _pieces(line: str) -> list[str]:
    """A long line in pieces of whole sentences, or of words where a sentence is longer."""
    if line.count(" ") < MOST_WORDS:
        return [line]
    pieces: list[str] = [""]
    for sentence in _SENTENCE.split(line):
        words = sentence.split(" ")
        parts = (words[at : at + MOST_WORDS] for at in range(0, len(words), MOST_WORDS))
        for part in parts:
            if pieces[-1] and pieces[-1].count(" ") + len(part) >= MOST_WORDS:
                pieces.append("")
            pieces[-1] = f"{pieces[-1]} {' '.join(part)}".strip()
    return [piece for piece in pieces if piece]


def _balanced(passages: list[Passage]) -> list[Passage]:
    """Two last passages of one unit made about as long as each other, rather than long and tiny."""
    if len(passages) < 2 or passages[-1].text.count(" ") >= FEWEST_WORDS:
        return passages
    *before, one, last = passages
    if one.anchor != last.anchor:
        return passages
    lines = [*one.text.split("\n"), *last.text.split("\n")]
    total, taken, at = sum(len(line) for line in lines), 0, 0
    while at < len(lines) - 1 and taken + len(lines[at]) / 2 < total / 2:
        taken += len(lines[at])
        at += 1
    halves = ["\n".join(part) for part in (lines[: max(at, 1)], lines[max(at, 1) :])]
    if any(half.count(" ") >= MOST_WORDS for half in halves):
        return passages
    return [*before, Passage(halves[0], one.anchor), Passage(halves[1], last.anchor)]
