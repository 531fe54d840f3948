"""Catalogues of words, and dates, numbers and sizes as each language writes them."""

from __future__ import annotations

import datetime as dt
import re
import struct
from decimal import Decimal
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from congtinh.later import Later

_pofile = Later("babel.messages.pofile")
_mofile = Later("babel.messages.mofile")

PACKAGE_CATALOGUES = Path(__file__).parent / "translations"
PACKAGE_DOMAIN = "congtinh"
THEME_DOMAIN = "messages"

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_POINT_AND_COMMA = str.maketrans(".,", ",.")
_DECIMALS = Decimal("0.001")
_MO = 0x950412DE
_LINE = re.compile(r'(?:(msgid|msgid_plural|msgstr|msgstr\[\d\]) )?"((?:[^"\\]|\\[\\"ntr])*)"')
_FORMS = re.compile(r"nplurals=(\d)")
_ESCAPE = re.compile(r"\\(.)")
_SIGNS = {"n": "\n", "t": "\t", "r": "\r"}


def catalogue(folder: Path, domain: str, language: str) -> NullTranslations:
    """The words of ``folder/<language>/LC_MESSAGES/<domain>.po``; the ids themselves without it.

    Read from the ``.po`` file, so that an edited word shows at the next build without a step between.
    """
    path = folder / language / "LC_MESSAGES" / f"{domain}.po"
    try:
        found = path.stat()
    except OSError:
        return NullTranslations()
    return _catalogue(path, language, (found.st_size, found.st_mtime_ns))


@lru_cache(maxsize=16)
def _catalogue(path: Path, language: str, _stamp: tuple[int, int]) -> NullTranslations:
    """The words as they stand in the file while it has this size and time."""
    data = path.read_bytes()
    words = plain_words(data)
    return GNUTranslations(BytesIO(_by_babel(data, language) if words is None else _mo(words)))


def plain_words(data: bytes) -> dict[str, str] | None:
    """The words of a ``.po`` file by their id, as ``.mo`` files hold them; ``None`` where Babel has
    to read it, since something unusual stands in it.

    The forms of a plural, and its two ids, are joined by ``\\0``.
    """
    words: dict[str, str] = {}
    text = data.decode("utf-8", "replace").replace("\r\n", "\n")
    forms = _FORMS.search(text)
    for entry in text.split("\n\n"):
        fields = _fields(entry)
        if not fields:
            continue
        keys = [value for name, value in fields.items() if name.startswith("msgid")]
        told = [value for name, value in fields.items() if name.startswith("msgstr")]
        wanted = ["msgid", "msgstr"]
        if len(keys) == 2 and forms and all(told):
            wanted = ["msgid", "msgid_plural", *(f"msgstr[{n}]" for n in range(int(forms[1])))]
        key = "\0".join(keys)
        if list(fields)[: len(wanted)] != wanted or len(keys) + len(told) != len(wanted):
            return None
        if key in words:
            return None
        if any(told) and not (key and _DOUBTFUL in fields):
            words[key] = "\0".join(told)
    return words if "charset=utf-8" in words.get("", "") and "\ufffd" not in text else None


_DOUBTFUL = "fuzzy"


def _fields(entry: str) -> dict[str, str]:
    """``msgid`` and the others of one entry, ``fuzzy`` last; ``?`` where a line is none of them."""
    fields: dict[str, str] = {}
    name, is_doubtful = "", False
    for line in entry.split("\n"):
        if not line or line.startswith("#"):
            is_doubtful = is_doubtful or (line.startswith("#,") and _DOUBTFUL in line)
            continue
        match = _LINE.fullmatch(line)
        if match is None or not (match[1] or name) or match[1] in fields:
            return {"?": line}
        name = match[1] or name
        fields[name] = fields.get(name, "") + _unescaped(match[2])
    return {**fields, _DOUBTFUL: ""} if fields and is_doubtful else fields


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda sign: _SIGNS.get(sign[1], sign[1]), text) if "\\" in text else text


def _mo(words: dict[str, str]) -> bytes:
    """The words as a ``.mo`` file: two tables of lengths and places, and the texts."""
    pairs = sorted((key.encode(), value.encode()) for key, value in words.items())
    texts = [key for key, _ in pairs] + [value for _, value in pairs]
    at = 28 + 8 * len(texts)
    table: list[int] = []
    for text in texts:
        table += [len(text), at]
        at += len(text) + 1
    head = struct.pack("<7I", _MO, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0)
    return head + struct.pack(f"<{len(table)}I", *table) + b"".join(text + b"\0" for text in texts)


def _by_babel(data: bytes, language: str) -> bytes:
    compiled = BytesIO()
    _mofile.write_mo(compiled, _pofile.read_po(BytesIO(data), locale=language))
    return compiled.getvalue()


def editors_words(language: str) -> NullTranslations:
    """The package's own words: faults, progress, the closing summary."""
    return catalogue(PACKAGE_CATALOGUES, PACKAGE_DOMAIN, language)


def day(value: dt.date, language: str) -> str:
    """``09/11/2026`` or ``9 November 2026``."""
    if language == "en":
        return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"
    return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"


def number(value: int | float, language: str) -> str:
    """``3.910.575`` or ``3,910,575``; three decimals at most."""
    if isinstance(value, int):
        told = f"{value:,}"
    else:
        told = f"{Decimal(str(value)).quantize(_DECIMALS):,f}".rstrip("0").rstrip(".")
    return told if language == "en" else told.translate(_POINT_AND_COMMA)


def filesize(size: int, language: str) -> str:
    """A size of bytes as people say it: ``412 KB``, ``1,2 MB``."""
    if size < 1000:
        return f"{size} B"
    if size < 1_000_000:
        return f"{number(round(size / 1000), language)} KB"
    return f"{number(round(size / 1_000_000, 1), language)} MB"
