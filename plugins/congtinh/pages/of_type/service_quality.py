"""The pages on service quality: each part with its figures, and what of all the law wants is there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import ClassVar, NamedTuple

from congtinh.messages import number
from congtinh.model import Item
from congtinh.pages.attributes import own_attributes
from congtinh.pages.cards import life_state
from congtinh.pages.charts import ColumnChart, Series, column_chart
from congtinh.pages.contexts import ItemPage, ListPage
from congtinh.pages.item_fields import item_fields
from congtinh.pages.list_parts import ListPart, list_fields
from congtinh.pages.parts import Link, Validity
from congtinh.pages.people import unit_link
from congtinh.pages.site import N_, Site, written_in
from congtinh.pages.tables import Cell, Table
from congtinh.records.quality_rows import QualityRow
from congtinh.records.service_quality import ServiceQuality

CHARTS, PLACES = 4, 12
"""The most charts of a page, and the most periods of a chart: the newest."""
NOT_PUBLISHED = N_("not published yet")
_HEADS = (N_("Indicator"), N_("Unit of measure"), N_("Target"), N_("Result"), N_("Period"), N_("Source"))
_PARTS = (N_("What is published"), N_("State"), N_("Responsible"), N_("Figures as of"), N_("Next update due"))


class QualityChart(NamedTuple):
    """One indicator over its periods; the table of the page has the numbers."""

    id: str
    title: str
    columns: ColumnChart


class ServiceQualityPage(ItemPage):
    """One part: who answers for it, when it was measured, when the next figures are due."""

    template: ClassVar[str] = "service_quality.html"

    clause: str
    state: Validity | None
    measured_on: dt.date | None
    next_due: dt.date | None
    responsible: Link | None
    live: str
    table: Table | None
    charts: tuple[QualityChart, ...]


class ServiceQualityIndexPage(ListPage):
    """All parts that the law names, those that are missing too; ``missing`` counts these."""

    template: ClassVar[str] = "service_quality_index.html"

    parts: Table
    missing: int


def item_page(site: Site, item: Item) -> ItemPage:
    record = item.record
    assert isinstance(record, ServiceQuality)
    rows = record.rows or ()
    hidden = ("part", "unit", "measured_on", "next_due", "live_url", "rows")
    return ServiceQualityPage(
        **item_fields(site, item) | {"attributes": own_attributes(site, item, hidden)},
        clause=_clause(site, record.part),
        state=life_state(site, item),
        measured_on=record.measured_on,
        next_due=record.next_due,
        responsible=unit_link(site, site.model.find("unit", record.unit, site.language)),
        live=record.live_url or "",
        table=_table(site, record, rows),
        charts=tuple(_charts(site, rows)),
    )


def _clause(site: Site, part: str | None) -> str:
    term = site.model.vocabularies["service_quality_parts"].get(part or "")
    return term.text("clause") if term else ""


def _table(site: Site, record: ServiceQuality, rows: tuple[QualityRow, ...]) -> Table | None:
    """The figures without the columns that say nothing; one source of all stands below."""
    if not rows:
        return None
    every = [tuple(_cells(site, row)) for row in rows]
    sources = {row.source for row in rows}
    one = sources.pop() if len(sources) == 1 else None
    shown = [n for n in range(len(_HEADS)) if any(row[n].text for row in every) and (n < len(_HEADS) - 1 or not one)]
    return Table(
        "quality-figures",
        site.label("service_quality_parts", record.part),
        tuple(site.say(_HEADS[n]) for n in shown),
        tuple(tuple(row[n] for n in shown) for row in every),
        source=one or "",
        stacked=True,
    )


def _cells(site: Site, row: QualityRow) -> Iterator[Cell]:
    yield _said(site, row.indicator, row.indicator_en)
    yield _said(site, row.unit_of_measure, row.unit_of_measure_en)
    yield Cell(row.target or "")
    yield Cell(amount(site, row.number) if row.number is not None else "")
    yield Cell(_when(site, row))
    yield Cell(row.source or "", lang=_own_language(site, row.source or ""))


def _said(site: Site, vietnamese: str | None, english: str | None) -> Cell:
    text = (english if site.language == "en" else None) or vietnamese or ""
    return Cell(text, lang=_own_language(site, text))


def _own_language(site: Site, text: str) -> str:
    found = written_in(text)
    return "" if found == site.language else found


def amount(site: Site, value: Decimal) -> str:
    """A number as people write it: ``98,5`` or ``98.5``."""
    is_whole = value == value.to_integral_value()
    return number(int(value) if is_whole else float(value), site.language)


def _when(site: Site, row: QualityRow) -> str:
    """The period, or the moment of the last measurement."""
    if row.measured:
        day = row.measured.strftime("%d/%m/%Y")
        has_clock = (row.measured.hour, row.measured.minute) != (0, 0)
        return f"{row.measured:%H:%M}, {day}" if has_clock else day
    return row.when.label.of(site.language) if row.when else ""


def _charts(site: Site, rows: Iterable[QualityRow]) -> Iterator[QualityChart]:
    """A chart for each indicator that has numbers of several periods of one kind."""
    groups: dict[tuple[str, str], list[QualityRow]] = {}
    for row in rows:
        if row.number is not None and row.number >= 0 and row.when:
            groups.setdefault((row.indicator or "", row.when.kind), []).append(row)
    several = [group for group in groups.values() if len({row.period for row in group}) > 1]
    for place, group in enumerate(several[:CHARTS], 1):
        yield _chart(site, f"quality-{place}", group)


def _chart(site: Site, id: str, rows: list[QualityRow]) -> QualityChart:
    """Columns are whole numbers: decimals are drawn as so many tenths or hundredths."""
    by_day = sorted(rows, key=lambda row: row.when.start if row.when else dt.date.min)[-PLACES:]
    places = [row.when.code for row in by_day if row.when]
    least = max(max(0, -int(row.number.as_tuple().exponent)) for row in by_day if row.number is not None)
    scale = 10**least
    values = tuple(int(row.number * scale) for row in by_day if row.number is not None)
    first = rows[0]
    unit = _said(site, first.unit_of_measure, first.unit_of_measure_en).text
    title = f"{_said(site, first.indicator, first.indicator_en).text} ({unit})"
    series = (Series(title, values),)
    return QualityChart(id, title, column_chart(places, series, lambda n: amount(site, Decimal(n) / scale)))


def list_page(site: Site, part: ListPart) -> ServiceQualityIndexPage:
    """Every part in the order of the law; what is missing says so."""
    newest = {
        item.record.part: item
        for item in site.model.either("service_quality", site.language)
        if isinstance(item.record, ServiceQuality)
    }
    terms = [term.code for term in site.model.vocabularies["service_quality_parts"]]
    heads = tuple(site.say(words) for words in _PARTS)
    rows = tuple(tuple(_part_cells(site, code, newest.get(code))) for code in terms)
    caption = site.say("What is published, and how up to date it is")
    return ServiceQualityIndexPage(
        **list_fields(site, part),
        parts=Table("quality-parts", caption, heads, rows, stacked=True),
        missing=sum(code not in newest for code in terms),
    )


def _part_cells(site: Site, code: str, item: Item | None) -> Iterator[Cell]:
    label = site.label("service_quality_parts", code)
    if item is None:
        yield Cell(label)
        yield Cell(label=site.say(NOT_PUBLISHED))
        yield from (Cell(), Cell(), Cell())
        return
    record = item.record
    assert isinstance(record, ServiceQuality)
    unit = unit_link(site, site.model.find("unit", record.unit, site.language))
    yield Cell(label, address=item.address)
    yield Cell(state=life_state(site, item))
    yield Cell(unit.text, address=unit.address, lang=_own_language(site, unit.text)) if unit else Cell()
    yield Cell(day=record.measured_on)
    yield Cell(day=record.next_due)
