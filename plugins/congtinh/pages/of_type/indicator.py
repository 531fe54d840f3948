"""The page of all indicators: each with its latest value, its source, and the values before."""

from __future__ import annotations

from itertools import groupby
from typing import ClassVar

from congtinh.messages import day, number
from congtinh.pages.cards import card
from congtinh.pages.contexts import ListPage, Page
from congtinh.pages.list_parts import ListPart, list_fields
from congtinh.pages.site import N_, Site, written_in
from congtinh.pages.tables import Cell, Table
from congtinh.records.indicator import Indicator


class IndicatorsPage(ListPage):
    """``latest`` has a row for each indicator, ``histories`` a table for each that has more than one value."""

    template: ClassVar[str] = "indicator.html"

    latest: Table
    histories: tuple[Table, ...]


def list_page(site: Site, part: ListPart) -> Page:
    items = site.model.either("indicator", site.language)
    records = sorted(
        (item.record for item in items if isinstance(item.record, Indicator) and item.record.key),
        key=lambda record: record.order,
    )
    groups = [list(group)[::-1] for _, group in groupby(records, key=lambda record: record.key)]
    cards = tuple([card(site, item) for item in items])
    head = tuple(map(site.say, (N_("Indicator"), N_("Value"), N_("As of"), N_("Source"))))
    latest = tuple([(_name(site, group[0]), *_values(site, group[0])) for group in groups])
    return IndicatorsPage(
        **list_fields(site, part) | {"cards": cards, "total": len(groups), "facets": ()},
        latest=Table("latest", site.say("The latest values"), head, latest, stacked=True),
        histories=tuple([_history(site, group) for group in groups if len(group) > 1]),
    )


def _history(site: Site, group: list[Indicator]) -> Table:
    name, _ = group[0].named(site.language)
    head = tuple(map(site.say, (N_("As of"), N_("Value"), N_("Source"))))
    rows = []
    for record in group:
        value, on, source = _values(site, record)
        rows.append((Cell(day(record.on_date, site.language) if record.on_date else "") if on.day else on, value, source))
    return Table(f"{group[0].key}-history", name, head, tuple(rows), stacked=True)


def _name(site: Site, record: Indicator) -> Cell:
    name, lang = record.named(site.language)
    return Cell(name, lang=lang if lang != site.language else "")


def _values(site: Site, record: Indicator) -> tuple[Cell, Cell, Cell]:
    """The value with its unit, ``65/65`` where it is a part of a total (A4.3); its day; its source."""
    told = number(record.value or 0, site.language)
    if record.of_total is not None:
        told += f"/{number(record.of_total, site.language)}"
    unit = (record.unit_of_measure_en if site.language == "en" else "") or record.unit_of_measure or ""
    source = record.source or ""
    lang = written_in(source) if site.language == "en" else ""
    of_unit = "" if unit == record.unit_of_measure_en or site.language == "vi" else written_in(unit)
    return Cell(f"{told} {unit}".strip(), lang=of_unit), Cell(day=record.on_date), Cell(source, lang=lang)
