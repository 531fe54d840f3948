"""Order of words in each language: the Vietnamese alphabet and tones, numbers by their value."""

from __future__ import annotations

import re
import unicodedata

from congtinh.text.fold import fold, strip_marks

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
# ngang, huyền, hỏi, ngã, sắc, nặng: the order of dictionaries
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_VOWELS = "aăâeêioôơuưy"
_PART = re.compile(r"[0-9]+|[^\W\d_]+", re.UNICODE)
_TITLE = re.compile(r"^(?:(?:[^\W\d_]+\.)+\s*|(?:ông|bà|Ông|Bà)\s+)+")
_NOTE = re.compile(r"\s*\(.*$|\s*,.*$")

Part = tuple[int, int, str, str]
"""Digits as (0, length, digits, ""), a syllable as (1, 0, letters, tones)."""
SortKey = tuple[tuple[Part, ...], str, str]
"""Parts, then case (small before capital), then the text itself, so that no two texts tie."""


def _rank_table() -> dict[int, str]:
    table = {}
    for rank, letter in enumerate(_ALPHABET):
        for tone in _TONES if letter in _VOWELS else ("",):
            table[ord(unicodedata.normalize("NFC", letter + tone))] = chr(ord("a") + rank)
    return table


def _tone_table() -> dict[int, str]:
    return {
        ord(unicodedata.normalize("NFC", vowel + tone)): str(rank)
        for vowel in _VOWELS
        for rank, tone in enumerate(_TONES)
        if tone
    }


_RANK = _rank_table()
_TONE = _tone_table()


def sort_key(text: str, language: str) -> SortKey:
    """Key of a text in lists of ``language`` (``vi`` or ``en``).

    Vietnamese goes syllable by syllable: letters of the alphabet first, then the tone, as in
    dictionaries; marks of other languages do not count. English looks at bare letters. Digits
    come before letters, and "2" before "10"; punctuation only parts the words.
    """
    text = unicodedata.normalize("NFC", text)
    part = _vietnamese if language == "vi" else _bare
    parts = tuple(_digits(p) if p[0] in "0123456789" else part(p) for p in _PART.findall(text))
    return parts, strip_marks(text).swapcase(), text


def name_key(name: str) -> tuple[SortKey, SortKey]:
    """Key of a person's name in Vietnamese lists: given name (last syllable), then the rest.

    Titles before the name (``PGS.TS.``, ``Ông``) and a note after it are left out of account.
    """
    bare = _TITLE.sub("", _NOTE.sub("", unicodedata.normalize("NFC", name).strip())).strip()
    rest, _, given = (bare or name).rpartition(" ")
    return sort_key(given, "vi"), sort_key(rest, "vi")


def _digits(digits: str) -> Part:
    value = digits.lstrip("0")
    return 0, len(value), value, ""


def _vietnamese(word: str) -> Part:
    lower = word.lower()
    known = "".join(c if c.isascii() or ord(c) in _RANK else fold(c) for c in lower)
    tones = "".join(_TONE[ord(c)] for c in known if ord(c) in _TONE)
    return 1, 0, known.translate(_RANK), tones


def _bare(word: str) -> Part:
    return 1, 0, fold(word), ""
