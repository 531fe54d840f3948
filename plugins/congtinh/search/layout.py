"""Where the passages of documents stand: ids that hardly move when others come, go or change.

A document of ``n`` passages belongs to class ``c``, the smallest with ``2**c >= n``.  Each class is a
table of places; a document takes the place that a digest of its key names, or the next free one, and
its passages have the ids ``base + (place << c) + passage``.  The order in which documents came leaves
no trace (Amble & Knuth 1974, ordered hash tables), and one that comes or goes moves only its neighbours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

MARGIN = 16
"""Places after a table for those that found none in it."""
MOST_IDS = 1 << 27
GROUP_BITS = 6
"""Texts are kept in groups of ``1 << GROUP_BITS`` ids, each group in a folder of its own."""


def class_of(passages: int) -> int:
    """The class of a document with so many passages (at least one)."""
    return (passages - 1).bit_length()


@dataclass(frozen=True)
class Layout:
    """``extents``: how many places each class has; ``places``: class and place of each key."""

    extents: tuple[int, ...] = ()
    places: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, documents: Iterable[tuple[str, int]]) -> Layout:
        """From the key and the number of passages of each document.

        ``ValueError`` where there are more passages than ids, some 100 million.
        """
        members: dict[int, list[str]] = defaultdict(list)
        for key, passages in documents:
            members[class_of(passages)].append(key)
        extents: list[int] = []
        places: dict[str, tuple[int, int]] = {}
        for number in range(max(members, default=-1) + 1):
            extent, placed = _placed(members[number])
            extents.append(extent)
            places |= {key: (number, place) for key, place in placed.items()}
        if sum(extent << number for number, extent in enumerate(extents)) > MOST_IDS:
            raise ValueError(f"more than {MOST_IDS} passages in one language")
        return cls(tuple(extents), places)

    def bases(self) -> list[int]:
        """The first id of each class."""
        bases, base = [], 0
        for number, extent in enumerate(self.extents):
            bases.append(base)
            base += extent << number
        return bases

    def first_ids(self) -> dict[str, int]:
        """By key, the id of a document's first passage."""
        bases = self.bases()
        return {
            key: bases[number] + (place << number) for key, (number, place) in self.places.items()
        }

    def rows(self) -> list[str | None]:
        """The key at each place of each class, which is the order of the columns of the facets."""
        starts = [sum(self.extents[:number]) for number in range(len(self.extents))]
        rows: list[str | None] = [None] * sum(self.extents)
        for key, (number, place) in self.places.items():
            rows[starts[number] + place] = key
        return rows


def _placed(keys: list[str]) -> tuple[int, dict[str, int]]:
    """The extent of a table that is at most two thirds full, and the place of each key."""
    if not keys:
        return 0, {}
    wanted = sorted((_digest(key), key) for key in keys)
    bits = max(2, (len(keys) * 3 // 2).bit_length())
    while True:
        placed, last = {}, -1
        for digest, key in wanted:
            last = placed[key] = max(last + 1, digest >> (64 - bits))
        if last < (1 << bits) + MARGIN:
            return (1 << bits) + MARGIN, placed
        bits += 1


def _digest(key: str) -> int:
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big")
