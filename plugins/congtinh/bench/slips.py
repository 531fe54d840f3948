"""One slip of the hand: a letter dropped, doubled, swapped with the next, or the key beside it."""

from __future__ import annotations

import random
import re
import unicodedata

_WORD = re.compile(r"(?<![\w/\-.])[^\W\d_]{2,}(?![\w/\-])")
"""A word that is no part of a number such as 43/2011/NĐ-CP."""
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SHIFTS = (0.0, 0.25, 0.75)
"""How far each row of a keyboard stands to the right, in keys."""


def _neighbours() -> dict[str, str]:
    places = {
        key: (column + shift, row)
        for row, (keys, shift) in enumerate(zip(_ROWS, _SHIFTS, strict=True))
        for column, key in enumerate(keys)
    }
    return {
        key: "".join(
            other
            for other, (x2, y2) in places.items()
            if other != key and abs(x - x2) <= 1 and abs(y - y2) <= 1
        )
        for key, (x, y) in places.items()
    }


NEIGHBOURS = _neighbours()
"""Letter to the letters of the keys around it."""
VOWELS = set("aeiouy")


def with_slip(text: str, seed: str) -> str:
    """``text`` with one slip in one of its words of two letters or more; the same for the same seed.

    A letter that takes the place of a marked one keeps the marks where Unicode has such a letter.
    A text without such a word stays as it is.
    """
    text = unicodedata.normalize("NFC", text)
    words = list(_WORD.finditer(text))
    draw = random.Random(seed)
    while words:
        word = draw.choice(words)
        made = draw.choice(SLIPS)(word[0], draw.randrange(len(word[0])), draw)
        if made != word[0]:
            return text[: word.start()] + made + text[word.end() :]
    return text


def _dropped(word: str, at: int, _: random.Random) -> str:
    return word[:at] + word[at + 1 :]


def _doubled(word: str, at: int, _: random.Random) -> str:
    return word[: at + 1] + word[at:]


def _swapped(word: str, at: int, _: random.Random) -> str:
    return word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :]


def _neighbour(word: str, at: int, draw: random.Random) -> str:
    letter, *marks = list(unicodedata.normalize("NFD", word[at]))
    around = NEIGHBOURS.get(letter.lower(), "")
    if not around:
        return word
    key = draw.choice(around)
    made = unicodedata.normalize("NFC", "".join([key, *marks]))
    made = made if len(made) == 1 and key in VOWELS else key
    return word[:at] + (made.upper() if letter.isupper() else made) + word[at + 1 :]


SLIPS = (_dropped, _doubled, _swapped, _neighbour)
