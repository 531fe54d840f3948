"""Records as a cache keeps them: pickled without what is empty, and told apart by a digest."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from hashlib import blake2b
from typing import Any, Self, TypeVar

from pydantic import BaseModel, ConfigDict

_DIGEST = 16
_NO_REFERENCES = 2  # the last format of marshal that does not tell apart equal texts
_AS_IT_IS = frozenset({str, int, bool, float, type(None)})


class Packed(BaseModel):
    """A frozen model that is pickled as what it holds, and comes back without being checked again.

    The validator of a class is built when it first checks something: that takes longer than to
    unpickle thousands of records.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def __reduce__(self) -> tuple[Callable[..., Self], tuple[type[Self], dict[str, Any], Any]]:
        given = {name: value for name, value in self.__dict__.items() if value is not None}
        return unpacked, (type(self), given, self.__pydantic_extra__)


_Model = TypeVar("_Model", bound=Packed)
_new, _set = object.__new__, object.__setattr__  # a frozen model lets nobody else write


def unpacked(cls: type[_Model], given: Mapping[str, Any], extra: dict[str, Any] | None) -> _Model:
    """The model with the fields ``given``, which were checked when it was first made."""
    model = _new(cls)
    _set(model, "__dict__", {**_empty(cls), **given})  # in the order of the fields
    _set(model, "__pydantic_fields_set__", {*given, *extra} if extra else set(given))
    _set(model, "__pydantic_extra__", extra)
    _set(model, "__pydantic_private__", None)
    return model


@cache
def _empty(cls: type[Packed]) -> dict[str, None]:
    return dict.fromkeys(cls.model_fields)


def record_digest(model: Packed) -> bytes:
    """16 bytes that are the same for the same facts, in whatever process they were read.

    ``ValueError`` where a field holds an object of another kind than fields do.
    """
    facts = marshal.dumps(_told(model), _NO_REFERENCES)
    return blake2b(facts, digest_size=_DIGEST).digest()


def _told(model: Packed) -> tuple[Any, ...]:
    values = model.__dict__.values()
    told = [value if type(value) in _AS_IT_IS else _plain(value) for value in values]
    extra = model.__pydantic_extra__
    return (type(model).__name__, told, _plain(extra)) if extra else (type(model).__name__, told)


def _plain(value: object) -> object:
    """A value as marshal writes it: days as bytes, so that they are no text."""
    if isinstance(value, tuple | list):
        return type(value)(map(_plain, value))
    if isinstance(value, date):
        return value.isoformat().encode()
    if isinstance(value, Packed):
        return _told(value)
    if isinstance(value, dict):
        return [(key, _plain(inner)) for key, inner in value.items()]
    return value
