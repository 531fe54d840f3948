"""Captions as WebVTT (W3C): what is wrong with a file, by line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from congtinh.errors import N_

_STAMP = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMES = re.compile(rf"{_STAMP}[ \t]+-->[ \t]+{_STAMP}(?:[ \t].*)?\Z")
_LINE_END = re.compile(r"\r\n?|\n")
_NO_CUE = ("NOTE", "STYLE", "REGION")


def webvtt_faults(text: str) -> Iterator[tuple[int, str]]:
    """The line and what is wrong there, from the first on; nothing where players can read it all."""
    lines = _LINE_END.split(text.removeprefix("\ufeff"))
    if not re.match(r"WEBVTT(?:[ \t]|\Z)", lines[0]):
        yield 1, N_("is not WebVTT: the first line is not WEBVTT")
        return
    if "\ufffd" in text:
        yield 1, N_("is not UTF-8")
    cues, last = 0, -1
    for number, block in _blocks(lines):
        fault, start = _cue(block, last)
        cues, last = cues + 1, max(last, start)
        if fault:
            yield number + fault[0], fault[1]
    if not cues:
        yield len(lines), N_("has no captions")


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Runs of lines between empty ones that are cues, each with the number of its first line."""
    block: list[str] = []
    for number, line in enumerate([*lines[1:], ""], 2):
        if line.strip():
            block.append(line)
        elif block:
            if not block[0].startswith(_NO_CUE) and number - len(block) > 2:
                yield number - len(block), block
            block = []


def _cue(block: list[str], last: int) -> tuple[tuple[int, str] | None, int]:
    """The fault of a cue, with the place of its line in the block; and when it begins, in milliseconds."""
    place = 0 if "-->" in block[0] else 1
    found = _TIMES.match(block[place]) if place < len(block) else None
    if found is None:
        return (min(place, len(block) - 1), N_("has no times such as 00:01.000 --> 00:04.000")), last
    start, end = _moment(found.groups()[:4]), _moment(found.groups()[4:])
    if end <= start:
        return (place, N_("ends before it begins")), start
    if start < last:
        return (place, N_("begins before the caption above it")), start
    if not any(line.strip() for line in block[place + 1 :]):
        return (place, N_("has times and no words")), start
    return None, start


def _moment(parts: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, rest = (int(part or 0) for part in parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest
