"""The day or year that stands right after a number or name: “ngày 13 tháng 6 năm 2011”."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

_VI = re.compile(
    r"\s*,?\s*\(?(?:(?:ban hành|thông qua|ký)\s*)?ngày\s*(?P<day>\d{1,2})\s*(?:tháng\s*|[/.-]\s*)(?P<month>\d{1,2})\s*"
    r"(?:,?\s*năm\s*|[/.-]\s*)(?P<year>\d{4})(?!\d)"
    r"|\s*\(?năm\s*(?P<alone>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)  # fmt: skip
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<{{}}>{'|'.join(_MONTHS)})[a-z]*\.?"
_EN = re.compile(
    r"\s*,?\s*\(?(?:(?:dated|of|issued on|adopted on|on)\s+)?(?:"
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH.format('word')},?\s+(?P<year>\d{{4}})"
    rf"|{_MONTH.format('first')}\s+(?P<later>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<last>\d{{4}})"
    r"|(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[/.](?P<y>\d{4}))(?!\d)"
    r"|\s+(?:of\s+)?\(?(?P<alone>(?:19|20)\d\d)(?![\d/-])",
    re.IGNORECASE,
)


class Dated(NamedTuple):
    """Where a date ends, its day, and its year; “năm 2011” alone has no day."""

    end: int
    day: dt.date | None
    year: int | None


def date_after(text: str, at: int, language: str = "vi") -> Dated:
    """The date right after ``at``; ``(at, None, None)`` where none stands there."""
    found = (_EN if language == "en" else _VI).match(text, at, at + 80)
    if not found:
        return Dated(at, None, None)
    if found["alone"]:
        return Dated(found.end("alone"), None, int(found["alone"]))
    day = _english(found) if language == "en" else _day(found["year"], found["month"], found["day"])
    return Dated(found.end(), day, day.year if day else None) if day else Dated(at, None, None)


def _english(found: re.Match[str]) -> dt.date | None:
    if found["d"]:
        return _day(found["y"], found["m"], found["d"])
    word = (found["word"] or found["first"]).lower()
    month = _MONTHS.index(word) + 1
    return _day(found["year"] or found["last"], month, found["day"] or found["later"])


def _day(year: str, month: str | int, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
