"""The relations of a document as a picture: which documents it shows, and what leads from one to another.

What the document does to others stands above it, what others do to it below, in the order and words
of the list of its relations.  Where they are few, each neighbour carries what ended or changed it, or
was ended or changed by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain, zip_longest
from typing import NamedTuple

from congtinh.pages.graph_layout import Branch, Drawing, Leaf, Tie, drawn
from congtinh.pages.parts import Link, Relation, RelationGroup, Validity

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
    """One document, and every group that it stands in."""

    relation: Relation
    groups: tuple[RelationGroup, ...]


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
            _words(of),
            tuple([further.leaf(key) for key in keys if key in shown]),
            sum(key not in shown for key in keys),
        )
        for of, keys in _by_groups(near).items()
    ]
    centre = Leaf("", Relation(document, validity=validity))
    return RelationGraph(drawn(centre, branches, further.ties), tuple(further.told))


def _neighbours(groups: Iterable[RelationGroup]) -> dict[str, _Neighbour]:
    """Each document once, in the order of the groups."""
    found: dict[str, _Neighbour] = {}
    for group in groups:
        for relation in group.relations:
            key = key_of(relation)
            before = found.get(key)
            if before is None:
                found[key] = _Neighbour(relation, (group,))
            elif group not in before.groups:
                found[key] = before._replace(groups=(*before.groups, group))
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


def _by_groups(near: Mapping[str, _Neighbour]) -> dict[tuple[RelationGroup, ...], list[str]]:
    """The neighbours by the groups that they stand in; those to which the document itself does something first."""
    found: dict[tuple[RelationGroup, ...], list[str]] = {}
    for key, neighbour in near.items():
        found.setdefault(neighbour.groups, []).append(key)
    return found


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
        relation = self.near[key].relation
        branches = []
        for groups, others in _by_groups(_neighbours(self.steps.get(key, ()))).items():
            new = [other for other in others if other not in self.placed | {self.centre}]
            kept = new[: max(0, min(MOST_FURTHER, MOST - 1 - len(self.placed)))]
            self.placed.update(kept)
            for other in others:
                if other in self.placed:
                    self._tell(key, other, groups, is_tie=other not in kept)
            if kept:
                leaves = [Leaf(other, self._found(key, other)) for other in kept]
                branches.append(Branch(_words(groups), tuple(leaves), 0))
        return Leaf(key, relation, tuple(branches))

    def _found(self, key: str, other: str) -> Relation:
        return _neighbours(self.steps[key])[other].relation

    def _tell(
        self, key: str, other: str, groups: tuple[RelationGroup, ...], *, is_tie: bool
    ) -> None:
        """Put a relation between two others into the list; one that the other has told is there."""
        document, relation = self.near[key].relation.document, self._found(key, other)
        for group in groups:
            edge = (other, key, group.kind) if group.inverse else (key, other, group.kind)
            if edge not in self._seen:
                self._seen.add(edge)
                self.told.append(FurtherRelation(document, group.label, relation))
                if is_tie:
                    self.ties.append(Tie(key, other, group.label, group.inverse))


def _words(groups: tuple[RelationGroup, ...]) -> tuple[tuple[str, bool], ...]:
    return tuple([(group.label, group.inverse) for group in groups])
