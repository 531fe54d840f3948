"""Open data: JSON and CSV of each content type, cut by year, so that closed years never change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from congtinh.languages import LANGUAGES
from congtinh.model import Item, SiteModel
from congtinh.opendata.documents import (
    COLUMNS,
    RELATIONS_SCHEMA,
    document_columns,
    documents_print,
)
from congtinh.opendata.tables import csv_text, indented
from congtinh.records.fields import FieldFacts
from congtinh.records.registry import RECORD_TYPES
from congtinh.records.schema import open_data_schema, public_fields

_DOCUMENTS = "legal_document"


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


def dictionary(name: str) -> list[FieldFacts]:
    """The fields of the open data of one type."""
    added = [one.facts for one in COLUMNS] if name == _DOCUMENTS else []
    return [*public_fields(RECORD_TYPES[name]).values(), *added]


def data_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of the files of one type."""
    schema = open_data_schema(name)
    if name == _DOCUMENTS:
        properties = schema["properties"]["items"]["items"]["properties"]
        properties["relations"] |= RELATIONS_SCHEMA
        properties |= {one.name: one.described for one in COLUMNS}
    return schema


def data_parts(model: SiteModel) -> list[DataPart]:
    """The parts of every content type; making them is cheap, only their files cost."""
    return [part for name in RECORD_TYPES for part in dataset_rows(model, name)]


def part_print(model: SiteModel, part: DataPart) -> list[bytes]:
    """What changes whenever a file of the part does."""
    shown = [model.print_of(item) for item in part.items]
    return [*shown, *documents_print(model, part.items)] if part.type == _DOCUMENTS else shown


def part_files(model: SiteModel, part: DataPart, site_url: str) -> Iterator[tuple[str, str]]:
    """``(address, text)`` of the two files of one part."""
    fields = list(public_fields(RECORD_TYPES[part.type]))
    rows = [_row(model, item, fields, site_url) for item in part.items]
    data = {"type": part.type, "year": part.year, "items": rows}
    added = [one.name for one in COLUMNS] if part.type == _DOCUMENTS else []
    yield part.json_address, indented(data) + "\n"
    yield part.csv_address, csv_text(rows, ["id", "type", "lang", "url", *fields, *added])


def _row(model: SiteModel, item: Item, fields: list[str], site_url: str) -> dict[str, Any]:
    record = item.record
    row: dict[str, Any] = {
        "id": item.id,
        "type": item.type,
        "lang": item.lang,
        "url": f"{site_url}/{item.address}" if record.own_page else "",
    }
    added = document_columns(model, item, site_url)
    for name in fields:
        value = added.pop("relations", None) if name == "relations" else getattr(record, name)
        if value is None or value == "" or value == ():
            continue
        row[name] = value if isinstance(value, str) else _plain(value)
    row.setdefault("title", record.heading)
    return row | added


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", exclude_none=True)
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    return value.isoformat() if hasattr(value, "isoformat") else value
