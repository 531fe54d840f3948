"""Number and symbol of a document (số, ký hiệu): read, made canonical, ordered, addressed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from congtinh.text.fold import fold
from congtinh.text.slug import slugify

# Abbreviations of NĐ 30/2020/NĐ-CP, Phụ lục III, copies included.
_ADMINISTRATIVE = (
    "NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB "
    "SY TrS SL"
)
# Legal normative documents, joint and consolidated ones, corrections, conclusions of the Party.
_NORMATIVE = "NĐ TT TTLT TTLB TTLN NQLT L PL VBHN ĐC KL"
LEGACY_ALIASES = frozenset({"CV"})
"""Codes in use that no table has: CV for công văn, which bears no code of a type."""
_TYPES = frozenset(f"{_ADMINISTRATIVE} {_NORMATIVE}".split()) | LEGACY_ALIASES
# Types that several agencies issue together: every group after the type is an issuer.
_JOINT = frozenset({"TTLT", "TTLB", "TTLN", "NQLT"})
# Agencies have these symbols too: Bộ Tài chính of old, every Cục Thuế.
_ALSO_AGENCIES = frozenset({"TC", "CT"})
# Agencies whose symbol is not what capital ASCII letters give.
_ISSUERS = frozenset(
    {"CP", "TTg", "CTN", "HĐND", "UBND", "BGDĐT", "BLĐTBXH", "BKHĐT", "BDTTG", "HĐTP"}
)

_TYPE_OF = {fold(code): code for code in sorted(_TYPES, reverse=True)}
_ISSUER_OF = {fold(symbol): symbol for symbol in _ISSUERS}
_ASSEMBLY = re.compile(r"(?:ubtv)?qh\d{1,2}")
_JOINED = {t + i: f"{t}-{i}" for t in _TYPES for i in ("CP", "TTg", "UBND", "HĐND")}

_PREFIX = re.compile(r"^(?:số|so\b)\s*:?\s*", re.IGNORECASE)
_SPACED_SIGN = re.compile(r"\s*([/\-&])\s*")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | {"\xa0": " ", "Ð": "Đ", "ð": "đ"})
_GROUP = r"[^\W\d_][\w&.]*"
_NUMBER = re.compile(
    rf"""(?P<number>\d+[a-zđ]?(?:\.\d+)?)?
         (?:(?P<sign>[/\-])(?P<year>(?:19|20)\d\d)(?=/|$))?
         (?:(?P<joint>[/\-])(?P<symbol>{_GROUP}(?:[/\-]{_GROUP})*))?""",
    re.VERBOSE,
)
# Slugs lose Đ, which alone tells these types from Hướng dẫn and Dự án.
_SPELLED_IN_SLUG = {"HĐ": "hop-dong", "ĐA": "de-an"}


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A number as read. What the text does not say is ``None``; nothing is guessed.

    ``text`` is as written, in NFC; ``canonical`` the form to show and compare: ``09/BC-BBT``.
    ``number`` keeps its digits (``09``, ``66.13``, ``08a``). ``type_code`` is an abbreviation of a
    document type (``NĐ``), ``issuer`` the symbol of the agency, several joined by hyphens in joint
    documents, ``unit`` the drafting unit. ``warnings`` holds codes that no table has (``CV``).
    """

    text: str
    canonical: str
    number: str | None = None
    year: int | None = None
    type_code: str | None = None
    issuer: str | None = None
    unit: str | None = None
    warnings: tuple[str, ...] = ()

    @property
    def names_year(self) -> bool:
        """Whether the year is part of the number, as in legal normative documents."""
        return self.year is not None

    @property
    def is_official_letter(self) -> bool:
        """Whether the symbol is that of a công văn: agency, then drafting unit (NĐ 30, mẫu 1.5)."""
        ordered = f"{self.number}/{self.issuer}-{self.unit}"
        agency_first = self.type_code is None and self.canonical == ordered
        return agency_first or self.type_code in LEGACY_ALIASES


@dataclass(frozen=True, slots=True)
class _Symbol:
    text: str
    type_code: str | None = None
    issuer: str | None = None
    unit: str | None = None


@lru_cache(maxsize=1 << 14)
def parse(text: str) -> DocumentNumber:
    """Read a number; text of another shape comes back tidied, with every part ``None``.

    The order of the groups decides (NĐ 30/2020/NĐ-CP, Phụ lục III): ``467/TTr-SKHCN`` is a tờ
    trình, ``467/SKHCN-TTr`` a công văn drafted by the unit TTr.
    """
    given = unicodedata.normalize("NFC", text)
    tidy = _tidied(given)
    match = _NUMBER.fullmatch(tidy) or _NUMBER.fullmatch(f"/{tidy}")
    if not match or not (match["number"] or match["symbol"]):
        return DocumentNumber(given, tidy)
    hyphened = match["joint"] == "-"
    symbol = _read_symbol(match["symbol"], hyphened) if match["symbol"] else _Symbol("")
    number = _padded(match["number"])
    if number is None and (symbol.type_code is None or match["year"]):
        return DocumentNumber(given, tidy)
    dated = f"{match['sign']}{match['year']}" if match["year"] else ""
    joint = (match["joint"] or "") if number else ""
    return DocumentNumber(
        text=given,
        canonical=f"{number or ''}{dated}{joint}{symbol.text}",
        number=number,
        year=int(match["year"]) if match["year"] else None,
        type_code=symbol.type_code,
        issuer=symbol.issuer,
        unit=symbol.unit,
        warnings=(symbol.type_code,) if symbol.type_code in LEGACY_ALIASES else (),
    )


def sort_key(number: DocumentNumber) -> tuple[int, int, int, str, str]:
    """Order by year (none first), then number by value (``66.2`` before ``66.13``), then symbol."""
    whole, _, part = (number.number or "0").partition(".")
    letter = whole.lstrip("0123456789")
    value = int(whole.removesuffix(letter)[:18] or 0)
    return number.year or 0, value, int(part[:18] or 0), letter, number.canonical


@lru_cache(maxsize=1 << 14)
def slug(number: DocumentNumber) -> str:
    """The number as part of an address: ``43-2011-nd-cp``."""
    spelled = _SPELLED_IN_SLUG.get(number.type_code or "")
    text = number.canonical
    if spelled and number.type_code:
        text = re.sub(rf"(?<![\w]){number.type_code}(?![\w])", spelled, text, count=1)
    return slugify(text)


def type_fits(number: DocumentNumber, type_abbreviations: Iterable[str]) -> bool | None:
    """Whether the symbol agrees with the abbreviations of the record's type (rule R3).

    Công văn has none: give an empty collection or its alias ``CV``. ``None`` where the symbol does
    not say: laws (``QH15``), old forms (``27/CP``), and the codes CT and TC, which agencies bear.
    """
    allowed = frozenset(type_abbreviations)
    letter = not allowed - LEGACY_ALIASES
    if number.type_code is None:
        if not number.is_official_letter:
            return None
        return True if letter else (False if number.unit in allowed else None)
    if number.type_code in allowed or (letter and number.type_code in LEGACY_ALIASES):
        return True
    return None if number.type_code in _ALSO_AGENCIES else False


def _tidied(text: str) -> str:
    flat = " ".join(text.translate(_DASHES).split())
    bare = _PREFIX.sub("", flat).strip(" .,;:")
    return _SPACED_SIGN.sub(r"\1", bare)


def _padded(number: str | None) -> str | None:
    """Two digits at least, as NĐ 30/2020/NĐ-CP orders for a number under ten."""
    return f"0{number}" if number and not number[1:2].isdigit() else number


def _read_symbol(symbol: str, hyphened: bool) -> _Symbol:
    """Parts of a symbol; ``hyphened`` when a hyphen joins it to the number (``29-NQ/TW``)."""
    small = symbol == symbol.lower()
    joined = _JOINED.get(symbol, symbol)
    groups = re.split(r"([/\-])", joined)
    type_code = _type_of(groups[0], small)
    if hyphened and type_code in _ALSO_AGENCIES:
        type_code = None
    if type_code is None:
        return _agency_first(groups, small)
    groups = [type_code, *(_cased(group, small) for group in groups[1:])]
    issuer, unit = "".join(groups[2:]), ""
    if type_code not in _JOINT:
        issuer, _, unit = issuer.partition("-")
    return _Symbol("".join(groups), type_code, issuer or None, unit or None)


def _agency_first(groups: list[str], small: bool) -> _Symbol:
    """Công văn, or a form of old: ``UBND-VP``, ``TC/TCT``, ``CP``, ``QH15``.

    Small letters are read only where the agency is a known one.
    """
    if small and not (groups[0] in _ISSUER_OF or _ASSEMBLY.fullmatch(groups[0])):
        return _Symbol("".join(groups))
    groups = [_cased(group, small) for group in groups]
    return _Symbol("".join(groups), issuer=groups[0], unit="".join(groups[2:]) or None)


def _type_of(group: str, small: bool) -> str | None:
    """The abbreviation that a group is, exactly, in capitals, or without its marks."""
    if group in _TYPES:
        return group
    capital = group.upper()
    if small and capital in _TYPES:
        return capital
    return _TYPE_OF.get(fold(group)) if group.isascii() or small else None


def _cased(group: str, small: bool) -> str:
    known = _ISSUER_OF.get(fold(group)) if group.isascii() or small else None
    return known or (group.upper() if small else group)
