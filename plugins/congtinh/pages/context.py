"""The base of all page contexts: named fields, frozen, made quickly."""

from __future__ import annotations

from typing import Any, ClassVar, dataclass_transform


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Context:
    """What a template may see: fields given by name, with the defaults of the class.

    Not a dataclass: the methods that it would compile for each class cost every start of the
    program, and its frozen constructor sets each of some forty fields by a call of its own.
    """

    _required: ClassVar[frozenset[str]] = frozenset()
    _known: ClassVar[frozenset[str]] = frozenset()

    def __init_subclass__(cls) -> None:
        own = {name for name, kind in cls.__annotations__.items() if not kind.startswith("ClassVar")}
        cls._known = cls._known | own
        cls._required = cls._required | {name for name in own if name not in vars(cls)}

    def __init__(self, **fields: Any) -> None:
        if not self._required <= fields.keys() <= self._known:
            wrong = (self._required - fields.keys()) | (fields.keys() - self._known)
            raise TypeError(f"{type(self).__name__}: {', '.join(sorted(wrong))}")
        self.__dict__.update(fields)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen: {name}")
