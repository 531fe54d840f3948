"""Cut-off profiles as a department writes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from congtinh.errors import N_
from congtinh.vocabulary.entries import Entries, KeyFault

KINDS = ("month", "quarter", "6m", "9m", "year")
LAST_FIRST_DAY = 28
"""The last day that every month has."""


def cut_off_faults(keys: Mapping[str, object], _every: Mapping[str, Entries]) -> Iterator[KeyFault]:
    """What is wrong with the keys of one profile."""
    day = keys.get("first_day", 1)
    if isinstance(day, int) and not 1 <= day <= LAST_FIRST_DAY:
        yield "first_day", str(day), N_("is not a day that every month has"), N_("Write a day from 1 to 28")
    kinds = keys.get("kinds", ())
    for kind in kinds if isinstance(kinds, list) else ():
        if kind not in KINDS:
            yield "kinds", str(kind), N_("is no kind of period"), N_("Write month, quarter, 6m, 9m or year")
