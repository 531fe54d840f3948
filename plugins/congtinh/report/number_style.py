"""Numbers and days as official texts write them (law.md B.11; NĐ 30/2020, Phụ lục I)."""

from __future__ import annotations

import datetime as dt
import re
from fractions import Fraction

from congtinh.languages import Language
from congtinh.messages import day as told_day

_POINT_AND_COMMA = str.maketrans(",.", ".,")
_BEFORE_PERCENT = re.compile(r"(?<=\d) (?=%)")
_OUT_OF_RANGE = "decimals count from 0"


def grouped(
    value: int | Fraction, language: Language, *, decimals: int = 0, cut: bool = False, signed: bool = False
) -> str:
    """``3.910.575``, ``3,910,575``; ``12,5``. Halves go away from zero, or the rest is ``cut``.

    ``63.657`` is ``grouped(Fraction(381946, 6), "vi", cut=True)``; ``signed`` writes ``+`` before
    what is more than nothing. A negative number of decimals is refused by ``ValueError``.
    """
    if decimals < 0:
        raise ValueError(_OUT_OF_RANGE)
    if isinstance(value, int):
        whole = abs(value) * 10**decimals
    else:
        scaled = abs(value) * 10**decimals
        whole = int(scaled) if cut else int(scaled + Fraction(1, 2))
    head, tail = divmod(whole, 10**decimals)
    told = f"{head:,}.{tail:0{decimals}d}" if decimals else f"{head:,}"
    sign = "" if whole == 0 else "-" if value < 0 else "+" if signed else ""
    return sign + (told if language == "en" else told.translate(_POINT_AND_COMMA))


def counted(value: int, language: Language) -> str:
    """A count in a sentence: ``05 bộ``, ``0``, ``13``, ``1.180``; English has no zero before."""
    if language == "vi" and 0 < value < 10:
        return f"{value:02d}"
    return grouped(value, language)


def percent(
    share: int | Fraction, language: Language, *, decimals: int = 0, cut: bool = False, signed: bool = False
) -> str:
    """A share of 1: ``88 %``, ``88%``; ``Fraction(11, 12)`` with one decimal is ``91,7 %``."""
    told = grouped(Fraction(share) * 100, language, decimals=decimals, cut=cut, signed=signed)
    return f"{told}%" if language == "en" else f"{told} %"


def unbroken(text: str) -> str:
    """The text with its percent signs held to their numbers by a space that no line ends at."""
    return _BEFORE_PERCENT.sub("\u00a0", text)


def numeric_day(day: dt.date) -> str:
    """``05/7/2026``, ``12/02/2026``: days under 10 and months 1 and 2 bear a zero (NĐ 30/2020)."""
    return f"{day.day:02d}/{_month(day.month)}/{day.year:04d}"


def written_day(day: dt.date, language: Language) -> str:
    """``ngày 05 tháng 7 năm 2026``, ``5 July 2026``."""
    if language == "en":
        return told_day(day, "en")
    return f"ngày {day.day:02d} tháng {_month(day.month)} năm {day.year}"


def _month(month: int) -> str:
    return f"{month:02d}" if month < 3 else str(month)
