"""The register of science tasks with their results (NĐ 43/2011, Điều 11)."""

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
    name_cell,
    text_cell,
)
from congtinh.pages.contexts import ItemPage, Page
from congtinh.pages.facts_pages import facts_page, field_steps
from congtinh.pages.list_parts import ListPart
from congtinh.pages.site import N_, Site
from congtinh.pages.spans import span
from congtinh.pages.tables import Cell, Step, Table
from congtinh.records.science_task import ACCEPTED, APPROVED, DUE, STOPPED, UNDER_WAY, ScienceTask

_STATES = "task_states"
_ORDER = (APPROVED, UNDER_WAY, DUE, ACCEPTED)
_SHOWN = (UNDER_WAY, DUE, ACCEPTED, APPROVED, STOPPED)
_BOTH, _ONE, _NEITHER = N_("both reports"), N_("one of two reports"), N_("no report yet")


def item_page(site: Site, item: Item) -> ItemPage:
    return facts_page(site, item, steps=_steps(site, item))


def _steps(site: Site, item: Item) -> tuple[Step, ...]:
    """Approval, beginning, end, acceptance, results; what is due says so."""
    record, state = _of(item), site.model.on_day(item, "state_on")
    if state == STOPPED:
        names = tuple(n for n in ("approved", "from_date") if getattr(record, n))
        stopped = Step(site.label(_STATES, STOPPED), record.stopped, done=True, now=True)
        return (*field_steps(site, record, names, len(names), now=False), stopped)
    at = _ORDER.index(state) + 1
    steps = list(field_steps(site, record, ("approved", "from_date", "to_date", "accepted"), at, now=at != 4))
    if state == DUE:
        steps[3] = steps[3]._replace(due=True)
    results = Step(
        site.say(N_("Results published")),
        record.results_posted,
        done=at == 4 and record.has_reports,
        now=at == 4,
        due=at == 4 and not record.has_reports,
        note=site.say(_reports(record)) if at == 4 else "",
    )
    return (*steps, results)


def _reports(record: ScienceTask) -> str:
    found = sum(1 for file in (record.summary_report, record.application_report) if file)
    return (_NEITHER, _ONE, _BOTH)[found]


def list_page(site: Site, part: ListPart) -> Page:
    groups = by_state(site, board_items(site, "science_task"), _STATES)
    return board_page(site, part, _tables(site, groups))


def _tables(site: Site, groups: Groups) -> Iterator[BoardGroup]:
    facts = ScienceTask.facts()
    words = [facts[name] for name in ("title", "level", "field", "host")]
    for code in _SHOWN:
        items = groups.get(code)
        if items:
            title = site.label(_STATES, code)
            columns = head(site, *words, N_("Duration"), *([N_("Results")] if code == ACCEPTED else []))
            rows = tuple(_row(site, item, code == ACCEPTED) for item in items)
            caption = site.say(N_("{state}: facts of each task")).format(state=title)
            yield BoardGroup(f"state-{code}", title, Table(f"{code}-table", caption, columns, rows, stacked=True))


def _row(site: Site, item: Item, accepted: bool) -> tuple[Cell, ...]:
    record = _of(item)
    time = span(record.from_date, record.to_date, site.language)
    code = site.say(N_("Code {code}")).format(code=record.code) if record.code else site.say(N_("Code not given"))
    cells = (
        name_cell(site, item, code),
        coded_cell(site, "task_levels", record.level),
        coded_cell(site, "fields", record.field),
        text_cell(site, item, record.host),
        Cell(time) if record.from_date and record.to_date else missing_cell(site),
    )
    return (*cells, Cell(site.say(_reports(record)))) if accepted else cells


def _of(item: Item) -> ScienceTask:
    assert isinstance(item.record, ScienceTask)
    return item.record
