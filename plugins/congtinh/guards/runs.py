"""Digits as people write long numbers: in groups, with spaces, dots, hyphens or brackets between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from congtinh.guards.finding import plain_digits

_GAP = r"(?:[ \t.\-–‐‑·()\u00a0\u00ad\u2007\u2009\u200b\u202f\u2060]|&nbsp;){1,3}"
_START = r"(?:(?<![0-9A-Za-zÀ-ỹ])|(?<=CCCD)|(?<=CMND)|(?<=cccd)|(?<=cmnd))"
_RUN = re.compile(rf"{_START}\d(?:(?:{_GAP})?\d){{7,}}(?![0-9A-Za-zÀ-ỹ])")
_GROUP = re.compile(r"\d+")
_EMPTY = " \t\u00a0\u00ad\u2007\u2009\u200b\u202f\u2060"
_LONGEST = 14


class Number(NamedTuple):
    """Whole groups of one run: ``shape`` tells how many digits each has, ``gaps`` what is between.

    ``before`` and ``after`` are what joins it to more digits of the run, empty where nothing does;
    ``neighbours`` the lengths of those groups.
    """

    digits: str
    shape: tuple[int, ...]
    gaps: tuple[str, ...]
    start: int
    end: int
    before: str
    after: str
    neighbours: tuple[int, int]

    @property
    def is_even(self) -> bool:
        """Whether the same sign stands between all groups."""
        return len(set(self.gaps)) <= 1


class Run:
    """One run of digits with its groups."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.spans = [found.span() for found in _GROUP.finditer(text, start, end)]
        self.texts = [plain_digits(text[a:b]) for a, b in self.spans]
        ends = zip(self.spans, self.spans[1:], strict=False)
        self.gaps = [_gap(text[one[1] : other[0]]) for one, other in ends]

    def numbers(self, first: int) -> Iterator[Number]:
        """The numbers that begin with the group ``first``, the longest first."""
        last, total = first, 0
        while last < len(self.texts) and total + len(self.texts[last]) <= _LONGEST:
            total += len(self.texts[last])
            last += 1
        for end in range(last, first, -1):
            yield self._number(first, end)

    def _number(self, first: int, end: int) -> Number:
        groups = self.texts[first:end]
        has_more = end < len(self.texts)
        return Number(
            "".join(groups),
            tuple(map(len, groups)),
            tuple(self.gaps[first : end - 1]),
            self.spans[first][0],
            self.spans[end - 1][1],
            self.gaps[first - 1] if first else "",
            self.gaps[end - 1] if has_more else "",
            (len(self.texts[first - 1]) if first else 0, len(self.texts[end]) if has_more else 0),
        )


def runs(text: str) -> Iterator[Run]:
    """The runs of eight digits or more, in order."""
    for found in _RUN.finditer(text):
        yield Run(text, *found.span())


def _gap(between: str) -> str:
    """What joins two groups: the sign alone, or a space."""
    return between.replace("&nbsp;", " ").strip(_EMPTY) or " "
