"""The words of sanitised HTML as one text to find citations in, with the way back to the HTML."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from typing import NamedTuple

_TAG = re.compile(r'(<[/a-zA-Z](?:[^<>"]|"[^"]*")*>)')
_NAME = re.compile(r"</?([a-zA-Z][\w-]*)")
_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")
_RUN_ON = (
    "a abbr acronym b bdi bdo big cite ct data del dfn em font i ins mark nobr q s small span strike "
    "strong time tt u var wbr"
)
_INLINE = frozenset(_RUN_ON.split())
"""Elements that a sentence runs through; all others end it."""
_UNREAD = frozenset({"code", "pre", "kbd", "samp", "script", "style", "math", "svg"})
_KEPT = frozenset({"a", "ct"})
"""Elements that are read, but in which nothing new is put."""


class Run(NamedTuple):
    """A stretch of words between two tags: where it stands in the text, and begins in the HTML.

    ``free``: a mark may be put into it. ``jumps`` are the entities in it: for each its end in the
    text and in the HTML.
    """

    start: int
    end: int
    html: int
    free: bool
    jumps: tuple[tuple[int, int], ...] = ()

    def in_html(self, at: int) -> int:
        """The offset in the HTML of the place ``at`` of the text."""
        near = bisect_right(self.jumps, (at, 1 << 60)) - 1
        start, html = self.jumps[near] if near >= 0 else (self.start, self.html)
        return html + at - start


@dataclass(slots=True)
class Words:
    """``text`` has a NUL where a block ends, and at each element that is not read."""

    text: str = ""
    runs: list[Run] = field(default_factory=list)

    def runs_of(self, start: int, end: int) -> list[Run]:
        """The runs that a stretch of the text touches."""
        first = max(0, bisect_right(self.runs, start, key=_start) - 1)
        last = bisect_right(self.runs, end - 1, key=_start)
        return [run for run in self.runs[first:last] if run.end > start]


def _start(run: Run) -> int:
    return run.start


class _Tag(NamedTuple):
    """What a tag does: the sign it puts into the text, and the depths that it changes."""

    sign: str
    unread: int
    kept: int


@lru_cache(maxsize=256)
def _read_tag(tag: str) -> _Tag:
    """``tag`` up to its first attribute."""
    named = _NAME.match(tag)
    name = named[1].lower() if named else ""
    step = -1 if tag.startswith("</") else 1
    sign = "" if name in _INLINE else "\n" if name == "br" else "\0"
    return _Tag(sign, step * (name in _UNREAD), step * (name in _KEPT))


def words_of(html: str) -> Words:
    """The words of ``html``, which is well nested and has its attributes in double quotes."""
    pieces: list[str] = []
    runs: list[Run] = []
    length = at = unread = kept = 0
    parts = _TAG.split(html)
    for piece, tag in zip(parts[::2], [*parts[1::2], ""], strict=True):
        if piece and not unread:
            if "&" in piece:
                run, piece_read = _run(piece, length, at, not kept)
                runs.append(run)
                pieces.append(piece_read)
                length = run.end
            else:
                pieces.append(piece)
                end = length + len(piece)
                if piece != "\n":
                    runs.append(Run(length, end, at, not kept))
                length = end
        at += len(piece) + len(tag)
        sign, deeper_unread, deeper_kept = _read_tag(tag.partition(" ")[0])
        if sign:
            pieces.append(sign)
            length += 1
        if deeper_unread or deeper_kept:
            unread, kept = max(0, unread + deeper_unread), max(0, kept + deeper_kept)
    return Words("".join(pieces), runs)


def _run(raw: str, start: int, html: int, free: bool) -> tuple[Run, str]:
    """A run that holds entities, and its words."""
    pieces: list[str] = []
    jumps: list[tuple[int, int]] = []
    at = made = 0
    for entity in _ENTITY.finditer(raw):
        sign = unescape(entity[0])
        pieces += (raw[at : entity.start()], sign)
        made += entity.start() - at + len(sign)
        at = entity.end()
        jumps.append((start + made, html + at))
    made += len(raw) - at
    return Run(start, start + made, html, free, tuple(jumps)), "".join([*pieces, raw[at:]])
