"""Open data: JSON and CSV of each content type, cut by year, so that closed years never change."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

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
    def _stem(self) -> str:
        return f"open-data/{self.type}" + (f"-{self.year}" if self.year else "")

    @property
    def json_address(self) -> str:
        return f"{self._stem}.json"

    @property
    def csv_address(self) -> str:
        return f"{self._stem}.csv"


def dataset_rows(model: SiteModel, name: str) -> list[DataPart]:
    """The parts of one content type, newest year first; items without a year in a part of their own."""
    groups: dict[int | None, list[Item]] = {}
    dated = RECORD_TYPES[name].in_feed
    for language in ("vi", "en"):
        for item in model.of_type(name, language):
            groups.setdefault(item.record.year if dated else None, []).append(item)
    order = sorted(groups, key=lambda year: -(year or 0))
    return [
        DataPart(name, year, tuple(sorted(groups[year], key=lambda i: (i.id, i.lang != "vi"))))
        for year in order
    ]


def dictionary(record_type: Any) -> list[FieldFacts]:
    """The fields of the open data of one type."""
    return list(public_fields(record_type).values())


def data_files(model: SiteModel, site_url: str) -> Iterator[tuple[str, str]]:
    """``(address, text)`` of every data file."""
    for name in RECORD_TYPES:
        fields = list(public_fields(RECORD_TYPES[name]))
        for part in dataset_rows(model, name):
            rows = [_row(item, fields, site_url) for item in part.items]
            yield part.json_address, _json({"type": name, "year": part.year, "items": rows})
            yield part.csv_address, _csv(rows, ["id", "type", "lang", "url", *fields])


def _row(item: Item, fields: list[str], site_url: str) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": item.id,
        "type": item.type,
        "lang": item.lang,
        "url": f"{site_url}/{item.address}" if item.record.own_page else "",
    }
    for name in fields:
        value = getattr(item.record, name)
        if value not in (None, "", ()):
            row[name] = _plain(value)
    row.setdefault("title", item.record.heading)
    return row


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", exclude_none=True)
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _csv(rows: list[dict[str, Any]], columns: list[str]) -> str:
    """RFC 4180; several values are joined by ``;`` and what has parts of its own is JSON."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, extrasaction="ignore", lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({key: _cell(value) for key, value in row.items()})
    return "\ufeff" + text.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        if all(isinstance(v, str) for v in value):
            value = "; ".join(value)
        else:
            return json.dumps(value, ensure_ascii=False)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value[:1] in "=+-@\t\r":
        return "'" + value  # a spreadsheet would take it for a formula
    return value
