"""Cases of procedures: of one by period, and of all in the newest year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from congtinh.messages import number
from congtinh.model import Item
from congtinh.pages.charts import ColumnChart, Series, column_chart
from congtinh.pages.procedure_parts import CaseFacts
from congtinh.pages.site import N_, Site
from congtinh.pages.tables import Cell, Table
from congtinh.periods import Period
from congtinh.records.case_count import CaseCount
from congtinh.records.case_figures import CaseFigures, period_of
from congtinh.records.procedure import Procedure

_HEAD = (N_("Received"), N_("Carried over"), N_("Settled"), N_("On time"), N_("Late"))
_SHORT = {"month": "{n}", "quarter": "Q{n}", "6m": "6T{n}", "9m": "9T", "year": "{year}"}


class PeriodFigures(NamedTuple):
    """The figures of a period; a number that is not told is ``None``."""

    period: Period
    received: int | None
    carried_over: int | None
    done: int | None
    on_time: int | None
    late: int | None

    @property
    def numbers(self) -> tuple[int | None, ...]:
        return tuple(self[1:])


def figures_of(site: Site, item: Item) -> tuple[PeriodFigures, ...]:
    """The cases of a procedure, of its file and of the files of ``case_count``, by period."""
    record = item.record
    assert isinstance(record, Procedure)
    rows = [one.record for one in site.model.naming_either("case_count", "procedure", item, site.language)]
    told: list[CaseFigures] = [*(record.case_counts or ()), *(r for r in rows if isinstance(r, CaseCount))]
    found = [
        PeriodFigures(period, one.received, one.carried_over, one.done, one.on_time, one.late)
        for one in told
        if (period := period_of(one.period))
    ]
    return tuple(sorted(found, key=lambda one: (one.period.start, one.period.end)))


def case_facts(site: Site, figures: tuple[PeriodFigures, ...]) -> CaseFacts | None:
    """The newest year period by period with its sum, and each year before as one row."""
    if not figures:
        return None
    newest = figures[-1].period.end.year
    own = [one for one in figures if one.period.end.year == newest]
    title = site.say("Cases handled")
    rows = [_row(one.period.label.of(site.language), one.numbers) for one in own]
    for year in sorted({one.period.end.year for one in figures} - {newest}, reverse=True):
        before = [one.numbers for one in figures if one.period.end.year == year]
        rows.append(_row(site.say("Year {year}").format(year=year), summed(before)))
    foot = (_row(site.say("Year {year}").format(year=newest), _year(own)),) if len(own) > 1 else ()
    head = (site.say("Period"), *map(site.say, _HEAD))
    table = Table("cases-table", title, head, tuple(rows), foot)
    return CaseFacts(table, _chart(site, own), title)


def _year(own: list[PeriodFigures]) -> tuple[int | None, ...]:
    """The sums of a year; what was carried over is that of its first period."""
    sums = list(summed([one.numbers for one in own]))
    sums[1] = own[0].carried_over
    return tuple(sums)


def summed(rows: Iterable[tuple[int | None, ...]]) -> tuple[int | None, ...]:
    """Column by column; ``None`` where no row tells a number."""
    columns = zip(*rows, strict=True)
    return tuple([sum(known) if (known := [v for v in column if v is not None]) else None for column in columns])


def _row(label: str, numbers: tuple[int | None, ...]) -> tuple[Cell, ...]:
    return Cell(label), *(Cell(number=value) if value is not None else Cell() for value in numbers)


def _chart(site: Site, own: list[PeriodFigures]) -> ColumnChart | None:
    if len(own) < 2:
        return None
    places = [_SHORT.get(p.kind, "{n}").format(n=p.number, year=p.year) for p in (one.period for one in own)]
    series = (
        Series(site.say("Received"), tuple(one.received for one in own)),
        Series(site.say("Settled"), tuple(one.done for one in own)),
    )
    return column_chart(places, series, lambda value: number(value, site.language))


def year_table(site: Site, groups: Mapping[str, tuple[Item, ...]]) -> Table | None:
    """The cases of the newest year that has any, by field, with totals; ``groups`` are labelled by field."""
    told = {field: [one for item in items for one in figures_of(site, item)] for field, items in groups.items()}
    years = {one.period.end.year for figures in told.values() for one in figures}
    if not years:
        return None
    year = max(years)
    rows = []
    for field, figures in told.items():
        own = [(one.received, one.done, one.on_time, one.late) for one in figures if one.period.end.year == year]
        if own:
            rows.append((field, summed(own)))
    caption = site.say("Cases by field, {year}").format(year=year)
    head = tuple(map(site.say, (N_("Field"), N_("Received"), N_("Settled"), N_("On time"), N_("Late"))))
    foot = _row(site.say("Total"), summed([numbers for _, numbers in rows]))
    body = tuple([_row(field, numbers) for field, numbers in rows])
    return Table("cases-of-year", caption, head, body, (foot,))
