"""Spans of time in words: whole years and months as such, all else by its days."""

from __future__ import annotations

import calendar
import datetime as dt

from congtinh.messages import day as day_words


def span(first: dt.date | None, last: dt.date | None, language: str) -> str:
    """``2024–2026``, ``03/2024 – 06/2026`` or ``15/3/2024 – 30/6/2026``; empty where neither day is known.

    A span without its beginning, or its end, has an ellipsis there.
    """
    if first is None and last is None:
        return ""
    if _is_first_of(first, 1) and _is_last_of(last, 12):
        years = dict.fromkeys(str(day.year) for day in (first, last) if day)
        return "–".join(years)
    if _is_first_of(first) and _is_last_of(last):
        return " – ".join(dict.fromkeys(f"{day:%m/%Y}" for day in (first, last) if day))
    return " – ".join(day_words(day, language) if day else "…" for day in (first, last))


def _is_first_of(day: dt.date | None, month: int = 0) -> bool:
    return day is not None and day.day == 1 and month in (0, day.month)


def _is_last_of(day: dt.date | None, month: int = 0) -> bool:
    if day is None or month not in (0, day.month):
        return False
    return day.day == calendar.monthrange(day.year, day.month)[1]
