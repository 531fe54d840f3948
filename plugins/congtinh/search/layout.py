"""Where passages stand in a segment: ids that follow from a document's size and order alone.

A document of ``n`` passages belongs to class ``c``, the smallest with ``2**c >= n``; its passages have
the ids ``c << 20 | place << c | passage``, where ``place`` counts the documents of the class in order
of date.  So an id tells its document without a table, and an edit that leaves the class of a document
as it was moves no other document.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

CLASS_BITS = 20
GROUP_BITS = 6
"""Texts are kept in groups of ``1 << GROUP_BITS`` ids, each group in a folder of its own."""


def class_of(passages: int) -> int:
    """The class of a document with so many passages (at least one)."""
    return (passages - 1).bit_length()


@dataclass(frozen=True)
class Layout:
    """The documents of a segment: by class, their keys in order."""

    classes: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, documents: Iterable[tuple[tuple[str, ...], str, int]]) -> Layout:
        """From the order, the key and the number of passages of each document.

        ``ValueError`` where a class is full, which takes more than 500,000 documents of two passages.
        """
        by_class: dict[int, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for order, key, passages in documents:
            by_class[class_of(passages)].append((order, key))
        highest = max(by_class, default=-1)
        classes = []
        for number in range(highest + 1):
            members = sorted(by_class[number])
            if len(members) << number > 1 << CLASS_BITS:
                raise ValueError(f"more than {1 << CLASS_BITS} passages in class {number}")
            classes.append(tuple(key for _, key in members))
        return cls(tuple(classes))

    def first_ids(self) -> Mapping[str, int]:
        """By key, the id of a document's first passage."""
        return {
            key: first_id(number, place)
            for number, keys in enumerate(self.classes)
            for place, key in enumerate(keys)
        }

    @property
    def counts(self) -> list[int]:
        """How many documents each class has."""
        return [len(keys) for keys in self.classes]

    def keys(self) -> list[str]:
        """All keys in the order of the ids, which is that of the columns of the facets."""
        return [key for keys in self.classes for key in keys]


def first_id(number: int, place: int) -> int:
    """The id of the first passage of the document at ``place`` of class ``number``."""
    return number << CLASS_BITS | place << number
