"""Tables of figures from CSV files: their columns, their numbers, and whether what is called a total adds up."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from congtinh.text.fold import fold
from congtinh.text.numbers import number_of

TOTALS = frozenset({"tong", "tong so", "tong cong", "cong", "total", "sum"})
"""What the first cell of a row, or the head of a column, says where it is the total of the others."""
_RUNNING = ("luy ke", "cumulative")
_NOTHING = frozenset({"", "-", "–", "—", "…", "...", "x"})
_DETAIL = ("-", "–", "+", "•")
_ROUNDING = Decimal("0.1")
_TIME = re.compile(r"(?:(?:thang|quy|nam|month|quarter|year|q|t)\s*)?(?:\d|[ivx]+\b)")
_MOST_ROWS, _MOST_COLUMNS = 2000, 40

Row = tuple[str, ...]


class CsvFault(NamedTuple):
    """``line`` and ``column`` count from 1; ``kind`` says what is wrong, ``value`` and ``wanted`` with what."""

    kind: str
    line: int
    column: int = 0
    value: str = ""
    wanted: str = ""


class CsvTable(NamedTuple):
    """``lines`` are those of the file that the rows stand on; all rows are as long as ``head``."""

    head: Row
    rows: tuple[Row, ...]
    lines: tuple[int, ...]

    def number(self, row: int, column: int) -> Decimal | None:
        """What a cell is as a number."""
        return number_of(self.rows[row][column])

    @property
    def total_rows(self) -> tuple[int, ...]:
        """The rows that are called a total; each is that of the rows since the one before."""
        return tuple([n for n, row in enumerate(self.rows) if fold(row[0].strip(" .:")) in TOTALS])

    @property
    def total_columns(self) -> tuple[int, ...]:
        return tuple([n for n, words in enumerate(self.head) if fold(words.strip(" .:")) in TOTALS])

    @property
    def numeric_columns(self) -> tuple[int, ...]:
        """The columns that hold numbers and nothing else, at least one, the first column left out."""
        return tuple([n for n in range(1, len(self.head)) if self._is_numeric(n)])

    def _is_numeric(self, column: int) -> bool:
        told = [row[column] for row in self.rows if row[column].strip() not in _NOTHING]
        return bool(told) and all(number_of(one) is not None for one in told)

    def is_detail(self, row: int) -> bool:
        """Whether a row is a part of one above it (“- of which …”), and so not of the total."""
        return self.rows[row][0].lstrip().startswith(_DETAIL)


def read_csv_table(data: bytes) -> tuple[CsvTable | None, tuple[CsvFault, ...]]:
    """The table of a CSV file in UTF-8, divided by commas or semicolons, and what is wrong with it."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, (CsvFault("encoding", data[: error.start].count(b"\n") + 1),)
    divider = ";" if text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",") else ","
    reader = csv.reader(io.StringIO(text), delimiter=divider)
    found: list[tuple[int, list[str]]] = []
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                found.append((reader.line_num, [" ".join(cell.split()) for cell in cells]))
    except csv.Error as error:
        return None, (CsvFault("broken", reader.line_num, value=str(error)),)
    return _table(found)


def _table(found: list[tuple[int, list[str]]]) -> tuple[CsvTable | None, tuple[CsvFault, ...]]:
    if len(found) < 2:
        return None, (CsvFault("empty", 1),)
    (line, head), rows = found[0], found[1:]
    if len(rows) > _MOST_ROWS or len(head) > _MOST_COLUMNS:
        return None, (CsvFault("large", line),)
    faults = [CsvFault("head", line, n) for n, words in enumerate(head, 1) if not words]
    faults += [
        CsvFault("width", number, value=str(len(row)), wanted=str(len(head)))
        for number, row in rows
        if len(row) != len(head)
    ]
    whole = tuple([tuple((row + [""] * len(head))[: len(head)]) for _, row in rows])
    table = CsvTable(tuple(head), whole, tuple([number for number, _ in rows]))
    if not faults:
        faults += [*_odd_cells(table), *_sum_faults(table)]
    return table, tuple(faults)


def _odd_cells(table: CsvTable) -> Iterator[CsvFault]:
    """Cells that are no number in a column where most are."""
    for column in range(1, len(table.head)):
        told = [(n, row[column]) for n, row in enumerate(table.rows) if row[column].strip() not in _NOTHING]
        odd = [(n, one) for n, one in told if number_of(one) is None]
        if odd and len(odd) * 4 <= len(told):
            yield from (CsvFault("number", table.lines[n], column + 1, one) for n, one in odd)


def _sum_faults(table: CsvTable) -> Iterator[CsvFault]:
    """R23: totals are what their parts make, percentages make a hundred, what runs on never falls."""
    over_time = _is_over_time(table)
    for column in table.numeric_columns:
        running = over_time and fold(table.head[column]).startswith(_RUNNING)
        yield from _falls(table, column) if running else _row_totals(table, column)
    yield from _column_totals(table)


def _is_over_time(table: CsvTable) -> bool:
    """Whether each row is a month, quarter or year, so that a column may run on from row to row."""
    places = [row[0] for n, row in enumerate(table.rows) if n not in table.total_rows]
    return all(_TIME.match(fold(place)) for place in places)


def _falls(table: CsvTable, column: int) -> Iterator[CsvFault]:
    before: Decimal | None = None
    for row in range(len(table.rows)):
        value = None if row in table.total_rows else table.number(row, column)
        if value is not None and before is not None and value < before:
            yield _fault("falls", table, row, column, before)
        before = before if value is None else value


def _row_totals(table: CsvTable, column: int) -> Iterator[CsvFault]:
    start = 0
    for total in table.total_rows:
        rows = range(start, total) if total > start else range(total + 1, len(table.rows))
        parts: list[Decimal] = [
            value
            for row in rows
            if not table.is_detail(row) and (value := table.number(row, column)) is not None
        ]
        told, start = table.number(total, column), total + 1
        if told is None or not parts:
            continue
        if "%" in table.head[column]:
            if told == 100 and abs(sum(parts, Decimal(0)) - 100) > _ROUNDING:
                yield _fault("percent", table, total, column, Decimal(sum(parts)))
        elif _differs(parts, told):
            yield _fault("total", table, total, column, Decimal(sum(parts)))


def _column_totals(table: CsvTable) -> Iterator[CsvFault]:
    numeric = table.numeric_columns
    for total in table.total_columns:
        parts = [
            c
            for c in numeric
            if c not in table.total_columns and "%" not in table.head[c] and not fold(table.head[c]).startswith(_RUNNING)
        ]
        for row in range(len(table.rows)) if total in numeric and len(parts) > 1 else ():
            values = [value for c in parts if (value := table.number(row, c)) is not None]
            told = table.number(row, total)
            if told is not None and values and _differs(values, told):
                yield _fault("total", table, row, total, Decimal(sum(values)))


def _differs(parts: list[Decimal], told: Decimal) -> bool:
    """Whether a total is not that of its parts, each of which may have been rounded to its decimals."""
    places = max(-int(one.as_tuple().exponent) for one in (*parts, told))
    rounding = Decimal(1).scaleb(-places) * len(parts) / 2 if places > 0 else Decimal(0)
    return abs(sum(parts, Decimal(0)) - told) > rounding


def _fault(kind: str, table: CsvTable, row: int, column: int, wanted: Decimal) -> CsvFault:
    return CsvFault(kind, table.lines[row], column + 1, table.rows[row][column], f"{wanted:f}")
