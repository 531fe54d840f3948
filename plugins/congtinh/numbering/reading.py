"""A written number and symbol, read into its parts and put into canonical form."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from congtinh.numbering.abbreviations import (
    ALSO_AGENCIES,
    ASSEMBLY,
    ISSUER_BY_FOLD,
    JOINED,
    JOINED_AND_DATED,
    JOINT,
    JOINT_SIGNS,
    LEGACY_FORMS,
    NEVER_UNITS,
    NO_UNITS,
    PARTY,
    STATE,
    TYPE_BY_CASE,
    TYPE_BY_FOLD,
    TYPES,
)
from congtinh.text.fold import fold

_PREFIX = re.compile(r"^(?:số\s*:?\s*|(?:so\b|n[oº°]\b\.?|№)\s*:?\s*(?=[0-9]))", re.IGNORECASE)
_SPACED_SIGN = re.compile(r"\s*([/\-&])\s*")
_TYPED = str.maketrans(
    dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("⁄∕／", "/")
    | {"\xa0": " ", "Ð": "Đ", "ð": "đ", "Ɖ": "Đ"}
)  # fmt: skip
_LONGEST = 300
"""Characters; what is longer is a passage of text."""
_CAPITALS = "A-ZĐĂÂÊÔƠƯ"
_GROUP = r"[^\W\d_](?:[\w&.]*\w)?"
_NUMBER = re.compile(
    rf"""(?P<number>[0-9]+(?:[a-zA-ZđĐ]|bis)?(?:\.[0-9]+)?)?
         (?:(?P<sign>[/\-])(?P<year>(?:19|20)[0-9]{{2}}(?=[/\-]|$)
                                  |(?<!^(?:19|20)[0-9]{{2}}[/\-])(?:4[5-9]|[5-9][0-9])(?=/[^\W\d_])))?
         (?:(?P<joint>[/\-])(?P<symbol>{_GROUP}(?:[/\-]{_GROUP})*(?:(?<=/L)[.\-][0-9]+)?))?""",
    re.VERBOSE,
)
_AGENCY = re.compile(
    rf"[{_CAPITALS}0-9&.]+|(?=.{{3}})(?:[{_CAPITALS}0-9&.]|(?<=[{_CAPITALS}])[a-zđ](?![a-zđ]))+"
)
"""Initials, where a small letter stands alone at most: TTg, ThU; words are no symbol."""
_TERM = re.compile(r"(?:UBTV)?QH[0-9]{1,2}")
"""The National Assembly with its term, which is nothing but a symbol."""
_THOUSANDS = re.compile(r"[0-9]\.[0-9]{3}")
_LAW = re.compile(r"L(?:\.[0-9]+)?")
"""The law that a sắc lệnh promulgated: ``102-SL/L-004``."""
_SIGN = re.compile(r"([/\-])")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_DOUBLED = re.compile(r"([/\-])\1+")
_YEAR_JOINED = re.compile(r"^([0-9]+[/\-](?:19|20)[0-9]{2})\s?(?=[^\W\d_])")
_NUMBER_JOINED = re.compile(r"^([0-9]+[a-zA-ZđĐ]?) (?=[^\W\d_])")
_GAP = re.compile(r"(?<=[^\W\d_]) (?=(?:TTg|[A-ZĐ][A-ZĐ&]+|cp|ttg|ubnd|h[đd]nd)(?:[ /\-]|$))")


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
        ordered = f"{self.number or ''}/{self.issuer}-{self.unit}"
        agency_first = self.type_code is None and self.canonical == ordered
        return (agency_first and self.unit not in NO_UNITS) or self.type_code == "CV"


@dataclass(frozen=True, slots=True)
class _Symbol:
    text: str
    type_code: str | None = None
    issuer: str | None = None
    unit: str | None = None


@lru_cache(maxsize=1 << 14)
def parse(text: str) -> DocumentNumber:
    """Read a number; text of another shape stays as it is but for its spaces, with every part ``None``.

    The order of the groups decides (NĐ 30/2020/NĐ-CP, Phụ lục III): ``467/TTr-SKHCN`` is a tờ
    trình, ``467/SKHCN-TTr`` a công văn drafted by the unit TTr.
    """
    given = unicodedata.normalize("NFC", text)
    tidy = _tidied(given) if len(given) <= _LONGEST else ""
    read = _read(given, tidy) or _read_mended(given, tidy)
    return read or DocumentNumber(given, " ".join(given.split()))


def _read(given: str, tidy: str) -> DocumentNumber | None:
    match = _NUMBER.fullmatch(tidy) or _NUMBER.fullmatch(f"/{tidy}")
    if not match:
        return None
    written, sign, year, joint, letters = match.group("number", "sign", "year", "joint", "symbol")
    if not letters and (not written or sign == "-"):  # 2021-2025 is a period
        return None
    if letters == "CTN" and written and written[-1] == "L":
        return _read(given, f"{written[:-1]}-L/CTN")
    symbol = _read_symbol(letters, joint == "-", bool(year)) if letters else _Symbol("")
    number = _padded(written)
    if symbol is None:
        return None
    signed = tidy[:1] == "/" and _is_of_agency(symbol)
    said = number or _is_of_draft(symbol) or (not year and (signed or _is_of_term(symbol)))
    if not said or (number is None and sign == "-"):
        return None
    dated = f"{sign}{year}" if year else ""
    return DocumentNumber(
        text=given,
        canonical=f"{number or ''}{dated}{(joint or '') if number or year or signed else ''}{symbol.text}",
        number=number,
        year=(int(year) if len(year) == 4 else 1900 + int(year)) if year else None,
        type_code=symbol.type_code,
        issuer=symbol.issuer,
        unit=symbol.unit,
        warnings=_warnings(symbol),
    )


def _is_of_draft(symbol: _Symbol) -> bool:
    """Whether a type stands first, so that a symbol without a number is one: ``KH-KHCN``."""
    first = symbol.issuer is None or not symbol.text.startswith(symbol.issuer)
    return symbol.type_code is not None and first


def _is_of_term(symbol: _Symbol) -> bool:
    """Whether the National Assembly of a term stands alone: ``QH15``."""
    return not (symbol.type_code or symbol.unit) and bool(_TERM.fullmatch(symbol.issuer or ""))


def _is_of_agency(symbol: _Symbol) -> bool:
    """Whether a known agency stands first; then a sign before it makes it a symbol: ``/CP``."""
    known = symbol.type_code is None and _is_known_agency(symbol.issuer or "")
    return known and not _is_of_term(symbol)


def _is_known_agency(issuer: str) -> bool:
    known = fold(issuer) in ISSUER_BY_FOLD or issuer in ALSO_AGENCIES
    return known or bool(STATE.match(issuer) or ASSEMBLY.fullmatch(issuer.lower()))


def _warnings(symbol: _Symbol) -> tuple[str, ...]:
    """Codes outside Phụ lục III; the Party's own rules have CV."""
    code = symbol.type_code
    official = code not in LEGACY_FORMS or PARTY.fullmatch(symbol.issuer or "")
    return () if official or code is None else (code,)


def _read_mended(given: str, tidy: str) -> DocumentNumber | None:
    """A number of odd signs (full width, backslash), or with a slip of the keyboard.

    A slip is mended where type and agency show through: ``63/2013NĐ-CP``, ``48 TC/TCT``, ``27 CP``.
    """
    plain = _tidied(_UNSEEN.sub("", unicodedata.normalize("NFKC", tidy)).replace("\\", "/"))
    if plain != tidy and (found := _read(given, plain)):
        return found
    mended = _YEAR_JOINED.sub(r"\1/", _DOUBLED.sub(r"\1", plain))
    mended = _NUMBER_JOINED.sub(r"\1-" if "/" in mended else r"\1/", mended)
    mended = _GAP.sub("-", mended)
    found = _read(given, mended) if mended != plain else None
    if found is None or not found.issuer:
        return None
    return found if found.type_code or _is_known_agency(found.issuer) else None


def _tidied(text: str) -> str:
    flat = " ".join(text.translate(_TYPED).split())
    bare = _PREFIX.sub("", flat).strip(" .,;:").removesuffix("./")
    return _SPACED_SIGN.sub(r"\1", bare)


def _padded(number: str | None) -> str | None:
    """Two digits at least, as NĐ 30/2020/NĐ-CP orders for a number under ten; not in ``1.234``."""
    if not number or number[1:2].isdigit() or _THOUSANDS.fullmatch(number):
        return number
    return f"0{number}"


def _read_symbol(symbol: str, hyphened: bool, dated: bool) -> _Symbol | None:
    """Parts of a symbol; ``hyphened`` when a hyphen joins it to the number (``29-NQ/TW``)."""
    small = symbol == symbol.lower()
    groups = _SIGN.split(symbol)
    joined = JOINED_AND_DATED if dated else JOINED
    split = joined.get(groups[0]) or (
        joined.get(fold(groups[0])) if small or groups[0].isascii() else None
    )
    if split:
        groups[:1] = _SIGN.split(split)
    type_code = _type_of(groups[0], small)
    if type_code in ALSO_AGENCIES and _is_agency(type_code, groups, hyphened):
        type_code = None
    if type_code is None:
        return _agency_first(groups, small)
    groups = [type_code, *(_cased(group, small) for group in groups[1:])]
    return _type_first("".join(groups), type_code, groups)


def _type_first(text: str, type_code: str, groups: list[str]) -> _Symbol:
    sign = JOINT_SIGNS.get("".join(groups[:3]))
    rest = groups[4:] if sign else groups[2:]
    type_code = sign or type_code
    if type_code == "SL" and rest and _LAW.fullmatch(rest[0]):
        return _Symbol(text, type_code)
    issuer, unit = "".join(rest), ""
    if type_code not in JOINT:
        issuer, _, unit = issuer.partition("-")
    return _Symbol(text, type_code, issuer or None, unit or None)


def _is_agency(code: str, groups: list[str], hyphened: bool) -> bool:
    """Whether TC or CT is the agency here: ``89-TC/TCT``, ``280/TC/QĐ/NSNN``, not ``27-CT/TW``."""
    after = groups[2] if len(groups) > 2 else ""
    led = STATE.match(after) or PARTY.fullmatch(after)
    return after in NEVER_UNITS or (hyphened and not (code == "CT" and led))


def _agency_first(groups: list[str], small: bool) -> _Symbol | None:
    """Công văn, or a form of old: ``UBND-VP``, ``TC/TCT``, ``CP``, ``QH15``, ``BYT-QĐ``.

    Small letters are read only where the agency is a known one; a word is none: ``3-Hao phí``.
    """
    if small and not (groups[0] in ISSUER_BY_FOLD or ASSEMBLY.fullmatch(groups[0])):
        return _Symbol("".join(groups))
    if not small and not _AGENCY.fullmatch(groups[0]):
        return None
    groups = [_cased(group, small) for group in groups]
    unit = "".join(groups[2:]) or None
    if len(groups) > 2 and groups[2] in NEVER_UNITS:
        return _Symbol("".join(groups), groups[2], groups[0], "".join(groups[4:]) or None)
    return _Symbol("".join(groups), issuer=groups[0], unit=unit)


def _type_of(group: str, small: bool) -> str | None:
    """The abbreviation that a group is: exactly, in another case, or without its marks."""
    if group in TYPES:
        return group
    known = TYPE_BY_CASE.get(group.casefold()) if small or len(group) > 1 else None
    return known or (TYPE_BY_FOLD.get(fold(group)) if group.isascii() or small else None)


def _cased(group: str, small: bool) -> str:
    if not (small or group.isascii()):
        return group
    bare = group.rstrip("0123456789")
    known = ISSUER_BY_FOLD.get(fold(bare))
    return known + group[len(bare) :] if known else (group.upper() if small else group)
