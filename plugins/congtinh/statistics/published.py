"""The counts of the site as open data: ``statistics.json`` with its schema, and a tidy table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from congtinh.languages import LANGUAGES, Bilingual
from congtinh.statistics.figures import Figure, Number
from congtinh.statistics.site_counts import SiteCounts

JSON_ADDRESS = "open-data/statistics.json"
CSV_ADDRESS = "open-data/statistics.csv"
SCHEMA_ADDRESS = "open-data/statistics.schema.json"

COLUMNS: Mapping[str, tuple[str, str, str]] = {
    "measure": ("Đại lượng", "Measure", "string"),
    "type": ("Loại nội dung", "Content type", "string"),
    "section": ("Mục theo luật, cách nhau bằng ;", "Sections of the law, joined by ;", "string"),
    "category": ("Chuyên mục", "Category", "string"),
    "unit": ("Đơn vị cung cấp", "Contributing unit", "string"),
    "language": ("Ngôn ngữ", "Language", "string"),
    "author_kind": ("Loại tác giả", "Kind of author", "string"),
    "month": ("Tháng đăng; trống nếu không có ngày", "Month of posting; empty without a day", "string"),
    "kind": ("Thể loại, nhóm văn bản, nguồn số liệu", "Genre, class or source within the measure", "string"),
    "repeated": ("Đã tính ở ngôn ngữ kia", "Counted in the other language already", "boolean"),
    "value": ("Số lượng", "Value", "integer"),
}
"""Columns of a row of counts: label in both languages and type of JSON."""


def statistics(counts: SiteCounts) -> dict[str, Any]:
    """The whole file: the day, what the words mean, every atomic count, the figures of the year."""
    return {
        "day": counts.day.isoformat(),
        "definitions": {key: _both(one) for key, one in counts.counting.definitions().items()},
        "counts": counts.published,
        "figures": list(_figures(counts)),
    }


def _figures(counts: SiteCounts) -> Iterator[dict[str, Any]]:
    year = counts.year_to_date
    for formula in counts.formulas.values():
        if formula.public:
            for language in ("", *LANGUAGES):
                yield told(counts.figures(year).figure(formula.key, language)) | {"period": year.code}


def told(figure: Figure) -> dict[str, Any]:
    """One figure with its formula; a share is a number between 0 and 1."""
    return {
        "key": figure.key,
        "language": figure.language,
        "label": _both(figure.label),
        "value": plain(figure.value),
        "formula": figure.formula.written,
        "parts": [{"key": p.key, "language": p.language, "value": plain(p.value)} for p in figure.parts],
    }


def plain(value: Number | None) -> int | float | None:
    """A value as JSON has it."""
    return float(value) if isinstance(value, Fraction) else value


def _both(words: Bilingual) -> dict[str, str]:
    return {"vi": words.vi, "en": words.en}


def table(counts: SiteCounts) -> list[dict[str, Any]]:
    """The rows of the tidy table, one count in each, with the columns of ``COLUMNS``."""
    return counts.published


def schema() -> dict[str, Any]:
    """The JSON Schema of ``statistics.json``."""
    words = {"type": "object", "required": list(LANGUAGES), "properties": {"vi": _TEXT, "en": _TEXT}}
    row = {
        name: {"title": f"{vi} / {en}", "type": kind} for name, (vi, en, kind) in COLUMNS.items()
    }
    row["value"]["minimum"] = 0  # type: ignore[assignment]
    row["language"]["enum"] = list(LANGUAGES)  # type: ignore[assignment]
    value = {"type": ["number", "null"]}
    named = {"key": _TEXT, "language": {"enum": ["", *LANGUAGES]}, "value": value}
    figure = named | {
        "label": words,
        "formula": _TEXT,
        "period": _TEXT,
        "parts": {"type": "array", "items": _object(named)},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Số liệu của trang / Statistics of the site",
        **_object(
            {
                "day": {"type": "string", "format": "date"},
                "definitions": {"type": "object", "additionalProperties": words},
                "counts": {"type": "array", "items": _object(row)},
                "figures": {"type": "array", "items": _object(figure)},
            }
        ),
    }


_TEXT = {"type": "string"}


def _object(properties: Mapping[str, Any]) -> dict[str, Any]:
    """An object that has all of these and nothing else."""
    return {
        "type": "object",
        "required": list(properties),
        "properties": dict(properties),
        "additionalProperties": False,
    }


def made_from(counts: SiteCounts) -> bytes:
    """What changes whenever a file of the statistics does."""
    told = (counts.day, counts.counting, list(counts.formulas.values()))
    return repr((told, [tuple(row.values()) for row in counts.published])).encode()

