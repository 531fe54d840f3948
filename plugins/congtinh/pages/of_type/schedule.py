"""The pages of weekly schedules: a week as a table, the current week first, what each leader does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from congtinh import addresses
from congtinh.languages import other
from congtinh.messages import day
from congtinh.model import Item
from congtinh.opendata import calendars
from congtinh.pages.cards import life_state
from congtinh.pages.contexts import ItemPage, ListPage, Page
from congtinh.pages.head import list_metas
from congtinh.pages.item_fields import item_fields
from congtinh.pages.list_parts import ListPart, list_fields
from congtinh.pages.parts import Counterpart, Link, Validity
from congtinh.pages.planned import Planned
from congtinh.pages.site import N_, Site, both
from congtinh.pages.tables import Cell, Table
from congtinh.pages.week_table import WeekTable, entry_line, person, week_table, weekday
from congtinh.records.schedule import COMING, CURRENT, Schedule
from congtinh.records.schedule_entry import ScheduleEntry

LISTED = 12
"""Weeks that the first page lists; all of them are in the lists by year."""
OF_A_LEADER = 8
"""Weeks that the page of a leader shows."""

_SAVED = N_("Calendar of this week (.ics)")
_DEPARTMENT = N_("Calendar of all weeks (.ics)")


class SchedulePage(ItemPage):
    """One week; ``earlier`` and ``later`` are those of the same leader, or of the department."""

    template: ClassVar[str] = "schedule.html"

    table: WeekTable
    state: Validity | None
    leader: Link | None
    version: int
    signed_off: dt.date | None
    earlier: Link | None
    later: Link | None
    calendars: tuple[Link, ...]


class ScheduleListPage(ListPage):
    """The current week of the department first, then the others; ``gaps`` are weeks without any."""

    template: ClassVar[str] = "schedule_list.html"

    current: WeekTable | None
    current_week: Link | None
    coming: Link | None
    gaps: tuple[str, ...]
    leaders: tuple[Link, ...]
    calendars: tuple[Link, ...]


class LeaderSchedulePage(Page):
    """What one leader does, a table for each week, the current one first and then backwards."""

    template: ClassVar[str] = "schedule_leader.html"

    heading: str
    leader: Link
    weeks: tuple[Table, ...]
    calendars: tuple[Link, ...]


def item_page(site: Site, item: Item) -> SchedulePage:
    record = item.record
    assert isinstance(record, Schedule)
    leader = site.model.find("contact", record.leader, site.language)
    whose = calendars.leader_calendar(leader, site.language) if leader else calendars.department_calendar(site.language)
    earlier, later = _beside(site, item, record)
    return SchedulePage(
        **item_fields(site, item),
        table=week_table(site, record),
        state=life_state(site, item),
        leader=person(site, record.leader) if record.leader else None,
        version=record.version or 1,
        signed_off=record.signed_off,
        earlier=earlier,
        later=later,
        calendars=(
            Link(site.say(_DEPARTMENT), whose),
            Link(site.say(_SAVED), calendars.week_calendar(item)),
        ),
    )


def _beside(site: Site, item: Item, record: Schedule) -> tuple[Link | None, Link | None]:
    """The weeks before and after of the same leader, where they are published."""
    series = [one for one, r in calendars.schedules(site.model, site.language) if r.leader == record.leader]
    place = next((n for n, one in enumerate(series) if one.id == item.id), None)
    if place is None:
        return None, None
    before = series[place - 1] if place else None
    return site.link(before), site.link(series[place + 1] if place + 1 < len(series) else None)


def list_page(site: Site, part: ListPart) -> ScheduleListPage:
    fields = list_fields(site, part)
    fields["cards"] = fields["cards"][:LISTED]
    found = [one for one in calendars.schedules(site.model, site.language) if one[1].leader is None]
    by_state = {site.model.on_day(item, "state_on"): item for item, _ in reversed(found)}
    current = by_state.get(CURRENT)
    return ScheduleListPage(
        **fields,
        current=_table(site, current),
        current_week=site.link(current),
        coming=site.link(by_state.get(COMING)),
        gaps=_gaps(site, [record for _, record in found]),
        leaders=tuple(_leader_link(site, one) for one in calendars.leaders_of(site.model, site.language)),
        calendars=(Link(site.say(_DEPARTMENT), calendars.department_calendar(site.language)),) if found else (),
    )


def _gaps(site: Site, records: list[Schedule]) -> tuple[str, ...]:
    """Weeks between those of the department that are listed, for which none was published."""
    weeks = [week for record in records if (week := record.iso_week)][-LISTED:]
    missing, week = [], weeks[0] if weeks else None
    while week and week < weeks[-1]:
        if week not in weeks:
            missing.append(site.say("week {number} of {year}").format(number=week.number, year=week.year))
        week = week.following
    return tuple(missing)


def _table(site: Site, item: Item | None) -> WeekTable | None:
    return week_table(site, item.record) if item and isinstance(item.record, Schedule) else None


def _leader_link(site: Site, leader: Item) -> Link:
    return Link(leader.record.heading, calendars.leader_address(leader, site.language), lang="vi")


def planned(site: Site) -> Iterator[Planned]:
    """One page for each person who is named in schedules, where the language has a list of them."""
    if not site.model.has_any("schedule", site.language):
        return
    for leader in calendars.leaders_of(site.model, site.language):
        make = partial(leader_page, site, leader)
        address = calendars.leader_address(leader, site.language)
        yield Planned(address, site.language, "", site.model.print_of(leader), make)


def leader_page(site: Site, leader: Item) -> LeaderSchedulePage:
    """The weeks of one person, from the latest one back."""
    there = other(site.language)
    address = calendars.leader_address(leader, site.language)
    is_there = site.model.has_any("schedule", there)
    nearest = calendars.leader_address(leader, there) if is_there else addresses.fixed("home", there)
    counterpart = Counterpart(there, nearest, is_there)
    title = site.say("Work schedule of {name}").format(name=leader.record.heading)
    description = f"{title} – {site.agency_name}"
    found = calendars.schedules(site.model, site.language)
    rows = calendars.entries_of(site.model, found, leader, site.language)
    return LeaderSchedulePage(
        language=site.language,
        address=address,
        title=title,
        description=description,
        section="schedule",
        breadcrumbs=(site.home_link(), site.type_link("schedule")),
        counterpart=counterpart,
        alternates=both(site.language, address, counterpart.address) if is_there else (),
        metas=list_metas(site, title, description, address),
        heading=title,
        leader=_to_person(leader),
        weeks=tuple([_of_week(site, *row) for row in reversed(rows[-OF_A_LEADER:])]),
        calendars=(Link(site.say(_DEPARTMENT), calendars.leader_calendar(leader, site.language)),),
    )


def _to_person(leader: Item) -> Link:
    return Link(leader.record.heading, leader.address, lang="vi")


def _of_week(site: Site, item: Item, entries: tuple[ScheduleEntry, ...]) -> Table:
    record = item.record
    assert isinstance(record, Schedule)
    heads = (N_("Day"), N_("Time"), N_("What"), N_("Place"), N_("With"))
    rows = tuple(_entry_row(site, one) for one in entries)
    week = addresses.facet_word(record.week or "")
    own, caption = bool(record.leader), _caption(site, record)
    if own:
        caption = site.say("{week} (own schedule)").format(week=caption)
    return Table(f"week-{week}-own" if own else f"week-{week}", caption, tuple(map(site.say, heads)), rows, stacked=True)


def _caption(site: Site, record: Schedule) -> str:
    week = record.iso_week
    if week is None:
        return record.heading
    said = site.say("Week {number}, {first} to {last}")
    first, last = day(week.monday, site.language), day(week.sunday, site.language)
    return said.format(number=week.number, first=first, last=last)


def _entry_row(site: Site, one: ScheduleEntry) -> tuple[Cell, ...]:
    line = entry_line(site, one)
    part = site.label("day_parts", one.part)
    return (
        Cell(f"{weekday(site, one.date)}, {day(one.date, site.language)}"),
        Cell(line.hours or part),
        Cell(line.content, lang=line.content_lang),
        Cell(line.place, lang=line.place_lang),
        Cell(line.attendees, lang=line.attendees_lang),
    )
