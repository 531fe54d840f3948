"""Shards of the index as bytes: terms in order, each with its postings (docs/search-format.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from congtinh.search.cutting import Cutter
from congtinh.search.own_numbers import OWN
from congtinh.search.terms import key_of

LEAST, MOST = 800, 3_000
"""Bytes of a shard before compression; one with a single term may be larger."""
ALONE = 2_500
"""A term whose postings take so many bytes has a shard for itself."""
IMPACT_BITS = 3


class Unit(NamedTuple):
    """One term: its form, its key, and its bytes."""

    term: str
    key: str
    data: bytes


class Shard(NamedTuple):
    """``first`` and ``last`` are the keys of its first and its last term."""

    first: str
    last: str
    data: bytes


def varint(value: int) -> bytes:
    """Seven bits a byte, the lowest first; the high bit says that more follow."""
    made = bytearray()
    while value > 0x7F:
        made.append(value & 0x7F | 0x80)
        value >>= 7
    made.append(value)
    return bytes(made)


def unit_of(term: str, key: str, postings: Iterable[tuple[int, int]]) -> Unit:
    """A term and its postings, ``(id, impact)`` in order of ids."""
    data = bytearray()
    last = 0
    for number, impact in postings:
        data += varint((number - last) << IMPACT_BITS | impact)
        last = number
    return Unit(term, key, unit_head(term, len(data)) + data)


def unit_head(term: str, size: int) -> bytes:
    """What stands before the postings of a term: the term, a zero byte, their length."""
    return term.encode() + b"\0" + (bytes((size,)) if size < 128 else varint(size))


class TermKeys(dict[str, str]):
    """The key of a term of one or two forms, each form folded once; own numbers are their own."""

    def __init__(self) -> None:
        super().__init__()
        self._forms: dict[str, str] = {}

    def __missing__(self, term: str) -> str:
        if term[0] == OWN:
            return term
        one, space, two = term.partition(" ")
        return f"{self._of(one)} {self._of(two)}" if space else self._of(one)

    def _of(self, form: str) -> str:
        key = self._forms.get(form)
        if key is None:
            key = self._forms[form] = key_of(form, "vi")
        return key


def shards_of(units: Iterable[Unit]) -> Iterator[Shard]:
    """Units in order of their keys as shards; all forms of one key stand in one shard."""
    cutter = Cutter(LEAST, MOST)
    keys: list[str] = []
    held: list[bytes] = []
    alone = False
    for key, data in _by_key(units):
        large = len(data) > ALONE
        if (cutter.cuts(key.encode(), len(data)) or large or alone) and held:
            yield Shard(keys[0], keys[-1], b"".join(held))
            keys, held, cutter.size = [], [], len(data)
        keys.append(key)
        held.append(data)
        alone = large
    if held:
        yield Shard(keys[0], keys[-1], b"".join(held))


def read_units(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The terms of a shard, each with its bytes in it."""
    at = 0
    while at < len(data):
        end = data.index(0, at)
        size, start = _read_varint(data, end + 1)
        yield data[at:end].decode(), data[at : start + size]
        at = start + size


def postings_of(unit: bytes) -> list[tuple[int, int]]:
    """The postings of a unit, ``(id, impact)``."""
    _, at = _read_varint(unit, unit.index(0) + 1)
    postings, number = [], 0
    while at < len(unit):
        value, at = _read_varint(unit, at)
        number += value >> IMPACT_BITS
        postings.append((number, value & 7))
    return postings


def _read_varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while data[at] > 0x7F:
        value |= (data[at] & 0x7F) << shift
        shift += 7
        at += 1
    return value | data[at] << shift, at + 1


def _by_key(units: Iterable[Unit]) -> Iterator[tuple[str, bytes]]:
    """Each key with the bytes of all its forms."""
    for key, group in groupby(units, attrgetter("key")):
        yield key, b"".join(unit.data for unit in group)
