"""Faults of characters: not composed (NFC), lone marks, replacement and control signs."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

FaultKind = Literal["not_nfc", "lone_mark", "replacement_char", "control_char"]

# Signs of Vietnamese letters and tones; one that NFC cannot join to its letter was typed astray.
_VIETNAMESE_MARKS = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"
_SUSPECT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u0300-\u036f\ufffd]")
_SIGN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]")
_CLUSTER = re.compile("[^\u0300-\u036f]?[\u0300-\u036f]+", re.DOTALL)
_SPAN = 16

_VIETNAMESE = (
    "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư"
    "\u1ea0-\u1ef9"  # Ạ to ỹ: every letter with two marks
)
_TYPOGRAPHY = "\xa0–—‘’“”…•·§°±²³£©€₫≤≥"
_ORDINARY = re.compile(f"[\t\n -~{_VIETNAMESE}{_TYPOGRAPHY}]*+")


@dataclass(frozen=True, slots=True)
class TextFault:
    """One fault of characters: ``offset`` counts characters from 0, ``line`` from 1.

    ``sample`` is a short piece of the line around the fault, with control signs made visible.
    """

    kind: FaultKind
    offset: int
    line: int
    sample: str


def is_nfc(text: str) -> bool:
    """Whether each letter and its marks are one character wherever Unicode has one."""
    return unicodedata.is_normalized("NFC", text)


def nfc(text: str) -> str:
    """The text with every letter composed with its marks."""
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=2)
def is_ordinary(text: str) -> bool:
    """Whether every character is one of those that nearly all texts are made of, read once.

    They are ASCII without control signs, the Vietnamese letters and the commonest punctuation.  Such
    text is NFC and holds no fault of characters, no sign of an old font and no ``\\r``; of any other
    text nothing is said.  The last texts are remembered, since several checks ask of the same one.
    """
    return _ORDINARY.fullmatch(text) is not None


def find_faults(text: str) -> list[TextFault]:
    """All faults of characters in the order of the text, at most one of a kind on a line.

    Text that is not NFC is told once, at its first place, since one act mends the whole file.
    The no-break space, zero-width and direction signs are let be.
    """
    if is_ordinary(text):
        return []
    composed = is_nfc(text)
    if composed and not _SUSPECT.search(text):
        return []
    found: list[tuple[int, FaultKind]] = []
    if not composed:
        found.append((_first_decomposed(text), "not_nfc"))
    found += [(place, "lone_mark") for place in _lone_marks(text)]
    for match in _SIGN.finditer(text):
        kind: FaultKind = "replacement_char" if match[0] == "\ufffd" else "control_char"
        found.append((match.start(), kind))
    return _told_once_a_line(text, sorted(found))


def _told_once_a_line(text: str, found: list[tuple[int, FaultKind]]) -> list[TextFault]:
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    faults: dict[tuple[int, FaultKind], TextFault] = {}
    for offset, kind in found:
        line = bisect_right(starts, offset)
        if (line, kind) not in faults:
            faults[line, kind] = TextFault(kind, offset, line, _sample(text, offset))
    return list(faults.values())


def _first_decomposed(text: str) -> int:
    """Offset of the first letter whose composed form differs; ``text`` is not NFC."""
    start = 0
    for line in text.splitlines(keepends=True):
        if not is_nfc(line):
            pairs = zip(line, nfc(line), strict=False)
            same = next((i for i, (a, b) in enumerate(pairs) if a != b), 0)
            return start + same
        start += len(line)
    return 0


def _lone_marks(text: str) -> list[int]:
    """Offsets of the marks that have no letter to stand on, or that no letter takes."""
    places = []
    for match in _CLUSTER.finditer(text):
        left = [sign for sign in nfc(match[0]) if "\u0300" <= sign <= "\u036f"]
        based = match[0][0].isalpha()
        if left and (not based or any(sign in _VIETNAMESE_MARKS for sign in left)):
            places.append(match.start() if match.end() - match.start() == 1 else match.start() + 1)
    return places


def _sample(text: str, offset: int) -> str:
    start = max(text.rfind("\n", 0, offset) + 1, offset - _SPAN)
    end = text.find("\n", offset)
    piece = text[start : min(len(text) if end < 0 else end, offset + _SPAN)]
    return "".join(chr(0x2400 + ord(c)) if ord(c) < 32 else c for c in piece).strip()
