"""What each item is about, from its fields, its telling words and the documents that it rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Generic, NamedTuple, Protocol, TypeVar

from congtinh.citing import Mention
from congtinh.languages import Language
from congtinh.neighbours import Fact, Subject, Telling
from congtinh.records.base import Record
from congtinh.records.legal_document import LegalDocument
from congtinh.relations.edges import Edge

_OF_VOCABULARY = {"topics": "topic", "fields": "field"}
_OF_REFERENCE = {"campaign": "campaign", "legal_document": "explains"}


class Known(Protocol):
    """What is asked of an item."""

    @property
    def path(self) -> str: ...
    @property
    def id(self) -> str: ...
    @property
    def lang(self) -> Language: ...
    @property
    def record(self) -> Record: ...
    @property
    def telling(self) -> Telling: ...


_Item = TypeVar("_Item", bound=Known)


class Ties(NamedTuple, Generic[_Item]):
    """What leads from items to others.

    ``cited``: content path to the documents that a text cites; ``edges``: what documents do to each
    other; ``meant``: the id that a field of an item means.
    """

    cited: Mapping[str, Iterable[Mention]]
    edges: Iterable[Edge]
    meant: Callable[[_Item, str], str | None]


def subjects(items: Iterable[_Item], ties: Ties[_Item]) -> Iterator[Subject]:
    """One subject for each id whose content type has neighbours."""
    pairs: dict[str, list[_Item]] = {}
    for item in items:
        if item.record.has_neighbours:
            pairs.setdefault(item.id, []).append(item)
    documents = _documents(pairs, ties)
    shown = {identity: set(found) for identity, found in documents.items()}
    for identity, found in documents.items():
        for target in found:
            shown.setdefault(target, set()).add(identity)
    facts = {identity: _facts(identity, pair, ties) for identity, pair in pairs.items()}
    for identity, told in facts.items():
        for campaign in (fact.what for fact in told if fact.kind == "campaign"):
            shown.setdefault(identity, set()).add(campaign)
            shown.setdefault(campaign, set()).add(identity)
    for identity, pair in pairs.items():
        day = next((item.record.written_for for item in pair if item.record.written_for), None)
        yield Subject(
            identity,
            day.toordinal() if day else 0,
            (*facts[identity], *(Fact("document", one) for one in documents.get(identity, ()))),
            {item.lang: item.telling for item in pair},
            frozenset(shown.get(identity, ())),
        )


def _documents(pairs: Mapping[str, list[_Item]], ties: Ties[_Item]) -> dict[str, dict[str, None]]:
    """Id to the documents that an item cites or touches; those outside the site by their number."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for identity, pair in pairs.items():
        for item in pair:
            for mention in ties.cited.get(item.path, ()):
                found[identity][mention.target] = None
    for edge in ties.edges:
        found[edge.source][edge.target] = None
    return found


def _facts(identity: str, pair: list[_Item], ties: Ties[_Item]) -> tuple[Fact, ...]:
    """What the fields say that an item is about; a document is what explanations of it are about."""
    found: dict[Fact, None] = {}
    item = pair[0]  # the fields of the pair that tell are shared
    for name, kind, refers in _telling_fields(type(item.record)):
        value = getattr(item.record, name)
        if refers:
            target = ties.meant(item, name) if value else None
            value = (target,) if target else ()
        for one in value or ():
            found[Fact(kind, one)] = None
    if isinstance(pair[0].record, LegalDocument):
        found[Fact("explains", identity)] = None
    return tuple(found)


@cache
def _telling_fields(record: type[Record]) -> tuple[tuple[str, str, bool], ...]:
    """The fields of a content type that tell what an item is about: name, kind of fact, if they refer."""
    found = []
    for name, fact in record.facts().items():
        if fact.refers in _OF_REFERENCE:
            found.append((name, _OF_REFERENCE[fact.refers], True))
        elif fact.vocabulary in _OF_VOCABULARY:
            found.append((name, _OF_VOCABULARY[fact.vocabulary], False))
    return tuple(found)
