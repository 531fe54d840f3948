"""``invoke template`` and ``invoke export``: an empty workbook of a content type, and one with its items."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pydantic import BaseModel

from congtinh.languages import LANGUAGES, Language
from congtinh.opendata.workbooks import SheetOf, packed_workbook
from congtinh.records.base import Record
from congtinh.sheets.columns import BODY, FILE
from congtinh.sheets.layout import (
    Head,
    Lists,
    example_of,
    head_of,
    part_sheet_name,
    sheet_of,
)
from congtinh.sheets.outgoing import Address, Cell, Line, addresses_in
from congtinh.sheets.shapes import shapes_of
from congtinh.vocabulary.registry import Vocabularies

_NOT_OFFERED = ("id", "slug", "translated_from_rev", "old_urls", "legacy")
_GUIDE = "_Hướng dẫn"
_VI: Language = "vi"
_ID: Address = (("id",), _VI)


def template(record_type: type[Record], vocabularies: Vocabularies, today: dt.date) -> bytes:
    """An empty workbook for the items of a type: mandatory columns first, a sheet for each list of parts."""
    lists = Lists(vocabularies)
    heads = [head_of(record_type, address) for address in _offered(record_type)]
    main = sheet_of(record_type.list_label.vi, heads, (), lists, example_of(heads, lists, today))
    parts = [
        _part_sheet(record_type, name, language, (), lists)
        for name, language in _part_fields(record_type)
    ]
    return packed_workbook([main, *parts, _guide(record_type, heads), lists.sheet()])


def exported(record_type: type[Record], lines: Sequence[Line], vocabularies: Vocabularies) -> bytes:
    """A workbook of items, with the columns that any of them fills."""
    lists = Lists(vocabularies)
    heads = [head_of(record_type, address) for address in _in_order(record_type, addresses_in(lines))]
    main = sheet_of(record_type.list_label.vi, heads, [line.cells for line in lines], lists)
    used = dict.fromkeys(key for line in lines for key in line.parts)
    parts = [
        _part_sheet(record_type, name, language, _part_rows(lines, name, language), lists)
        for name, language in sorted(used)
    ]
    return packed_workbook([main, *parts, lists.sheet()])


def exported_csv(record_type: type[Record], lines: Sequence[Line]) -> bytes:
    """The same as CSV in UTF-8 with its mark; parts stand in columns such as ``images[1].alt``."""
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    heads = [head_of(record_type, address) for address in _in_order(record_type, addresses_in(lines))]
    writer.writerow([head.name for head in heads])
    writer.writerows([line.cells.get(head.address, "") for head in heads] for line in lines)
    return b"\xef\xbb\xbf" + made.getvalue().encode()


def _offered(record_type: type[Record]) -> Iterator[Address]:
    """The columns of an empty workbook, English ones after their Vietnamese ones."""
    shapes = shapes_of(record_type)
    own = frozenset(record_type.__annotations__)
    single = [n for n, s in shapes.items() if s.group is None and n not in _NOT_OFFERED]
    yield (FILE,), "vi"
    for name in sorted(single, key=lambda n: (not shapes[n].facts.mandatory, n not in own)):
        yield (name,), "vi"
        if not shapes[name].facts.shared and shapes[name].kind == "text":
            yield (name,), "en"
    for name, shape in shapes.items():
        if shape.group and not shape.several and name not in _NOT_OFFERED:
            yield from (((name, inner), "vi") for inner in shapes_of(shape.group))
    yield (BODY,), "vi"
    yield (BODY,), "en"


def _part_fields(record_type: type[Record]) -> Iterator[tuple[str, Language]]:
    for name, shape in shapes_of(record_type).items():
        if shape.is_listed:
            yield name, "vi"
            if not shape.facts.shared:
                yield name, "en"


def _in_order(record_type: type[Record], found: Iterable[Address]) -> list[Address]:
    """Columns in the order of the fields, the file's name first and the text last."""
    order = [FILE, "id", *(name for name in shapes_of(record_type) if name != "id"), BODY]

    def place(address: Address) -> tuple[object, ...]:
        keys, language = address
        return order.index(str(keys[0])), LANGUAGES.index(language), [str(k).zfill(4) for k in keys[1:]]

    return sorted(found, key=place)


def _part_rows(
    lines: Iterable[Line], field: str, language: Language
) -> list[Mapping[Address, Cell]]:
    return [
        {_ID: line.cells[(FILE,), "vi"], **{(keys, _VI): cell for keys, cell in row.items()}}
        for line in lines
        for row in line.parts.get((field, language), ())
    ]


def _part_sheet(
    record_type: type[Record],
    field: str,
    language: Language,
    rows: Sequence[Mapping[Address, Cell]],
    lists: Lists,
) -> SheetOf:
    model = shapes_of(record_type)[field].group
    assert model is not None
    heads = [head_of(record_type, _ID), *_part_heads(model, rows)]
    return sheet_of(part_sheet_name(record_type, field, language), heads, rows, lists)


def _part_heads(model: type[BaseModel], rows: Sequence[Mapping[Address, Cell]]) -> list[Head]:
    """A column for each plain field of a part, and those of its own lists that any row fills."""
    plain: list[Address] = [((name,), "vi") for name, shape in shapes_of(model).items() if shape.group is None]
    more = {address for row in rows for address in row if address not in plain}
    inner = sorted(more - {_ID}, key=str)
    return [head_of(model, address) for address in (*plain, *inner)]


def _guide(record_type: type[Record], heads: Sequence[Head]) -> SheetOf:
    """What each column wants, on a sheet that is not read."""
    rows = [
        (head.vi, head.en, head.name, "có / yes" if head.is_mandatory else "", head.rule) for head in heads
    ]
    top = (("Cột", "Column", "Tên trường / Field", "Bắt buộc / Mandatory", "Cách ghi / What to write"),)
    return SheetOf(_GUIDE, top, rows, (34, 34, 26, 14, 90))
