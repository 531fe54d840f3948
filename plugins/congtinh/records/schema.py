"""JSON Schema of the front matter and of the open data, from the records themselves."""

from __future__ import annotations

import json
from typing import Any

from congtinh.records.base import Record
from congtinh.records.registry import RECORD_TYPES
from congtinh.vocabulary.registry import Vocabularies

_DERIVED = ("type", "lang", "translation_of")
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_EDITOR_DRAFT = "http://json-schema.org/draft-07/schema#"
"""What editors such as VS Code read in full."""

_DAY = r"^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})"
_PATTERNS = {"date": _DAY + "$", "date-time": _DAY}


def front_matter_schema(name: str, vocabularies: Vocabularies) -> dict[str, Any]:
    """The schema that completes and checks the front matter of one content type in an editor.

    It is as lenient as the reader: a field that comes from a vocabulary offers its codes and takes
    labels too, days may be written in both ways, a list of one may be written as its value.  What is
    required holds for a Vietnamese file and for a file alone; an English file inherits what is
    shared, so the schema asks it of none, and an imported item is asked for nothing.
    """
    cls = RECORD_TYPES[name]
    schema = cls.model_json_schema()
    _tidied(schema, vocabularies)
    for part in schema.get("$defs", {}).values():
        _tidied(part, vocabularies)
    _parts_of_words(schema)
    for derived in _DERIVED:
        schema["properties"][derived]["deprecated"] = True
    wanted = [f.name for f in cls.facts().values() if f.mandatory and not f.shared]
    schema |= {"title": f"{cls.type_label.vi} / {cls.type_label.en}"}
    if wanted:
        schema["anyOf"] = [{"required": wanted}, {"required": ["legacy"]}]
    return {"$schema": _EDITOR_DRAFT, **schema}


def _parts_of_words(schema: dict[str, Any]) -> None:
    """A part that the reader makes of words alone may be written as these words (``x-of-words``)."""
    parts = schema.get("$defs", {})
    of_words = {f"#/$defs/{name}" for name, part in parts.items() if part.pop("x-of-words", False)}
    for field in schema["properties"].values():
        for form in field.get("anyOf", ()):
            reference = form.get("items", {}).get("$ref")
            if reference in of_words:
                form["items"] = {"anyOf": [{"$ref": reference}, {"type": ["string", "number"]}]}


def _tidied(schema: dict[str, Any], vocabularies: Vocabularies) -> None:
    for field in schema.get("properties", {}).values():
        codes = (
            [t.code for t in vocabularies[v]]
            if (v := field.get("x-vocabulary")) and v in vocabularies
            else []
        )
        for key in [key for key in field if key.startswith("x-")]:
            del field[key]
        field.pop("default", None)
        choices = [
            _lenient(choice, codes) for choice in field.pop("anyOf", None) or [_taken(field)]
        ]
        forms = [one for several in choices for one in several]
        field |= forms[0] if len(forms) == 1 else {"anyOf": forms}


def _taken(field: dict[str, Any]) -> dict[str, Any]:
    """The form of a field that has one alone, without its words."""
    return {key: field.pop(key) for key in list(field) if key not in ("title", "description")}


def _lenient(choice: dict[str, Any], codes: list[str]) -> list[dict[str, Any]]:
    """What the reader takes for one form: numbers for text, both ways of a day, one for a list."""
    kind = choice.get("type")
    if kind == "string":
        if pattern := _PATTERNS.get(choice.get("format", "")):
            return [{"type": "string", "pattern": pattern}]
        return [{"type": ["string", "number"], **({"examples": codes} if codes else {})}]
    if kind == "array":
        items = choice.get("items", {})
        if "$ref" in items:
            return [{"type": "array", "items": items}]
        one = _lenient(items, codes)
        return [{"type": "array", "items": one[0]}, *one]
    return [choice]


def open_data_schema(name: str) -> dict[str, Any]:
    """The schema of one object of ``open-data/<name>.json``."""
    record_type = RECORD_TYPES[name]
    properties: dict[str, Any] = {
        "id": {"type": "string"},
        "type": {"const": name},
        "lang": {"enum": ["vi", "en"]},
        "url": {"type": "string"},
    }
    for field, fact in public_fields(record_type).items():
        properties[field] = {"title": f"{fact.vi} / {fact.en}"}
    items = {"type": "object", "properties": properties, "required": ["id", "type", "lang", "url"]}
    return {
        "$schema": _DRAFT,
        "$id": f"{name}.schema.json",
        "title": f"{record_type.list_label.vi} / {record_type.list_label.en}",
        "type": "object",
        "properties": {
            "type": {"const": name},
            "year": {"type": ["integer", "null"]},
            "items": {"type": "array", "items": items},
        },
        "required": ["type", "items"],
    }


_PRIVATE = (
    "status",
    "approved_by",
    "legacy",
    "translated_from_rev",
    "review_by",
    "mobile",
    "mobile_public",
    "old_urls",
    "guard_exceptions",
)


def public_fields(record_type: type[Record]) -> dict[str, Any]:
    """The fields that open data hold; what is for editors stays with them."""
    derived = ("id", "type", "lang")
    return {n: f for n, f in record_type.facts().items() if n not in _PRIVATE and n not in derived}


def schema_text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=False) + "\n"
