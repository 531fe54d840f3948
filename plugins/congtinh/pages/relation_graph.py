"""The relations of a document as a picture: which documents it shows, and what leads from one to another.

What the document does to others stands above it, what others do to it below, in the order and words
of the list of its relations.  Where they are few, each neighbour carries what ended or changed it, or
was ended or changed by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, zip_longest
from typing import NamedTuple

from congtinh.pages.document_parts import Relation, RelationGroup
from congtinh.pages.graph_layout import Branch, Drawing, Leaf, Tie, drawn
from congtinh.pages.parts import Link, Validity

MOST = 24
"""Documents in a picture; the others are counted."""
FEW = 12
"""Neighbours up to which the picture goes one step further."""
MOST_FURTHER = 4
"""Documents that one neighbour carries."""

Steps = Mapping[str, tuple[RelationGroup, ...]]
"""By the ``key_of`` a neighbour: the relations one step further, worded from the neighbour."""


class FurtherRelation(NamedTuple):
    """A relation between two others than the document itself, in words: ``document`` – label – other."""

    document: Link
    label: str
    relation: Relation


class RelationGraph(NamedTuple):
    """The picture, and the relations in it that the document's own list has not."""

    drawing: Drawing
    further: tuple[FurtherRelation, ...]


class _Neighbour(NamedTuple):
    """One document, and the places of the groups that it stands in."""

    relation: Relation
    groups: tuple[int, ...]


def key_of(relation: Relation) -> str:
    """What tells a document apart from the others of a graph."""
    return relation.document.address or relation.document.text


def relation_graph(
    document: Link,
    validity: Validity | None,
    groups: tuple[RelationGroup, ...],
    steps: Steps,
) -> RelationGraph | None:
    """The graph of ``document``; none where it has no relations."""
    if not groups:
        return None
    near = _neighbours(groups)
    shown = _chosen(groups, near, MOST - 1)
    further = _Further(document.address, near, shown, steps if len(near) <= FEW else {})
    branches = [
        Branch(
            _words(groups, of),
            tuple([further.leaf(key) for key in keys if key in shown]),
            sum(key not in shown for key in keys),
        )
        for of, keys in _by_groups(near).items()
    ]
    centre = Leaf("", Relation(document, validity=validity))
    return RelationGraph(drawn(centre, branches, further.ties), tuple(further.told))


def _neighbours(groups: Sequence[RelationGroup]) -> dict[str, _Neighbour]:
    """Each document once, in the order of the groups."""
    found: dict[str, _Neighbour] = {}
    for place, group in enumerate(groups):
        for relation in group.relations:
            key = key_of(relation)
            before = found.get(key)
            if before is None:
                found[key] = _Neighbour(relation, (place,))
            elif place not in before.groups:
                found[key] = before._replace(groups=(*before.groups, place))
    return found


def _chosen(
    groups: Iterable[RelationGroup], near: Mapping[str, _Neighbour], most: int
) -> frozenset[str]:
    """At most so many neighbours, the groups by turns, so that each kind is seen."""
    if len(near) <= most:
        return frozenset(near)
    turns = chain.from_iterable(zip_longest(*(map(key_of, group.relations) for group in groups)))
    found = dict.fromkeys(key for key in turns if key is not None)
    return frozenset(list(found)[:most])


def _by_groups(near: Mapping[str, _Neighbour]) -> dict[tuple[int, ...], list[str]]:
    """The documents by the groups that they stand in, in the order of the first of each."""
    found: dict[tuple[int, ...], list[str]] = {}
    for key, neighbour in near.items():
        found.setdefault(neighbour.groups, []).append(key)
    return found


def _words(groups: Sequence[RelationGroup], of: tuple[int, ...]) -> tuple[tuple[str, bool], ...]:
    return tuple([(groups[place].label, groups[place].inverse) for place in of])


class _Further:
    """What leads on from the neighbours: to documents of their own, or to one another."""

    def __init__(
        self, centre: str, near: Mapping[str, _Neighbour], shown: frozenset[str], steps: Steps
    ) -> None:
        self.centre, self.near, self.steps = centre, near, steps
        self.placed = set(shown)
        self.ties: list[Tie] = []
        self.told: list[FurtherRelation] = []
        self._seen: set[tuple[str, str, str]] = set()

    def leaf(self, key: str) -> Leaf:
        """A neighbour with what it carries."""
        relation, groups = self.near[key].relation, self.steps.get(key, ())
        around = _neighbours(groups)
        around.pop(self.centre, None)
        branches = []
        most = min(MOST - 1, len(self.placed) + MOST_FURTHER)
        for of, others in _by_groups(around).items():
            room = max(0, most - len(self.placed))
            kept = [other for other in others if other not in self.placed][:room]
            self.placed.update(kept)
            for other in others:
                if other in self.placed:
                    told = [groups[place] for place in of]
                    self._tell(relation, around[other].relation, told, is_tie=other not in kept)
            if kept:
                leaves = tuple([Leaf(other, around[other].relation) for other in kept])
                branches.append(Branch(_words(groups, of), leaves, 0))
        return Leaf(key, relation, tuple(branches))

    def _tell(
        self, one: Relation, other: Relation, groups: Iterable[RelationGroup], *, is_tie: bool
    ) -> None:
        """Put a relation between two others into the list; one that the other has told is there."""
        first, second = key_of(one), key_of(other)
        for group in groups:
            edge = (second, first, group.kind) if group.inverse else (first, second, group.kind)
            if edge not in self._seen:
                self._seen.add(edge)
                self.told.append(FurtherRelation(one.document, group.label, other))
                if is_tie:
                    self.ties.append(Tie(first, second, group.label, group.inverse))
