"""Tables of open data: what their columns are, and their text as JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from congtinh.records.fields import FieldFacts

Row = Mapping[str, Any]
"""Column to value; an absent value is left out."""

DRAFT = "https://json-schema.org/draft/2020-12/schema"
TEXT: Mapping[str, Any] = {"type": "string"}
DAY: Mapping[str, Any] = {"type": "string", "format": "date"}
TEXTS: Mapping[str, Any] = {"type": "array", "items": {"type": "string"}}


class Column(NamedTuple):
    """A column that no record declares; ``schema`` is the JSON Schema of its values."""

    facts: FieldFacts
    schema: Mapping[str, Any]

    @property
    def name(self) -> str:
        return self.facts.name

    @property
    def described(self) -> dict[str, Any]:
        """The schema with the label and the rule in both languages."""
        facts = self.facts
        rule = " / ".join(part for part in (facts.rule_vi, facts.rule_en) if part)
        title = {"title": f"{facts.vi} / {facts.en}"}
        return title | ({"description": rule} if rule else {}) | dict(self.schema)


def column(
    name: str,
    vi: str,
    en: str,
    schema: Mapping[str, Any],
    *,
    rule: tuple[str, str] = ("", ""),
    mandatory: bool = False,
) -> Column:
    """A column with its label and rule, the Vietnamese first."""
    return Column(FieldFacts(name, vi, en, mandatory, False, "", "", "", *rule), schema)


def object_of(columns: Iterable[Column]) -> dict[str, Any]:
    """The JSON Schema of an object with these columns and no other."""
    columns = list(columns)
    return {
        "type": "object",
        "properties": {one.name: one.described for one in columns},
        "required": [one.name for one in columns if one.facts.mandatory],
        "additionalProperties": False,
    }


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


def lines(name: str, rows: Iterable[Row]) -> str:
    """The JSON of a table, each row on a line of its own: ``{"type": name, "items": […]}``."""
    written = ",\n  ".join([_line(row) for row in rows])
    items = f"[\n  {written}\n ]" if written else "[]"
    return f'{{\n "type": {_ENCODER.encode(name)},\n "items": {items}\n}}\n'


def _line(value: Any) -> str:
    """JSON on one line; the encoder of the standard library is quick with texts alone."""
    if isinstance(value, str):
        return _ENCODER.encode(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "{" + ", ".join([f"{_key(key)}: {_line(one)}" for key, one in value.items()]) + "}"
    if isinstance(value, list):
        return "[" + ", ".join([_line(one) for one in value]) + "]"
    return _ENCODER.encode(value)


def csv_text(rows: Iterable[Row], columns: list[str]) -> str:
    """RFC 4180; several values are joined by ``;`` and what has parts of its own is JSON."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([cell(row[name]) if name in row else "" for name in columns])
    return "\ufeff" + text.getvalue()


def cell(value: Any) -> Any:
    """A value as a cell of CSV; a spreadsheet must not take a text for a formula."""
    if isinstance(value, str):
        return "'" + value if value[:1] in "=+-@\t\r" else value
    if isinstance(value, list) and all(isinstance(v, str) for v in value):
        return cell("; ".join(value))
    return _line(value) if isinstance(value, (list, dict, bool)) else value
