"""Vietnamese as the keys that type it: what stands on the screen when Telex or VNI is off."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+")
_HORN, _BREVE, _HAT = "\u031b", "\u0306", "\u0302"
_TONES = "\u0300\u0301\u0309\u0303\u0323"
"""Huyền, sắc, hỏi, ngã, nặng."""
_MARKS = {_HORN, _BREVE, _HAT, *_TONES}


@dataclass(frozen=True, slots=True)
class Method:
    """The keys of an input method; ``hat`` maps a vowel to the key that gives it a circumflex."""

    tones: str
    horn: str
    breve: str
    hat: str
    stroke: str

    def mark(self, letter: str, mark: str) -> str:
        """The key that puts a mark on a letter: ``a`` with a hat is ``aa`` in Telex, ``a6`` in VNI."""
        if mark == _HAT:
            return self.hat or letter.lower()
        return self.horn if mark == _HORN else self.breve


TELEX = Method(tones="fsrxj", horn="w", breve="w", hat="", stroke="d")
VNI = Method(tones="21345", horn="7", breve="8", hat="6", stroke="9")


def typed(text: str, method: Method, tone_last: bool = True) -> str:
    """The keys for ``text``: the mark of a letter behind it, the tone at the end of its word.

    With ``tone_last`` false the tone follows its vowel, as others type it: ``nghijn`` for ``nghịn``.
    Words without marks, digits and signs stay as they are.
    """
    composed = unicodedata.normalize("NFC", text)
    return _WORD.sub(lambda word: _typed_word(word[0], method, tone_last), composed)


def _typed_word(word: str, method: Method, tone_last: bool) -> str:
    keys, tone = [], ""
    for sign in word:
        if sign in "đĐ":
            keys.append(("d" if sign == "đ" else "D") + method.stroke)
            continue
        letter, *marks = list(unicodedata.normalize("NFD", sign))
        if not _MARKS.issuperset(marks):
            keys.append(sign)
            continue
        keys.append(letter + "".join(method.mark(letter, m) for m in marks if m not in _TONES))
        for mark in marks:
            if mark in _TONES:
                tone = method.tones[_TONES.index(mark)]
                if not tone_last:
                    keys.append(tone)
    return "".join(keys) + (tone if tone_last else "")
