"""Relations of documents as edges (V5): each written on one side, in the document that is the source."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from congtinh.numbering import parse
from congtinh.records.legal_document import LegalDocument, Relation


class Edge(NamedTuple):
    """What ``source`` does to ``target``.

    ``source`` is the id of a document; so is ``target``, but of an ``external`` one it is the
    number in canonical form.  ``clause_from`` and ``clause_to`` name parts of source and target as
    written, empty for the whole.  ``place`` counts the relations of the source from 1.
    """

    source: str
    target: str
    kind: str
    external: bool
    clause_from: str
    clause_to: str
    from_date: dt.date | None
    to_date: dt.date | None
    confirmed_by: str
    place: int


def edges_of(
    documents: Mapping[str, LegalDocument], meant: Callable[[str], str | None]
) -> tuple[Edge, ...]:
    """The edges of ``documents`` (by id), in an order that depends on the documents alone.

    ``meant`` gives the id that a target as written means.  Drafts do nothing to others; a relation
    of a document to itself is no edge, nor is one to what is neither here nor a number, and of two
    that say the same the first counts.
    """
    found: dict[tuple[object, ...], Edge] = {}
    for identity, record in sorted(documents.items()):
        if record.relations and record.doc_class != "du-thao":
            for edge in _edges(identity, record.relations, meant):
                found.setdefault(edge[:-1], edge)
    return tuple(found.values())


def _edges(
    source: str, relations: Iterable[Relation], meant: Callable[[str], str | None]
) -> Iterable[Edge]:
    for place, relation in enumerate(relations, 1):
        target = meant(relation.target) if relation.kind and relation.target else source
        number = parse(relation.target).canonical if target is None else ""
        if target != source and (target or "/" in number or "-" in number):
            yield Edge(
                source,
                target or number,
                relation.kind,
                target is None,
                relation.clause_from or "",
                relation.clause_to or "",
                relation.from_date,
                relation.to_date,
                relation.confirmed_by or "",
                place,
            )


def by_source(edges: Iterable[Edge]) -> dict[str, tuple[Edge, ...]]:
    """Source to its edges, in their order."""
    return _grouped(edges, lambda edge: edge.source)


def by_target(edges: Iterable[Edge]) -> dict[str, tuple[Edge, ...]]:
    """Target to the edges that lead to it: the inverse relations, which nobody writes."""
    return _grouped(edges, lambda edge: edge.target)


def _grouped(edges: Iterable[Edge], key: Callable[[Edge], str]) -> dict[str, tuple[Edge, ...]]:
    groups: dict[str, list[Edge]] = {}
    for edge in edges:
        groups.setdefault(key(edge), []).append(edge)
    return {name: tuple(found) for name, found in groups.items()}
