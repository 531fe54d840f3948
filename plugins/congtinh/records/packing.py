"""Records as bytes: what a cache keeps of them, and a digest that changes with any of their facts."""

from __future__ import annotations

import marshal
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from hashlib import blake2b
from typing import Any, Self, TypeVar, get_args
from zlib import crc32

from pydantic import BaseModel, ConfigDict

from congtinh.records.fields import HANOI

_FORMAT = 2  # of marshal: the last without references, which would tell equal texts apart
_DIGEST = 16
_WRITTEN = frozenset({str, int, bool, float})

_Moment = tuple[int, ...] | str
_State = tuple[int, bytes, tuple[Any, ...], list[Any], list[Any], list[Any], dict[str, Any] | None]


class Packed(BaseModel):
    """A frozen model that is pickled as what it holds and comes back without being checked again.

    The validator of a class is built when it first checks something: that takes longer than to read
    thousands of records that were kept.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def __reduce__(self) -> tuple[Callable[..., Self], tuple[type[Self], bytes]]:
        return unpacked, (type(self), packed(self))


_Model = TypeVar("_Model", bound=Packed)


def packed(model: Packed) -> bytes:
    """The fields that are not ``None``; equal models give equal bytes, in every process.

    ``ValueError`` where a field holds something else than text, numbers, days, moments, tuples of
    texts and other packed models.
    """
    return marshal.dumps(_state(model), _FORMAT)


def unpacked(cls: type[_Model], data: bytes) -> _Model:
    """The model of the type ``cls`` that ``packed`` made these bytes of.

    ``ValueError`` where they are of a ``cls`` that had other fields.
    """
    return _model(cls, marshal.loads(data))


def record_digest(model: Packed) -> bytes:
    """16 bytes that are the same for the same facts, whenever and wherever they were read."""
    kind = type(model).__name__.encode()
    return blake2b(kind + b"\0" + packed(model), digest_size=_DIGEST).digest()


@dataclass(frozen=True, slots=True)
class _Fields:
    """The fields of a class in their order; ``check`` changes with them."""

    names: tuple[str, ...]
    none: dict[str, None]
    parts: dict[str, type[Packed]]
    check: int


@cache
def _fields(cls: type[Packed]) -> _Fields:
    names = tuple(cls.model_fields)
    check = crc32(" ".join(names).encode())
    return _Fields(names, dict.fromkeys(names), _part_types(cls), check)


def _part_types(cls: type[Packed]) -> dict[str, type[Packed]]:
    """Each field that holds other packed models, or a tuple of them, with their type."""
    found: dict[str, type[Packed]] = {}
    for name, info in cls.model_fields.items():
        pending: list[Any] = [info.annotation]
        while pending:
            kind = pending.pop()
            if isinstance(kind, type) and issubclass(kind, Packed):
                found[name] = kind
            pending += get_args(kind)
    return found


def _state(model: Packed) -> _State:
    """The fields by their places, as marshal can write them: as they are, or what they are made of."""
    fields = _fields(type(model))
    written: dict[int, Any] = {}
    days: list[tuple[int, int]] = []
    moments: list[tuple[int, _Moment]] = []
    parts: list[tuple[int, Any]] = []
    for place, value in enumerate(model.__dict__.values()):
        if value is None:
            continue
        kind = type(value)
        if kind in _WRITTEN:
            written[place] = value
        elif kind is date:
            days.append((place, value.toordinal()))
        elif kind is datetime:
            moments.append((place, _moment_state(value)))
        elif kind is not tuple:
            parts.append((place, _state(value)))
        elif value and isinstance(value[0], Packed):
            parts.append((place, [_state(part) for part in value]))
        else:
            written[place] = value
    places, values = bytes(written), tuple(written.values())
    return fields.check, places, values, days, moments, parts, model.__pydantic_extra__


def _moment_state(moment: datetime) -> _Moment:
    if moment.tzinfo != HANOI:
        return moment.isoformat()
    clock = (moment.hour, moment.minute, moment.second, moment.microsecond)
    return (moment.year, moment.month, moment.day, *clock)


def _moment(state: _Moment) -> datetime:
    if isinstance(state, str):
        return datetime.fromisoformat(state)
    return datetime(*state, tzinfo=HANOI)  # type: ignore[arg-type,misc]


_set = object.__setattr__  # a frozen model lets nobody else write


def _model(cls: type[_Model], state: _State) -> _Model:
    fields = _fields(cls)
    check, places, written, days, moments, parts, extra = state
    if check != fields.check:
        raise ValueError(f"{cls.__name__} has other fields now")
    names = fields.names
    given: dict[str, Any] = dict(zip(map(names.__getitem__, places), written, strict=True))
    for place, ordinal in days:
        given[names[place]] = date.fromordinal(ordinal)
    for place, moment in moments:
        given[names[place]] = _moment(moment)
    for place, part in parts:
        kind = fields.parts[names[place]]
        listed = isinstance(part, list)
        found = tuple(_model(kind, one) for one in part) if listed else _model(kind, part)
        given[names[place]] = found
    model = cls.__new__(cls)
    _set(model, "__dict__", {**fields.none, **given})
    _set(model, "__pydantic_fields_set__", {*given, *(extra or ())})
    _set(model, "__pydantic_extra__", extra)
    _set(model, "__pydantic_private__", None)
    return model
