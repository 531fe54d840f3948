"""JSON Schema of the front matter and of the open data, from the records themselves."""

from __future__ import annotations

import json
from typing import Any

from congtinh.records.base import Record
from congtinh.records.registry import RECORD_TYPES
from congtinh.vocabulary.registry import Vocabularies

_DERIVED = ("type", "lang", "translation_of")
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def front_matter_schema(name: str, vocabularies: Vocabularies) -> dict[str, Any]:
    """The schema that completes and checks the front matter of one content type in an editor.

    A field that comes from a vocabulary offers its codes.  ``required`` holds for a Vietnamese file
    and for a file alone; an English file inherits what is shared, so the schema asks it of none.
    """
    schema = RECORD_TYPES[name].model_json_schema()
    for derived in _DERIVED:
        schema["properties"].pop(derived, None)
    _tidied(schema, vocabularies)
    for part in schema.get("$defs", {}).values():
        _tidied(part, vocabularies)
    facts = RECORD_TYPES[name].facts()
    wanted = [f.name for f in facts.values() if f.mandatory and not f.shared]
    return {"$schema": _DRAFT, "$id": f"{name}.schema.json", **schema, "required": wanted}


def _tidied(schema: dict[str, Any], vocabularies: Vocabularies) -> None:
    for field in schema.get("properties", {}).values():
        codes = [t.code for t in vocabularies[v]] if (v := field.get("x-vocabulary")) and v in vocabularies else []
        english = field.get("x-rule-en")
        for key in [key for key in field if key.startswith("x-")]:
            del field[key]
        if english and not field.get("description"):
            field["description"] = english
        field.pop("default", None)
        _with_codes(field, codes)


def _with_codes(field: dict[str, Any], codes: list[str]) -> None:
    """Offer the codes without refusing a label or alias, which the reader takes too."""
    if not codes:
        return
    field["examples"] = codes
    for choice in field.get("anyOf", ()):
        if choice.get("type") == "string":
            choice["examples"] = codes
        elif choice.get("type") == "array" and isinstance(choice.get("items"), dict):
            choice["items"]["examples"] = codes


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


_PRIVATE = ("status", "approved_by", "legacy", "translated_from_rev", "review_by", "mobile", "mobile_public", "old_urls")


def public_fields(record_type: type[Record]) -> dict[str, Any]:
    """The fields that open data hold; what is for editors stays with them."""
    derived = ("id", "type", "lang")
    return {n: f for n, f in record_type.facts().items() if n not in _PRIVATE and n not in derived}


def schema_text(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=False) + "\n"
