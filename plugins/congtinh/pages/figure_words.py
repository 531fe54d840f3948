"""How figures are written on pages: values by their style, workings, months."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from congtinh.languages import Bilingual
from congtinh.messages import day, number
from congtinh.statistics.figures import Figure, Number

NONE = "–"
"""What stands where a figure divides by nothing."""


def value(figure: Figure, language: str) -> str:
    """``1.234``, ``73,3 %``, ``18/19``."""
    if figure.value is None:
        return NONE
    match figure.formula.style:
        case "percent":
            sign = "%" if language == "en" else "\u00a0%"
            return _plain(round(float(figure.value * 100), 1), language) + sign
        case "ratio" if len(figure.parts) == 2:
            return "/".join(_plain(part.value, language) for part in figure.parts)
    return _plain(figure.value, language)


def working(figure: Figure, language: str) -> str:
    """``228 + 343 = 571``; the value alone where nothing is worked out."""
    told, equals, _ = figure.working(lambda one: _plain(one, language)).rpartition(" = ")
    return f"{told}{equals}{value(figure, language)}"


def _plain(one: Number | float | None, language: str) -> str:
    if one is None:
        return NONE
    return number(float(one) if isinstance(one, Fraction) else one, language)


def month_name(month: int) -> Bilingual:
    """“Tháng 5”, “May”."""
    return Bilingual(f"Tháng {month}", day(dt.date(2000, month, 1), "en").split()[1])


def month_of_year(year: int, month: int) -> Bilingual:
    """“Tháng 5/2026”, “May 2026”."""
    name = month_name(month)
    return Bilingual(f"{name.vi}/{year}", f"{name.en} {year}")


def short_month(month: int) -> Bilingual:
    """“T5”, “May”, for the places of a chart."""
    return Bilingual(f"T{month}", month_name(month).en[:3])
