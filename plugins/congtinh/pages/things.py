"""The things behind the public figures: each once with its values in both languages, whatever figures count it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from congtinh.model import SiteModel
from congtinh.statistics.figures import Figure
from congtinh.statistics.tallies import Tally
from congtinh.vocabulary.law import LawProfile, access_profile, filed_under, groups_of


class Split(NamedTuple):
    """A value of both languages together, each thing once, and of either."""

    once: int
    vi: int
    en: int


class Thing(NamedTuple):
    """One thing behind a figure: an item, a picture, the visits of a month.

    ``day`` is the first on which it counts here; ``paths`` are the content files behind it, the
    Vietnamese and the English one, empty where there is none.
    """

    day: dt.date | None
    type: str
    measure: str
    kind: str
    key: str
    values: Split
    paths: tuple[str, str]

    @property
    def order(self) -> tuple[dt.date, str, str, str]:
        """By day, and what is of one day by its measure and file."""
        return self.day or dt.date.min, self.measure, self.paths[0] or self.paths[1], self.key


class LawFiling:
    """Under which sections of the law on access to information things stand, as in the list of public information."""

    def __init__(self, model: SiteModel, day: dt.date) -> None:
        self.law: LawProfile = access_profile(model.vocabularies, day)
        self._model = model
        self._filed = filed_under(model.vocabularies, self.law.code)
        self._found: dict[str, tuple[str, ...]] = {}

    @property
    def order(self) -> tuple[str, ...]:
        """The sections as the law has them."""
        terms = self._model.vocabularies["sections"]
        return tuple(term.code for term in terms if term.text("profile") == self.law.code)

    def sections_of(self, row: Tally) -> tuple[str, ...]:
        """The sections that the item behind a count stands under; an empty one where there are none."""
        found = self._found.get(row.path)
        if found is None:
            item = self._model.by_path.get(row.path)
            of_type, of_use = (
                (item.record.default_section, item.record.used_for) if item else ((), ())
            )
            groups = groups_of(self._filed, row.sections, of_type, of_use)
            found = self._found[row.path] = groups or ("",)
        return found


class Things:
    """The rows of all figures put together to things, which most figures share."""

    def __init__(self, model: SiteModel, filing: LawFiling, figures: Iterable[Figure]) -> None:
        self.filing = filing
        self._model = model
        self._prints: dict[Thing, bytes] = {}
        rows = {id(row): row for one in figures for row in one.rows}
        made = [(_thing(own), own) for own in _together(rows.values())]
        made.sort(key=lambda one: one[0].order)
        self._things = [thing for thing, _ in made]
        self._places = {id(row): place for place, (_, own) in enumerate(made) for row in own}
        self._rows = rows  # kept, since they are known by where they are in memory

    def of(self, figures: Sequence[Figure]) -> tuple[Thing, ...]:
        """The things behind a figure, the oldest first; ``figures`` are it as a whole and in either language.

        A figure that leaves a language out, or counts what is repeated, has things of its own.
        """
        of_row = self._places
        places = {of_row[id(row)] for one in figures for row in one.rows}
        shared = [self._things[place] for place in sorted(places)]
        sums = [sum(row.value for row in one.rows) for one in figures]
        if [sum(values) for values in zip(*(thing.values for thing in shared), strict=True)] == sums:
            return tuple(shared)
        rows = {id(row): row for row in chain.from_iterable(one.rows for one in figures)}
        once = set(map(id, figures[0].rows))
        own = (_thing(found, once) for found in _together(rows.values()))
        return tuple(sorted(own, key=lambda thing: thing.order))

    def print_of(self, thing: Thing) -> bytes:
        """What changes whenever anything does that a list tells of a thing."""
        found = self._prints.get(thing)
        if found is None:
            items = (self._model.by_path.get(path) for path in thing.paths if path)
            told = f"{thing.day}\0{thing.kind}\0{thing.key}\0{thing.values}".encode()
            found = b"".join((told, *(self._model.print_of(item) for item in items if item)))
            self._prints[thing] = found
        return found


def _together(rows: Iterable[Tally]) -> Iterable[list[Tally]]:
    """The rows of each thing."""
    found: dict[tuple[str, str, str], list[Tally]] = {}
    for row in rows:
        found.setdefault((row.measure, row.kind, row.key), []).append(row)
    return found.values()


def _thing(rows: Sequence[Tally], once: Container[int] | None = None) -> Thing:
    """``once`` are the rows that count for both languages together, by default those that are not repeated."""
    values, paths = {"vi": 0, "en": 0}, {"vi": "", "en": ""}
    whole, first = 0, rows[0]
    for row in rows:
        values[row.language] += row.value
        paths[row.language] = paths[row.language] or row.path
        if not row.repeated if once is None else id(row) in once:
            whole += row.value
        if (row.day or dt.date.min) < (first.day or dt.date.min):
            first = row
    split = Split(whole, values["vi"], values["en"])
    return Thing(first.day, first.type, first.measure, first.kind, first.key, split, (paths["vi"], paths["en"]))
