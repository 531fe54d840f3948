"""CSV files to one sheet without a name: commas, semicolons or tabs, in UTF-8 with or without its mark."""

from __future__ import annotations

import csv
import io

from congtinh.errors import N_
from congtinh.sheets.values import Sheet, Unreadable
from congtinh.text.encoding import decode

_DELIMITERS = ",;\t"
_LONGEST_FIELD = 5_000_000


def read_delimited(data: bytes) -> list[Sheet]:
    """The one sheet of a CSV file; ``Unreadable`` where it is in another encoding or has no end."""
    text, fault = decode(data)
    if text is None:
        raise Unreadable(
            N_("is not UTF-8 but {encoding}"),
            N_("Save the file as UTF-8 (in Excel: “CSV UTF-8”)"),
            encoding=fault.encoding if fault else "?",
        )
    if "\0" in text:
        raise Unreadable(N_("is not a text file"), N_("Save the file as UTF-8 (in Excel: “CSV UTF-8”)"))
    csv.field_size_limit(_LONGEST_FIELD)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    rows, line = [], 1
    try:
        for cells in reader:
            plain = tuple(cell.replace("\r\n", "\n").strip() for cell in cells)
            if any(plain):
                rows.append((line, plain))
            line = reader.line_num + 1
    except csv.Error:
        raise Unreadable(
            N_("has a quotation mark without its pair from line {line} on"),
            N_("Put a cell that holds the delimiter between double quotes"),
            line=line,
        ) from None
    return [Sheet("", tuple(rows))]


def _delimiter(text: str) -> str:
    """The sign that stands most often in the first line, outside quotation marks."""
    first = "".join(text.lstrip("\n").partition("\n")[0].split('"')[::2])
    return max(_DELIMITERS, key=first.count)
