"""Why numbers are not on the site: the lines that editors write below each reason (ideas.md, D28)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from congtinh.errors import N_
from congtinh.vocabulary.entries import Entries, KeyFault
from congtinh.vocabulary.terms import Vocabulary, lookup_key

_RANGE = r"\d{1,6}(?:\s*[-–]\s*\d{1,6})?"
_LINE = re.compile(
    rf"\s*(?P<series>[^:]*[^:\s])\s*:\s*(?P<numbers>{_RANGE}(?:\s*[,;]\s*{_RANGE})*)\s*"
)
_DASH = re.compile(r"\s*[-–]\s*")
_LONGEST = 10_000
"""Numbers in one range; an agency gives far fewer in a year."""


class Explained(NamedTuple):
    """Numbers of one sequence that are missing for a reason; ``series`` as compared, ``line`` as written."""

    reason: str
    series: str
    numbers: frozenset[int]
    line: str


def explained(reasons: Vocabulary) -> Iterator[Explained]:
    """Every line of every reason of the vocabulary ``number_gaps``."""
    for term in reasons:
        for line in term.texts("numbers"):
            if match := _LINE.fullmatch(line):
                numbers = frozenset(_numbers(match["numbers"]))
                yield Explained(term.code, lookup_key(match["series"]), numbers, line)


def numbered_together(reasons: Vocabulary) -> Iterator[tuple[str, ...]]:
    """The names of sequences that are one, as written, the first of each group first."""
    for term in reasons:
        for line in term.texts("series"):
            yield tuple(name.strip() for name in line.split(",") if name.strip())


def line_faults(keys: Mapping[str, object], _every: Mapping[str, Entries]) -> Iterator[KeyFault]:
    """What is wrong with the lines of one reason."""
    lines = keys.get("numbers")
    for line in lines if isinstance(lines, list) else ():
        match = _LINE.fullmatch(line) if isinstance(line, str) else None
        if match is None or not _is_sound(match["numbers"]):
            yield "numbers", str(line), N_("names no numbers of a sequence"), _REMEDY


_REMEDY = N_("Write each line as “KH-SKHCN 2026: 3-5, 9”")


def _is_sound(text: str) -> bool:
    """Whether every range of the text rises, and none is endless."""
    return all(0 <= last - first < _LONGEST for first, last in _ranges(text))


def _ranges(text: str) -> Iterator[tuple[int, int]]:
    for part in re.split(r"\s*[,;]\s*", text):
        first, *last = _DASH.split(part)
        yield int(first), int(last[0] if last else first)


def _numbers(text: str) -> Iterator[int]:
    for first, last in _ranges(text):
        yield from range(first, min(last, first + _LONGEST) + 1)
