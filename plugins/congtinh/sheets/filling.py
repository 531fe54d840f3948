"""One cell to the value that front matter has of it: days, words for yes and no, lists, lost zeros."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from congtinh.errors import N_
from congtinh.sheets.shapes import Shape
from congtinh.sheets.values import Value, Wrong
from congtinh.vocabulary.terms import lookup_key

Plain = str | int | float | bool | list[str]

_FLAGS = {
    **dict.fromkeys(("có", "x", "đúng", "yes", "true", "1", "v", "✓"), True),
    **dict.fromkeys(("không", "sai", "no", "false", "0", "-"), False),
}
YES, NO = "có", "không"


class Odd(NamedTuple):
    """What is wrong with a cell, and what to do; ``value``: what is read of it all the same."""

    message: str
    remedy: str
    value: Plain | None = None


_NOT_COMPUTED = Odd(
    N_("is a formula whose value was not saved"),
    N_("Open the file in Excel or LibreOffice and save it, or write the value itself"),
)
_FAILED = Odd(N_("is a formula that failed"), N_("Correct the formula, or write the value itself"))
_ZERO = N_("has lost the zero that it began with")
_AS_TEXT = N_("Format the column as Text, then type the value again")


def filled(value: Value, shape: Shape | None) -> Plain | Odd | None:
    """The value for a field of this shape, an ``Odd`` where it cannot be meant so, ``None`` for nothing."""
    if isinstance(value, Wrong):
        return _NOT_COMPUTED if value.kind == "formula" else _FAILED
    if isinstance(value, str) and not value.strip():
        return None
    if value is None:
        return None
    kind = shape.kind if shape else "text"
    if kind == "flag":
        return _flag(value)
    if isinstance(value, bool):
        return value
    if isinstance(value, dt.date | dt.time):
        return _moment(value, kind)
    if isinstance(value, int | float):
        return _number(value, kind)
    return several(value) if shape and shape.several and not shape.group else value.strip()


def _flag(value: Value) -> Plain:
    if isinstance(value, bool):
        return value
    return _FLAGS.get(lookup_key(str(value)), str(value))


def _moment(value: dt.date | dt.time, kind: str) -> Plain | Odd:
    """A day or time as it is written in front matter; in a field of text a program has taken it for one."""
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    if isinstance(value, dt.datetime):
        shown = f"{value:%Y-%m-%d %H:%M:%S}" if value.second else f"{value:%Y-%m-%d %H:%M}"
    else:
        shown = value.isoformat()
    if kind in ("day", "moment"):
        return shown
    return Odd(N_("was taken for a day by the spreadsheet program"), _AS_TEXT, shown)


def _number(value: int | float, kind: str) -> Plain | Odd:
    if kind == "telephone":
        digits = str(value)
        is_short = len(digits) < 9 or digits.startswith("1")  # 113, 1022, 1900 1234
        return digits if is_short else Odd(_ZERO, _AS_TEXT, f"0{digits}")
    if kind == "text" and isinstance(value, float):
        return Odd(N_("is a number, in which zeros at the end are lost"), _AS_TEXT, str(value))
    return value


def several(text: str) -> list[str]:
    """The entries of a cell: one on each line where it has several lines, else between semicolons."""
    return [one.strip() for one in text.split("\n" if "\n" in text else ";") if one.strip()]


def in_one_cell(entries: list[str]) -> str:
    """The entries as a cell that reads back to them."""
    if any(";" in entry for entry in entries):
        return "\n".join(entries) + ("\n" if len(entries) == 1 else "")
    return "; ".join(entries)
