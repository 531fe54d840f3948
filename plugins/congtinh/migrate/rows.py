"""One row through a map: the values of a record, its body, its language and its old identity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from congtinh.languages import LANGUAGES
from congtinh.migrate.bodies import markdown_body, plain_body
from congtinh.migrate.characters import clean, clean_text
from congtinh.migrate.conversions import CONVERSIONS, Conversion, at, fill
from congtinh.migrate.labelled import PARTS, entries_of, parts_of
from congtinh.migrate.maps import ImportMap
from congtinh.vocabulary.registry import Vocabularies


@dataclass(frozen=True, slots=True)
class Mapped:
    """A row as an item; ``lang`` is as the row has it, and may be none of the site's."""

    values: dict[str, Any]
    body: str
    lang: str
    old_id: str


def mapped(
    row: Mapping[str, Any],
    plan: ImportMap,
    legal: bool,
    vocabularies: Vocabularies,
    notes: Counter[str],
) -> Mapped:
    """Labelled parts, rename, entries, old values to new, constants, conversions, defaults: in this order."""
    row = clean(dict(row), notes)
    if plan.parts_of:
        row = {**row, PARTS: parts_of(str(at(row, plan.parts_of) or ""), plan.parts)}
    values: dict[str, Any] = {field: _first(paths, row) for field, paths in plan.rename.items()}
    for field, how in plan.entries.items():
        values[field] = entries_of(str(at(row, how.source) or ""), how, notes)
    for field, words in plan.values.items():
        values[field] = words.get(str(values.get(field)), values.get(field))
    values |= clean(dict(plan.constants), notes)
    for field, steps in plan.convert.items():
        value = values.get(field)
        for name, option in steps:
            value = CONVERSIONS[name](value, option, Conversion(vocabularies, row, values, notes))
        values[field] = value
    for field, default in plan.defaults.items():
        if _is_empty(values.get(field)):
            values[field] = default
    lang = plan.lang if plan.lang in LANGUAGES else str(at(row, plan.lang) or "")
    written = {field: _tidy(value) for field, value in values.items() if not _is_empty(value)}
    return Mapped(
        written | _legacy(plan, row), _body(row, plan, lang, legal, notes), lang, _old_id(plan, row)
    )


def _first(paths: tuple[str, ...], row: Mapping[str, Any]) -> Any:
    """The first path or template that gives something."""
    for path in paths:
        value = fill(path, row).strip() if "{" in path else at(row, path)
        if not _is_empty(value):
            return value
    return None


def _is_empty(value: Any) -> bool:
    return (
        value is None
        or value == []
        or value == {}
        or (isinstance(value, str) and not value.strip())
    )


def _tidy(value: Any) -> Any:
    """Text of a field on one line, as fields are, unless it has paragraphs of its own."""
    if isinstance(value, str):
        lines = [" ".join(line.split()) for line in value.strip().split("\n")]
        return "\n".join(lines) if "" in lines else " ".join(lines)
    if isinstance(value, list):
        return [_tidy(part) for part in value if not _is_empty(part)]
    return value


def _legacy(plan: ImportMap, row: Mapping[str, Any]) -> dict[str, Any]:
    found = {field: _tidy(_first(paths, row)) for field, paths in plan.legacy.items()}
    kept = {
        field: value if isinstance(value, list | dict | bool) else str(value)
        for field, value in found.items()
        if not _is_empty(value)
    }
    return {"legacy": kept}


def _old_id(plan: ImportMap, row: Mapping[str, Any]) -> str:
    if not plan.id:
        return ""
    value = fill(plan.id, row) if "{" in plan.id else at(row, plan.id)
    return " ".join(str(value).split()) if value is not None else ""


def _body(
    row: Mapping[str, Any], plan: ImportMap, lang: str, legal: bool, notes: Counter[str]
) -> str:
    if not plan.body:
        return ""
    value = fill(plan.body, row) if "{" in plan.body else at(row, plan.body)
    text = "\n\n".join(map(str, value)) if isinstance(value, list) else str(value or "")
    if plan.body_format == "text":
        return plain_body(text, legal)
    return clean_text(markdown_body(text, lang if lang in LANGUAGES else "vi", notes), notes)
