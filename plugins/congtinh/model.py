"""Everything the site knows, built once and frozen: all pages and products read only this."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from typing import Any, Protocol

from congtinh.citations.cited import Cited
from congtinh.citing import CitationIndex, DocumentFinder, Mention, Text
from congtinh.identities import meaning_of, references
from congtinh.languages import LANGUAGES, Language, other
from congtinh.media import Attachment, Picture
from congtinh.neighbours import NeighbourIndex, Telling
from congtinh.reads import Noted, Reads
from congtinh.records.base import Record
from congtinh.records.counting import Count
from congtinh.records.legal_document import LegalDocument
from congtinh.relations.edges import Edge
from congtinh.subjects import Ties, subjects
from congtinh.text.markup import ImageReference, Reference
from congtinh.text.outline import Heading
from congtinh.validity.effects import NONE, result_of
from congtinh.validity.register import Lapse, Register
from congtinh.validity.states import State, Timeline, changes_after, state_on
from congtinh.vocabulary.registry import Vocabularies

_ID = re.compile(r' id="([^"]+)"')


class Body(Protocol):
    """The text of an item: ``text.markup.Markup``, or what reads one only when it is needed."""

    @property
    def page(self) -> tuple[str, tuple[Heading, ...]]: ...
    @property
    def links(self) -> tuple[Reference, ...]: ...
    @property
    def images(self) -> tuple[ImageReference, ...]: ...
    @property
    def text(self) -> str: ...
    @property
    def words(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Item:
    """One file of content: its record, its body and its address.

    ``files`` leads from each reference as written to the content-relative path it means.
    ``digest`` changes with anything the file holds or inherits; ``card`` only with its record or
    its address, and so with all that other pages may show of it.  ``order`` is what lists sort by;
    ``names`` are the words that mean the item in a field of another one; ``number`` is what R3 holds
    to be unique, where the item is a numbered document.  ``cites`` is what its text cites, and
    ``anchors`` changes with the anchors of the text that others may link to.  ``telling`` are the
    telling words of title and summary; ``counts`` what the record counts for, and ``sections`` those
    of the law that it is filed under.
    """

    path: str
    id: str
    type: str
    lang: Language
    record: Record
    body: Body
    address: str
    files: Mapping[str, str] = field(default_factory=dict)
    digest: bytes = b""
    card: bytes = b""
    order: tuple[Any, ...] = ()
    names: tuple[str, ...] = ()
    number: tuple[Any, ...] = ()
    cites: tuple[Cited, ...] = ()
    anchors: bytes = b""
    telling: Telling = field(default_factory=Telling)
    counts: tuple[Count, ...] = ()
    sections: tuple[str, ...] = ()


@dataclass(frozen=True)
class SiteModel:
    """The visible items of a day, with what leads from one to another."""

    items: tuple[Item, ...]
    hidden: tuple[Item, ...]
    vocabularies: Vocabularies
    today: dt.date
    pictures: Mapping[str, Picture]
    attachments: Mapping[str, Attachment]
    reads: Reads = field(default_factory=Reads, compare=False)
    _once: dict[tuple[str, str], tuple[Item, ...]] = field(
        default_factory=dict, compare=False, repr=False
    )
    _named: dict[tuple[str, str, str], dict[str, list[Item]]] = field(
        default_factory=dict, compare=False, repr=False
    )
    _anchors: dict[str, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)
    _prints_made: dict[str, bytes] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        pictures = Noted("picture", dict(self.pictures), self.reads)
        attachments = Noted("attachment", dict(self.attachments), self.reads)
        object.__setattr__(self, "pictures", pictures)
        object.__setattr__(self, "attachments", attachments)

    def on(self, day: dt.date) -> SiteModel:
        """The same content as visitors saw it on an earlier day, as far as days of posting tell."""
        items = (*self.items, *self.hidden)
        shown = {item.path: item for item in items if item.record.visible(day)}
        rest, media = (i for i in items if i.path not in shown), (dict(self.pictures), dict(self.attachments))
        return SiteModel(tuple(shown.values()), tuple(rest), self.vocabularies, day, *media)

    @cached_property
    def by_identity(self) -> Mapping[tuple[str, str], Item]:
        """``(id, language)`` to item."""
        return {(item.id, item.lang): item for item in self.items}

    @cached_property
    def by_path(self) -> Noted[Item]:
        """Content-relative path to item."""
        return Noted("path", dict(self._paths), self.reads)

    @cached_property
    def _paths(self) -> Mapping[str, Item]:
        return {item.path: item for item in self.items}

    @cached_property
    def _by_type(self) -> Mapping[tuple[str, str], tuple[Item, ...]]:
        groups: dict[tuple[str, str], list[Item]] = {}
        for item in self.items:
            groups.setdefault((item.type, item.lang), []).append(item)
        return {key: tuple(sorted(items, key=_order)) for key, items in groups.items()}

    @cached_property
    def _references(self) -> Mapping[tuple[str, str], str]:
        return references(self.items)

    @cached_property
    def register(self) -> Register:
        """The documents with their relations and validity; pages ask the methods below instead."""
        documents: dict[str, LegalDocument] = {}
        for item in self.items:
            if isinstance(item.record, LegalDocument) and (
                item.id not in documents or item.lang == "vi"
            ):
                documents[item.id] = item.record
        return Register(documents, meaning_of(self._references), self.vocabularies)

    @cached_property
    def citing(self) -> CitationIndex:
        """What the texts of the items cite; pages ask ``cited_by`` and ``cited_document`` instead."""
        texts = (Text(i.path, i.id, i.record.written_for, i.cites) for i in self.items if i.cites)
        return CitationIndex(texts, self.finder)

    @cached_property
    def finder(self) -> DocumentFinder:
        types = {term.code: term.label for term in self.vocabularies["document_types"]}
        records = ((i.id, i.record) for i in self.items if isinstance(i.record, LegalDocument))
        return DocumentFinder(records, types)

    def cited(self, item: Item) -> tuple[Mention, ...]:
        """The documents of the site that the text of an item cites, in its order."""
        self.reads.note("cited", item.path)
        return self.citing.by_path.get(item.path, ())

    def cited_by(self, item: Item, language: str) -> tuple[tuple[Item, tuple[str, ...]], ...]:
        """The items whose texts cite a document, each once, with the parts that they name.

        In ``language`` where the item has it and cites it there, else in the other one.
        """
        self.reads.note("cited_by", item.id, language)
        return self._cited_by(item.id, language)

    def _cited_by(self, target: str, language: str) -> tuple[tuple[Item, tuple[str, ...]], ...]:
        found: dict[str, tuple[Item, tuple[str, ...]]] = {}
        for path, parts in self.citing.by_target.get(target, ()):
            item = self._paths[path]
            if item.id not in found or item.lang == language:
                found[item.id] = (item, parts)
        return tuple(sorted(found.values(), key=lambda one: (one[0].type, one[0].order, one[0].id)))

    def numbered(self, number: str, issued: dt.date | None, doc_type: str, language: str) -> Item | None:
        """The document that a citation by number means (``DocumentFinder.numbered``)."""
        day = issued.isoformat() if issued else ""
        self.reads.note("numbered", number, day, doc_type, language)
        return self._by_id(self.finder.numbered(number, issued, doc_type) or "", language)

    def named(self, phrase: str, day: dt.date | None, language: str) -> tuple[Item, int] | None:
        """The law whose name begins ``phrase``, and where the name ends (``DocumentFinder.named``)."""
        self.reads.note("named", phrase, day.isoformat() if day else "", language)
        found = self.finder.named(phrase, day)
        item = self._by_id(found[0], language) if found else None
        return (item, found[1]) if item and found else None

    @cached_property
    def neighbours(self) -> NeighbourIndex:
        """Which items belong together; pages ask ``related`` instead."""
        ties = Ties(self.citing.by_path, self.register.edges, self._meaning)
        return NeighbourIndex(subjects(self.items, ties))

    def related(self, item: Item) -> tuple[tuple[Item, str], ...]:
        """The neighbours of an item, with what binds each most (``neighbours.Neighbour``).

        In the language of the item where they have it, else in the other one.
        """
        self.reads.note("related", item.id, item.lang)
        return self._related(item.id, item.lang)

    def _related(self, identity: str, language: str) -> tuple[tuple[Item, str], ...]:
        near = self.neighbours.near(identity, language)
        found = ((self._by_id(one.identity, language), one.why) for one in near)
        return tuple([(item, why) for item, why in found if item])

    def has_anchor(self, item: Item, anchor: str) -> bool:
        """Whether the text of an item has a place of this name."""
        self.reads.note("anchors", item.path)
        found = self._anchors.get(item.path)
        if found is None:
            found = self._anchors[item.path] = frozenset(_ID.findall(item.body.page[0]))
        return anchor in found

    def relations_of(self, item: Item) -> tuple[Edge, ...]:
        """What a document does to others, as its record says."""
        return self.register.from_document.get(item.id, ())

    def touched_by(self, item: Item) -> tuple[Edge, ...]:
        """What other documents do to this one, in the order of their ids."""
        return self.register.to_document.get(item.id, ())

    def changes_around(self, item: Item) -> tuple[Edge, ...]:
        """What ended or changed a document, or was ended or changed by it: for the pages of its neighbours."""
        self.reads.note("changes", item.id)
        return self._changes.get(item.id, ())

    @cached_property
    def _changes(self) -> Mapping[str, tuple[Edge, ...]]:
        kinds = self.vocabularies["relations"]
        found: dict[str, tuple[Edge, ...]] = {}
        for edge in self.register.edges:
            term = kinds.get(edge.kind)
            if term and (term.flag("marks_amended") or result_of(edge, kinds) != NONE):
                for end in (edge.source, edge.target):
                    found[end] = (*found.get(end, ()), edge)
        return found

    def timeline(self, item: Item) -> Timeline:
        """The states of a document in order of time, whatever the day of the build."""
        return self.register.timeline(item.id)

    def coming(self, item: Item) -> Timeline:
        """The states of a document that follow the one on the day of the build."""
        return changes_after(self.timeline(item), self.today)

    def lapses(self, item: Item) -> tuple[Lapse, ...]:
        """The expired documents that this one details or guides, on the day of the build."""
        return self.register.lapses(item.id, self.today)

    def rule(self, about: str, day: dt.date) -> str:
        """The code of what the law said of validity on ``day`` (vocabulary ``validity_rules``)."""
        found = self.register.rule(about, day)
        return found.code if found else ""

    def visible(self, item: Item) -> bool:
        """Whether visitors see the item on the day of the build; false only in a preview."""
        return item.record.visible(self.today)

    def on_day(self, item: Item, question: str) -> Any:
        """What a record tells of a day (``in_force``, ``running``, ``exists``), for that of the build."""
        return getattr(item.record, question)(self.today)

    def validity(self, item: Item) -> str:
        """The code of a document's validity on the day of the build; empty where its dates do not say."""
        return self.state(item).code if isinstance(item.record, LegalDocument) else ""

    def state(self, item: Item) -> State:
        """The state of a document on the day of the build, with its causes."""
        return state_on(self.timeline(item), self.today)

    def print_of(self, item: Item) -> bytes:
        """What changes whenever anything does that other pages may show of the item on this day."""
        found = self._prints_made.get(item.path)
        if found is None:
            record = item.record
            told: list[object] = [
                getattr(record, question)(self.today) for question in record.day_questions
            ]
            if isinstance(record, LegalDocument):
                told += (self.state(item), self.timeline(item), self.lapses(item))
            found = self._prints_made[item.path] = item.card + repr(told).encode()
        return found

    def own_print(self, item: Item) -> bytes:
        """What changes whenever anything does that decides the item's own page, but for what it reads."""
        pair = self.by_identity.get((item.id, other(item.lang)))
        touched = repr(self.touched_by(item)).encode() if item.type == "legal_document" else b""
        paired = self.print_of(pair) + bytes([pair.body.words > 0]) if pair else b""
        return digest_of(item.digest, self.print_of(item), paired, touched)

    def _prints(self, items: Iterable[Item | None]) -> bytes:
        return digest_of(*(self.print_of(item) if item else b"" for item in items))

    def of_type(self, name: str, language: str) -> tuple[Item, ...]:
        """The items of one content type in one language, in the order of the type."""
        self.reads.note("type", name, language)
        return self._by_type.get((name, language), ())

    def has_any(self, name: str, language: str) -> bool:
        """Whether there is any item of a type in one language: whether it has a list there."""
        self.reads.note("any", name, language)
        return (name, language) in self._by_type

    def years(self, name: str) -> Mapping[int | None, int]:
        """How many items of a type each year has, both languages together."""
        self.reads.note("years", name)
        return Counter(
            item.record.year
            for language in LANGUAGES
            for item in self._by_type.get((name, language), ())
        )

    def naming(self, name: str, field: str, target: Item, language: str) -> tuple[Item, ...]:
        """The items of a type in one language whose ``field`` means ``target``, in the order of the type."""
        self.reads.note("naming", name, field, target.id, language)
        return self._naming(name, field, language, target.id)

    def naming_either(self, name: str, field: str, target: Item, language: str) -> tuple[Item, ...]:
        """The same of ``either``: each such item once, in ``language`` where it has it."""
        self.reads.note("naming_either", name, field, target.id, language)
        return self._naming(name, field, f"{language}+", target.id)

    def _naming(self, name: str, field: str, language: str, target: str) -> tuple[Item, ...]:
        """``language`` ends in ``+`` for that of ``either``."""
        found = self._named.get((name, field, language))
        if found is None:
            found = self._named[name, field, language] = {}
            one = language.removesuffix("+")
            items = self._by_type.get((name, one), ()) if one == language else self._either(name, one)
            for item in items:
                means = self._meaning(item, field)
                if means:
                    found.setdefault(means, []).append(item)
        return tuple(found.get(target, ()))

    def _meaning(self, item: Item, field: str) -> str | None:
        """The id of the item that a field of another one means."""
        refers = type(item.record).facts()[field].refers
        return self._references.get((refers, getattr(item.record, field) or ""))

    def either(self, name: str, language: str) -> tuple[Item, ...]:
        """Each item of a type once: in ``language`` where it has it, else in the other."""
        self.reads.note("type", name, "vi")
        self.reads.note("type", name, "en")
        return self._either(name, language)

    def _either(self, name: str, language: str) -> tuple[Item, ...]:
        found = self._once.get((name, language))
        if found is None:
            found = self._once[name, language] = self._each_once(name, language)
        return found

    def _each_once(self, name: str, language: str) -> tuple[Item, ...]:
        own = self._by_type.get((name, language), ())
        have = {item.id for item in own}
        rest = [i for i in self._by_type.get((name, other(language)), ()) if i.id not in have]
        return tuple(sorted((*own, *rest), key=_order))

    def counterpart(self, item: Item) -> Item | None:
        """The same item in the other language."""
        self.reads.note("pair", item.id, other(item.lang))
        return self.by_identity.get((item.id, other(item.lang)))

    def find(self, type_name: str, reference: str | None, language: str) -> Item | None:
        """The item a reference means, in ``language`` or else in the other one."""
        if not reference:
            return None
        self.reads.note("find", type_name, reference, language)
        return self._by_id(self._references.get((type_name, reference), ""), language)

    def _by_id(self, identity: str, language: str) -> Item | None:
        return self.by_identity.get((identity, language)) or self.by_identity.get(
            (identity, other(language))
        )


def digest_of(*parts: bytes) -> bytes:
    """16 bytes that change with any of the parts or with where one ends and the next begins."""
    made = blake2b(digest_size=16)
    for part in parts:
        made.update(len(part).to_bytes(4, "big"))
        made.update(part)
    return made.digest()


def _order(item: Item) -> tuple[Any, ...]:
    return item.order
