"""Which item cites which document of the site, from what reading found in their texts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from congtinh.citations.cited import Cited
from congtinh.citations.names import Law, Names
from congtinh.languages import Bilingual
from congtinh.numbering import parse
from congtinh.records.legal_document import LegalDocument

LAWS = frozenset({"hien-phap", "bo-luat", "luat", "phap-lenh"})
"""Types of documents that people cite by name alone."""


class Text(NamedTuple):
    """The text of an item: its content path, its id, the day it was written for, what it cites."""

    path: str
    identity: str
    day: dt.date | None
    cited: tuple[Cited, ...]


class Mention(NamedTuple):
    """A document of the site that a text cites, by id, with the anchors of the parts that it names."""

    target: str
    parts: tuple[str, ...]


class Bearer(NamedTuple):
    """A document that bears a number."""

    identity: str
    issued: dt.date | None
    doc_type: str


class DocumentFinder:
    """Finds the document of the site that is meant, by number and day or by the name of a law."""

    def __init__(
        self, records: Iterable[tuple[str, LegalDocument]], types: Mapping[str, Bilingual]
    ) -> None:
        """``records``: id and record of each language; ``types``: code of a document type to its label."""
        self._records = tuple(records)
        self._types = types

    @cached_property
    def _by_number(self) -> Mapping[str, tuple[Bearer, ...]]:
        """Number to the documents that bear it."""
        found: dict[str, dict[str, Bearer]] = {}
        for identity, record in sorted(self._records, key=lambda one: one[0]):
            if record.document_number.number:
                number = record.document_number.canonical
                bearer = Bearer(identity, record.issued, record.doc_type or "")
                found.setdefault(number, {}).setdefault(identity, bearer)
        return {number: tuple(bearers.values()) for number, bearers in found.items()}

    @cached_property
    def _names(self) -> Names:
        laws = (record for _, record in self._records if record.doc_type in LAWS)
        return Names.of(named for record in laws for named in self._laws(record))

    def _laws(self, record: LegalDocument) -> Iterator[tuple[str, Law]]:
        """A law under the names that type and abstract make: “Luật Tiếp cận thông tin”, “Law on …”."""
        if not record.abstract or not record.doc_type:
            return
        label, abstract = self._types[record.doc_type].of(record.language), record.abstract
        number = record.document_number.canonical
        law = Law(abstract, number, record.doc_type, record.issued, record.effective)
        if abstract.casefold().startswith(label.casefold()):
            yield abstract, law
        else:
            yield f"{label} {abstract}", law
            if record.language == "en":
                yield f"{label} on {abstract}", law

    @cached_property
    def _by_short(self) -> Mapping[tuple[str, int], tuple[Bearer, ...]]:
        """Number and year of documents whose numbers name both, for “Nghị định 43/2011”."""
        found: dict[tuple[str, int], dict[str, Bearer]] = {}
        for written, bearers in self._by_number.items():
            number = parse(written)
            if number.number and number.year:
                known = found.setdefault((number.number, number.year), {})
                known.update({bearer.identity: bearer for bearer in bearers})
        return {short: tuple(bearers.values()) for short, bearers in found.items()}

    def bearers(self, number: str) -> tuple[str, ...]:
        """The ids of all documents that bear a number."""
        return tuple([bearer.identity for bearer in self._by_number.get(number, ())])

    def numbered(self, number: str, issued: dt.date | None, doc_type: str = "") -> str | None:
        """The id of the document that bears a number; of several, of the one of the type and day.

        “Nghị định 43/2011” is the only decree of that number and year; 89/2015/QH13 is a law and a
        resolution, 24/CT-TTg was given three times.
        """
        bearers = self._by_number.get(number, ())
        if not bearers and doc_type and number.count("/") == 1:
            read = parse(number)
            if read.number and read.year and not (read.type_code or read.issuer):
                bearers = self._by_short.get((read.number, read.year), ())
                bearers = tuple(bearer for bearer in bearers if bearer.doc_type == doc_type)
        if len(bearers) > 1 and doc_type:
            bearers = tuple(bearer for bearer in bearers if bearer.doc_type == doc_type)
        if len(bearers) > 1:
            bearers = tuple(bearer for bearer in bearers if bearer.issued == issued)
        return bearers[0].identity if len(bearers) == 1 else None

    def named(self, phrase: str, day: dt.date | None) -> tuple[str, int] | None:
        """The law whose name begins ``phrase``, and where the name ends; of several, that of the day."""
        names = self._names.dated(day)
        found = names.find(phrase, 0)
        law = names.chosen(found.laws) if found else None
        identity = self.numbered(law.number, law.issued, law.doc_type) if law else None
        return (identity, found.end) if identity and found else None


class CitationIndex:
    """What the texts of a site cite, both ways."""

    def __init__(self, texts: Iterable[Text], finder: DocumentFinder) -> None:
        self._texts, self._finder = tuple(texts), finder

    @cached_property
    def by_path(self) -> Mapping[str, tuple[Mention, ...]]:
        """Content path to the documents of the site that the text cites, each once, in its order."""
        return {text.path: found for text in self._texts if (found := self._mentions(text))}

    @cached_property
    def by_target(self) -> Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]:
        """Id of a document to the content paths of the texts that cite it, with the parts they name."""
        found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for path, mentions in sorted(self.by_path.items()):
            for target, parts in mentions:
                found.setdefault(target, []).append((path, parts))
        return {target: tuple(texts) for target, texts in found.items()}

    def _mentions(self, text: Text) -> tuple[Mention, ...]:
        parts: dict[str, dict[str, None]] = {}
        for one in text.cited:
            target = self._target(one, text.day)
            if target and target != text.identity:
                parts.setdefault(target, {}).update(dict.fromkeys(one.parts))
        return tuple([Mention(target, tuple(named)) for target, named in parts.items()])

    def _target(self, one: Cited, day: dt.date | None) -> str | None:
        if one.number:
            return self._finder.numbered(one.number, one.issued, one.doc_type)
        found = self._finder.named(one.phrase, day) if one.phrase else None
        return found[0] if found else None
