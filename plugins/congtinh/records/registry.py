"""The content types: one module of this folder each, found by its name."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from congtinh.records.base import Record

_OWN = {
    "__init__",
    "base",
    "clocks",
    "corrections",
    "counting",
    "dated",
    "fields",
    "registry",
    "reading",
    "front_matter",
    "full_yaml",
    "plain_yaml",
    "packing",
    "quality_rows",
    "schema",
    "parts",
    "case_figures",
    "procedure_fields",
    "procedure_parts",
    "facets",
    "faults",
    "guide",
    "incoming",
    "money",
    "spans",
    "decisions",
    "missing",
    "schedule_entry",
}


def _discovered() -> Mapping[str, type[Record]]:
    found: dict[str, type[Record]] = {}
    for path in sorted(Path(__file__).parent.glob("*.py")):
        if path.stem in _OWN:
            continue
        module = import_module(f"congtinh.records.{path.stem}")
        wanted = path.stem.replace("_", "")
        for value in vars(module).values():
            if (
                isinstance(value, type)
                and issubclass(value, Record)
                and value.__name__.lower() == wanted
            ):
                found[path.stem] = value
    return MappingProxyType(found)


RECORD_TYPES: Mapping[str, type[Record]] = _discovered()
"""Content type (the folder's name) to its record."""
