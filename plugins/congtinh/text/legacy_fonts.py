"""The two font encodings of Vietnamese before Unicode: TCVN3 (ABC) and VNI for Windows."""

from __future__ import annotations

import re
import unicodedata

# TCVN 5712:1993, set VN3, from byte A1; "." where it has no letter. Capitals with a tone have
# no code: the font .VnTimeH draws them from the small letters.
_TCVN3_ROWS = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ.ằẳẵắ",
    0xC6: "ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứự",
    0xFA: "ỳỷỹýỵ",
}
_TCVN3 = {
    start + place: letter
    for start, row in _TCVN3_ROWS.items()
    for place, letter in enumerate(row)
    if letter != "."
}

# VNI writes a letter, then a sign for its tone, or for its shape and tone together.
_VNI_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_VNI_CIRCUMFLEX = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303"}
_VNI_CIRCUMFLEX["ä"] = "\u0323"
_VNI_BREVE = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_VNI_SINGLE = {"ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "ô": "ơ", "ö": "ư", "î": "ỵ"}


def _vni_pairs() -> dict[str, str]:
    pairs = dict(_VNI_SINGLE)
    for letter in "aeouyôö":
        bare = _VNI_SINGLE.get(letter, letter)
        pairs |= {letter + sign: bare + tone for sign, tone in _VNI_TONES.items()}
    for letter in "aeo":
        pairs |= {letter + sign: letter + "\u0302" + tone for sign, tone in _VNI_CIRCUMFLEX.items()}
    pairs |= {"a" + sign: "a\u0306" + tone for sign, tone in _VNI_BREVE.items()}
    cased = dict(pairs)
    for code, letter in pairs.items():
        cased[code.upper()] = letter.upper()
        cased[code[0].upper() + code[1:]] = letter[0].upper() + letter[1:]
    return {code: unicodedata.normalize("NFC", letter) for code, letter in cased.items()}


_VNI = _vni_pairs()
_VNI_CODE = re.compile("|".join(sorted(_VNI, key=len, reverse=True)))


def from_tcvn3(text: str) -> str:
    """Vietnamese from text whose characters are TCVN3 bytes read as Latin-1."""
    return text.translate(_TCVN3)


def from_vni(text: str) -> str:
    """Vietnamese from text whose characters are VNI bytes read as Latin-1."""
    return _VNI_CODE.sub(lambda code: _VNI[code[0]], text)
