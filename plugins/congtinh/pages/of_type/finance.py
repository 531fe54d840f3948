"""Budget and finance: what was published for each year, and its tables with their sums."""

from __future__ import annotations

from collections.abc import Iterator

from congtinh.model import Item
from congtinh.pages.boards import (
    BoardGroup,
    board_items,
    board_page,
    by_key,
    coded_cell,
    head,
    link_cell,
    name_cell,
)
from congtinh.pages.contexts import ItemPage, Page
from congtinh.pages.drawings import csv_table
from congtinh.pages.facts_pages import decision, facts_page
from congtinh.pages.list_parts import ListPart
from congtinh.pages.site import N_, Site
from congtinh.pages.tables import Cell, Table
from congtinh.records.finance import Amount, Finance


def item_page(site: Site, item: Item) -> ItemPage:
    amounts = _amounts(site, item)
    return facts_page(site, item, tables=(*([amounts] if amounts else []), *_files(site, item)))


def _amounts(site: Site, item: Item) -> Table | None:
    """The main amounts, and their sum where the record tells one."""
    record, english = _of(item), site.language == "en"
    facts = Finance.facts()
    if not record.amounts:
        return None
    rows = tuple((_name(one, english), Cell(number=one.amount)) for one in record.amounts)
    total = ((Cell(site.say(N_("Total"))), Cell(number=record.total)),) if record.total is not None else ()
    caption = facts["amounts"].en if english else facts["amounts"].vi
    return Table("amounts", caption, (site.say(N_("What")), "VND" if english else "Đồng"), rows, total)


def _name(one: Amount, english: bool) -> Cell:
    translated = english and bool(one.label_en)
    return Cell((one.label_en if translated else one.label) or "", lang="vi" if english and not translated else "")


def _files(site: Site, item: Item) -> Iterator[Table]:
    record, english = _of(item), site.language == "en"
    files = record.tables or ()
    for number, file in enumerate(files, 1):
        found = site.model.attachments.get(item.files.get(file, ""))
        name = site.say(N_("Table {number}")).format(number=number) if len(files) > 1 else record.heading
        unit = site.say(N_("Unit: {unit}")).format(unit=record.unit_of_measure) if record.unit_of_measure else ""
        caption = f"{name} ({unit})" if unit else name
        table = csv_table(site, found, f"table-{number}", caption, "vi" if english else "") if found else None
        if table:
            yield table


def list_page(site: Site, part: ListPart) -> Page:
    return board_page(site, part, _tables(site, by_key(board_items(site, "finance"), lambda item: _of(item).year)))


def _tables(site: Site, groups: dict[str, list[Item]]) -> Iterator[BoardGroup]:
    facts = Finance.facts()
    columns = head(site, facts["title"], facts["kind"], N_("Period"), facts["decision"], N_("Posted on"))
    for year, items in groups.items():
        title = site.say(N_("Budget year {year}")).format(year=year)
        rows = tuple(_row(site, item) for item in items)
        caption = site.say(N_("Publications for {year}")).format(year=year)
        yield BoardGroup(f"year-{year}", title, Table(f"y{year}-table", caption, columns, rows, stacked=True))


def _row(site: Site, item: Item) -> tuple[Cell, ...]:
    record = _of(item)
    return (
        name_cell(site, item),
        coded_cell(site, "finance_kinds", record.kind),
        Cell(record.period(site.language) or site.say(N_("Whole year"))),
        link_cell(decision(site, record)) if record.decision else Cell(label=site.say("not given")),
        Cell(day=record.date.date() if record.date else None),
    )


def _of(item: Item) -> Finance:
    assert isinstance(item.record, Finance)
    return item.record
