"""Values of the rows that editors write into a vocabulary, as what they are."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from congtinh.languages import Bilingual
from congtinh.vocabulary.terms import Term


def both(term: Term, key: str) -> Bilingual:
    """A text with its English from ``<key>_en``; the Vietnamese where that is missing."""
    return Bilingual(term.text(key), term.text(f"{key}_en") or term.text(key))


def day_of(term: Term, key: str) -> dt.date | None:
    value = term.extra.get(key)
    return value if isinstance(value, dt.date) else None


def number_of(term: Term, key: str) -> int | None:
    value = term.extra.get(key)
    return value if type(value) is int else None


def points_of(term: Term, key: str) -> Fraction | None:
    """Points exactly as written: ``2.1`` is 21 tenths."""
    value = term.extra.get(key)
    return Fraction(str(value)) if type(value) in (int, float) else None
