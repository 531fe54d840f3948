"""Bytes of a file to text: UTF-8 is read, any other encoding is named and shown by a sample."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from congtinh.text.legacy_fonts import from_tcvn3, from_vni
from congtinh.text.normal import is_ordinary
from congtinh.text.syllables import is_syllable

TCVN3 = "TCVN3 (ABC)"
VNI = "VNI"
UNKNOWN = "unknown"
BROKEN_UTF8 = "UTF-8, damaged"
DOUBLE_UTF8 = "UTF-8, encoded twice"

_BOMS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_SAMPLED = 65536
_WORD = re.compile(r"[^\W\d_]+")
# Latin-1 letters and signs of the two font encodings that Vietnamese in Unicode has no use for.
_FONT_SIGN = re.compile("[¨ª¬\xad®µ¶¸¹¼½¾ÄÅÆÇËÎÏÑÖ×ØÛÜÞßäåæçëîïñöøûüþ]")


@dataclass(frozen=True, slots=True)
class EncodingFault:
    """Why bytes are not UTF-8: ``encoding`` is the best guess at what they are, or ``unknown``.

    ``offset`` (bytes, from 0) and ``line`` (from 1) say where UTF-8 ends; ``sample`` is the first
    line with Vietnamese in it as that encoding gives it, ``""`` where nothing can be shown.
    """

    encoding: str
    offset: int
    line: int
    sample: str


def decode(data: bytes) -> tuple[str | None, EncodingFault | None]:
    """The text of ``data``, or the fault; exactly one of the two is ``None``."""
    wide = _wide_encoding(data)
    if wide:
        text = data[: _SAMPLED * 4].decode(wide, errors="replace").lstrip("\ufeff")
        return None, EncodingFault(wide[:6].upper(), 0, 1, _sample(text))
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode(), None
    except UnicodeDecodeError as fault:
        name, text = _guess(data[:_SAMPLED] if fault.start < _SAMPLED else data)
        line = data.count(b"\n", 0, fault.start) + 1
        return None, EncodingFault(name, fault.start, line, _sample(text))


def legacy_font(text: str) -> str | None:
    """The encoding whose characters stand in ``text`` as if they were Unicode, else ``None``.

    Text typed in a font such as .VnTime or VNI-Times, or UTF-8 that was encoded twice, is valid
    UTF-8 and still unreadable. One line with three such words is enough; words that are good
    Vietnamese as they stand speak against it, so that other languages are not accused.
    """
    if is_ordinary(text):
        return None
    if _twice_encoded(text):
        return DOUBLE_UTF8
    if not _FONT_SIGN.search(text):
        return None
    for line in text.splitlines():
        if _FONT_SIGN.search(line):
            for name, reading in ((TCVN3, from_tcvn3), (VNI, from_vni)):
                if _reads_better(line, reading):
                    return name
    return None


def _wide_encoding(data: bytes) -> str | None:
    """``utf-16…`` or ``utf-32…`` by its mark, or by where its zero bytes stand."""
    head = data[:4096]
    for mark, name in _BOMS:
        if head.startswith(mark):
            return name.lower()
    if len(head) < 4 or b"\0" not in head:
        return None
    zeros = [head[place::4].count(0) / len(head[place::4]) for place in range(4)]
    # In UTF-16 the upper byte of every ASCII sign is zero, its lower byte never.
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if min(zeros[2:]) > 0.9 and zeros[0] < 0.1:
        return "utf-32-le"
    if min(zeros[:2]) > 0.9 and zeros[3] < 0.1:
        return "utf-32-be"
    if odd > 0.5 and even < 0.05:
        return "utf-16-le"
    if even > 0.5 and odd < 0.05:
        return "utf-16-be"
    return None


def _guess(data: bytes) -> tuple[str, str]:
    """Name and reading of bytes that are not UTF-8, by how many words become syllables."""
    repaired = data.decode("utf-8", errors="replace")
    bad = repaired.count("\ufffd")
    if sum(not c.isascii() for c in repaired) - bad > 4 * bad:
        at_fault = next(line for line in repaired.splitlines() if "\ufffd" in line)
        return BROKEN_UTF8, at_fault
    latin = data.decode("latin-1")
    readings = {
        TCVN3: from_tcvn3(latin),
        VNI: from_vni(latin),
        "Windows-1258": unicodedata.normalize("NFC", data.decode("cp1258", errors="replace")),
    }
    name = max(readings, key=lambda name: _share_of_syllables(readings[name]))
    return (name, readings[name]) if _share_of_syllables(readings[name]) > 0.8 else (UNKNOWN, "")


def _marked_words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if not word.isascii()]


def _share_of_syllables(text: str) -> float:
    words = _marked_words(text)
    return sum(map(is_syllable, words)) / len(words) if words else 0.0


def _reads_better(line: str, reading: Callable[[str], str]) -> bool:
    read = reading(line)
    marked, words = _marked_words(read), _WORD.findall(read)
    return (
        len(marked) >= 3
        and _share_of_syllables(read) >= 0.9
        and _share_of_syllables(line) <= 0.5
        and sum(map(is_syllable, words)) / len(words) >= 0.75
    )


def _continuation_bytes() -> str:
    """The characters that UTF-8's bytes 80 to BF become when read as Windows-1252 or Latin-1."""
    seen = bytes(range(0x80, 0xC0))
    return re.escape(seen.decode("cp1252", errors="ignore") + seen.decode("latin-1"))


# The bytes E1 BA and E1 BB begin every Vietnamese letter with two marks.
_TWICE = re.compile(f"á[º»][{_continuation_bytes()}]")
_TWICE_IN_WORD = re.compile(rf"(?<=\w)á[º»][{_continuation_bytes()}](?=[^\W\d_]|\s)")


def _twice_encoded(text: str) -> bool:
    if "áº" not in text and "á»" not in text:
        return False
    return len(_TWICE.findall(text)) >= 2 or _TWICE_IN_WORD.search(text) is not None


def _sample(text: str, width: int = 80) -> str:
    """The first line that holds more than ASCII, or the first line, cut to ``width``."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    first = next((line for line in lines if not line.isascii()), lines[0] if lines else "")
    return first[:width]
