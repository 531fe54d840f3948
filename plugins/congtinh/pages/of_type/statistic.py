"""Statistics: figures as a table with charts, and the other parts that NĐ 43/2011, Điều 12 wants."""

from __future__ import annotations

from collections.abc import Iterator

from congtinh.model import Item
from congtinh.pages.boards import (
    BoardGroup,
    board_items,
    board_page,
    by_key,
    head,
    name_cell,
    text_cell,
)
from congtinh.pages.contexts import ItemPage, Page
from congtinh.pages.drawings import csv_table, drawings
from congtinh.pages.facts_pages import Words, facts_page
from congtinh.pages.list_parts import ListPart
from congtinh.pages.site import N_, Site
from congtinh.pages.tables import Cell, Table
from congtinh.records.statistic import Statistic

_TEXTS = ("analysis", "method")


def item_page(site: Site, item: Item) -> ItemPage:
    record = _of(item)
    english = site.language == "en"
    file = (record.data_en if english else None) or record.data or ""
    found = site.model.attachments.get(item.files.get(file, ""))
    lang = "vi" if english and not record.data_en else ""
    table = csv_table(site, found, "figures", _caption(site, record), lang) if found else None
    drawn = drawings(site, found.table, "chart", record.chart or "", lang) if found and found.table else ()
    return facts_page(
        site,
        item,
        words=tuple(_words(site, record)),
        tables=(table,) if table else (),
        drawings=tuple(drawn),
    )


def _caption(site: Site, record: Statistic) -> str:
    unit = site.say(N_("Unit: {unit}")).format(unit=record.unit_of_measure) if record.unit_of_measure else ""
    told = ", ".join(part for part in (record.indicator or record.heading, record.period) if part)
    return f"{told} ({unit})" if unit else told


def _words(site: Site, record: Statistic) -> Iterator[Words]:
    """Analysis and method, each with its heading; one that is missing says so."""
    for name in _TEXTS:
        fact = Statistic.facts()[name]
        text = (getattr(record, name) or "").replace(" %", "\u00a0%")
        yield Words(name, fact.en if site.language == "en" else fact.vi, text)


def list_page(site: Site, part: ListPart) -> Page:
    return board_page(site, part, _tables(site, by_key(board_items(site, "statistic"), lambda item: _of(item).year)))


def _tables(site: Site, groups: dict[str, list[Item]]) -> Iterator[BoardGroup]:
    facts = Statistic.facts()
    columns = head(site, *(facts[name] for name in ("title", "indicator", "period", "unit_of_measure", "released")))
    for year, items in groups.items():
        title = site.say(N_("Released in {year}")).format(year=year) if year else site.say("not given")
        rows = tuple(_row(site, item) for item in items)
        caption = site.say(N_("Releases of {year}")).format(year=year)
        yield BoardGroup(f"year-{year}", title, Table(f"y{year}-table", caption, columns, rows, stacked=True))


def _row(site: Site, item: Item) -> tuple[Cell, ...]:
    record = _of(item)
    texts = (record.indicator, record.period, record.unit_of_measure)
    return (
        name_cell(site, item),
        *(text_cell(site, item, text) for text in texts),
        Cell(day=record.released, label=site.say("not given")),
    )


def _of(item: Item) -> Statistic:
    assert isinstance(item.record, Statistic)
    return item.record
