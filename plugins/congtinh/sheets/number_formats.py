"""What a number in a cell shows: a day, a time, a month, digits with zeros before them, or a number."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import NamedTuple

from congtinh.sheets.values import Value

_BUILT_IN = {
    **dict.fromkeys((14, 15, 16, *range(27, 32), 36, *range(50, 55), 57, 58), "dmy"),
    17: "my", 22: "dmyh", **dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56), "h"),
}  # fmt: skip
_NOT_A_SIGN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_PADDED = re.compile(r"0{2,}")
_WHOLE = re.compile(r"-?[0-9]{1,15}")


class Format(NamedTuple):
    """``parts``: which of ``d m y h`` a date shows; ``digits``: to how many a number is filled with zeros."""

    parts: str
    digits: int = 0


@lru_cache
def format_of(number: int, code: str) -> Format:
    """A number format by its own code, or by the number of one that every workbook has."""
    if not code:
        return Format(_BUILT_IN.get(number, ""))
    plain = _NOT_A_SIGN.sub("", code.partition(";")[0]).lower()
    if "general" in plain:
        return Format("")
    if _PADDED.fullmatch(plain.strip()):
        return Format("", len(plain.strip()))
    clock = "h" if set(plain) & set("hs") else ""
    day = "".join(sign for sign in "dy" if sign in plain)
    if day or ("m" in plain and not clock):
        return Format(f"{day}m{clock}")
    return Format(clock)


def shown_as(raw: str, format: Format, since_1904: bool = False) -> Value:
    """The value of a number cell as its format shows it: a month alone is ``2026-05``."""
    if not format.parts:
        if _WHOLE.fullmatch(raw):
            return raw.zfill(format.digits) if format.digits else int(raw)
        number = float(raw)
        return int(number) if number.is_integer() and abs(number) < 1e15 else number
    days = float(raw)
    first = dt.datetime(1904, 1, 1) if since_1904 else dt.datetime(1899, 12, 30)
    moment = first + dt.timedelta(seconds=round(days * 86_400))
    if "y" not in format.parts and "d" not in format.parts and "h" in format.parts:
        return moment.time()
    if "d" not in format.parts and "y" in format.parts:
        return f"{moment:%Y-%m}"
    return moment.date() if moment.time() == dt.time() else moment
