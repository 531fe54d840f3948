"""CSV files of figures on a page: the table as it is, and charts of what can be drawn, numbers beside them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from congtinh.media import Attachment
from congtinh.pages.charts import ColumnChart, LineChart, Series, bars, column_chart, line_chart
from congtinh.pages.site import N_, Site
from congtinh.pages.tables import Cell, Table
from congtinh.text.csv_tables import CsvTable
from congtinh.text.numbers import number_of, written

COLUMNS, LINES, BARS, NONE = "cot", "duong", "thanh", "khong"
_MOST_PLACES, _LONGEST_PLACE, _MOST_BARS, _MOST_DRAWN = 13, 6, 30, 4
_ALIKE = 20
"""How many times as large one series may be as another that is drawn beside it."""
_COLUMNS_WORDS = N_("Columns for each row of the table; the table beside the chart has the numbers.")
_LINES_WORDS = N_("A line through the rows of the table; the table beside the chart has the numbers.")


class Bar(NamedTuple):
    """One value in a list of bars; ``length`` is of ``charts.FULL``."""

    label: str
    text: str
    length: int


class Drawing(NamedTuple):
    """One chart: columns, lines or bars.  ``lang``: of its places, where it is not that of the page."""

    id: str
    title: str
    words: str
    columns: ColumnChart | None = None
    lines: LineChart | None = None
    bars: tuple[Bar, ...] = ()
    lang: str = ""


def csv_table(site: Site, attachment: Attachment, id_: str, caption: str, lang: str = "") -> Table | None:
    """The rows of a CSV file as a table of the page; its last row stands as a total where it is called so."""
    table = attachment.table
    if table is None:
        return None
    rows = [_cells(site, table, row) for row in range(len(table.rows))]
    totals = table.total_rows
    foot = (rows.pop(),) if totals and totals[-1] == len(table.rows) - 1 else ()
    note = site.say(N_("The table is in Vietnamese.")) if lang == "vi" else ""
    return Table(id_, caption, table.head, tuple(rows), foot, note, lang=lang)


def _cells(site: Site, table: CsvTable, row: int) -> tuple[Cell, ...]:
    numeric = table.numeric_columns
    return tuple(
        [
            _cell(site, text) if column in numeric else Cell(text)
            for column, text in enumerate(table.rows[row])
        ]
    )


def _cell(site: Site, text: str) -> Cell:
    number = number_of(text)
    if number is None:
        return Cell(text)
    whole = number == number.to_integral_value() and number.as_tuple().exponent == 0
    return Cell(number=int(number)) if whole else Cell(figure=written(number, site.language))


def drawings(site: Site, table: CsvTable, id_: str, kind: str = "", lang: str = "") -> Iterator[Drawing]:
    """Charts of the columns of numbers that are no totals; none of a table that no chart would help."""
    rows = [n for n in range(len(table.rows)) if n not in table.total_rows and not table.is_detail(n)]
    columns = [c for c in table.numeric_columns if c not in table.total_columns]
    absolute = [c for c in columns if "%" not in table.head[c]]
    values = {c: [table.number(n, c) for n in rows] for c in absolute or columns}
    drawn = {c: told for c, told in values.items() if _can_be_drawn(told)}
    if kind == NONE or len(rows) < 2 or not drawn:
        return
    places = [table.rows[n][0] for n in rows]
    chosen = kind or _chosen(places)
    for number, group in enumerate(_groups(drawn), 1):
        if number > _MOST_DRAWN or (chosen == BARS and len(rows) > _MOST_BARS):
            return
        title = ", ".join(table.head[c] for c in group)
        named = f"{id_}-{number}"
        if chosen == BARS:
            for c in group:
                yield _bars(site, f"{named}-{c}", table.head[c], places, drawn[c], lang)
        else:
            series = [(table.head[c], drawn[c]) for c in group]
            yield _axes(site, named, title, chosen, places, series, lang)


def _can_be_drawn(values: list[Decimal | None]) -> bool:
    told = [value for value in values if value is not None]
    return len(told) > 1 and min(told) >= 0 and max(told) > 0


def _chosen(places: list[str]) -> str:
    """Columns where all places have room below them, lines where they are years, else bars."""
    if len(places) > _MOST_PLACES or max(map(len, places)) > _LONGEST_PLACE:
        return BARS
    years = all(place.isdigit() and len(place) == 4 for place in places)
    return LINES if years and len(places) > 3 else COLUMNS


def _groups(drawn: dict[int, list[Decimal | None]]) -> Iterator[list[int]]:
    """Columns that share a chart: two that are of one size."""
    waiting: list[int] = []
    for column, values in drawn.items():
        if waiting and (len(waiting) == 2 or not _alike(drawn[waiting[-1]], values)):
            yield waiting
            waiting = []
        waiting.append(column)
    if waiting:
        yield waiting


def _alike(one: list[Decimal | None], other: list[Decimal | None]) -> bool:
    sizes = sorted(max(value for value in values if value is not None) for values in (one, other))
    return sizes[1] <= sizes[0] * _ALIKE


def _bars(
    site: Site, id_: str, title: str, places: list[str], values: list[Decimal | None], lang: str
) -> Drawing:
    whole = [_scaled(value, 3) or 0 for value in values]
    lengths = bars(whole)
    told = [written(value, site.language) if value is not None else "–" for value in values]
    rows = [Bar(*row) for row in zip(places, told, lengths, strict=True)]
    return Drawing(id_, title, "", bars=tuple(rows), lang=lang)


def _axes(
    site: Site,
    id_: str,
    title: str,
    kind: str,
    places: list[str],
    series: list[tuple[str, list[Decimal | None]]],
    lang: str,
) -> Drawing:
    decimals = max(-int(v.as_tuple().exponent) for _, values in series for v in values if v is not None)
    shift = max(0, decimals)
    drawn = [Series(label, tuple([_scaled(v, shift) for v in values])) for label, values in series]
    say = partial(_said, site.language, shift)
    if kind == LINES:
        return Drawing(id_, title, site.say(_LINES_WORDS), lines=line_chart(places, drawn, say), lang=lang)
    return Drawing(id_, title, site.say(_COLUMNS_WORDS), columns=column_chart(places, drawn, say), lang=lang)


def _scaled(value: Decimal | None, shift: int) -> int | None:
    return None if value is None else int(value.scaleb(shift).to_integral_value())


def _said(language: str, shift: int, number: int) -> str:
    """The number of a level; charts count in units of the last decimal."""
    value = Decimal(number).scaleb(-shift).normalize()
    return written(Decimal(f"{value:f}"), language)
