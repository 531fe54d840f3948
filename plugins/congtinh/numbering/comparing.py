"""Numbers compared, put in order, and written as part of an address."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from congtinh.numbering.abbreviations import FORMS_OF
from congtinh.numbering.reading import DocumentNumber
from congtinh.text.fold import fold
from congtinh.text.slug import slugify

# Slugs lose Đ, which alone tells these types from Hướng dẫn and Dự án.
_SPELLED_IN_SLUG = {"HĐ": "hop-dong", "ĐA": "de-an"}
_SIGNS = re.compile(r"[/\-&. ]")


def sort_key(number: DocumentNumber) -> tuple[int, int, int, str, str]:
    """Order by year (none first), then number by value (``66.2`` before ``66.13``), then symbol."""
    value, part, letter = _value(number)
    return number.year or 0, value, part, letter, number.canonical


def match_key(number: DocumentNumber) -> tuple[object, ...]:
    """What two ways of writing one number share; hashable, to look numbers up.

    Case, marks of agencies, zeros in front and the signs between groups do not count; the type
    does, with its marks (``HD`` is not ``HĐ``). Text that is no number is its own key. A law and a
    resolution of one National Assembly may bear one number (``89/2015/QH13``): ask for the type too.
    """
    if number.number is None and number.type_code is None:
        return (number.canonical.casefold(),)
    type_code = FORMS_OF.get(number.type_code or "", number.type_code)
    return (*_value(number), number.year, type_code, _letters(number, fold))


def same(one: DocumentNumber, other: DocumentNumber) -> bool:
    """Whether both are one number and symbol: ``43/2011/ND-CP`` and ``43/2011/NĐ-CP`` are.

    Marks may be lost on one side, not differ: ``12/QĐ-BĐ`` and ``12/QĐ-BD`` are one only where
    the second has no Đ at all, so that it may have been typed without. An administrative number is
    unique within its year alone (NĐ 30/2020/NĐ-CP, Điều 15), which it does not tell.
    """
    if match_key(one) != match_key(other):
        return False
    plain = one.text.isascii() or other.text.isascii()
    return plain or _letters(one, str.casefold) == _letters(other, str.casefold)


@lru_cache(maxsize=1 << 14)
def slug(number: DocumentNumber) -> str:
    """The number as part of an address: ``43-2011-nd-cp``."""
    spelled = _SPELLED_IN_SLUG.get(number.type_code or "")
    text = number.canonical
    if spelled and number.type_code:
        text = re.sub(rf"(?<![\w]){number.type_code}(?![\w])", spelled, text, count=1)
    return slugify(text)


def _value(number: DocumentNumber) -> tuple[int, int, str]:
    """Whole number, part after the point, letter: ``66.13`` is 66, 13; ``08a`` is 8, 0, a.

    Three digits after a point are thousands, unless the number names its year.
    """
    whole, _, part = (number.number or "0").partition(".")
    if len(part) == 3 and number.year is None:
        whole, part = whole + part, ""
    letter = whole.lstrip("0123456789")
    return int(whole.removesuffix(letter)[:18] or 0), int(part[:18] or 0), letter.casefold()


def _letters(number: DocumentNumber, of: Callable[[str], str]) -> str:
    """Agency and unit without the signs between."""
    return of(_SIGNS.sub("", f"{number.issuer or ''}{number.unit or ''}"))
