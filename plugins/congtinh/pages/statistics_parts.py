"""The parts of the statistics page and of the pages behind its figures."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from congtinh.pages.charts import ColumnChart, LineChart
from congtinh.pages.things import Split


class FigureRow(NamedTuple):
    """A figure in a line of a table, its values in words; ``address`` is that of what is behind it."""

    label: str
    address: str
    once: str
    vi: str
    en: str
    before: str


class MonthRow(NamedTuple):
    """A month, with the totals from January to its end of this year and of the year before."""

    label: str
    values: Split
    this_year: int
    before: int


class BarRow(NamedTuple):
    """What falls to one section, category or kind; ``length`` is that of its bar, of ``charts.FULL``."""

    label: str
    place: str
    values: Split
    length: int


class BarTable(NamedTuple):
    """A figure by sections, categories or kinds; ``note`` says what the sums do not."""

    id: str
    title: str
    head: str
    rows: tuple[BarRow, ...]
    note: str


class FigureCharts(NamedTuple):
    """A figure by month, as columns and as running totals, and by what else it is made of."""

    id: str
    label: str
    columns: ColumnChart
    lines: LineChart
    months: tuple[MonthRow, ...]
    total: Split
    tables: tuple[BarTable, ...]


class FigureGroup(NamedTuple):
    """Figures that belong together, with the charts of some."""

    id: str
    title: str
    rows: tuple[FigureRow, ...]
    charts: tuple[FigureCharts, ...]


class Working(NamedTuple):
    """How a figure comes about in one language or in both: ``228 + 343 = 571``."""

    label: str
    words: str


class ThingRow(NamedTuple):
    """One thing behind a figure; without an address where it has no page."""

    day: dt.date | None
    text: str
    lang: str
    address: str
    kind: str
    values: Split


class ThingMonth(NamedTuple):
    """The things of one month, the newest first."""

    label: str
    rows: tuple[ThingRow, ...]
