"""Atomic counts: one row for each thing that was published, with all that it may be counted by."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple

from congtinh.model import Item, SiteModel
from congtinh.records.counting import Count
from congtinh.statistics.counting import Counting

PICTURES = "pictures"


class Tally(NamedTuple):
    """One thing counted, on one day, in one language.

    ``repeated``: the same thing is told in the other language too, or was on an earlier day; the
    rows that are not repeated are all things, each once.  ``path`` is the content file behind it.
    """

    measure: str
    kind: str
    type: str
    sections: tuple[str, ...]
    category: str
    unit: str
    language: str
    author_kind: str
    day: dt.date | None
    value: int
    key: str
    repeated: bool
    path: str


def tallies(model: SiteModel, counting: Counting) -> tuple[Tally, ...]:
    """Every count of a site on its day, by day and path; nothing twice in one language."""
    pictures = frozenset(model.pictures)
    rows: list[tuple[dt.date, bool, str, Tally]] = []
    for item in _counted(model, counting):
        counts = item.counts
        if item.files and item.record.counts_pictures:
            counts = (*counts, *_pictures(item, pictures, counting))
        _add(rows, item, counts)
    rows.sort(key=_PLACE)
    return tuple(_once(row for *_, row in rows))


_PLACE = itemgetter(0, 1, 2)
"""By day, Vietnamese first, by path."""


def _counted(model: SiteModel, counting: Counting) -> Iterator[Item]:
    """What visitors see on the day; and what they saw before, where the settings want it."""
    today = model.today
    for item in model.items:
        if item.record.visible(today):
            yield item
    if counting.withdrawn:
        for item in model.hidden:
            date = item.record.date
            if item.record.status == "withdrawn" and date and date.date() <= today:
                yield item


def _add(rows: list[tuple[dt.date, bool, str, Tally]], item: Item, counts: Iterable[Count]) -> None:
    facts, path = item.record.__dict__, item.path
    date = facts["date"]
    posted = date.date() if date else None
    for measure, kind, value, key, day, language in counts:
        day, language = day or posted, language or item.lang
        row = Tally(
            measure,
            kind,
            item.type,
            item.sections,
            facts.get("category") or "",
            facts.get("unit") or "",
            language,
            facts.get("contributor_kind") or "",
            day,
            value,
            key or item.id,
            False,
            path,
        )
        rows.append((day or dt.date.min, language == "en", path, row))


def _pictures(item: Item, pictures: frozenset[str], counting: Counting) -> Iterator[Count]:
    for path in sorted(pictures.intersection(item.files.values())):
        if counting.is_picture(path):
            yield Count(PICTURES, key=path if counting.pictures == "site" else f"{item.id} {path}")


def _once(rows: Iterable[Tally]) -> Iterator[Tally]:
    """The rows without what was told before in the same language."""
    told: set[tuple[str, str, str, str]] = set()
    things: set[tuple[str, str, str]] = set()
    for row in rows:
        thing = (row[0], row[1], row[10])
        own = (*thing, row[6])
        if own not in told:
            told.add(own)
            yield row._replace(repeated=True) if thing in things else row
            things.add(thing)
