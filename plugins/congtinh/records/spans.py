"""Days of a span of time, which may be written as a year or a month alone."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from congtinh.records.fields import parse_day

_MONTH = re.compile(r"(?:(\d{4})-(\d{1,2})|(\d{1,2})[/.-](\d{4}))\Z")
_YEAR = re.compile(r"(?:19|20)\d{2}\Z")


def _parts(value: object) -> tuple[int, int] | None:
    """Year and month, 0 for a year alone; ``None`` where the value is neither."""
    text = str(value).strip()
    if _YEAR.match(text):
        return int(text), 0
    match = _MONTH.match(text)
    if match is None:
        return None
    year, month = (match[1], match[2]) if match[1] else (match[4], match[3])
    return (int(year), int(month)) if 1 <= int(month) <= 12 else None


def parse_first(value: object) -> object:
    """A day, or the first day of a year or month."""
    parts = _parts(value)
    return dt.date(parts[0], parts[1] or 1, 1) if parts else parse_day(value)


def parse_last(value: object) -> object:
    """A day, or the last day of a year or month."""
    parts = _parts(value)
    if parts is None:
        return parse_day(value)
    year, month = parts[0], parts[1] or 12
    return dt.date(year, month, calendar.monthrange(year, month)[1])


_FORM = WithJsonSchema({"type": ["string", "integer"]})
FirstDay = Annotated[dt.date, BeforeValidator(parse_first), _FORM]
LastDay = Annotated[dt.date, BeforeValidator(parse_last), _FORM]
SPAN_RULE = (
    "Ghi ngày, tháng hoặc năm: 01/03/2026, 03/2026 hoặc 2026.",
    "A day, a month or a year: 01/03/2026, 03/2026 or 2026.",
)
