"""The number that a document bears itself, as a term of the index."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from congtinh.search.numbers import number_keys, type_code_of

OWN = "#"
"""Begins the terms of own numbers, so that they sort before all words: ``#43 2011 nd nd-cp``."""


@lru_cache(maxsize=1 << 12)
def own_number_term(number: str, issued: dt.date | None, kind: str) -> str:
    """``#no year type symbol``, with ``-`` for what is not known; empty where there is no number.

    ``kind`` names the type in words, for symbols that leave it open (``QH15``).
    """
    own = number_keys(number, issued.year if issued else None) if number else None
    if own is None:
        return ""
    told = own._replace(type_code=own.type_code or type_code_of(kind))
    return OWN + " ".join(str(part or "-") for part in told)
