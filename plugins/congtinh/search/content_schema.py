"""The schema of the editors' index: what a query may name, where words are looked for, what answers show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from whoosh.fields import ID, STORED, Schema

from congtinh.search.content_fields import Words
from congtinh.search.content_values import Codes, Days, Names, Numbers

FIELDS: Mapping[str, type] = {
    "title": Words,
    "body": Words,
    "facts": Words,
    "number": Numbers,
    "cites": Numbers,
    "type": Codes,
    "issuer": Codes,
    "field": Codes,
    "topic": Codes,
    "category": Codes,
    "status": Codes,
    "lang": Codes,
    "date": Days,
    "posted": Days,
    "year": Days,
    "path": Names,
}
"""The fields that a query may name; those that look for words come first."""

SEARCHED = {"title": 3.0, "body": 1.0, "facts": 1.0, "number": 100.0, "cites": 2.0}
"""Where a word without a field is looked for, and what it weighs there."""


class Shown(NamedTuple):
    """What an answer shows of a file.

    ``kind`` and ``state`` are ``type`` and ``status`` in words; ``posted`` and ``date`` stand as
    YYYYMMDD, empty where they are not known.
    """

    path: str
    title: str
    summary: str
    type: str
    kind: tuple[str, str]
    lang: str
    status: str
    state: tuple[str, str]
    number: str
    date: str
    posted: str
    address: str


def schema() -> Schema:
    """The schema of the index: the fields of queries, the path of the file, and what answers show."""
    return Schema(
        file=ID(unique=True), shown=STORED, **{name: kind() for name, kind in FIELDS.items()}
    )
