"""The postings of passages as rows: which term stands in which passage, with which impact."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from congtinh.search.forms import term_form
from congtinh.search.own_numbers import own_number_term
from congtinh.search.passages import Passage
from congtinh.search.records import SearchRecord
from congtinh.search.tokens import raw_tokens
from congtinh.search.weights import BODY, CATALOGUE, FIELDS, LEVELS, TITLE, impact, length_norm

Rows = dict[tuple[str, int], int]
"""``(term, passage)`` to impact; a passage counts from 0 in its document."""


def field_texts(record: SearchRecord) -> tuple[str, str]:
    """What of a record counts as catalogue and as title; it counts in each of its passages."""
    return "\n".join(record.catalogue), "\n".join((record.title, *record.names))


def rows_of(record: SearchRecord, passages: list[Passage]) -> Rows:
    """The rows of one document, found text by text; ``postings`` finds the same for many at once."""
    catalogue, title = field_texts(record)
    fixed = [
        (number, list(_forms(text, record.language)))
        for number, text in ((CATALOGUE, catalogue), (TITLE, title))
    ]
    rows: Rows = {}
    for place, passage in enumerate(passages):
        weighted: dict[str, float] = defaultdict(float)
        for number, forms in [(BODY, list(_forms(passage.text, record.language))), *fixed]:
            norm = length_norm(number, sum(map(bool, forms)))
            for term, times in Counter(terms_of(forms)).items():
                weighted[term] += FIELDS[number].boost * times / norm
        rows.update({(term, place): impact(found) for term, found in weighted.items()})
    own = own_number_term(record.number, record.issued, record.kind)
    if own:
        rows[own, 0] = LEVELS - 1
    return rows


def _forms(text: str, language: str) -> Iterator[str]:
    return (term_form(raw, language) if raw else "" for raw in raw_tokens(text))


def terms_of(forms: list[str]) -> Iterator[str]:
    """Each form, and each two that stand side by side."""
    yield from filter(None, forms)
    yield from (f"{one} {two}" for one, two in pairwise(forms) if one and two)
