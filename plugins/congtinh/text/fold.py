"""Folding of letters for matching: case and marks removed, so that "Điện" finds "dien"."""

from __future__ import annotations

import re
import unicodedata

_MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
# U+00D0, the Icelandic Eth, looks like the Vietnamese Đ (U+0110) and is often typed for it.
_STROKES = str.maketrans({"đ": "d", "Đ": "D", "ð": "d", "Ð": "D"})


def strip_marks(text: str) -> str:
    """The text without the marks of its letters, case kept; Đ and Ð become D."""
    if text.isascii():
        return text
    bare = _MARKS.sub("", unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFC", bare).translate(_STROKES)


def fold(text: str) -> str:
    """The text in lower case and without marks, for matching only, never for show."""
    if text.isascii():
        return text.lower()
    return strip_marks(strip_marks(text).lower())
