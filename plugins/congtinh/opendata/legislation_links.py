"""How a schema.org Legislation leads to others: the property of each relation, and the part it means.

A relation stands on the document that says it, and on the one that it changes below ``@reverse``;
a relation to a part has that part as its target (guide of the ELI task force, EUR-Lex).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from congtinh.languages import Language
from congtinh.model import Item, SiteModel
from congtinh.opendata.relations import number_of
from congtinh.relations.clauses import named_parts
from congtinh.relations.edges import Edge
from congtinh.text.anchors import spelled

Node = dict[str, Any]
UrlOf = Callable[[str], str]
"""An address of the site to its public one; to nothing where the site has none."""

_CHANGES = frozenset(
    {
        "legislationChanges",
        "legislationAmends",
        "legislationRepeals",
        "legislationCorrects",
        "legislationConsolidates",
    }
)
"""Properties that a reader of the document at the other end must know of too."""


def related(model: SiteModel, item: Item, url_of: UrlOf) -> Node:
    """Property to targets; below ``@reverse``, the documents that change this one."""
    said: dict[str, list[Node]] = {}
    suffered: dict[str, list[Node]] = {}
    for edge in model.relations_of(item):
        if name := _property(model, edge):
            _add(said, name, _targets(model, edge, item.lang, url_of))
    for edge in model.touched_by(item):
        if (name := _property(model, edge)) in _CHANGES:
            found = model.find("legal_document", edge.source, item.lang)
            _add(suffered, name, [_document(found, edge.source, url_of)])
    return {**said, **({"@reverse": suffered} if suffered else {})}


def _add(found: dict[str, list[Node]], name: str, nodes: Iterable[Node]) -> None:
    listed = found.setdefault(name, [])
    listed += (node for node in nodes if node not in listed)


def _property(model: SiteModel, edge: Edge) -> str:
    term = model.vocabularies["relations"].get(edge.kind)
    return term.text("schema_org") if term else ""


def _document(found: Item | None, written: str, url_of: UrlOf) -> Node:
    return node(number_of(found), url_of(found.address)) if found else node(written, "")


def _targets(model: SiteModel, edge: Edge, language: Language, url_of: UrlOf) -> list[Node]:
    """The parts of the target that the relation names; the target where it names none."""
    found = model.find("legal_document", edge.target, language)
    whole = _document(found, edge.target, url_of)
    if not edge.clause_to:
        return [whole]
    named = named_parts(edge.clause_to)
    if not named:
        return [{"@type": "Legislation", "name": edge.clause_to, "isPartOf": whole}]
    return [_part(model, found, one, language, whole) for one in named]


def _part(
    model: SiteModel, found: Item | None, named: str, language: Language, whole: Node
) -> Node:
    """A part by its name; by its address too where the text of the document has it."""
    url, anchors = whole.get("url"), (named, f"phan-kem-theo-{named}")
    place = next((one for one in anchors if url and found and model.has_anchor(found, one)), "")
    return filled(
        {
            "@type": "Legislation",
            "name": spelled(named, language),
            "url": f"{url}#{place}" if place else "",
            "isPartOf": whole,
        }
    )


def node(number: str, url: str) -> Node:
    """A document by its number, and by its address where it is on this site."""
    return filled({"@type": "Legislation", "legislationIdentifier": number, "url": url})


def filled(of: Node) -> Node:
    """The object without what it does not tell."""
    return {name: value for name, value in of.items() if value}
