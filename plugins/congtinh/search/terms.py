"""What a raw token counts as: its kind, its exact form, and the key under which its forms are found."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal, NamedTuple

from congtinh.search.english import stem
from congtinh.search.tokens import HYPHENS, UNSEEN
from congtinh.text.syllables import is_syllable

Kind = Literal["syllable", "word", "number"]

_NOT_WRITTEN = re.compile(f"['’]s$|[{UNSEEN}'’& ]")
_HYPHEN = re.compile(f"[{HYPHENS}]")
_PLAIN = re.compile("[a-z]+")
_STROKES = str.maketrans("ðÐ", "đđ")
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_MARKS = re.compile("[\u0300-\u036f]+")
_VOWELS = "aeiouyăâêôơư"
_SYLLABLE = re.compile(f"(qu|gi(?=[{_VOWELS}])|[^{_VOWELS}]*)([{_VOWELS}]+)([^{_VOWELS}]*)")
_HEADED = re.compile("[ăâêôơư]")
_NUMBER = re.compile("[0-9].*[/.-]")
_ZEROS = re.compile("(^|[/-])0+(?=[0-9])")
_THOUSANDS = re.compile("^[1-9][0-9]{0,2}(?:\\.[0-9]{3})+(?![0-9./-])")
_OPEN_Y = re.compile("^([hklmstv]|qu)?y(?=[\u0300-\u036f]*$)")


class Term(NamedTuple):
    """What a raw token counts as.

    ``kind`` is ``syllable`` (the letters of a Vietnamese syllable), ``number`` (figures with ``/``,
    ``-``, ``.`` or ``,``), or ``word`` (anything else, plain figures too). ``form`` is how it is
    written, in small letters and one spelling; ``key`` is the same without marks, under which all
    forms are found.
    """

    kind: Kind
    key: str
    form: str


@lru_cache(maxsize=1 << 16)
def analyse(raw: str, language: str) -> Term:
    """The term of a raw token (``tokens.raw_tokens``) in a text of ``language``, ``vi`` or ``en``."""
    form = form_of(raw)
    if _NUMBER.match(form):
        kind: Kind = "number"
    else:
        kind = "syllable" if is_syllable(form) else "word"
    return Term(kind, key_of(form, language), form)


def form_of(raw: str) -> str:
    """The exact form: NFC, small letters, one spelling; ``form_of`` leaves a form as it is.

    Ð and ð are đ; full-width and raised signs are plain ones (``m²`` is ``m2``). Zero-width signs,
    ``&``, apostrophes, the points of initials and an English ``'s`` are not written: ``KH&CN`` is
    ``khcn``, ``R'lấp`` is ``rlấp``, ``U.S`` is ``us``. The tone stands where the older order puts
    it, see ``_toned``. Figures lose the points of thousands and zeros in front, and have a point
    for the decimal comma: ``1.000.000`` is ``1000000``, ``05`` is ``5``, ``3,5`` is ``3.5``; a
    procedure code (``1.013126``) stays.
    """
    if _PLAIN.fullmatch(raw):
        return raw
    text = unicodedata.normalize("NFKC", raw.translate(_STROKES)).lower()
    text = _NOT_WRITTEN.sub("", text)
    if "0" <= text[:1] <= "9":
        return _figures(_HYPHEN.sub("-", text))
    return _toned(text.replace(".", ""))


def _figures(text: str) -> str:
    figures = _ZEROS.sub(r"\1", text.replace(",", "."))
    return _THOUSANDS.sub(lambda found: found[0].replace(".", ""), figures)


def _toned(word: str) -> str:
    """The word with its tone on the vowel where the older order writes it: hòa, thủy, hoàn, khuỷu.

    That is the vowel with a hat, breve or horn, of ``ươ`` the second; else before a final consonant
    the last one; else the middle one of three; else the first. ``qu`` and ``gi`` before a vowel
    belong to the onset (``quý``, ``già``). What was typed astray (``hòan``, ``qúy``) comes right too.
    A word with other than one tone, or vowels in two places, stays as it is.
    """
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFD", word)
    tones = _TONE.findall(parts)
    bare = unicodedata.normalize("NFC", _TONE.sub("", parts))
    syllable = _SYLLABLE.fullmatch(bare)
    if len(tones) != 1 or not syllable:
        return word
    onset, vowels, coda = syllable.groups()
    headed = [found.start() for found in _HEADED.finditer(vowels)]
    last = len(vowels) - 1
    place = headed[-1] if headed else last if coda else last // 2
    place += len(onset) + 1
    return unicodedata.normalize("NFC", bare[:place] + tones[0] + bare[place:])


def key_of(form: str, language: str) -> str:
    """The key of a form: without marks, đ as d; y as i where both are written; English words stemmed.

    Both are written for an open syllable after h, k, l, m, s, t, v, qu, or alone: ký and kí, quý and
    quí. In an English text a word of plain letters has its stem for a key (``english.stem``), whatever
    its case, since what is typed in small letters has to find a heading in capitals.
    """
    if form.isascii():
        bare = form
    else:
        parts = _MARKS.sub("", unicodedata.normalize("NFD", form))
        bare = unicodedata.normalize("NFC", parts).replace("đ", "d")
    if bare[-1:] == "y":
        bare = _OPEN_Y.sub(r"\1i", bare)
    return stem(bare) if language == "en" and form.isascii() else bare


def same_form(one: str, other: str) -> bool:
    """Whether two forms are one syllable but for y and i (``ký`` and ``kí``), or the same."""
    return one == other or _with_i(one) == _with_i(other)


def _with_i(form: str) -> str:
    parts = unicodedata.normalize("NFD", form)
    return unicodedata.normalize("NFC", _OPEN_Y.sub(r"\1i", parts))
