"""What the editors' index holds of an item: its fields for Whoosh, and what an answer shows of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from congtinh.model import Item
from congtinh.records.base import Record, facts_of_model
from congtinh.records.legal_document import LegalDocument
from congtinh.search.content_fields import Passage
from congtinh.search.content_schema import Shown
from congtinh.search.numbers import OwnNumber, number_keys, read_numbers
from congtinh.vocabulary.registry import Vocabularies

_CODED = {"fields": "field", "topics": "topic", "issuers": "issuer", "categories": "category"}
_APART = frozenset({"id", "type", "lang", "translation_of", "title", "abstract", "status"})
"""Fields of a record that are found by other fields of the index, or by nobody."""


def entry_of(item: Item, vocabularies: Vocabularies) -> dict[str, Any]:
    """The fields of an item, as Whoosh takes them."""
    record, language = item.record, item.lang
    shown = _shown(item, vocabularies)
    title = record.heading if record.title is None else record.title
    abstract = record.abstract if isinstance(record, LegalDocument) else None
    heading = f"{title}\n{abstract}" if abstract and abstract != title else title
    codes = _codes(record, vocabularies)
    return {
        "file": item.path,
        "shown": tuple(shown),
        "title": Passage(heading, language),
        "body": Passage(item.body.text, language),
        "facts": Passage("\n".join(_texts(record)), language),
        "number": _own_numbers(record),
        "cites": tuple(_cited(item)),
        "type": _type_names(record, item.type, vocabularies),
        "lang": (
            language,
            *(("tiếng Việt", "Vietnamese") if language == "vi" else ("tiếng Anh", "English")),
        ),
        "status": _names("statuses", record.status, vocabularies),
        "date": (shown.date,),
        "posted": (shown.posted,),
        "year": (str(record.year or ""),),
        "path": tuple(_path_names(item.path)),
        **codes,
    }


def _shown(item: Item, vocabularies: Vocabularies) -> Shown:
    record = item.record
    number, day = "", record.written_for
    status = vocabularies["statuses"].get(record.status or "")
    if isinstance(record, LegalDocument):
        number = record.symbol or record.number or ""
    return Shown(
        item.path,
        record.heading,
        "" if record.description == record.heading else record.description,
        item.type,
        (*type(record).type_label,),
        item.lang,
        record.status or "",
        (*status.label,) if status else ("", ""),
        number,
        f"{day:%Y%m%d}" if day else "",
        f"{record.date:%Y%m%d}" if record.date else "",
        item.address,
    )


def _own_numbers(record: Record) -> tuple[tuple[str, OwnNumber | None], ...]:
    if not isinstance(record, LegalDocument) or not record.document_number.number:
        return ()
    year = record.issued.year if record.issued else None
    written = (record.document_number.canonical, record.symbol, record.legacy_symbol)
    return tuple((one, number_keys(one, year)) for one in dict.fromkeys(written) if one)


def _cited(item: Item) -> Iterator[tuple[str, OwnNumber | None]]:
    """The numbers that a text cites, and those of the documents that a document touches."""
    for one in item.cites:
        if one.number:
            yield one.number, number_keys(one.number, one.issued.year if one.issued else None)
    if isinstance(item.record, LegalDocument):
        for relation in item.record.relations or ():
            for found in read_numbers(relation.target):
                yield relation.target, OwnNumber(*found[2:])


def _type_names(record: Record, name: str, vocabularies: Vocabularies) -> tuple[str, ...]:
    """The content type by its code and label, and the type of a document by all its names."""
    found: tuple[str, ...] = (name, *type(record).type_label, *type(record).list_label)
    if isinstance(record, LegalDocument):
        found += _names("document_types", record.doc_type, vocabularies)
    return found


def _codes(record: Record, vocabularies: Vocabularies) -> dict[str, tuple[str, ...]]:
    """The values of coded fields by their codes and all their names."""
    found: dict[str, tuple[str, ...]] = dict.fromkeys(_CODED.values(), ())
    for name, fact in type(record).facts().items():
        if fact.vocabulary in _CODED:
            value = getattr(record, name)
            for code in value if isinstance(value, tuple) else (value,):
                found[_CODED[fact.vocabulary]] += _names(fact.vocabulary, code, vocabularies)
    return found


def _names(vocabulary: str, code: str | None, vocabularies: Vocabularies) -> tuple[str, ...]:
    term = vocabularies[vocabulary].get(code or "")
    return tuple(term.names) if term else (code,) if code else ()


def _texts(part: BaseModel) -> Iterator[str]:
    """Every text that a record and its parts hold, but for what other fields of the index have."""
    facts = facts_of_model(type(part))
    for name, value in part.__dict__.items():
        if name in _APART or facts[name].vocabulary:
            continue
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, str):
                yield one
            elif isinstance(one, BaseModel):
                yield from _texts(one)


def _path_names(path: str) -> Iterator[str]:
    """The path, its folders from the first on, and the file with and without its ending."""
    yield path
    at = path.find("/")
    while at >= 0:
        yield path[:at]
        at = path.find("/", at + 1)
    name = path.rpartition("/")[2]
    yield name
    yield name.partition(".")[0]
