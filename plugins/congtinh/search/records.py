"""What the search index takes in: one record for each item and language, or line of a collection."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import NamedTuple

from congtinh.languages import Language


class FacetValue(NamedTuple):
    """One value of a facet: its code, and its label in the language of the record."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """One thing that can be found.

    ``id`` is unique within its language. ``names`` are searched like the title (the name of the law
    that an article belongs to); ``catalogue`` are the other words of the catalogue: abstract, issuer,
    signer, fields. ``number`` is the record's own number and symbol, ``issued`` its day of issue.
    ``facets`` lead from the name of a facet to the values; ``states`` are the first day and the value
    of each state of validity, in order of time, the first with no day. ``anchors`` are the headings
    of the body, each a line of its own, with the place they have on the page.
    """

    id: str
    language: Language
    title: str
    body: str
    url: str = ""
    names: tuple[str, ...] = ()
    catalogue: tuple[str, ...] = ()
    number: str = ""
    issued: dt.date | None = None
    date: dt.date | None = None
    kind: str = ""
    section: str = ""
    facets: tuple[tuple[str, tuple[FacetValue, ...]], ...] = ()
    states: tuple[tuple[dt.date | None, FacetValue], ...] = ()
    anchors: tuple[tuple[str, str], ...] = field(default=())
