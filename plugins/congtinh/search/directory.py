"""The directory of a segment: from the key of a term to the shard that holds it, in two levels.

The manifest holds the first key and the name of each block; a block those of its shards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import takewhile
from typing import NamedTuple

from congtinh.search.cutting import Cutter

NAME_BYTES = 5
BLOCK_LEAST, BLOCK_MOST = 500, 1_500
SIZE_UNIT = 64


class Entry(NamedTuple):
    """A shard: the shortest text that stands between the keys before and its own, its name, its size."""

    separator: str
    name: bytes
    size: int

    @classmethod
    def between(cls, before: str, first: str, name: bytes, size: int) -> Entry:
        """The entry of a shard whose terms begin with ``first``, after one that ends with ``before``."""
        return cls(first[: shared_length(before, first) + 1], name, size)


def name_of(data: bytes) -> bytes:
    """What a file is called after its content, so that a browser may keep it for good."""
    return sha256(data).digest()[:NAME_BYTES]


def shared_length(one: Sequence[object], other: Sequence[object]) -> int:
    """How many signs or bytes two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def block_bytes(entries: Iterable[Entry]) -> bytes:
    """Entries of a block: shared and own length of the separator, its own part, name, size."""
    made = bytearray()
    before = b""
    for entry in entries:
        text = entry.separator.encode()
        shared = shared_length(before, text)
        made += bytes((shared, len(text) - shared)) + text[shared:]
        made += entry.name + bytes((min(255, -(-entry.size // SIZE_UNIT)),))
        before = text
    return bytes(made)


def blocks_of(entries: Iterable[Entry]) -> Iterator[tuple[str, bytes]]:
    """The blocks in order, each with its first separator."""
    cutter = Cutter(BLOCK_LEAST, BLOCK_MOST)
    held: list[Entry] = []
    for entry in entries:
        if cutter.cuts(entry.name, len(entry.separator) + NAME_BYTES + 3) and held:
            yield held[0].separator, block_bytes(held)
            held = []
        held.append(entry)
    if held:
        yield held[0].separator, block_bytes(held)
