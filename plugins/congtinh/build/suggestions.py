"""Relations that the texts of documents seem to have and nobody has written yet, for editors to copy."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from congtinh.citations.citation import Citation
from congtinh.citations.finding import find
from congtinh.citations.names import Names, names_of
from congtinh.citations.suggesting import Suggestion, suggested
from congtinh.model import Item, SiteModel
from congtinh.text.anchors import spelled

_SAME = {
    "bai-bo-toan-bo": ("bai-bo-mot-phan", "thay-the", "huy-bo"),
    "bai-bo-mot-phan": ("bai-bo-toan-bo", "sua-doi-bo-sung"),
    "thay-the": ("bai-bo-toan-bo",),
    "sua-doi-bo-sung": ("bai-bo-mot-phan", "thay-the"),
    "quy-dinh-chi-tiet": ("huong-dan-ap-dung",),
    "huong-dan-ap-dung": ("quy-dinh-chi-tiet",),
}
"""Kinds that a person may have chosen for what reads like the kind suggested."""


class Offer(NamedTuple):
    """One relation to write in the file ``path``: its fields, and the sentence that says it."""

    path: str
    kind: str
    target: str
    external: bool
    clause_to: str
    sentence: str

    def lines(self) -> list[str]:
        """The relation as front matter."""
        told = [f"- kind: {self.kind}", f"  target: {self.target}"]
        told += ["  external: true"] if self.external else []
        return told + ([f"  clause_to: {self.clause_to}"] if self.clause_to else [])


def offers(model: SiteModel) -> Iterator[Offer]:
    """What each document's text suggests and its record does not say, in the order of the paths."""
    names = names_of(model.vocabularies)
    for item in sorted(model.items, key=lambda item: item.path):
        if item.type == "legal_document" and item.cites and _holds_relations(model, item):
            yield from _of(model, item, names.dated(item.record.written_for))


def _holds_relations(model: SiteModel, item: Item) -> bool:
    """Of a pair the Vietnamese file; its text says what the other one's does."""
    return item.lang == "vi" or (item.id, "vi") not in model.by_identity


def _of(model: SiteModel, item: Item, names: Names) -> Iterator[Offer]:
    text = item.body.text
    said = {(edge.target, edge.kind) for edge in model.relations_of(item)}
    offered: set[tuple[str, str]] = set()
    for one in suggested(text, find(text, item.lang, names)):
        target = target_of(model, one.citation, item.record.written_for)
        number = one.citation.number
        meant = target or number
        kinds = (one.kind, *_SAME.get(one.kind, ()))
        known = any((meant, kind) in said for kind in kinds) or (meant, one.kind) in offered
        if meant and meant != item.id and not known:
            offered.add((meant, one.kind))
            yield _offer(item, one, target, model.finder.bearers(number) or (number,), text)


def target_of(model: SiteModel, one: Citation, day: dt.date | None) -> str | None:
    """The id of the document of the site that is cited."""
    if one.number:
        return model.finder.numbered(one.number, one.issued, one.doc_type)
    found = model.finder.named(one.name, day) if one.name else None
    return found[0] if found else None


def _offer(
    item: Item, one: Suggestion, target: str | None, bearers: tuple[str, ...], text: str
) -> Offer:
    """``bearers``: the documents here that bear the number, among which a person has to choose."""
    sentence = " ".join(text[one.start : one.end].split())
    clauses = "; ".join(spelled(part, "vi") for part in one.clause_to)
    names = [name.rpartition("/")[2] for name in ((target,) if target else bearers)]
    short = names[0] if len(names) == 1 else f"{names[0]}  # {' | '.join(names[1:])}"
    is_external = target is None and bearers == (one.citation.number,)
    written = one.citation.number if is_external else short
    return Offer(item.path, one.kind, written, is_external, clauses, sentence)

