"""Names of periods as reports write them."""

from __future__ import annotations

import datetime as dt

from congtinh.languages import Bilingual
from congtinh.messages import day as day_in_words

ROMAN = ("I", "II", "III", "IV")
_ORDINALS = ("first", "second", "third", "fourth")


def label_of(kind: str, number: int, year: int, start: dt.date, end: dt.date) -> Bilingual:
    """“quý II năm 2026”, “second quarter of 2026”; free days by their first and last."""
    if kind == "month":
        month = day_in_words(dt.date(year, number, 1), "en").partition(" ")[2]
        return Bilingual(f"tháng {_month(number)} năm {year}", month)
    if kind == "quarter":
        return Bilingual(f"quý {ROMAN[number - 1]} năm {year}", f"{_ORDINALS[number - 1]} quarter of {year}")
    if kind == "6m":
        half = ("đầu", "cuối")[number - 1]
        return Bilingual(f"6 tháng {half} năm {year}", f"{_ORDINALS[number - 1]} half of {year}")
    if kind == "9m":
        return Bilingual(f"9 tháng đầu năm {year}", f"first nine months of {year}")
    if kind == "year":
        return Bilingual(f"năm {year}", f"year {year}")
    return Bilingual(
        f"từ {official_day(start)} đến {official_day(end)}",
        f"from {day_in_words(start, 'en')} to {day_in_words(end, 'en')}",
    )


def official_day(day: dt.date) -> str:
    """“ngày 05 tháng 01 năm 2026”: a nought before days under 10 and months 1 and 2 (NĐ 30/2020, Phụ lục I)."""
    return f"ngày {day.day:02d} tháng {_month(day.month)} năm {day.year}"


def _month(number: int) -> str:
    return f"{number:02d}" if number <= 2 else str(number)
