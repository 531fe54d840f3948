"""Words typed in Telex or VNI while the keyboard program was off: ``nghij ddinhj``, ``nghi5 d9inh5``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from congtinh.search.terms import form_of
from congtinh.text.syllables import is_syllable

_ONSET = "(dd|qu|gi(?=[aeiouyw])|[bcdghklmnpqrstvx]*)"
_TELEX = re.compile(f"{_ONSET}([aeiouyw][a-z]*)")
_VNI = re.compile(f"{_ONSET}([aeiouy][a-z]*)")
_RIME = re.compile("([aeiouy]+)(c|ch|m|n|ng|nh|p|t|k)?([aeo]?)")
_SIGNS = ("\u0301", "\u0300", "\u0309", "\u0303", "\u0323")
_TONES = dict(zip("sfrxj12345", _SIGNS * 2, strict=True))
_HATS = {"a": "â", "e": "ê", "o": "ô"}
_HORNS = {"uo": "ươ", "u": "ư", "o": "ơ"}
_SHAPES = {"w": _HORNS | {"a": "ă"}, "6": _HATS, "7": _HORNS, "8": {"a": "ă"}}
_STOPPED = re.compile("(?:[ptck]|ch)$")
_MISSPELT = re.compile("(?:c|ng)[eêiy]|g[eêy]|n?gh[^eêi]|k[âoôơuư]")


def decoded(raw: str) -> str | None:
    """The Vietnamese syllable that a raw token stands for in Telex or VNI, with its marks, in small letters.

    ``None`` where the token is a syllable as it is (but ``oo`` is ô), where it has marks already,
    or where what comes out is no syllable by its letters, its spelling (``c`` or ``k``, ``ng`` or
    ``ngh``) or its tone (one that ends in p, t, c, ch bears sắc or nặng). Signs may be typed after
    their letter or anywhere later, the stroke of đ in Telex right after its d: ``dduwowngf``,
    ``dduongwf``, ``d9u7o7ng2``, ``duong972``. A word of another language may decode too (``his``),
    so what was typed is to be looked up first.
    """
    word = raw.lower()
    if not word.isascii() or (is_syllable(word) and "oo" not in word):
        return None
    for letters, tone in _readings(word):
        bare = letters.replace("ăk", "ăc")
        stopped = _STOPPED.search(letters) and tone not in ("\u0301", "\u0323")
        if is_syllable(bare) and not stopped and not _MISSPELT.match(letters):
            form = _with_tone(letters, tone)
            return None if form.isascii() else form
    return None


def _readings(word: str) -> Iterator[tuple[str, str]]:
    """The letters, with their hats and horns, and the tone that the keys of a word may mean."""
    keys = re.sub("[a-z]", "", word)
    for onset, rime, tone, marks in _telex(word) if not keys else _vni(word, keys):
        for vowels, coda in _parted(rime):
            for shaped in _shaped(vowels, marks):
                yield onset + shaped + coda, tone


def _parted(rime: str) -> Iterator[tuple[str, str]]:
    """Vowels, those with hats composed, and coda of a rime; the second a of â may come last."""
    parts = _RIME.fullmatch(rime)
    if not parts:
        return
    vowels, coda, late = parts[1], parts[2] or "", parts[3]
    if not late:
        yield _hatted(vowels), coda
        vowels, late = vowels[:-1], vowels[-1]
    if late in _HATS and late in vowels:
        yield _hatted(vowels.replace(late, late * 2, 1)), coda


def _hatted(vowels: str) -> str:
    return re.sub("aa|ee|oo", lambda pair: _HATS[pair[0][0]], vowels)


def _telex(word: str) -> Iterator[tuple[str, str, str, str]]:
    """Onset, rime of plain letters, tone and marks of a word in Telex: ``dduwowngf``."""
    typed = _TELEX.fullmatch(word)
    if not typed:
        return
    onset, rime = typed.groups()
    tones = [key for key in rime if key in "sfrxj"]
    if len(tones) < 2 and rime.count("w") < 3:
        mark = "w" if "w" in rime else ""
        rime = re.sub("[sfrxjw]", "", "u" + rime[1:] if rime[0] == "w" else rime)
        yield onset.replace("dd", "đ"), rime, "".join(_TONES[key] for key in tones), mark


def _vni(word: str, keys: str) -> Iterator[tuple[str, str, str, str]]:
    """The same of a word in VNI: ``d9u7o7ng2``."""
    typed = _VNI.fullmatch(re.sub("[0-9]", "", word))
    tones = [key for key in keys if key in "12345"]
    if not typed or word[0] in keys or len(tones) > 1 or "0" in keys:
        return
    onset, rime = typed.groups()
    if "9" in keys and onset != "d":
        return
    mark = "".join(key for key in "678" if key in keys)
    yield "đ" if "9" in keys else onset, rime, "".join(_TONES[key] for key in tones), mark


def _shaped(vowels: str, marks: str) -> Iterator[str]:
    """The vowels with one mark on each letter, or pair of letters, that takes it."""
    if not marks:
        yield vowels
    for base, shape in _SHAPES[marks[:1]].items() if marks else ():
        if base in vowels:
            yield from _shaped(vowels.replace(base, shape, 1), marks[1:])


def _with_tone(letters: str, tone: str) -> str:
    """The form with the tone on the right vowel, which ``form_of`` finds."""
    last = max((place for place, sign in enumerate(letters) if sign in "aeiouyăâêôơư"), default=0)
    return form_of(letters[: last + 1] + tone + letters[last + 1 :])
