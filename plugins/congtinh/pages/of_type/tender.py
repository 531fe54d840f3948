"""Public procurement: packages by state, each with the way to the national system, which is the master."""

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
from congtinh.pages.facts_pages import facts_page, field_steps
from congtinh.pages.list_parts import ListPart
from congtinh.pages.site import N_, Site
from congtinh.pages.tables import Cell, Step, Table
from congtinh.records.tender import AWARDED, CANCELLED, CLOSED, INVITED, OPENED, PLANNED, Tender

_STATES = "tender_states"
_ORDER = (PLANNED, INVITED, CLOSED, OPENED, AWARDED)
_MORE = {
    PLANNED: ("approved",),
    INVITED: ("open", "close", "national_link"),
    CLOSED: ("open", "close", "national_link"),
    OPENED: ("open", "opened", "national_link"),
    AWARDED: ("awarded", "winner", "win_price", "national_link"),
    CANCELLED: ("cancelled", "cancel_reason"),
}
"""The columns that a package of each state has beside its name, method and price."""
_DAYS = ("approved", "open", "close", "opened", "awarded")


def item_page(site: Site, item: Item) -> ItemPage:
    return facts_page(site, item, steps=_steps(site, item))


def _steps(site: Site, item: Item) -> tuple[Step, ...]:
    """The days from plan to award; of a package that was cancelled, as far as it came."""
    record, state = _of(item), site.model.on_day(item, "state_on")
    if state != CANCELLED:
        return field_steps(site, record, _DAYS, _ORDER.index(state) + 1)
    reached = [name for name in _DAYS if (day := getattr(record, name)) and record.cancelled and day < record.cancelled]
    return (
        *field_steps(site, record, tuple(reached), len(reached), now=False),
        Step(site.label(_STATES, CANCELLED), record.cancelled, done=True, now=True, note=record.cancel_reason or ""),
    )


def list_page(site: Site, part: ListPart) -> Page:
    groups = by_state(site, board_items(site, "tender"), _STATES)
    return board_page(site, part, _tables(site, groups), _summary(site, groups))


def _tables(site: Site, groups: Groups) -> Iterator[BoardGroup]:
    """A table for each state that has packages, with the columns that packages of the state can fill."""
    facts = Tender.facts()
    for code, items in groups.items():
        if not items:
            continue
        title = site.label(_STATES, code)
        names = ("title", "method", "price", *_MORE[code])
        columns = head(site, *(facts[name] for name in names))
        rows = tuple(_row(site, item, _MORE[code]) for item in items)
        caption = site.say(N_("{state}: facts of each package")).format(state=title)
        yield BoardGroup(f"state-{code}", title, Table(f"{code}-table", caption, columns, rows, stacked=True))


def _row(site: Site, item: Item, names: tuple[str, ...]) -> tuple[Cell, ...]:
    record = _of(item)
    number = site.say(N_("Package {number}")).format(number=record.package_no) if record.package_no else ""
    return (
        name_cell(site, item, number),
        coded_cell(site, "tender_methods", record.method),
        money_cell(site, record.price),
        *(_cell(site, item, name) for name in names),
    )


def _cell(site: Site, item: Item, name: str) -> Cell:
    record = _of(item)
    value = getattr(record, name)
    if name == "winner":
        return text_cell(site, item, record.winner, shared=True)
    if name == "win_price":
        return money_cell(site, record.win_price)
    if name == "national_link":
        return Cell(site.say(N_("See the package")), url=value) if value else missing_cell(site)
    if name == "cancel_reason":
        return text_cell(site, item, record.cancel_reason)
    return Cell(day=value, label=site.say("not given"))


def _summary(site: Site, groups: Groups) -> Table:
    """How many packages in each state, and their prices; the last row adds them up."""
    facts = Tender.facts()
    columns = head(site, N_("State"), N_("Packages"), facts["price"], facts["win_price"])
    rows = [(site.label(_STATES, code), *_sums(items)) for code, items in groups.items() if items]
    foot = (Cell(site.say(N_("Total"))), *(Cell(number=sum(r[n] for r in rows)) for n in (1, 2, 3)))  # type: ignore[misc]
    cells = tuple((Cell(label), *(Cell(number=n) for n in numbers)) for label, *numbers in rows)
    note = site.say(N_("Winning prices are those of packages with a result."))
    return Table("summary", site.say(N_("Packages by state")), columns, cells, (foot,), note, stacked=True)


def _sums(items: list[Item]) -> tuple[int, int, int]:
    records = [_of(item) for item in items]
    return len(records), sum(r.price or 0 for r in records), sum(r.win_price or 0 for r in records if r.awarded)


def _of(item: Item) -> Tender:
    assert isinstance(item.record, Tender)
    return item.record
