"""The words that mean an item in a field of another one, and the numbers that only one may bear."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, Protocol

from congtinh.numbering import parse
from congtinh.records.base import Record
from congtinh.records.legal_document import LegalDocument


class Known(Protocol):
    """What an item tells of itself: its type, its id, and the words that mean it."""

    @property
    def type(self) -> str: ...
    @property
    def id(self) -> str: ...
    @property
    def names(self) -> tuple[str, ...]: ...


def references(items: Iterable[Known]) -> dict[tuple[str, str], str]:
    """``(type, reference)`` to id: the whole id, the id without its type, the last part
    alone; of a document its number too, where one alone bears it."""
    bearers: dict[tuple[str, str], dict[str, None]] = {}
    for item in sorted(items, key=_identity):
        for name in item.names:
            bearers.setdefault((item.type, name), {})[item.id] = None
    return {
        key: next(iter(found))
        for key, found in bearers.items()
        if len(found) == 1 or any(identity.endswith(key[1]) for identity in found)
    }


def meaning_of(known: Mapping[tuple[str, str], str]) -> Callable[[str], str | None]:
    """What a document as written means: the id of the one that bears the id or number, if any does."""
    return partial(_meant, known)


def _meant(known: Mapping[tuple[str, str], str], written: str) -> str | None:
    found = known.get(("legal_document", written))
    if found is None and (number := parse(written)).number:
        found = known.get(("legal_document", number.canonical))
    return found


def names_of(record: Record) -> tuple[str, ...]:
    """The words that mean an item in a field of another one, in the order in which they count."""
    identity = record.id or ""
    inner = identity.partition("/")[2] or identity
    names = [inner.rpartition("/")[2], inner, identity]
    if isinstance(record, LegalDocument):
        names.append(record.document_number.canonical)
    return tuple(name for name in dict.fromkeys(names) if name)


def number_of(record: Record) -> tuple[Any, ...]:
    """What may be borne by one document only (R3, after NĐ 30/2020, Điều 15): number, issuer, year, kind."""
    if not isinstance(record, LegalDocument) or not record.document_number.number:
        return ()
    number = record.document_number
    year = number.year or (record.issued.year if record.issued else None)
    kind = record.doc_type if number.type_code is None else ""
    return number.canonical.casefold(), record.issuer, year, kind, record.language


def _identity(item: Known) -> str:
    return item.id
