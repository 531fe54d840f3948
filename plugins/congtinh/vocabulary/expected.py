"""Lists of what a department says it will publish: ``content/vocabulary/expected_<type>.csv``."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterator, Mapping

from congtinh.errors import N_
from congtinh.text.fold import fold

EXPECTED = "expected"
TYPES = ("project", "tender", "plan", "finance", "science_task")
"""The content types that such a list may be kept for."""
_COLUMNS = ("year", "code", "name", "name_en", "due")
_VIETNAMESE = {"nam": "year", "ma": "code", "ten": "name", "ten_tieng_anh": "name_en", "han": "due"}
"""Heads that mean the same columns, without marks."""

CsvFault = tuple[str, str, int, Mapping[str, object]]
"""What is wrong with a list: message, remedy, line and what they name."""
_WRITE_COLUMNS = N_("Write the columns year and code or name, and name_en and due if wanted")


def rows_of(text: str, type_: str) -> Iterator[tuple[str, dict[str, object], int] | CsvFault]:
    """Each row as a term: its code in the vocabulary, its keys and its line; or what is wrong with it."""
    divider = ";" if text.partition("\n")[0].count(";") else ","
    reader = csv.reader(io.StringIO(text), delimiter=divider)
    head: list[str] = []
    try:
        for cells in reader:
            told = [" ".join(cell.split()) for cell in cells]
            if not any(told):
                continue
            if not head:
                head = [_column(cell) for cell in told]
                wrong = [cell for cell, name in zip(told, head, strict=True) if name not in _COLUMNS]
                if wrong or "year" not in head or not {"code", "name"} & set(head):
                    column = ", ".join(wrong) or ", ".join(told)
                    yield N_("“{column}” is no column of this list"), _WRITE_COLUMNS, 1, {"column": column}
                    return
                continue
            yield _row(dict(zip(head, told, strict=False)), type_, reader.line_num)
    except csv.Error as error:
        reason: dict[str, object] = {"reason": str(error)}
        yield N_("is not valid CSV: {reason}"), N_("Save the sheet as CSV again"), reader.line_num, reason


def _column(head: str) -> str:
    plain = fold(head).strip().replace(" ", "_")
    return _VIETNAMESE.get(plain, plain)


def _row(told: dict[str, str], type_: str, line: int) -> tuple[str, dict[str, object], int] | CsvFault:
    name, code, year = told.get("name", ""), told.get("code", ""), told.get("year", "")
    if not (name or code):
        return N_("the row has neither a code nor a name"), _WRITE_COLUMNS, line, {}
    if not (year.isdigit() and 1990 <= int(year) <= 2100):
        remedy = N_("Write four digits in the column year")
        return N_("“{year}” is not a year"), remedy, line, {"year": year}
    due = told.get("due", "")
    if due and _day(due) is None:
        return N_("“{due}” is not a day"), N_("Write the column due as 2026-03-31"), line, {"due": due}
    keys: dict[str, object] = {
        "vi": name or code,
        "en": told.get("name_en") or name or code,
        "type": type_,
        "written": code,
        "year": int(year),
        "due": due,
        "line": line,
    }
    return f"{type_}:{line}", keys, line


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
