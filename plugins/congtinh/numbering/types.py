"""The types of document that a symbol allows, the likeliest first, and the one that it decides."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from congtinh.numbering.abbreviations import (
    ALSO_AGENCIES,
    FORMS_OF,
    LEGACY_FORMS,
    NO_UNITS,
    PARTY,
    STATE,
)
from congtinh.numbering.reading import DocumentNumber
from congtinh.vocabulary.terms import Vocabulary

_LETTER = "cong-van"
_ORDINANCES = 40
"""Resolutions of the Standing Committee have passed this number soon in each term, ordinances never."""
# What an agency's symbol alone stood for before the type was part of the symbol, and of the
# National Assembly stands for today.
_OF_AGENCY = tuple(
    (re.compile(agency), types)
    for agency, types in (
        (r"QH\d*", ("luat", "nghi-quyet", "bo-luat", "hien-phap")),
        (r"CP|HĐBT|HĐCP", ("nghi-dinh", "quyet-dinh", "nghi-quyet", "chi-thi")),
        (r"TTg|CT", ("quyet-dinh", "chi-thi", "thong-bao")),
        (r"CTN", ("lenh", "quyet-dinh")),
        (r"LB|LT|LN", ("thong-tu-lien-tich",)),
    )
)
_STANDING_COMMITTEE = re.compile(r"UBTVQH\d*")
_PROMULGATED = ("luat", "phap-lenh", "lenh", "bo-luat")
_NO_CIRCULARS = re.compile(r"HĐND|UBND|UBT?\b|S[A-ZĐ&]{2,}")
_TREATIES = "LPQT"
"""The department of law and treaties: what it sends to the gazette is a notice in a letter's form."""
_IN_FORM_OF_LETTERS = ("thong-bao", "dinh-chinh")
# Agencies that were gone before the order of today: their letters, decisions and circulars looked alike.
_BEFORE_THE_ORDER = re.compile(r"TCCP|TCBĐ|TCĐC|BKHCNMT|UBKH|UBVG|UBVGCP|TCDL")
_ALLOWED = {"QH": {"", "NQ"}, "UBTVQH": {"PL", "NQ"}}


def candidates(number: DocumentNumber, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Codes of ``vocabulary`` (document_types) that the symbol allows, the likeliest first.

    ``/QH15`` is a luật, a nghị quyết or a bộ luật; ``QĐ-`` a quyết định alone; ``27/CP`` was a
    nghị định, a quyết định or a nghị quyết. Gazettes print corrections and notices under symbols
    of letters (``8584/BYT-ATTP``), so these follow công văn. Empty where the symbol says nothing.
    """
    return tuple(code for code in _allowed(number, _bearers(vocabulary)) if code in vocabulary)


def type_of(number: DocumentNumber, vocabulary: Vocabulary) -> str | None:
    """The code of the type that the symbol decides; ``None`` where it may be of several.

    Agency, then drafting unit, is a công văn by today's order (NĐ 30/2020/NĐ-CP, mẫu 1.5), also
    where a register names what the letter does.
    """
    found = candidates(number, vocabulary)
    if len(found) == 1 or (found[:1] == (_LETTER,) and number.is_official_letter):
        return found[0]
    return None


def type_fits(number: DocumentNumber, type_abbreviations: Iterable[str]) -> bool | None:
    """Whether the symbol agrees with the abbreviations of the record's type (rule R3).

    Công văn has none: give an empty collection or its alias ``CV``. ``None`` where the symbol does
    not say: laws (``QH15``), old forms (``27/CP``, ``35-L/CTN``), the codes CT and TC, which
    agencies bear, and QĐ of the Party, which is Quy định too.
    """
    allowed = frozenset(type_abbreviations)
    letter = not allowed - {"CV"}
    if number.type_code is None:
        return _agency_fits(number, allowed, letter)
    borne = {number.type_code, FORMS_OF.get(number.type_code), LEGACY_FORMS.get(number.type_code)}
    if borne & allowed or (letter and number.type_code == "CV"):
        return True
    unsaid = number.type_code in ALSO_AGENCIES | {"LCT"} or _is_old_order(number)
    return None if unsaid or _is_of_party(number) or _is_no_circular(number) else False


def _agency_fits(number: DocumentNumber, allowed: frozenset[str], letter: bool) -> bool | None:
    if number.is_official_letter:
        return True if letter else (False if number.unit in allowed else None)
    of_assembly = _ALLOWED.get((number.issuer or "").rstrip("0123456789"))
    if of_assembly and number.year and not letter and not of_assembly & allowed:
        return False
    return None


def _allowed(number: DocumentNumber, bearers: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    if number.type_code is None:
        own = () if number.issuer in ALSO_AGENCIES else bearers.get(number.issuer or "", ())
        return own or _of_agency_first(number, bearers)
    borne = bearers.get(FORMS_OF.get(number.type_code, number.type_code), ())
    if number.type_code == "SL":
        of_law = ("luat",) if "L" in number.canonical.partition("SL")[2] else ()
        return ("sao-luc",) if number.issuer else ("sac-lenh", *of_law)
    if number.type_code == "LCT":
        return _PROMULGATED
    if _is_old_order(number):
        as_law = "L/CTN" in number.canonical
        return _PROMULGATED if as_law else ("lenh", "luat", "phap-lenh")
    if _is_of_party(number):
        return ("quy-dinh", *borne) if number.type_code == "QĐ" else ()
    if _is_no_circular(number):
        return ("to-trinh", "thong-bao", *borne)
    return (*borne, *_beside(number))


def _beside(number: DocumentNumber) -> tuple[str, ...]:
    """What a code that agencies bear too may be: TC and CT, unless the organ leads others."""
    if number.type_code not in ALSO_AGENCIES or STATE.match(number.issuer or ""):
        return ()
    if PARTY.fullmatch(number.issuer or ""):
        return ()
    return (_LETTER,) if number.type_code == "CT" else ("thong-tu", _LETTER)


def _of_agency_first(
    number: DocumentNumber, bearers: dict[str, tuple[str, ...]]
) -> tuple[str, ...]:
    national = number.unit is None or number.year or number.issuer == "LB"
    alone = _of_agency_alone(number) if national else ()
    if alone or number.issuer is None:
        return alone
    return tuple(dict.fromkeys(_of_shape(number, bearers.get(number.unit or "", ()))))


def _of_shape(number: DocumentNumber, of_unit: tuple[str, ...]) -> tuple[str, ...]:
    """By how the groups stand; ``of_unit`` are the types whose code the last group is."""
    if _BEFORE_THE_ORDER.fullmatch(number.issuer or ""):
        return (*of_unit, "quyet-dinh", "thong-tu", _LETTER)
    if number.is_official_letter:
        return _of_letter(number.unit, of_unit)
    if number.unit in NO_UNITS:
        return ()
    if number.year:
        joint = ("thong-tu-lien-tich",) if number.unit else ()
        return (*of_unit, *joint, "thong-tu", "quyet-dinh", _LETTER)
    if number.unit:
        return (*of_unit, "thong-tu", _LETTER, "quyet-dinh")
    return (_LETTER, "huong-dan", "thong-bao")


def _of_letter(unit: str | None, of_unit: tuple[str, ...]) -> tuple[str, ...]:
    """A công văn first; ministries before 1997 put TT last: ``08/BYT-TT``."""
    if unit == _TREATIES:
        return ("thong-bao", _LETTER)
    if unit == "TT":
        return (_LETTER, *of_unit, *_IN_FORM_OF_LETTERS)
    return (_LETTER, *_IN_FORM_OF_LETTERS, *of_unit)


def _of_agency_alone(number: DocumentNumber) -> tuple[str, ...]:
    issuer = number.issuer or ""
    if _STANDING_COMMITTEE.fullmatch(issuer):
        digits = re.match(r"\d+", number.number or "")
        small = digits is not None and int(digits[0][:9]) <= _ORDINANCES
        return ("phap-lenh", "nghi-quyet") if small else ("nghi-quyet", "phap-lenh")
    return next((types for agency, types in _OF_AGENCY if agency.fullmatch(issuer)), ())


def _is_old_order(number: DocumentNumber) -> bool:
    """Laws of 1992 to 2001 were cited by the number of the Lệnh that promulgated them."""
    return number.type_code == "L" and number.year is None


def _is_of_party(number: DocumentNumber) -> bool:
    """QĐ of the Party is Quy định too, and TT its Thông tri."""
    return number.type_code in {"QĐ", "TT"} and PARTY.fullmatch(number.issuer or "") is not None


def _is_no_circular(number: DocumentNumber) -> bool:
    """Councils, committees and departments of a province issue no thông tư: TT is their tờ trình."""
    return number.type_code == "TT" and _NO_CIRCULARS.match(number.issuer or "") is not None


@lru_cache(maxsize=8)
def _bearers(vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    """Abbreviation, of today or of old, to the codes of the types that bear it."""
    found: dict[str, tuple[str, ...]] = {}
    for term in vocabulary:
        for form in (*term.texts("abbreviation"), *term.texts("legacy")):
            found[form] = (*found.get(form, ()), term.code)
    return found
