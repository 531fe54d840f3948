"""What a page reads of the model, noted while it is made, so that the next build knows what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

Read = tuple[str, ...]
"""A question to the model, such as ``("find", "unit", "so-khcn", "vi")``; its first word is the kind."""

Key = TypeVar("Key")
Value = TypeVar("Value")


class Reads:
    """The questions asked since the last ``watched``."""

    def __init__(self) -> None:
        self._asked: set[Read] = set()

    def note(self, *read: str) -> None:
        self._asked.add(read)

    def repeat(self, asked: Iterable[Read]) -> None:
        """Note questions again whose answers were kept from an earlier page."""
        self._asked.update(asked)

    @contextmanager
    def watched(self) -> Iterator[set[Read]]:
        """The set that fills with what is read inside."""
        before, self._asked = self._asked, set()
        try:
            yield self._asked
        finally:
            self._asked = before


class Noted(dict[str, Value]):
    """A mapping by content path that notes what is looked up in it; going through all of it is not noted."""

    def __init__(self, kind: str, values: dict[str, Value], reads: Reads) -> None:
        super().__init__(values)
        self._kind, self._reads = kind, reads

    def __getitem__(self, key: str) -> Value:
        self._reads.note(self._kind, key)
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        self._reads.note(self._kind, str(key))
        return super().__contains__(key)

    def get(self, key: str, default: Value | None = None) -> Value | None:  # type: ignore[override]
        self._reads.note(self._kind, key)
        return super().get(key, default)

    def __reduce__(self) -> tuple[object, ...]:
        return Noted, (self._kind, dict(self), self._reads)
