"""The public figures of the year so far, with all that pages tell of them; the same for both languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from congtinh.model import digest_of
from congtinh.pages.things import LawFiling, Split, Thing, Things
from congtinh.periods import Period
from congtinh.statistics.figures import Figure
from congtinh.statistics.formulas import Formula
from congtinh.statistics.site_counts import SiteCounts

LANGUAGES_OF_A_FIGURE = ("", "vi", "en")
"""Both languages together, each thing once; and either."""


class Share(NamedTuple):
    """What falls to one code, such as a section; the code is empty where there is none."""

    code: str
    values: Split


class Month(NamedTuple):
    """What falls to one month of the year, and what fell to the same one of the year before."""

    year: int
    month: int
    values: Split
    before: int


Group = tuple[int, tuple[str, ...], str, str]
"""Month (twelve to the year), sections of the law, category and kind that values are added up by."""


@dataclass(frozen=True)
class PublicFigure:
    """A figure of the year so far and of the same days a year before, in the order of ``LANGUAGES_OF_A_FIGURE``.

    ``behind`` knows the things behind all figures of the site.
    """

    formula: Formula
    this_year: tuple[Figure, Figure, Figure]
    before: tuple[Figure, Figure, Figure]
    year: Period
    behind: Things
    is_charted: bool

    @cached_property
    def is_additive(self) -> bool:
        """Whether the figure is the sum of what is behind it, all of this year."""
        return not self.formula.cumulative and all(
            found.total() == one.value for found, one in zip(self._groups, self.this_year, strict=True)
        )

    @cached_property
    def _groups(self) -> tuple[Counter[Group], ...]:
        return tuple(_grouped(one, self.behind.filing) for one in self.this_year)

    @cached_property
    def months(self) -> tuple[Month, ...]:
        """The months so far; nothing where the figure is no sum over them."""
        if not self.is_additive:
            return ()
        found = [_by_month(groups) for groups in self._groups]
        before = _by_month(_grouped(self.before[0], self.behind.filing))
        last = (self.year.last.year, self.year.last.month)
        return tuple(
            Month(year, month, Split(*(one[_month(year, month)] for one in found)), before[_month(year - 1, month)])
            for year, month in self.year.months()
            if (year, month) <= last
        )

    @cached_property
    def sections(self) -> tuple[Share, ...]:
        """By section of the law; what stands under several counts in each."""
        found = []
        for groups in self._groups:
            one: Counter[str] = Counter()
            for (_, sections, _, _), value in groups.items():
                one.update(dict.fromkeys(sections, value))
            found.append(one)
        return self._shares(found, self.behind.filing.order)

    @cached_property
    def categories(self) -> tuple[Share, ...]:
        return self._shares([_by_part(groups, 2) for groups in self._groups])

    @cached_property
    def kinds(self) -> tuple[Share, ...]:
        return self._shares([_by_part(groups, 3) for groups in self._groups])

    def _shares(self, found: Sequence[Counter[str]], order: Sequence[str] = ()) -> tuple[Share, ...]:
        """In the order of the codes, else by value; nothing where nothing has a code."""
        names = dict.fromkeys(chain.from_iterable(found))
        if not self.is_additive or not any(names):
            return ()
        shares = [Share(name, Split(*(one[name] for one in found))) for name in names]
        places = {name: place for place, name in enumerate(order)}
        return tuple(
            sorted(shares, key=lambda s: (not s.code, places.get(s.code, 0), -s.values.once, s.code))
        )

    @cached_property
    def things(self) -> tuple[Thing, ...]:
        """Everything behind the figure, the oldest first."""
        return self.behind.of(self.this_year)

    @cached_property
    def prints(self) -> tuple[bytes, ...]:
        """For each thing what changes whenever anything does that a list tells of it."""
        return tuple(map(self.behind.print_of, self.things))

    @cached_property
    def told(self) -> bytes:
        """What changes whenever anything does that is told of the figure, but for the list of things."""
        values = [[one.value for one in figures] for figures in (self.this_year, self.before)]
        parts = [(part.key, part.language, part.value) for one in self.this_year for part in one.parts]
        shares = (self.months, self.sections, self.categories, self.kinds)
        drawn = (self.is_charted, self.behind.filing.law.code, shares)
        facts = (self.formula, self.year.year, values, parts, drawn, len(self.things))
        return digest_of(repr(facts).encode())


def public_figures(counts: SiteCounts) -> tuple[PublicFigure, ...]:
    """The figures that the site shows, in the order of their groups and formulas."""
    year = counts.year_to_date
    before, vocabularies = year.same_last_year(), counts.model.vocabularies
    public = [one for one in counts.formulas.values() if one.public]
    this_year = [_each(counts, one.key, year) for one in public]
    behind = Things(counts.model, LawFiling(counts.model, counts.day), chain.from_iterable(this_year))
    found = []
    for formula, figures in zip(public, this_year, strict=True):
        term = vocabularies["figures"].get(formula.key)
        is_charted = term is not None and term.flag("chart")
        then = _each(counts, formula.key, before)
        found.append(PublicFigure(formula, figures, then, year, behind, is_charted))
    groups = {term.code: place for place, term in enumerate(vocabularies["figure_groups"])}
    return tuple(sorted(found, key=lambda one: groups.get(one.formula.group, len(groups))))


def _each(counts: SiteCounts, key: str, period: Period) -> tuple[Figure, Figure, Figure]:
    once, vi, en = (counts.figures(period).figure(key, one) for one in LANGUAGES_OF_A_FIGURE)
    return once, vi, en


def _grouped(figure: Figure, filing: LawFiling) -> Counter[Group]:
    """The rows of a figure, added up."""
    found: Counter[Group] = Counter()
    for row in figure.rows:
        day = row.day
        month = day.year * 12 + day.month if day else 0
        found[month, filing.sections_of(row), row.category, row.kind] += row.value
    return found


def _month(year: int, month: int) -> int:
    return year * 12 + month


def _by_month(groups: Counter[Group]) -> Counter[int]:
    found: Counter[int] = Counter()
    for (month, _, _, _), value in groups.items():
        found[month] += value
    return found


def _by_part(groups: Counter[Group], part: int) -> Counter[str]:
    found: Counter[str] = Counter()
    for group, value in groups.items():
        found[str(group[part])] += value
    return found
