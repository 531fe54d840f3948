"""Runs of words as a reader of HTML collects them, made tidy and cut into lines."""

from __future__ import annotations

import re
from dataclasses import replace

from congtinh.report.document import Run, Runs

_SPACES = re.compile(r"[ \t\n\r\f]+")
_SOFT_SPACES = re.compile(r"[ \t\r\f]+")
_DASHED = re.compile(r"\n( *)(?=[-+*] )")
_MARK = re.compile(r"([-+*]) +")
BREAK = "\x0b"
"""A line break that is asked for, beside ``\\n`` that only ends a line of the source."""


def cut_at_dashes(
    runs: list[Run], *, as_typed: bool, has_sign: bool
) -> list[tuple[Runs, str]]:
    """The runs of a block cut where a line of the source begins with a dash, each with its sign.

    ``has_sign``: the block is an item already, or a heading, so that its first line bears no other.
    """
    if as_typed:
        return [(tidy(runs, typed=True), "")]
    parts: list[list[Run]] = [[]]
    deep: list[bool] = []
    for run in runs:
        text, *more = _DASHED.split(run.text) if not run.href else [run.text]
        parts[-1].append(replace(run, text=text))
        parts += [[replace(run, text=text)] for text in more[1::2]]
        deep += [len(room) > 1 for room in more[::2]]
    first = (tidy(parts[0]), "") if has_sign else _with_mark(tidy(parts[0]), False)
    marked = [_with_mark(tidy(part), True) for part in parts[1:]]
    return [first, *((runs, "+" if down else mark) for (runs, mark), down in zip(marked, deep, strict=True))]


def _with_mark(runs: Runs, cut: bool) -> tuple[Runs, str]:
    """The sign in front of a line of a list that Markdown took for words; a ``+`` bears one anyhow."""
    if not runs or not (found := _MARK.match(runs[0].text)) or not (cut or found[1] == "+"):
        return runs, ""
    rest = runs[0].text[found.end() :]
    return ((replace(runs[0], text=rest), *runs[1:]) if rest else runs[1:]), found[1]


def tidy(runs: list[Run], *, typed: bool = False) -> Runs:
    """Runs of one face joined, one space between words, none at the ends; breaks as ``\\n``."""
    joined: list[Run] = []
    for run in runs:
        text = run.text if typed else _SPACES.sub(" ", run.text)
        if joined and replace(joined[-1], text="") == replace(run, text=""):
            joined[-1] = replace(joined[-1], text=joined[-1].text + text)
        else:
            joined.append(replace(run, text=text))
    return _trimmed(joined, typed)


def _trimmed(runs: list[Run], typed: bool) -> Runs:
    """No space before a space of the run before, and none beside a break or at either end."""
    text_so_far, kept = "", []
    for run in runs:
        text = run.text
        if not typed:
            text = re.sub(rf" *{BREAK} *", BREAK, _SOFT_SPACES.sub(" ", text))
            if not text_so_far or text_so_far[-1] in f" {BREAK}":
                text = text.lstrip(" " if text_so_far else f" {BREAK}")
        if text:
            text_so_far += text
            kept.append(replace(run, text=text))
    while kept:
        last = kept[-1].text.rstrip(f" \xa0{BREAK}")
        if last:
            kept[-1] = replace(kept[-1], text=last)
            break
        kept.pop()
    return tuple(replace(run, text=run.text.replace(BREAK, "\n")) for run in kept)
