"""What the fields of a record want of a cell: one value, several, a group of fields, or a list of groups."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from congtinh.records.base import Record, facts_of_model
from congtinh.records.fields import Day, FieldFacts, Moment, Tel

Kind = Literal["text", "day", "moment", "telephone", "whole", "number", "flag"]

DERIVED = ("type", "lang", "translation_of")
"""What the reader of content fills by itself."""

_TELEPHONE, _DAY, _MOMENT = (get_args(one)[1] for one in (Tel, Day, Moment))
_KINDS: dict[Any, Kind] = {int: "whole", float: "number", bool: "flag", dt.date: "day", dt.datetime: "moment"}


class Shape(NamedTuple):
    """One field: its facts, the kind of its values, whether it has several, and of what group."""

    facts: FieldFacts
    kind: Kind
    several: bool
    group: type[BaseModel] | None

    @property
    def is_listed(self) -> bool:
        """Whether its values are groups in a list, which have a sheet of their own."""
        return self.several and self.group is not None


@cache
def shapes_of(model: type[BaseModel]) -> dict[str, Shape]:
    """The shapes of the fields of a record or of a group, in their order."""
    found = {}
    for name, facts in facts_of_model(model).items():
        if issubclass(model, Record) and name in DERIVED:
            continue
        info = model.model_fields[name]
        parts = list(_parts(info.annotation, tuple(info.metadata)))
        several = any(part is tuple for part in parts)
        group = next((p for p in parts if isinstance(p, type) and issubclass(p, BaseModel)), None)
        found[name] = Shape(facts, _kind(parts), several, group)
    return found


def _kind(parts: list[Any]) -> Kind:
    for sign, kind in ((_TELEPHONE, "telephone"), (_DAY, "day"), (_MOMENT, "moment")):
        if any(part is sign for part in parts):
            return kind  # type: ignore[return-value]
    return next((_KINDS[part] for part in parts if isinstance(part, type) and part in _KINDS), "text")


def _parts(annotation: Any, more: tuple[Any, ...] = ()) -> Iterator[Any]:
    """Every type and every validator that an annotation is made of."""
    yield from more
    origin = get_origin(annotation)
    if origin is None:
        yield annotation
    elif origin is tuple:
        yield tuple
        yield from _parts(get_args(annotation)[0])
    elif origin in (Union, UnionType):
        for one in get_args(annotation):
            yield from _parts(one)
    else:  # Annotated
        inner, *validators = get_args(annotation)
        yield from _parts(inner, tuple(validators))
