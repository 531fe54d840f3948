"""Front matter to a record, or to problems with line, field, value and what to write instead."""

from __future__ import annotations

import datetime as dt
import difflib
import json
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from congtinh.errors import N_, Problem, Severity
from congtinh.languages import Bilingual
from congtinh.records.base import Record, facts_of_model, mandatory_of_model, shared_of_model
from congtinh.records.faults import Fault
from congtinh.records.fields import FieldFacts
from congtinh.records.front_matter import FrontMatter
from congtinh.records.parts import Part
from congtinh.vocabulary.registry import Vocabularies

MOST_CODES = 12
"""Codes of a vocabulary that a remedy lists; a longer one ends in an ellipsis."""

_BUILT_IN: Mapping[str, tuple[str, str]] = {
    "bool_parsing": (N_("is neither true nor false"), N_("Write true or false")),
    "bool_type": (N_("is neither true nor false"), N_("Write true or false")),
    "int_parsing": (N_("is not a whole number"), N_("Write digits only")),
    "int_type": (N_("is not a whole number"), N_("Write digits only")),
    "string_type": (
        N_("is not text"),
        N_("Write one line of text, between “double quotes” if it holds a colon or a sign"),
    ),
    "list_type": (N_("is not a list"), N_("Write each entry on a line of its own after a hyphen")),
    "tuple_type": (N_("is not a list"), N_("Write each entry on a line of its own after a hyphen")),
    "dict_type": (
        N_("is not a group of fields"),
        N_("Write its fields indented on the lines below"),
    ),
    "model_type": (
        N_("is not a group of fields"),
        N_("Write its fields indented on the lines below"),
    ),
    "greater_than_equal": (N_("is too small"), N_("Check the number")),
    "less_than_equal": (N_("is too large"), N_("Check the number")),
}


def inherited(cls: type[Record], written: Mapping[str, Any]) -> dict[str, Any]:
    """The shared facts of a Vietnamese file, which its English file takes over unless it writes them."""
    shared = shared_of_model(cls)
    return {name: value for name, value in written.items() if name in shared}


def read_record(
    cls: type[Record],
    front: FrontMatter,
    derived: Mapping[str, Any],
    vocabularies: Vocabularies,
    today: dt.date | None,
    pair: FrontMatter | None = None,
) -> tuple[Record | None, list[Problem]]:
    """The record of one file, and every fault of its own fields.

    ``today``: ``None`` leaves out what is at fault on some days alone, for a record that is kept.

    ``derived`` holds what the file's name says (``id``, ``type``, ``lang``, ``translation_of``).
    ``pair`` is the Vietnamese file of an English one; its faults are told where they stand.
    """
    taken = inherited(cls, pair.values) if pair else {}
    values = {**taken, **front.values, **derived}
    record, errors = _validated(cls, values, {"vocabularies": vocabularies})
    problems = [
        _problem(cls, front, error) for error in errors if _is_own(cls, front, pair, error["loc"])
    ]
    if record is None:
        return None, problems
    faults = [*_completeness(record, vocabularies), *record.check(vocabularies)]
    if today is not None:
        faults += record.day_faults(today)
    if not faults:
        return record, problems
    told = {p.field.partition("[")[0].partition(".")[0] for p in problems}
    for fault in faults:
        keys = field_keys(fault.field)
        if str(keys[0]) in told or not _is_own(cls, front, pair, keys):
            continue
        problems.append(_told(front, fault))
    return _of_whole_parts(record), problems


def _of_whole_parts(record: Record) -> Record:
    """The record without the parts that lack what others count on, which has been told."""
    less: dict[str, tuple[Any, ...] | None] = {}
    for name, value in record.__dict__.items():
        if isinstance(value, tuple):
            whole = tuple(one for one in value if not _is_bare(one))
            if len(whole) < len(value):
                less[name] = whole
        elif _is_bare(value):
            less[name] = None
    return record.model_copy(update=less) if less else record


def _is_bare(value: object) -> bool:
    return isinstance(value, Part) and not value.is_whole


def _validated(
    cls: type[Record], values: Mapping[str, Any], context: dict[str, Any]
) -> tuple[Record | None, list[ErrorDetails]]:
    """The record without its faulty fields, so that the other faults are found in the same run."""
    try:
        return cls.model_validate(values, context=context), []
    except ValidationError as failure:
        errors = failure.errors()
    faulty = {error["loc"][0] for error in errors}
    rest = {key: value for key, value in values.items() if key not in faulty}
    try:
        return cls.model_validate(rest, context=context), errors
    except ValidationError:
        return None, errors


def _is_own(
    cls: type[Record], front: FrontMatter, pair: FrontMatter | None, keys: tuple[str | int, ...]
) -> bool:
    """False for a shared field that the pair's other file wrote, or should have written."""
    name = str(keys[0])
    if pair is None or name in front.values:
        return True
    return name not in shared_of_model(cls)


def field_keys(field: str) -> tuple[str | int, ...]:
    """``images[2].alt`` as the keys ``("images", 1, "alt")``."""
    keys: list[str | int] = []
    for part in field.split("."):
        name, _, index = part.partition("[")
        keys.append(name)
        if index:
            keys.append(int(index.rstrip("]")) - 1)
    return tuple(keys)


def _written(keys: tuple[str | int, ...]) -> str:
    text = ""
    for key in keys:
        text += f"[{key + 1}]" if isinstance(key, int) else f".{key}" if text else key
    return text


def _problem(cls: type[Record], front: FrontMatter, error: ErrorDetails) -> Problem:
    keys = tuple(k for k in error["loc"] if not (isinstance(k, str) and "[" in k))
    context = dict(error.get("ctx") or {})
    shown = _shown(error["input"])
    if error["type"] == "congtinh":
        message, remedy = str(context.pop("message")), str(context.pop("remedy"))
    elif error["type"] == "extra_forbidden":
        near = difflib.get_close_matches(str(keys[-1]), _names(cls, keys), 3, 0.6)
        message = N_("is not a field of {type}")
        remedy = (
            N_("Did you mean {near}?")
            if near
            else N_("Leave it out, or see the guide for the fields of this type")
        )
        context = {"type": cls.type_label, "near": ", ".join(near)}
    elif error["type"] == "model_type" and (fields := _fields_of_part(cls, str(keys[0]))):
        message, remedy = (
            N_("is not a group of fields"),
            N_("Write its fields on lines of their own: {fields}"),
        )
        context = {"fields": fields}
    else:
        message, remedy = _BUILT_IN.get(
            error["type"], (N_("cannot be read"), N_("See the guide for this field"))
        )
    return Problem(
        front.path, message, remedy, _written(keys), shown, front.line_of(*keys), params=context
    )


def _shown(value: object) -> str | None:
    """The value as the editor knows it; lists and groups as on one line."""
    if value is None:
        return None
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict | list | tuple):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def _fields_of_part(cls: type[Record], field: str) -> str:
    """The mandatory fields of a part as they are written: ``file: …, alt: …``."""
    pending: list[Any] = [cls.model_fields[field].annotation] if field in cls.model_fields else []
    while pending:
        kind = pending.pop()
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            facts = facts_of_model(kind)
            return ", ".join(f"{name}: …" for name, fact in facts.items() if fact.mandatory)
        pending += get_args(kind)
    return ""


def _names(cls: type[BaseModel], keys: tuple[str | int, ...]) -> list[str]:
    names = list(cls.model_fields)
    if len(keys) > 1:
        for part in (
            "file",
            "alt",
            "alt_en",
            "caption",
            "caption_en",
            "credit",
            "title",
            "kind",
            "target",
            "date",
            "text",
        ):
            names.append(part)
    return names


def _completeness(record: Record, vocabularies: Vocabularies) -> Iterator[Fault]:
    """Mandatory fields that are absent or empty (R1): errors; warnings for an imported item or a draft."""
    severity = record.completeness
    mandatory = mandatory_of_model(type(record))
    for name, value in record.__dict__.items():
        if not value and name in mandatory and value in (None, "", ()):
            yield Fault(
                name,
                N_("is mandatory and missing"),
                N_("Write: {rule}"),
                severity,
                "R1",
                params={"rule": wanted(mandatory[name], vocabularies)},
            )
        elif isinstance(value, tuple):
            yield from _parts_completeness(name, value, severity, vocabularies)
        elif isinstance(value, BaseModel):
            yield from _part_completeness(name, value, severity, vocabularies)


def wanted(fact: FieldFacts, vocabularies: Vocabularies) -> Bilingual:
    """What a mandatory field wants, in both languages: its rule, its codes, or name and label."""
    codes = vocabularies[fact.vocabulary].codes if fact.vocabulary in vocabularies else ()
    if codes and not fact.rule_vi:
        listed = f"{fact.name}: {', '.join(codes[:MOST_CODES])}{', …' if codes[MOST_CODES:] else ''}"
        return Bilingual(f"{listed} ({fact.vi})", f"{listed} ({fact.en})")
    return Bilingual(
        fact.rule_vi or f"{fact.name}: {fact.vi}", fact.rule_en or f"{fact.name}: {fact.en}"
    )


def _parts_completeness(
    name: str, parts: tuple[Any, ...], severity: Severity, vocabularies: Vocabularies
) -> Iterator[Fault]:
    for place, part in enumerate(parts, 1):
        if isinstance(part, BaseModel):
            yield from _part_completeness(f"{name}[{place}]", part, severity, vocabularies)


def _part_completeness(
    name: str, part: BaseModel, severity: Severity, vocabularies: Vocabularies
) -> Iterator[Fault]:
    for key, fact in mandatory_of_model(type(part)).items():
        if getattr(part, key) in (None, ""):
            yield Fault(
                f"{name}.{key}",
                N_("is mandatory and missing"),
                N_("Write: {rule}"),
                severity,
                "R16" if name.startswith("images[") else "R1",
                params={"rule": wanted(fact, vocabularies)},
            )


def _told(front: FrontMatter, fault: Fault) -> Problem:
    keys = field_keys(fault.field)
    return Problem(
        front.path,
        fault.message,
        fault.remedy,
        fault.field,
        fault.value,
        front.line_of(*keys) or 1,
        fault.severity,
        fault.rule,
        fault.params,
    )
