"""What each unit contributed, month by month; units without anything keep their rows (ideas.md, D18)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from congtinh.languages import Bilingual
from congtinh.periods import Period
from congtinh.records.counting import ITEMS
from congtinh.statistics.counts import Counts, Wanted
from congtinh.statistics.quotas import Quota, source_of
from congtinh.statistics.tallies import PICTURES, Tally
from congtinh.statistics.units_of_site import UnitsOfSite
from congtinh.vocabulary.registry import Vocabularies

NO_UNIT = Bilingual("Chưa ghi đơn vị", "No unit named")
SUPPLYING = Bilingual("Cung cấp thông tin cho trang thông tin điện tử", "Supplying information for the site")
"""The duty of a unit that no rule of the vocabulary ``quotas`` names."""
Columns = Mapping[str, tuple[Wanted, ...]]
"""What the columns of the table count, by name; the first is that of the months and languages."""
_COLUMNS: Columns = {name: (Wanted(name),) for name in (ITEMS, PICTURES, "documents")}


@dataclass(frozen=True, slots=True)
class Contribution:
    """The row of one unit, or of what names none (``unit`` empty).

    ``months`` are the items of each month of the table, each thing once, and ``values`` the whole
    of each of its measures.  ``vi`` and ``en`` count the items of each language.  ``last`` is the
    last day of posting up to the end of the period, even before it.  ``quota`` is what is asked of
    the unit and ``share`` how much of it is done; ``rule`` the duty that a silent unit misses.
    """

    unit: str
    label: Bilingual
    months: tuple[int, ...]
    values: Mapping[str, int]
    vi: int
    en: int
    last: dt.date | None
    quota: Quota | None = None
    rule: Bilingual | None = None

    @property
    def total(self) -> int:
        """The items of the period."""
        return sum(self.months)

    @property
    def share(self) -> Fraction | None:
        return self.quota.share if self.quota else None

    @property
    def is_silent(self) -> bool:
        """Whether nothing at all came of the unit in the period."""
        return not any(self.values.values())


@dataclass(frozen=True, slots=True)
class Contributions:
    """The table of a period: ``months`` head its columns, ``whole`` is the row of the sums.

    The agency itself has a row where anything is counted under it alone, and what names no unit
    one where there is such, so that the rows always add up.
    """

    period: Period
    months: tuple[tuple[int, int], ...]
    measures: tuple[str, ...]
    rows: tuple[Contribution, ...]
    whole: Contribution

    @property
    def silent(self) -> tuple[Contribution, ...]:
        """The units that contributed nothing."""
        return tuple(row for row in self.rows if row.unit and row.is_silent)


def contributions(
    vocabularies: Vocabularies,
    counts: Counts,
    period: Period,
    units: UnitsOfSite,
    quotas: Iterable[Quota] = (),
    columns: Columns = _COLUMNS,
) -> Contributions:
    """What every unit that exists on a counted day of ``period`` contributed in these days.

    ``quotas`` are those of the same ``units``.
    """
    own = {one.target.unit: one for one in quotas if one.target.unit}
    gathered = _Gathered(period, tuple(columns))
    for name, wanted in columns.items():
        for one in wanted:
            for row in counts.until(replace(one, language="each"), period.last):
                gathered.add(name, units.meant(row.unit), row)
    listed = list(units.existing(*period.days))
    listed += [unit for unit in gathered.active if unit and unit not in listed]
    duty = _duty(vocabularies)
    rows = [
        _judged(gathered.row(unit, units.label(unit)), own.get(unit), duty)
        for unit in sorted(listed, key=list(units.by_id).index)
        if unit != units.agency or unit in gathered.active
    ]
    if "" in gathered.active:
        rows.append(gathered.row("", NO_UNIT))
    return Contributions(period, gathered.months, tuple(columns), tuple(rows), gathered.whole(rows))


def _judged(row: Contribution, quota: Quota | None, duty: Bilingual) -> Contribution:
    rule = quota.target.source if quota else duty
    return replace(row, quota=quota, rule=rule if row.is_silent else None)


def _duty(vocabularies: Vocabularies) -> Bilingual:
    """The words of the rule that binds every unit."""
    terms = (term for term in vocabularies["quotas"] if term.flag("per_unit"))
    return next((source_of(term) for term in terms), SUPPLYING)


class _Gathered:
    """The rows of a period added up by unit."""

    def __init__(self, period: Period, measures: tuple[str, ...]) -> None:
        self._period, self._measures = period, measures
        last = period.month_of(period.last)
        self.months = tuple(month for month in period.months() if month <= last)
        self.active: set[str] = set()
        self._cells: dict[tuple[str, str | tuple[int, int]], int] = {}
        self._last: dict[str, dt.date] = {}

    def add(self, column: str, unit: str, row: Tally) -> None:
        if row.day is None:
            return
        self._last[unit] = max(row.day, self._last.get(unit, row.day))
        if not self._period.contains(row.day):
            return
        self.active.add(unit)
        if column == self._measures[0]:
            self._count(unit, row.language, row.value)
            if not row.repeated:
                self._count(unit, self._period.month_of(row.day), row.value)
        if not row.repeated:
            self._count(unit, f"={column}", row.value)

    def _count(self, unit: str, column: str | tuple[int, int], value: int) -> None:
        self._cells[unit, column] = self._cells.get((unit, column), 0) + value

    def row(self, unit: str, label: Bilingual) -> Contribution:
        def cell(column: str | tuple[int, int]) -> int:
            return self._cells.get((unit, column), 0)

        return Contribution(
            unit,
            label,
            tuple(cell(month) for month in self.months),
            {measure: cell(f"={measure}") for measure in self._measures},
            cell("vi"),
            cell("en"),
            self._last.get(unit),
        )

    def whole(self, rows: list[Contribution]) -> Contribution:
        columns = [row.months for row in rows]
        return Contribution(
            "",
            Bilingual("Tổng cộng", "Total"),
            tuple(map(sum, zip(*columns, strict=True))) if rows else (0,) * len(self.months),
            {measure: sum(row.values[measure] for row in rows) for measure in self._measures},
            sum(row.vi for row in rows),
            sum(row.en for row in rows),
            max((row.last for row in rows if row.last), default=None),
        )
