"""A sample of a figure with its charts, its months and what it is made of."""

from __future__ import annotations

from functools import partial

from congtinh.messages import number
from congtinh.pages.charts import FULL, Series, column_chart, line_chart, running
from congtinh.pages.figure_words import short_month
from congtinh.pages.site import Site
from congtinh.pages.statistics_parts import BarRow, BarTable, FigureCharts, MonthRow
from congtinh.pages.things import Split

_VALUES = (0, 1, 12, 1204)
_BEFORE = (3, 3, 40, 41, 41, 45)


def figure_samples(site: Site, long: str, short: str) -> FigureCharts:
    """Four months of a year beside six of the year before, from nothing to more than a thousand."""
    say = partial(number, language=site.language)
    places = [short_month(n).of(site.language) for n in range(1, len(_BEFORE) + 1)]
    values = [Split(once, once, once // 2) for once in _VALUES]
    told = running(_VALUES)
    months = zip(places, values, told, _BEFORE, strict=False)
    pair = [Series(long, _VALUES), Series(short, tuple([one.en for one in values]))]
    lines = [Series(short, told), Series("…", _BEFORE)]
    return FigureCharts(
        "p-figure",
        short,
        column_chart(places, pair, say),
        line_chart(places, lines, say),
        tuple([MonthRow(*one) for one in months]),
        Split(sum(_VALUES), sum(_VALUES), sum(one.en for one in values)),
        (_bars(long, short),),
    )


def _bars(long: str, short: str) -> BarTable:
    rows = (
        BarRow(long, long, Split(1204, 1000, 204), FULL),
        BarRow(short, "", Split(12, 12, 0), 10),
        BarRow("…", "", Split(0, 0, 0), 0),
    )
    return BarTable("p-bar-table", long, short, rows, long)
