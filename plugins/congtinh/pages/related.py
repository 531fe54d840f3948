"""The relations of a document in words, and with what leads on from them, as a graph."""

from __future__ import annotations

from collections.abc import Iterable

from congtinh.model import Item
from congtinh.pages.cards import validity
from congtinh.pages.document_parts import Relation, RelationGroup
from congtinh.pages.histories import document_link
from congtinh.pages.relation_graph import (
    FEW,
    MOST_FURTHER,
    RelationGraph,
    key_of,
    relation_graph,
)
from congtinh.pages.site import Site
from congtinh.pages.wordings import clause_in
from congtinh.relations.edges import Edge


def relations(site: Site, item: Item) -> tuple[RelationGroup, ...]:
    """What the document does to others, then what others do to it; by kind, in the vocabulary's order."""
    model = site.model
    own = _groups(site, ((edge, edge.target) for edge in model.relations_of(item)), "")
    others = ((edge, edge.source) for edge in model.touched_by(item))
    return (*own, *_groups(site, others, f"inverse_{site.language}"))


def _groups(
    site: Site, edges: Iterable[tuple[Edge, str]], wording: str
) -> tuple[RelationGroup, ...]:
    """``wording`` is the key of the words for the kind; empty for its label."""
    found: dict[str, list[Relation]] = {}
    for edge, other in edges:
        found.setdefault(edge.kind, []).append(_relation(site, edge, other, wording != ""))
    return tuple(
        [
            RelationGroup(
                term.text(wording) if wording else site.label("relations", term.code),
                tuple(found[term.code]),
                term.code,
                bool(wording),
            )
            for term in site.model.vocabularies["relations"]
            if term.code in found
        ]
    )


def _relation(site: Site, edge: Edge, other: str, inverse: bool) -> Relation:
    found = site.model.find("legal_document", other, site.language)
    own, others = (clause_in(site.language, one) for one in (edge.clause_from, edge.clause_to))
    clauses = (others, own) if inverse else (own, others)
    return Relation(
        document_link(site, other),
        *clauses,
        edge.from_date,
        edge.to_date,
        edge.external and not inverse,
        validity(site, found) if found else None,
    )


def document_graph(
    site: Site, item: Item, groups: tuple[RelationGroup, ...]
) -> RelationGraph | None:
    """The graph of a document whose relations are ``groups``; none where it has no relations."""
    near = {edge.target for edge in site.model.relations_of(item)}
    near |= {edge.source for edge in site.model.touched_by(item)}
    steps = {}
    for identity in sorted(near) if len(near) <= FEW else ():
        found = site.model.find("legal_document", identity, site.language)
        if found:
            key = key_of(Relation(document_link(site, identity)))
            steps[key] = _changes(site, found, near | {item.id})
    return relation_graph(document_link(site, item.id), validity(site, item), groups, steps)


def _changes(site: Site, item: Item, known: set[str]) -> tuple[RelationGroup, ...]:
    """What a neighbour ended or changed, and what did it to the neighbour; of others than ``known`` a few."""
    edges = site.model.changes_around(item)
    others = dict.fromkeys(_other(edge, item) for edge in edges)
    shown = known | set([other for other in others if other not in known][:MOST_FURTHER])
    kept = [edge for edge in edges if _other(edge, item) in shown]
    own = ((edge, edge.target) for edge in kept if edge.source == item.id)
    inverse = ((edge, edge.source) for edge in kept if edge.target == item.id)
    return (*_groups(site, own, ""), *_groups(site, inverse, f"inverse_{site.language}"))


def _other(edge: Edge, item: Item) -> str:
    return edge.target if edge.source == item.id else edge.source
