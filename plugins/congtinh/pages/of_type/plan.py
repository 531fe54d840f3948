"""Strategies and plans: by kind, the newest years first, with the reports on what came of them."""

from __future__ import annotations

from collections.abc import Iterator

from congtinh.model import Item
from congtinh.pages.boards import (
    BoardGroup,
    board_items,
    board_page,
    by_key,
    head,
    link_cell,
    name_cell,
)
from congtinh.pages.cards import life_state
from congtinh.pages.contexts import ItemPage, Page
from congtinh.pages.facts_pages import decision, facts_page
from congtinh.pages.list_parts import ListPart
from congtinh.pages.site import N_, Site
from congtinh.pages.tables import Cell, Table
from congtinh.records.plan import Plan, ResultReport

_REPORTS = "reports"


def item_page(site: Site, item: Item) -> ItemPage:
    reports = _reports(site, item)
    return facts_page(site, item, tables=(reports,) if reports else ())


def _reports(site: Site, item: Item) -> Table | None:
    told = sorted(_of(item).result_reports or (), key=lambda one: -(one.year or 0))
    if not told:
        return None
    rows = tuple((_report(site, item, one), Cell(str(one.year or ""))) for one in told)
    return Table(_REPORTS, site.say(N_("Reports on results")), head(site, N_("Report"), N_("Year")), rows)


def _report(site: Site, item: Item, one: ResultReport) -> Cell:
    english = site.language == "en"
    text = (one.title_en if english else one.title) or one.title or one.file or ""
    found = site.model.attachments.get(item.files.get(one.file or "", ""))
    return Cell(text, address=found.address if found else "", lang="vi" if english and not one.title_en else "")


def list_page(site: Site, part: ListPart) -> Page:
    groups = by_key(board_items(site, "plan"), lambda item: _of(item).kind)
    return board_page(site, part, _tables(site, groups))


def _tables(site: Site, groups: dict[str, list[Item]]) -> Iterator[BoardGroup]:
    facts = Plan.facts()
    columns = head(
        site, facts["title"], N_("Years"), facts["decision"], facts["approved"], N_("State"), facts["result_reports"]
    )
    for term in site.model.vocabularies["plan_kinds"]:
        items = groups.get(term.code)
        if items:
            title = term.label.of(site.language)
            rows = tuple(_row(site, item) for item in items)
            caption = site.say(N_("{kind}: years and approval")).format(kind=title)
            table = Table(f"{term.code}-table", caption, columns, rows, stacked=True)
            yield BoardGroup(f"kind-{term.code}", title, table)


def _row(site: Site, item: Item) -> tuple[Cell, ...]:
    record = _of(item)
    years = dict.fromkeys(str(year) for year in (record.year_from, record.year_to) if year)
    reports = len(record.result_reports or ())
    return (
        name_cell(site, item),
        Cell("–".join(years), label=site.say("not given")),
        link_cell(decision(site, record)) if record.decision else Cell(label=site.say("not given")),
        Cell(day=record.approved, label=site.say("not given")),
        Cell(state=life_state(site, item)),
        Cell(str(reports)) if reports else Cell(label=site.say(N_("none yet"))),
    )


def _of(item: Item) -> Plan:
    assert isinstance(item.record, Plan)
    return item.record
