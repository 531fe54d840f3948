"""A workbook as the content files that its rows stand for, and where each of their fields is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from posixpath import dirname
from typing import Any, NamedTuple

from congtinh.errors import N_, Cell, Problem, Severity
from congtinh.languages import LANGUAGES, Language
from congtinh.records.base import Record
from congtinh.records.registry import RECORD_TYPES
from congtinh.sheets.columns import BODY, FILE, Column, Keys, list_field, shape_at
from congtinh.sheets.delimited import read_delimited
from congtinh.sheets.filling import Odd, filled
from congtinh.sheets.fronts import content_file, listed, put
from congtinh.sheets.headed import Headed, headed, names_fields
from congtinh.sheets.shapes import shapes_of
from congtinh.sheets.values import Sheet, Unreadable, Value, Wrong, fault
from congtinh.sheets.xlsx_reading import read_workbook
from congtinh.text.slug import slugify

ENDINGS = (".xlsx", ".csv")
OTHER_ENDINGS = (".xls", ".xlsm", ".xlsb", ".ods", ".tsv")
"""Spreadsheets that are not read, and are told of where items lie."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*(?:/[A-Za-z0-9][A-Za-z0-9_.-]*)*")

_EMPTY = Unreadable(N_("holds no rows"), N_("Write the items in it, or delete the file"))

Place = tuple[int, int]
"""The number of a sheet and the row in it."""


class Origin(NamedTuple):
    """Where an item is written: its row, and the rows of its parts by ``(field, language)``."""

    row: Place
    parts: dict[tuple[str, str], list[Place]]


class Expanded(NamedTuple):
    """What a spreadsheet came to: content path to bytes, path without its ending to the rows.

    ``sheets``: name, and words of the headings by ``(keys, language)``.
    """

    files: dict[str, bytes]
    origins: dict[str, Origin]
    sheets: tuple[tuple[str, dict[tuple[Keys, str], str]], ...]
    problems: tuple[Problem, ...]


def expanded(path: str, data: bytes) -> Expanded:
    """The items in the bytes of a spreadsheet at ``path`` below the content folder."""
    try:
        sheets = _read(path, data)
    except Unreadable as failure:
        told = failure.problem(path)
        if path.lower().endswith(OTHER_ENDINGS):  # it may well be a file to download
            told = replace(told, severity=Severity.WARNING)
        return Expanded({}, {}, (), (told,))
    return _Expanding(path).of(sheets)


def _read(path: str, data: bytes) -> list[Sheet]:
    lowered = path.lower()
    if lowered.endswith(OTHER_ENDINGS):
        raise Unreadable(
            N_("is not a spreadsheet that can be read"),
            N_("Save it as .xlsx or as CSV in UTF-8; a file to download belongs into content/files"),
        )
    sheets = read_delimited(data) if lowered.endswith(".csv") else read_workbook(data)
    filled_in = [sheet for sheet in sheets if sheet.rows]
    if not filled_in:
        raise _EMPTY
    return filled_in


class _Item:
    """One row on its way into a pair of files."""

    def __init__(self, name: str, row: Place) -> None:
        self.name, self.origin = name, Origin(row, {})
        self.values: dict[Language, dict[str | int, Any]] = {"vi": {}, "en": {}}

    def add(self, column: Column, place: Place, group: dict[str | int, Any]) -> None:
        """One more part of a list that has a sheet of its own."""
        field = str(column.keys[0])
        parts = self.values[column.language].setdefault(field, {})
        parts[max(parts, default=-1) + 1] = group
        self.origin.parts.setdefault((field, column.language), []).append(place)


class _Expanding:
    def __init__(self, path: str) -> None:
        self.path, self.type = path, RECORD_TYPES[path.partition("/")[0]]
        self.items: dict[str, _Item] = {}
        self.problems: list[Problem] = []
        self.heads: list[tuple[str, dict[tuple[Keys, str], str]]] = []

    def of(self, sheets: list[Sheet]) -> Expanded:
        """Sheets of items first, then those of their parts; nothing of a table that names no field."""
        if not any(names_fields(sheet, self.type) for sheet in sheets):
            return Expanded({}, {}, (), ())
        fields = [list_field(self.type, sheet.name) if sheet.name else None for sheet in sheets]
        for sheet, field in sorted(zip(sheets, fields, strict=True), key=lambda one: one[1] is not None):
            shape = shapes_of(self.type)[str(field.keys[0])] if field else None
            model = shape.group if shape and shape.group else self.type
            found = headed(self.path, sheet, model, field is None)
            if isinstance(found, Problem):
                self.problems.append(found)
                continue
            self.problems += found.problems
            words: dict[tuple[Keys, str], str] = {
                (column.keys, column.language): column.words for column in found.columns if column
            }
            self.heads.append((found.name, words))
            if field:
                self._parts(found, field, model)
            else:
                self._items(found)
        if not self.items and not self.problems:
            self.problems.append(_EMPTY.problem(self.path))
        files = {path: data for item in self.items.values() for path, data in self._files(item)}
        origins = {f"{self.path}/{item.name}": item.origin for item in self.items.values()}
        return Expanded(files, origins, tuple(self.heads), tuple(self.problems))

    def _items(self, sheet: Headed) -> None:
        number = len(self.heads) - 1
        for row, cells in sheet.rows:
            values = self._values(sheet, row, cells, self.type)
            if not (values["vi"] or values["en"]):
                continue
            name = self._name(sheet, row, values)
            if name in self.items:
                self._twice(sheet, row, name)
            elif name:
                item = self.items[name] = _Item(name, (number, row))
                item.values = values

    def _parts(self, sheet: Headed, field: Column, model: Any) -> None:
        number = len(self.heads) - 1
        for row, cells in sheet.rows:
            values = self._values(sheet, row, cells, model)["vi"]
            owner = str(values.pop("id", "") or "").strip()
            if not owner and not values:
                continue
            item = self.items.get(owner) or self.items.get(slugify(owner, 200))
            if item is None:
                self._tell(
                    sheet, row, ("id",), N_("is not the id of a row of this workbook"),
                    N_("Write the id, or the title, of the item that this row belongs to"), owner or None,
                )  # fmt: skip
            else:
                item.add(field, (number, row), values)

    def _values(
        self, sheet: Headed, row: int, cells: tuple[Value, ...], model: Any
    ) -> dict[Language, dict[str | int, Any]]:
        found: dict[Language, dict[str | int, Any]] = {"vi": {}, "en": {}}
        for column, cell in zip(sheet.columns, cells, strict=False):
            if column is None or cell is None:
                continue
            value = filled(cell, shape_at(model, column.keys))
            if isinstance(value, Odd):
                shown = cell.shown if isinstance(cell, Wrong) else cell if isinstance(cell, int | float) else value.value
                self._tell(sheet, row, column.keys, value.message, value.remedy, shown, column.words)
                value = value.value
            if value is not None:
                keys = (BODY, 0) if column.keys == (BODY,) else column.keys
                put(found[column.language], keys, value)
        return found

    def _name(self, sheet: Headed, row: int, values: dict[Language, dict[str | int, Any]]) -> str:
        """The name of the row's file: as written, or made of what the item is called."""
        both = {**values["en"], **values["vi"]}
        file = str(values["vi"].pop(FILE, "") or "").strip()
        if not file:
            file = str(values["vi"].pop("id", "") or "").strip()
            file = file.removeprefix(f"{dirname(self.path)}/")
        if file:
            if _NAME.fullmatch(file) and ".." not in file:
                return file
            self._tell(
                sheet, row, ("id",), N_("is not a name for a file"),
                N_("Write ASCII letters, digits and hyphens only"), file,
            )  # fmt: skip
            return ""
        name = "-".join(filter(None, (slugify(str(both.get(one) or "")) for one in _naming(self.type, both))))
        if not name:
            self._tell(
                sheet, row, (), N_("has neither a title nor an id"),
                N_("Write one of them; the page is named by it"), None,
            )  # fmt: skip
        return name

    def _twice(self, sheet: Headed, row: int, name: str) -> None:
        if not name:
            return
        place, first = self.items[name].origin.row
        other = Cell(self.heads[place][0], first)
        self._tell(
            sheet, row, ("id",), N_("is the id of another row too: {other}"),
            N_("Write an id of its own in the column “id”, or delete one of the two rows"), name, other=other,
        )  # fmt: skip

    def _tell(
        self, sheet: Headed, row: int, keys: Keys, message: str, remedy: str, value: object,
        words: str = "", **params: object,
    ) -> None:  # fmt: skip
        if not words:
            wanted = ((FILE,), keys) if keys == ("id",) else (keys,)
            words = next((c.words for c in sheet.columns if c and c.keys in wanted), "")
        self.problems.append(
            fault(self.path, Cell(sheet.name, row, words), message, remedy, value, **params)
        )

    def _files(self, item: _Item) -> Iterator[tuple[str, bytes]]:
        for language in LANGUAGES:
            values = {str(key): listed(value) for key, value in item.values[language].items()}
            if values:
                yield f"{self.path}/{item.name}.{language}.md", content_file(values)


def _naming(record_type: type[Record], values: Mapping[str | int, Any]) -> tuple[str, ...]:
    """The fields that a row without an id is named by: its slug or title, else what the type says."""
    for one in ("slug", "title"):
        if values.get(one):
            return (one,)
    if record_type.row_named_by:
        return record_type.row_named_by
    return next(((one,) for one in ("name", "label", "period", "number", "key") if values.get(one)), ())


def cell_of(found: Expanded, path: str, keys: Keys) -> Cell | None:
    """Where the field of a row's file is written; ``None`` for a path that is none of its rows."""
    stem, language = path[: -len(".vi.md")], path[-5:-3]
    origin = found.origins.get(stem)
    if origin is None:
        return None
    field = str(keys[0]) if keys else ""
    parts = origin.parts.get((field, language)) or origin.parts.get((field, "vi"))
    if parts and len(keys) > 1 and isinstance(keys[1], int) and keys[1] < len(parts):
        number, row = parts[keys[1]]
        return Cell(found.sheets[number][0], row, _words(found.sheets[number][1], keys[2:], ("vi",)))
    number, row = origin.row
    name, words = found.sheets[number]
    return Cell(name, row, _words(words, keys, (language, "vi", "en")))


def _words(words: Mapping[tuple[Keys, str], str], keys: Keys, languages: tuple[str, ...]) -> str:
    """The heading over what keys lead to, or over the nearest part of it that has one."""
    while keys:
        for language in languages:
            if (keys, language) in words:
                return words[keys, language]
        keys = keys[:-1]
    return ""
