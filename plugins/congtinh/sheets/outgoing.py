"""Items as rows: the values of records under the headings that read back to them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel

from congtinh.languages import Language
from congtinh.records.base import Record
from congtinh.records.fields import HANOI
from congtinh.records.packing import Packed
from congtinh.sheets.columns import BODY, FILE, Keys
from congtinh.sheets.filling import NO, YES, in_one_cell
from congtinh.sheets.shapes import Shape, shapes_of
from congtinh.vocabulary.registry import Vocabularies

LONGEST_CELL = 32_000
"""Characters of the text that one cell takes; a longer one goes on in the next column."""

Cell = str | int | float | dt.date
Address = tuple[Keys, Language]
"""What a column holds: the field and the language."""


class Pair(NamedTuple):
    """The records and texts of one item; ``name``: its id below the folder of its type."""

    name: str
    vi: Record | None
    en: Record | None
    body_vi: str = ""
    body_en: str = ""


class Line(NamedTuple):
    """The row of an item, and the rows of its parts by field and language."""

    cells: dict[Address, Cell]
    parts: dict[tuple[str, Language], list[dict[Keys, Cell]]]


def line_of(pair: Pair, vocabularies: Vocabularies, with_parts: bool) -> Line:
    """The cells of an item.  ``with_parts``: lists of groups go into sheets of their own."""
    line = Line({((FILE,), "vi"): pair.name}, {})
    one = pair.vi or pair.en
    if one is not None and one.id != f"{one.type}/{pair.name}":
        line.cells[("id",), "vi"] = one.id or ""
    _fill(line, "vi", pair.vi, _values(pair.vi, None), pair.body_vi, vocabularies, with_parts)
    _fill(line, "en", pair.en, _values(pair.en, pair.vi), pair.body_en, vocabularies, with_parts)
    return line


def _values(record: Record | None, pair: Record | None) -> dict[str, Any]:
    """The facts that one file has to write: an English one those that it does not inherit."""
    found = {}
    for name, shape in shapes_of(type(record)).items() if record else ():
        value = getattr(record, name)
        inherited = pair is not None and shape.facts.shared and getattr(pair, name) == value
        if name != "id" and value is not None and value != () and not inherited:
            found[name] = value
    return found


def _fill(
    line: Line, language: Language, record: Record | None, values: Mapping[str, Any], body: str,
    vocabularies: Vocabularies, with_parts: bool,
) -> None:  # fmt: skip
    shapes = shapes_of(type(record)) if record else {}
    for name, value in values.items():
        if with_parts and isinstance(value, tuple) and isinstance(value[0], BaseModel):
            rows = [dict(_cells((), part, vocabularies)) for part in value]
            line.parts[name, language] = rows
        else:
            for keys, cell in _cells((name,), value, vocabularies, shapes.get(name)):
                line.cells[keys, language] = cell
    for place, piece in enumerate(_pieces(body)):
        line.cells[(BODY, place) if place else (BODY,), language] = piece


def _cells(
    keys: Keys, value: Any, vocabularies: Vocabularies, shape: Shape | None = None
) -> Iterator[tuple[Keys, Cell]]:
    """The cells of one value, each with the keys that lead to it."""
    if isinstance(value, Packed):
        shapes = shapes_of(type(value))
        for name, inner in {**value.__dict__, **(value.__pydantic_extra__ or {})}.items():
            if inner is not None and inner != ():
                yield from _cells((*keys, name), inner, vocabularies, shapes.get(name))
    elif isinstance(value, tuple | list) and value and isinstance(value[0], BaseModel):
        for place, inner in enumerate(value):
            yield from _cells((*keys, place), inner, vocabularies)
    elif isinstance(value, tuple | list):
        yield keys, in_one_cell([str(_cell(one, shape, vocabularies)) for one in value])
    else:
        yield keys, _cell(value, shape, vocabularies)


def _cell(value: Any, shape: Shape | None, vocabularies: Vocabularies) -> Cell:
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, dt.datetime):
        local = value.astimezone(HANOI)
        if local.time() == dt.time():
            return local.date()
        return f"{local:%Y-%m-%d %H:%M:%S}" if local.second else f"{local:%Y-%m-%d %H:%M}"
    if isinstance(value, dt.date | int | float):
        return value
    return worded(str(value), shape.facts.vocabulary if shape else "", vocabularies)


def worded(code: str, name: str, vocabularies: Vocabularies) -> str:
    """The Vietnamese label of a code, where it reads back to the code; else the code."""
    if name in vocabularies and (term := vocabularies[name].get(code)):
        back = vocabularies[name].find(term.label.vi)
        if back is not None and back.code == code:
            return term.label.vi
    return code


def _pieces(text: str) -> list[str]:
    """A text in pieces that one cell takes, cut at the ends of lines."""
    pieces = [""]
    for line in text.splitlines(keepends=True):
        while len(pieces[-1]) + len(line) > LONGEST_CELL:
            room = LONGEST_CELL - len(pieces[-1]) if not pieces[-1] else 0
            pieces[-1], line = pieces[-1] + line[:room], line[room:]
            pieces.append("")
        pieces[-1] += line
    return [piece for piece in pieces if piece]


def addresses_in(lines: Iterable[Line]) -> set[Address]:
    """The columns that any of the lines has a cell in."""
    return {address for line in lines for address in line.cells}
