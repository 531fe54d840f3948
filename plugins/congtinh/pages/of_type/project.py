"""Projects: the board in the states of NĐ 43/2011, Điều 10, and the page of one with its nine facts."""

from __future__ import annotations

from collections.abc import Iterator

from congtinh.model import Item
from congtinh.pages.boards import (
    BoardGroup,
    Groups,
    board_items,
    board_page,
    by_state,
    coded_cell,
    head,
    missing_cell,
    money_cell,
    name_cell,
    text_cell,
)
from congtinh.pages.contexts import ItemPage, Page
from congtinh.pages.facts_pages import facts_page
from congtinh.pages.list_parts import ListPart
from congtinh.pages.site import N_, Site
from congtinh.pages.spans import span
from congtinh.pages.tables import BLANK, Cell, Step, Table
from congtinh.records.missing import missing_facts
from congtinh.records.project import COMPLETED, PREPARING, UNDER_WAY, Project

_STATES = "project_states"
_SUMMARY = N_("Projects by state")
_TOTAL = N_("Total")
_COUNT, _LACKING = N_("Projects"), N_("With missing facts")
_SPENT = N_("The sums count the projects whose amounts are given.")


def item_page(site: Site, item: Item) -> ItemPage:
    record = item.record
    assert isinstance(record, Project)
    return facts_page(site, item, steps=_steps(site, record))


def _steps(site: Site, record: Project) -> tuple[Step, ...]:
    """The three states of the decree with their days; a project that was paused or cancelled says so behind them."""
    order = (PREPARING, UNDER_WAY, COMPLETED)
    days = (record.approved, record.from_date, record.completed or record.to_date)
    at = order.index(record.state) if record.state in order else -1
    steps = tuple(
        Step(site.label(_STATES, state), day, done=place <= at, now=place == at)
        for place, (state, day) in enumerate(zip(order, days, strict=True))
    )
    if record.state and at < 0:
        return (*steps, Step(site.label(_STATES, record.state), now=True))
    return steps if record.state else ()


def list_page(site: Site, part: ListPart) -> Page:
    groups = by_state(site, board_items(site, "project"), _STATES)
    return board_page(site, part, _tables(site, groups), _summary(site, groups))


def _tables(site: Site, groups: Groups) -> Iterator[BoardGroup]:
    """The three lists of the decree, empty ones too, then what was paused or cancelled."""
    states = site.model.vocabularies[_STATES]
    for code, items in groups.items():
        term = states.get(code)
        if not items and not (term and term.flag("decreed")):
            continue
        title = site.label(_STATES, code) if code else site.say("not given")
        yield BoardGroup(f"state-{code}", title, _table(site, code, title, items) if items else None)


def _table(site: Site, code: str, title: str, items: list[Item]) -> Table:
    facts = Project.facts()
    columns = head(
        site, facts["title"], facts["speciality"], facts["kind"], N_("Duration"),
        facts["budget"], facts["funding_kind"], facts["funder"],
    )  # fmt: skip
    total = sum(budget for item in items if (budget := _of(item).budget))
    foot = (Cell(site.say(_TOTAL)), BLANK, BLANK, BLANK, Cell(number=total), BLANK, BLANK)
    caption = site.say(N_("{state}: facts of each project")).format(state=title)
    return Table(f"{code}-table", caption, columns, tuple(_row(site, item) for item in items), (foot,), stacked=True)


def _row(site: Site, item: Item) -> tuple[Cell, ...]:
    record = _of(item)
    time = span(record.from_date, record.to_date, site.language)
    return (
        name_cell(site, item, record.goal or site.say(N_("Main goal: not given"))),
        coded_cell(site, "fields", record.speciality),
        coded_cell(site, "project_kinds", record.kind),
        Cell(time) if record.from_date and record.to_date else missing_cell(site),
        money_cell(site, record.budget),
        coded_cell(site, "funding_kinds", record.funding_kind),
        text_cell(site, item, record.funder),
    )


def _summary(site: Site, groups: Groups) -> Table:
    """How many projects in each state, their budgets and what was disbursed; the last row adds them up."""
    facts = Project.facts()
    columns = (
        *head(site, facts["state"], _COUNT, facts["budget"], facts["disbursed"]), site.say(_LACKING),
    )  # fmt: skip
    rows = [(_label(site, code), *_sums(items)) for code, items in groups.items() if items]
    totals = [sum(row[place] for row in rows) for place in range(1, 5)]  # type: ignore[misc]
    foot = (Cell(site.say(_TOTAL)), *(Cell(number=total) for total in totals))
    cells = tuple((Cell(label), *(Cell(number=n) for n in numbers)) for label, *numbers in rows)
    return Table("summary", site.say(_SUMMARY), columns, cells, (foot,), site.say(_SPENT), stacked=True)


def _label(site: Site, code: str) -> str:
    return site.label(_STATES, code) if code else site.say("not given")


def _sums(items: list[Item]) -> tuple[int, int, int, int]:
    records = [_of(item) for item in items]
    budget, disbursed = sum(r.budget or 0 for r in records), sum(r.disbursed or 0 for r in records)
    return len(records), budget, disbursed, sum(1 for r in records if missing_facts(r))


def _of(item: Item) -> Project:
    assert isinstance(item.record, Project)
    return item.record
