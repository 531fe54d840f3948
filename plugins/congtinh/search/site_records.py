"""The items of a site as records to be found: everything of the catalogue, the body, and the files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from functools import cache

from congtinh.languages import Language
from congtinh.media import Attachment
from congtinh.model import Item, SiteModel, digest_of
from congtinh.records.base import Record, facts_of_model
from congtinh.records.fields import FieldFacts
from congtinh.records.legal_document import LegalDocument
from congtinh.records.parts import Part
from congtinh.records.procedure import Procedure
from congtinh.search.records import FacetValue, SearchRecord
from congtinh.search.state import Source

AttachmentText = Callable[[Attachment], str]
"""The text of a file that has any."""

_FACETS = {
    "doc_type": "type",
    "category": "type",
    "issuer": "issuer",
    "sectors": "field",
    "field": "field",
}
_COMMON = ("topics", "field", "category", "creator", "source_name")
_NOT_SEARCHED = ("title", "summary")


def sources(model: SiteModel, language: str, text: AttachmentText) -> list[Source]:
    """The items of one language that have a page, each with what is found in it."""
    return [
        Source(item.id, _print(model, item), _Loader(model, item, text))
        for item in model.items
        if item.lang == language and item.record.own_page
    ]


def _print(model: SiteModel, item: Item) -> bytes:
    """What changes with anything that is found in an item, or told of it."""
    files = repr([attachment.sha256 for attachment in _attachments(model, item)]).encode()
    vocabularies = model.vocabularies.digest.encode()
    return digest_of(
        item.digest, item.card, repr(_states(model, item)).encode(), files, vocabularies
    )


class _Loader:
    """Makes the record of an item when it is asked for."""

    def __init__(self, model: SiteModel, item: Item, text: AttachmentText) -> None:
        self._model, self._item, self._text = model, item, text

    def __call__(self) -> SearchRecord:
        return record_of(self._model, self._item, self._text)


def record_of(model: SiteModel, item: Item, text: AttachmentText) -> SearchRecord:
    """An item as it is found; the texts of its files in its language stand after its own."""
    record = item.record
    document = record if isinstance(record, LegalDocument) else None
    number = _number(record)
    kind = _label(model, "document_types", document.doc_type if document else None, item.lang)
    files = [text(attachment) for attachment in _attachments(model, item)]
    files = [found for found in files if found and written_in(found) == item.lang]
    return SearchRecord(
        id=item.id,
        language=item.lang,
        title=record.heading,
        body="\n".join(part for part in (item.body.text, *files) if part),
        url=item.address,
        catalogue=tuple(dict.fromkeys(_catalogue(model, item))),
        number=number,
        issued=document.issued if document else None,
        date=_day(record),
        kind=kind or type(record).type_label.of(item.lang),
        section=item.type,
        facets=tuple(_facets(model, item)),
        states=_states(model, item),
        anchors=tuple((heading.text, heading.id) for heading in item.body.page[1]),
    )


def _number(record: Record) -> str:
    """The number of a document, or the national code of a procedure, by which people ask for it."""
    if isinstance(record, LegalDocument):
        return record.document_number.canonical
    return (record.code or "") if isinstance(record, Procedure) else ""


def written_in(text: str) -> Language:
    """The language of a text: Vietnamese where one letter in thirty bears a mark, which none in English do."""
    letters = sum(map(str.isalpha, text))
    marked = letters - sum(1 for sign in text if sign.isascii() and sign.isalpha())
    return "vi" if marked * 30 > letters else "en"


def _label(model: SiteModel, vocabulary: str, code: str | None, language: str) -> str:
    return model.vocabularies[vocabulary].label(code, language) if code else ""


def _attachments(model: SiteModel, item: Item) -> list[Attachment]:
    paths = sorted(set(item.files.values()))
    return [model.attachments[path] for path in paths if path in model.attachments]


def _day(record: Record) -> dt.date | None:
    if isinstance(record, LegalDocument) and record.issued:
        return record.issued
    return record.date.date() if record.date else None


def _catalogue(model: SiteModel, item: Item) -> Iterator[str]:
    """Summary, number, and every word and code that the record's own fields hold, codes by their labels."""
    record = item.record
    if record.description != record.heading:
        yield record.description
    for fact in _searched(type(record)):
        value = getattr(record, fact.name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Part) and not isinstance(record, LegalDocument):
                yield from _words_of(one)
            if isinstance(one, str) and one:
                known = model.vocabularies[fact.vocabulary].get(one) if fact.vocabulary else None
                yield known.label.of(item.lang) if known else one


def _words_of(part: Part) -> Iterator[str]:
    """The words of one of many alike, such as a document printed in a gazette; files and codes are none."""
    facts = facts_of_model(type(part))
    for name, value in part.__dict__.items():
        if isinstance(value, str) and value and not facts[name].file and not facts[name].vocabulary:
            yield value


@cache
def _searched(record_type: type[Record]) -> tuple[FieldFacts, ...]:
    """The fields of words: those of the type itself, and some that all types have."""
    facts = record_type.facts()
    return tuple(
        fact
        for name, fact in facts.items()
        if (name in _COMMON or (name not in Record.model_fields and name not in _NOT_SEARCHED))
        and not fact.file
        and not fact.refers
    )


def _facets(model: SiteModel, item: Item) -> Iterator[tuple[str, tuple[FacetValue, ...]]]:
    record = item.record
    yield "section", (FacetValue(item.type, type(record).list_label.of(item.lang)),)
    facts = type(record).facts()
    for name, facet in _FACETS.items():
        value = getattr(record, name, None)
        codes = value if isinstance(value, tuple) else (value,)
        vocabulary = model.vocabularies[facts[name].vocabulary] if name in facts else ()
        values = {code: vocabulary.label(code, item.lang) or code for code in codes if code}  # type: ignore[union-attr]
        if values:
            yield facet, tuple(FacetValue(code, label) for code, label in values.items())


def _states(model: SiteModel, item: Item) -> tuple[tuple[dt.date | None, FacetValue], ...]:
    if not isinstance(item.record, LegalDocument):
        return ()
    labels = model.vocabularies["validity"]
    return tuple(
        (state.since, FacetValue(state.code, labels.label(state.code, item.lang) or state.code))
        for state in model.timeline(item)
        if state.code
    )
