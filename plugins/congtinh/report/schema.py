"""The JSON Schema of a report's data, for whoever adds reports up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from congtinh.languages import LANGUAGES
from congtinh.report.report_data import BEFORE, FORMAT, LAST_YEAR, NOW

ADDRESS = "docs/report.schema.json"
Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_DAY: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_VALUE: Schema = {
    "description": "A whole number, a fraction such as 5/6, or null where a figure divides by nothing.",
    "anyOf": [{"type": "integer"}, {"type": "string", "pattern": r"^-?\d+/\d+$"}, {"type": "null"}],
}


def _object(properties: Mapping[str, Any], optional: Mapping[str, Any] | None = None) -> Schema:
    return {
        "type": "object",
        "required": list(properties),
        "properties": {**properties, **(optional or {})},
        "additionalProperties": False,
    }


def _list(of: Any) -> Schema:
    return {"type": "array", "items": of}


def report_schema() -> Schema:
    """Draft 2020-12; figures name items by their place in ``items``, from 0."""
    both = _object(dict.fromkeys(LANGUAGES, _TEXT))
    lists = _object(dict.fromkeys(LANGUAGES, _list(_TEXT)))
    period = _object(
        {"code": _TEXT, "cutoff": _TEXT, "start": _DAY, "end": _DAY, "months": {"type": "integer", "minimum": 0},
         "as_of": {"anyOf": [_DAY, {"type": "null"}]}, "label": both}
    )  # fmt: skip
    agency = _object({"id": _TEXT, "code": _TEXT, "name": both, "site": _TEXT})
    formula = _object(
        {"key": _TEXT, "label": both, "formula": _TEXT, "text": _TEXT, "style": {"enum": ["count", "ratio", "percent"]},
         "rounding": _TEXT, "cumulative": {"type": "boolean"}, "distinct": _TEXT, "level": _TEXT}
    )  # fmt: skip
    language: Schema = {"enum": ["", *LANGUAGES]}
    whole: Schema = {"type": "integer", "minimum": 0}
    figure = _object(
        {"key": _TEXT, "language": language, "when": {"enum": [NOW, BEFORE, LAST_YEAR]}, "value": _VALUE},
        {"parts": _list(_list(_TEXT)), "rows": _list(_list({"type": "integer"})), "left_out": whole},
    )
    item = _object(
        {"id": _TEXT, "language": _TEXT, "title": _TEXT, "day": _TEXT, "unit": _TEXT, "address": _TEXT},
        {"member": _TEXT},
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Dữ liệu của một báo cáo / The data of a report",
        **_object(
            {
                "format": {"const": FORMAT},
                "agency": agency,
                "period": _object({"now": period, BEFORE: period, LAST_YEAR: period}, {"next": period}),
                "day": _DAY,
                "commit": _TEXT,
                "definitions": {"type": "object", "additionalProperties": both},
                "formulas": _list(formula),
                "figures": _list(figure),
                "items": _list(item),
                "lists": {"type": "object", "additionalProperties": lists},
                "facts": {"type": "object", "additionalProperties": both},
                "annexes": _object(dict.fromkeys(LANGUAGES, _list({"type": "object"}))),
                "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            },
            {"members": _list(_object({"agency": agency, "sha256": _TEXT, "commit": _TEXT}))},
        ),
    }
