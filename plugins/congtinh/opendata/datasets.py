"""Open data: JSON and CSV of each content type, cut by year, so that closed years never change."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from congtinh.languages import LANGUAGES
from congtinh.model import Item, SiteModel
from congtinh.records.fields import FieldFacts
from congtinh.records.registry import RECORD_TYPES
from congtinh.records.schema import public_fields


@dataclass(frozen=True, slots=True)
class DataPart:
    """One type and year: ``count`` items in ``open-data/<type>-<year>.json`` and ``.csv``."""

    type: str
    year: int | None
    items: tuple[Item, ...]

    @property
    def count(self) -> int:
        return len(self.items)

    @property
    def json_address(self) -> str:
        return data_address(self.type, self.year, "json")

    @property
    def csv_address(self) -> str:
        return data_address(self.type, self.year, "csv")


def data_address(name: str, year: int | None, ending: str) -> str:
    """The address of one data file; ``ending`` is ``json`` or ``csv``."""
    return f"open-data/{name}-{year}.{ending}" if year else f"open-data/{name}.{ending}"


def dataset_rows(model: SiteModel, name: str) -> list[DataPart]:
    """The parts of one content type, newest year first; items without a year in a part of their own."""
    groups: dict[int | None, list[Item]] = {}
    dated = RECORD_TYPES[name].in_feed
    for language in LANGUAGES:
        for item in model.of_type(name, language):
            groups.setdefault(item.record.year if dated else None, []).append(item)
    return [
        DataPart(name, year, tuple(sorted(groups[year], key=lambda i: (i.id, i.lang != "vi"))))
        for year in sorted(groups, key=lambda year: -(year or 0))
    ]


def data_years(model: SiteModel, name: str) -> list[tuple[int | None, int]]:
    """``(year, number of items)`` of each part of one content type, in the order of the parts."""
    years = model.years(name)
    if not RECORD_TYPES[name].in_feed:
        return [(None, sum(years.values()))] if years else []
    return sorted(years.items(), key=lambda part: -(part[0] or 0))


def dictionary(record_type: Any) -> list[FieldFacts]:
    """The fields of the open data of one type."""
    return list(public_fields(record_type).values())


def data_parts(model: SiteModel) -> list[DataPart]:
    """The parts of every content type; making them is cheap, only their files cost."""
    return [part for name in RECORD_TYPES for part in dataset_rows(model, name)]


def part_files(part: DataPart, site_url: str) -> Iterator[tuple[str, str]]:
    """``(address, text)`` of the two files of one part."""
    fields = list(public_fields(RECORD_TYPES[part.type]))
    rows = [_row(item, fields, site_url) for item in part.items]
    data = {"type": part.type, "year": part.year, "items": rows}
    yield part.json_address, indented(data) + "\n"
    yield part.csv_address, _csv(rows, ["id", "type", "lang", "url", *fields])


def _row(item: Item, fields: list[str], site_url: str) -> dict[str, Any]:
    record = item.record
    row: dict[str, Any] = {
        "id": item.id,
        "type": item.type,
        "lang": item.lang,
        "url": f"{site_url}/{item.address}" if record.own_page else "",
    }
    for name in fields:
        value = getattr(record, name)
        if value is None or value == "" or value == ():
            continue
        row[name] = value if isinstance(value, str) else _plain(value)
    row.setdefault("title", record.heading)
    return row


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", exclude_none=True)
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


_ENCODER = json.JSONEncoder(ensure_ascii=False)


def indented(value: Any, margin: str = "") -> str:
    """JSON with one space for each level: the text of ``json.dumps(…, indent=1)``.

    ``value`` is made of maps with text keys, lists and plain values.  The standard library leaves
    its encoder in C where it is to indent, which costs several times as much.
    """
    if isinstance(value, str) or not value or not isinstance(value, (dict, list)):
        return _ENCODER.encode(value)
    inner = margin + " "
    if isinstance(value, dict):
        lines = [f"{inner}{_key(key)}: {indented(one, inner)}" for key, one in value.items()]
        return "{\n" + ",\n".join(lines) + f"\n{margin}}}"
    lines = [inner + indented(one, inner) for one in value]
    return "[\n" + ",\n".join(lines) + f"\n{margin}]"


@lru_cache(maxsize=1024)
def _key(name: str) -> str:
    return _ENCODER.encode(name)


def _csv(rows: list[dict[str, Any]], columns: list[str]) -> str:
    """RFC 4180; several values are joined by ``;`` and what has parts of its own is JSON."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row[name]) if name in row else "" for name in columns])
    return "\ufeff" + text.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, str):
        return "'" + value if value[:1] in "=+-@\t\r" else value  # a spreadsheet would run it
    if isinstance(value, list) and all(isinstance(v, str) for v in value):
        return _cell("; ".join(value))
    return _ENCODER.encode(value) if isinstance(value, (list, dict)) else value
