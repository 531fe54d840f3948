"""Rows of a source: JSON Lines, CSV or an Excel sheet, gzip too, each with its line or row."""

from __future__ import annotations

import csv
import datetime as dt
import gzip
import io
import json
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from congtinh.errors import N_, ContentError, Problem
from congtinh.text.encoding import decode

_DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True)
class Row:
    """One record of the source; ``line`` counts from 1 in the file, or is the row of the sheet."""

    line: int
    values: dict[str, Any]


def read_rows(source: Path) -> Iterator[Row | Problem]:
    """The rows of ``source`` in its order; a row that cannot be read is a ``Problem``.

    A source that cannot be read at all is a ``ContentError``.  Blank lines are no rows.
    """
    name = source.name.lower()
    packed = name.endswith(".gz")
    reader = _READERS.get(Path(name.removesuffix(".gz")).suffix)
    if reader is None:
        raise _unreadable(
            source,
            N_("is not a file of records that can be imported"),
            N_("Give a file that ends in .jsonl, .csv or .xlsx, or one of these with .gz"),
        )
    try:
        data = source.read_bytes()
        yield from reader(source, gzip.decompress(data) if packed else data)
    except FileNotFoundError:
        raise _unreadable(
            source, N_("there is no such file"), N_("Check the path after --from")
        ) from None
    except (
        OSError,
        EOFError,
        zlib.error,
        BadZipFile,
        InvalidFileException,
        KeyError,
        ValueError,
        csv.Error,
    ) as error:
        raise _unreadable(
            source,
            N_("cannot be read: {reason}"),
            N_("Save the file again and give the new one"),
            reason=str(error),
        ) from error


def _unreadable(source: Path, message: str, remedy: str, **params: object) -> ContentError:
    return ContentError([Problem(source.name, message, remedy, params=params)])


def _text(source: Path, data: bytes) -> str:
    text, fault = decode(data)
    if text is None:
        raise _unreadable(
            source,
            N_("is not UTF-8 but {encoding}"),
            N_("Save the file as UTF-8 (in Excel: “CSV UTF-8”)"),
            encoding=fault.encoding if fault else "?",
        )
    return text


def _json_lines(source: Path, data: bytes) -> Iterator[Row | Problem]:
    for line, text in enumerate(_text(source, data).split("\n"), 1):
        if not text.strip():
            continue
        try:
            values = json.loads(text)
        except (ValueError, RecursionError) as error:
            yield Problem(
                source.name,
                N_("is not JSON: {reason}"),
                N_("Write one JSON object on the line"),
                value=text,
                line=line,
                params={"reason": str(error)},
            )
            continue
        if isinstance(values, dict):
            yield Row(line, values)
        else:
            yield Problem(
                source.name,
                N_("is not a record"),
                N_("Write one JSON object on the line"),
                value=text,
                line=line,
            )


def _csv(source: Path, data: bytes) -> Iterator[Row | Problem]:
    text = _text(source, data)
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    heads = _heads(source, next(reader, []))
    line = reader.line_num + 1
    for cells in reader:
        start, line = line, reader.line_num + 1
        if any(cell.strip() for cell in cells):
            yield _row(source, start, heads, list(cells))


def _sheet(source: Path, data: bytes) -> Iterator[Row | Problem]:
    """The first sheet of the workbook."""
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    try:
        rows = book.worksheets[0].iter_rows(values_only=True) if book.worksheets else iter(())
        heads = _heads(source, [_cell(value) for value in next(iter(rows), ())])
        for number, cells in enumerate(rows, 2):
            values = [_cell(cell) for cell in cells]
            if any(value not in (None, "") for value in values):
                yield _row(source, number, heads, values)
    finally:
        book.close()


def _heads(source: Path, cells: list[Any]) -> list[str]:
    heads = [str(cell or "").strip() for cell in cells]
    while heads and not heads[-1]:
        heads.pop()
    if not heads:
        raise _unreadable(
            source,
            N_("has no row of headings"),
            N_("Write the names of the columns in the first row"),
        )
    for head in heads:
        if head and heads.count(head) > 1:
            raise _unreadable(
                source,
                N_("has two columns named “{name}”"),
                N_("Give each column a name of its own"),
                name=head,
            )
    return heads


def _row(source: Path, line: int, heads: list[str], cells: list[Any]) -> Row | Problem:
    extra = [cell for cell in cells[len(heads) :] if cell not in (None, "")]
    if extra:
        return Problem(
            source.name,
            N_("has more cells than the row of headings"),
            N_("Put a cell that holds the delimiter between double quotes"),
            value=str(extra[0]),
            line=line,
        )
    return Row(line, {head: cell for head, cell in zip(heads, cells, strict=False) if head})


def _cell(value: object) -> object:
    """A cell as editors see it: days as 2026-11-09, whole numbers without a decimal point."""
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time()
        return value.date().isoformat() if midnight else value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


_READERS: dict[str, Callable[[Path, bytes], Iterator[Row | Problem]]] = {
    ".jsonl": _json_lines,
    ".ndjson": _json_lines,
    ".csv": _csv,
    ".xlsx": _sheet,
}
