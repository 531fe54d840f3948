"""What a record adds to the counts of the site; each content type says it of itself."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

ITEMS = "items"
"""The measure that counts each item of content once in each of its languages."""


class Count(NamedTuple):
    """One thing that a record counts for, such as the item itself, or the visits of a month.

    ``kind`` divides the measure (genre, class of document, level of service with its scale);
    things with one ``key`` are one thing, told once in a language: empty for the item itself.
    ``day``: the day that it counts on, by default that of posting; ``language``: by default the
    item's own.
    """

    measure: str
    kind: str = ""
    value: int = 1
    key: str = ""
    day: dt.date | None = None
    language: str = ""
