"""Syllables as they come out of a keyboard whose Telex or VNI is off, in the orders people type."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

_SIGNS = ("\u0301", "\u0300", "\u0309", "\u0303", "\u0323")
_TELEX = dict(zip("ăâđêôơư", ("aw", "aa", "dd", "ee", "oo", "ow", "uw"), strict=True))
_VNI = dict(zip("ăâđêôơư", ("a8", "a6", "d9", "e6", "o6", "o7", "u7"), strict=True))
_TELEX_TONES = dict(zip(_SIGNS, "sfrxj", strict=True))
_VNI_TONES = dict(zip(_SIGNS, "12345", strict=True))


def _parted(form: str) -> tuple[str, str]:
    """A syllable without its tone, and the tone."""
    parts = unicodedata.normalize("NFD", form)
    tone = "".join(sign for sign in parts if sign in _SIGNS)
    bare = "".join(sign for sign in parts if sign not in _SIGNS)
    return unicodedata.normalize("NFC", bare), tone


def _in_place(form: str, letters: dict[str, str], tones: dict[str, str]) -> str:
    """Each key right after the letter it marks."""
    keys = []
    for sign in form:
        bare, tone = _parted(sign)
        keys.append(letters.get(bare, bare) + tones.get(tone, ""))
    return "".join(keys)


def telex(form: str) -> Iterator[str]:
    """A syllable in Telex: tone last or in place, ``uow`` or ``uwow``, ``w`` alone, last, hats last."""
    bare, tone = _parted(form)
    key = _TELEX_TONES.get(tone, "")
    plain = "".join(_TELEX.get(sign, sign) for sign in bare)
    yield plain + key
    yield _in_place(form, _TELEX, _TELEX_TONES)
    yield plain.replace("uwow", "uow") + key
    yield "".join("w" if sign == "ư" else _TELEX.get(sign, sign) for sign in bare) + key
    horned = any(sign in "ăơư" for sign in bare)
    unhorned = "".join({"ă": "a", "ơ": "o", "ư": "u"}.get(s, _TELEX.get(s, s)) for s in bare)
    yield unhorned + ("w" if horned else "") + key
    hats = {"â": "a", "ê": "e", "ô": "o"}
    late = "".join(hats[sign] for sign in bare if sign in hats)
    yield "".join(hats.get(sign, _TELEX.get(sign, sign)) for sign in bare) + key + late


def vni(form: str) -> Iterator[str]:
    """A syllable in VNI: figures in place, the tone last, or all figures last."""
    bare, tone = _parted(form)
    key = _VNI_TONES.get(tone, "")
    yield _in_place(form, _VNI, _VNI_TONES)
    yield "".join(_VNI.get(sign, sign) for sign in bare) + key
    figures = dict.fromkeys(_VNI[sign][1] for sign in bare if sign in _VNI)
    yield "".join(_VNI.get(sign, sign)[0] for sign in bare) + "".join(figures) + key
