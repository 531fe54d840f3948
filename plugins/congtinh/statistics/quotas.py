"""Targets and how far they are reached: done, needed, forecast (vocabulary ``quotas``; ``quota`` of units)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from math import ceil
from typing import cast

from congtinh.languages import Bilingual
from congtinh.model import SiteModel
from congtinh.periods import Kind, Period
from congtinh.periods.period import MONTHS
from congtinh.statistics.counts import Counts, Wanted
from congtinh.statistics.figures import Figures
from congtinh.statistics.formulas import formulas
from congtinh.statistics.marks import AHEAD, BEHIND, MISSED, ON_PACE, REACHED, Mark
from congtinh.statistics.tallies import Tally
from congtinh.statistics.units_of_site import UnitsOfSite
from congtinh.vocabulary.law import filed_under, section
from congtinh.vocabulary.registry import Vocabularies
from congtinh.vocabulary.terms import Term

AHEAD_BY = Fraction(11, 10)
"""A forecast from a tenth above the target on is ahead of it, and not only on pace."""


@dataclass(frozen=True, slots=True)
class Target:
    """What is asked for: ``minimum`` of a figure in each period of a kind; ``unit`` where it is asked of one."""

    code: str
    label: Bilingual
    source: Bilingual
    figure: str
    kind: Kind
    minimum: int
    sections: tuple[str, ...]
    categories: tuple[str, ...]
    unit: str
    language: str


@dataclass(frozen=True, slots=True)
class Quota:
    """A target and how it stands on the last day of ``span``, the target's own period.

    ``done`` is the value of ``rows``; ``forecast`` what it will be at the end of the span at the
    pace so far, ``reached_on`` the day on which the target was reached or will be, ``None`` while
    there is nothing to go by.  ``needed`` is how many a month are still to come.
    """

    target: Target
    span: Period
    done: int
    share: Fraction
    needed: int
    forecast: int
    reached_on: dt.date | None
    mark: Mark
    rows: tuple[Tally, ...]

    @property
    def missing(self) -> int:
        """How many are still to come."""
        return max(0, self.target.minimum - self.done)


def quotas(model: SiteModel, counts: Counts, period: Period, units: UnitsOfSite) -> tuple[Quota, ...]:
    """How every target of a site stands on the last counted day of a report's period.

    A target of the year is counted from the year's first day under the cut-off of the report,
    whatever the period is; those of units follow those of the site, in the order of the units.
    """
    spans = _Spans(_counted(period, model.today))
    found: list[Quota] = []
    for term in model.vocabularies["quotas"]:
        span = spans.of(_kind(term))
        figures = _Rows(model.vocabularies, counts, span)
        if term.flag("per_unit"):
            found += _of_units(term, span, figures, units)
        elif minimum := _minimum(term):
            target = _target(term, minimum, units.meant(term.text("unit")))
            found.append(standing(target, span, figures.of(target, units)))
    return tuple(found)


def standing(target: Target, span: Period, rows: Iterable[Tally]) -> Quota:
    """How a target stands with these rows, all of which fall within the counted days of ``span``."""
    counted = tuple(rows)
    done = sum(row.value for row in counted)
    elapsed, total = (span.last - span.start).days + 1, (span.end - span.start).days + 1
    forecast = done * total // elapsed
    return Quota(
        target,
        span,
        done,
        Fraction(done, target.minimum),
        _needed(target.minimum - done, span, elapsed, total),
        forecast,
        _reached_on(target.minimum, span, counted, done, elapsed),
        _mark(target.minimum, done, forecast, is_over=not span.is_partial),
        counted,
    )


def _mark(minimum: int, done: int, forecast: int, *, is_over: bool) -> Mark:
    if done >= minimum:
        return REACHED
    if is_over:
        return MISSED
    if forecast < minimum:
        return BEHIND
    return AHEAD if forecast >= minimum * AHEAD_BY else ON_PACE


def _needed(missing: int, span: Period, elapsed: int, total: int) -> int:
    """A month, in the months that are left; all of them where less than a month is left."""
    left = Fraction(total - elapsed, total) * span.month_count
    return ceil(missing / max(Fraction(1), left)) if missing > 0 and left else 0


def _reached_on(
    minimum: int, span: Period, rows: tuple[Tally, ...], done: int, elapsed: int
) -> dt.date | None:
    if done >= minimum:
        days = sorted((row.day or span.start, row.value) for row in rows)
        sums = accumulate(value for _, value in days)
        return next((day for (day, _), so_far in zip(days, sums, strict=True) if so_far >= minimum), None)
    if not done or not span.is_partial:
        return None
    return span.start + dt.timedelta(days=ceil(Fraction(minimum * elapsed, done)) - 1)


def _counted(period: Period, today: dt.date) -> Period:
    """The period up to today, where it was to be counted further."""
    return period.at(today) if period.start <= today < period.last else period


class _Spans:
    """The period of each kind in which the last counted day of a report falls."""

    def __init__(self, period: Period) -> None:
        self._last = period.last
        self._rule = period.rule
        self._year, self._month = period.rule.month_of(period.last)

    def of(self, kind: Kind) -> Period:
        """Counted up to that day; the whole year where the cut-off has no such periods."""
        known = kind if kind in self._rule.kinds else "year"
        number = 1 if known == "9m" else (self._month - 1) // MONTHS[known] + 1
        if known == "9m" and self._month > MONTHS[known]:
            return Period.of(known, number, self._year, self._rule)
        return Period.of(known, number, self._year, self._rule).at(self._last)


class _Rows:
    """The rows that count for targets of one span."""

    def __init__(self, vocabularies: Vocabularies, counts: Counts, span: Period) -> None:
        self._vocabularies, self._counts, self._span = vocabularies, counts, span
        self._formulas = formulas(vocabularies)

    def of(self, target: Target, units: UnitsOfSite) -> Iterator[Tally]:
        within = Wanted(
            "",
            sections=_same_matter(self._vocabularies, target.sections),
            categories=target.categories,
        )
        for row in self.all(target.figure, target.language, within):
            if not target.unit or units.meant(row.unit) == target.unit:
                yield row

    def all(self, figure: str, language: str, within: Wanted | None = None) -> tuple[Tally, ...]:
        return Figures(self._formulas, self._counts, self._span, within).figure(figure, language).rows


def _of_units(term: Term, span: Period, rows: _Rows, units: UnitsOfSite) -> Iterator[Quota]:
    """The quota of each unit that exists in the counted days of the span."""
    by_unit: Mapping[str, list[Tally]] = {unit: [] for unit in units.by_id}
    for row in rows.all(term.text("figure", "tin_bai"), term.text("language")):
        if unit := units.meant(row.unit):
            by_unit[unit].append(row)
    for unit in units.existing(*span.days):
        if minimum := units.by_id[unit].quota:
            target = _target(term, minimum, unit, units.label(unit))
            yield standing(target, span, by_unit[unit])


def _target(term: Term, minimum: int, unit: str, label: Bilingual | None = None) -> Target:
    return Target(
        term.code,
        label or term.label,
        source_of(term),
        term.text("figure", "tin_bai"),
        _kind(term),
        minimum,
        term.texts("section"),
        term.texts("category"),
        unit,
        term.text("language"),
    )


def source_of(term: Term) -> Bilingual:
    """The words of the rule behind a target; its label where it names none."""
    vi = term.text("source", term.label.vi)
    return Bilingual(vi, term.text("source_en") or term.label.en)


def _kind(term: Term) -> Kind:
    kind = term.text("period", "year")
    return cast(Kind, kind) if kind in MONTHS else "year"


def _minimum(term: Term) -> int:
    value = term.extra.get("minimum")
    return value if isinstance(value, int) and value > 0 else 0


def _same_matter(vocabularies: Vocabularies, codes: tuple[str, ...]) -> tuple[str, ...]:
    """The sections of all laws whose content is listed under one of these."""
    found = list(codes)
    for code in codes:
        if own := section(vocabularies, code):
            filed = filed_under(vocabularies, own.profile)
            found += [other for other, group in filed.items() if group == code]
    return tuple(dict.fromkeys(found))
