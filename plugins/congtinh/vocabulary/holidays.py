"""Holidays as editors list them, one file a year: days off, and weekend days worked in exchange."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from congtinh.errors import N_
from congtinh.vocabulary.entries import Entries, KeyFault

HOLIDAYS = "holidays"
KINDS = ("holiday", "working")


def day_fault(code: str, stem: str) -> tuple[str, str] | None:
    """What is wrong with the day of an entry of the file ``stem``: the message, what to write instead."""
    try:
        day = dt.date.fromisoformat(code)
    except ValueError:
        return N_("is not a day"), N_("Write it as 2026-11-22")
    year = stem.removeprefix(f"{HOLIDAYS}_")
    if year.isdigit() and int(year) != day.year:
        return (
            N_("is not a day of the year that the file is named after"),
            N_("Correct the day, or move it to the file of its year"),
        )
    return None


def kind_faults(keys: Mapping[str, object], _every: Mapping[str, Entries]) -> Iterator[KeyFault]:
    """What is wrong with the keys of one day."""
    kind = keys.get("kind", KINDS[0])
    if isinstance(kind, str) and kind not in KINDS:
        yield "kind", kind, N_("is no kind of day"), N_('Write kind = "holiday" or kind = "working"')
