"""Who leans on what: documents and pages that rest on a document which no longer holds (R10, D13)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from congtinh.model import Item, SiteModel
from congtinh.records.legal_document import LegalDocument
from congtinh.validity.states import NOT_YET, State

CITATION = "citation"
"""How an item leans on a document beside the kinds of relations: its text cites it."""


class Leaning(NamedTuple):
    """``item`` leans on the document ``target`` (an id).

    ``how`` is a kind of relation or ``CITATION``; ``place`` counts the relations of the item from 1,
    0 for a citation; ``parts`` are the anchors that a citation names.
    """

    item: Item
    target: str
    how: str
    place: int = 0
    parts: tuple[str, ...] = ()


class Doubt(NamedTuple):
    """One that leans on a document which is not in force on the day, with the state of that one."""

    leaning: Leaning
    state: State


def leanings(model: SiteModel) -> Iterator[Leaning]:
    """Everything that rests on a document of the site, in the order of the items."""
    kinds = {term.code for term in model.vocabularies["relations"] if term.flag("leans") or term.flag("follows")}
    for item in model.items:
        if item.type == "legal_document" and _speaks_first(model, item):
            for edge in model.relations_of(item):
                if edge.kind in kinds and not edge.external:
                    yield Leaning(item, edge.target, edge.kind, edge.place)
        for mention in model.citing.by_path.get(item.path, ()):
            yield Leaning(item, mention.target, CITATION, 0, mention.parts)


def doubts(model: SiteModel) -> tuple[Doubt, ...]:
    """What holds itself and rests on a document that is over, suspended or no longer suitable."""
    found = []
    for leaning in leanings(model):
        state = model.register.state(leaning.target, model.today)
        if _is_over(model, state) and _holds(model, leaning.item):
            found.append(Doubt(leaning, state))
    return tuple(found)


def dependants(model: SiteModel, targets: Iterable[str]) -> dict[str, tuple[Item, ...]]:
    """Id of a document to the items that rest on it: by basis, by what they detail, or by citing it."""
    wanted = set(targets)
    found: dict[str, dict[str, Item]] = {target: {} for target in wanted}
    for leaning in leanings(model):
        if leaning.target in wanted:
            found[leaning.target].setdefault(leaning.item.id, leaning.item)
    return {
        target: tuple(sorted(items.values(), key=lambda item: item.path))
        for target, items in sorted(found.items())
    }


def _is_over(model: SiteModel, state: State) -> bool:
    term = model.vocabularies["validity"].get(state.code)
    return term is not None and state.code != NOT_YET and not term.flag("binding")


def _holds(model: SiteModel, item: Item) -> bool:
    """Whether anybody still goes by the item: documents in force, pages that are not of one day."""
    if isinstance(item.record, LegalDocument):
        return item.record.doc_class == "du-thao" or not _is_over(model, model.state(item))
    return True


def _speaks_first(model: SiteModel, item: Item) -> bool:
    """Of a pair the Vietnamese file holds the relations."""
    return item.lang == "vi" or (item.id, "vi") not in model.by_identity


def is_standing(item: Item) -> bool:
    """Whether the item speaks for today, as pages do and news of a day do not."""
    return not item.record.in_feed or item.type == "legal_document"
