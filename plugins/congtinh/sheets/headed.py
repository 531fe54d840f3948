"""Sheets with their headings found: which rows are data, and what each column holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pydantic import BaseModel

from congtinh.errors import N_, Cell, Problem
from congtinh.opendata.sheet_xml import letters
from congtinh.sheets.columns import Column, column_of, is_ignored, near, shape_at
from congtinh.sheets.values import Sheet, Value, fault

LOOKED_AT = 12
"""Rows at the top of a sheet among which the headings are looked for."""
NOTE = "#"
"""How the first cell of a row begins that is no item."""


class Headed(NamedTuple):
    """A sheet below its headings; ``columns`` by place from 0, ``None`` for one that is not read."""

    name: str
    columns: tuple[Column | None, ...]
    rows: tuple[tuple[int, tuple[Value, ...]], ...]
    problems: tuple[Problem, ...]


def headed(path: str, sheet: Sheet, model: type[BaseModel], whole: bool) -> Headed | Problem:
    """The sheet by its headings; a ``Problem`` where no row of it looks like headings.

    ``whole``: its rows are items; else they are parts of items, named by the column ``id``.
    """
    found = _heading_row(sheet, model, whole)
    if found is None:
        return fault(
            path,
            Cell(sheet.name),
            N_("has no row with the names of fields"),
            N_("Write them in the first row as “invoke template” does; a file to download belongs into content/files, "
               "and a sheet whose name begins with _ is not read"),
        )  # fmt: skip
    start = found
    heads = sheet.rows[start][1]
    columns = tuple(_column(model, head, whole) for head in heads)
    rows = sheet.rows[start + 1 :]
    while rows and _repeats(columns, rows[0][1], model, whole):
        rows = rows[1:]
    below = rows[0][0] if rows else sheet.rows[start][0] + 1
    problems = (
        *_unknown(path, sheet, sheet.rows[start][0], heads, columns, model),
        *_twice(path, sheet, sheet.rows[start][0], columns),
        *_nameless(path, sheet, len(heads), columns, rows),
        *_merged(path, sheet, below, columns),
    )
    return Headed(sheet.name, columns, tuple(row for row in rows if not _is_note(row[1])), problems)


def names_fields(sheet: Sheet, model: type[BaseModel]) -> bool:
    """Whether any word at the top of a sheet is the name of a field; else it is a table of something else."""
    return any(_column(model, cell, True) for _, cells in sheet.rows[:LOOKED_AT] for cell in cells)


def _heading_row(sheet: Sheet, model: type[BaseModel], whole: bool) -> int | None:
    """The place of the row in which most cells, and at least half of them, name fields."""
    best, most = None, 0
    for place, (_, cells) in enumerate(sheet.rows[:LOOKED_AT]):
        words = [cell for cell in cells if isinstance(cell, str) and cell.strip()]
        known = sum(_column(model, word, whole) is not None for word in words)
        if known > most and known * 2 >= len(words):
            best, most = place, known
    return best


def _column(model: type[BaseModel], head: Value, whole: bool) -> Column | None:
    if not isinstance(head, str) or not head.strip() or is_ignored(head):
        return None
    found = column_of(model, head, whole)
    if found is None and not whole and head.strip().casefold() in ("id", "định danh", "identifier"):
        return Column(("id",), "vi", head.strip())
    if found is None or whole or found.language == "vi":
        return found
    inner = (*found.keys[:-1], f"{found.keys[-1]}_en")  # a part holds both languages
    return Column(inner, "vi", found.words) if shape_at(model, inner) else None


def _repeats(
    columns: tuple[Column | None, ...], cells: tuple[Value, ...], model: type[BaseModel], whole: bool
) -> bool:
    """Whether a row says the headings once more, in the other language or by the names of the fields."""
    said = [
        (_column(model, cell, whole), column)
        for cell, column in zip(cells, columns, strict=False)
        if column and cell not in (None, "")
    ]
    return bool(said) and all(a and a.keys == b.keys and a.language == b.language for a, b in said)


def _is_note(cells: tuple[Value, ...]) -> bool:
    first = next((cell for cell in cells if cell not in (None, "")), None)
    return isinstance(first, str) and first.lstrip().startswith(NOTE)


def _unknown(
    path: str, sheet: Sheet, row: int, heads: tuple[Value, ...],
    columns: tuple[Column | None, ...], model: type[BaseModel],
) -> Iterator[Problem]:  # fmt: skip
    for head, column in zip(heads, columns, strict=True):
        if column is None and head not in (None, "") and not is_ignored(str(head)):
            close = near(model, str(head))
            yield fault(
                path,
                Cell(sheet.name, row, str(head)),
                N_("is not the name of a field"),
                N_("Did you mean {near}?") if close
                else N_("Write the name of a field, or begin it with # so that the column is not read"),
                near=", ".join(close),
            )  # fmt: skip


def _twice(
    path: str, sheet: Sheet, row: int, columns: tuple[Column | None, ...]
) -> Iterator[Problem]:
    seen: dict[tuple[object, ...], str] = {}
    for column in columns:
        if column is None:
            continue
        first = seen.setdefault((column.keys, column.language), column.words)
        if list(seen.values()).count(first) and first is not column.words:
            yield fault(
                path,
                Cell(sheet.name, row, column.words),
                N_("means the same field as the column “{other}”"),
                N_("Keep one of the two"),
                other=first,
            )


def _nameless(
    path: str, sheet: Sheet, width: int, columns: tuple[Column | None, ...],
    rows: tuple[tuple[int, tuple[Value, ...]], ...],
) -> Iterator[Problem]:  # fmt: skip
    """Values in columns without a heading, told once for each column."""
    told: set[int] = set()
    for number, cells in rows:
        for place in range(width, len(cells)):
            if cells[place] not in (None, "") and place not in told and not _is_note(cells):
                told.add(place)
                yield fault(
                    path,
                    Cell(sheet.name, number, letters(place + 1)),
                    N_("stands in a column without a heading"),
                    N_("Write the name of a field above it; in CSV put a cell that holds the delimiter between "
                       "double quotes"),
                    value=cells[place],
                )  # fmt: skip


def _merged(
    path: str, sheet: Sheet, below: int, columns: tuple[Column | None, ...]
) -> Iterator[Problem]:
    for one in sheet.merged:
        if one.last >= below:
            column = columns[one.column - 1] if one.column <= len(columns) else None
            yield fault(
                path,
                Cell(sheet.name, one.first, column.words if column else letters(one.column)),
                N_("is merged with other cells"),
                N_("Divide the cells {cells} and write the value in each of them"),
                cells=one.shown,
            )
