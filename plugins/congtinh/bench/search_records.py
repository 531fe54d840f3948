"""Records of an evaluation as the search index takes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from congtinh.bench.search_files import Document
from congtinh.search.records import FacetValue, SearchRecord
from congtinh.text.slug import slugify


def records(documents: Iterable[Document]) -> Iterator[SearchRecord]:
    """One record for each document."""
    return map(record, documents)


def record(one: Document) -> SearchRecord:
    """The record of a document; the word for its type and its issuer are facets."""
    issued = _day(one.date)
    return SearchRecord(
        id=one.id,
        language=one.language,
        title=one.title,
        body=one.text,
        names=(one.law_title,) if one.law_title else (),
        catalogue=(one.issuer,) if one.issuer else (),
        number=one.number,
        issued=issued,
        date=issued,
        kind=one.type,
        facets=tuple(
            (name, (FacetValue(slugify(label, 40), label),))
            for name, label in (("type", one.type), ("issuer", one.issuer))
            if label
        ),
    )


def _day(written: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(written[:10])
    except ValueError:
        return None
