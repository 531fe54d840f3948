"""A week as a table: days by parts of the day, which is how offices hang it up."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from congtinh.opendata.calendars import own_words
from congtinh.pages.parts import Link
from congtinh.pages.site import N_, Site
from congtinh.records.schedule import Schedule
from congtinh.records.schedule_entry import WHOLE_DAY, ScheduleEntry
from congtinh.records.unit import Unit

WEEKDAYS = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"),
)  # fmt: skip
_ALWAYS = ("sang", "chieu")
_WORKING_DAYS = 5
_MANY = 26
"""Entries from which a printed week is set in smaller letters, so that it stays on one sheet."""


class EntryLine(NamedTuple):
    """One entry; the ``…_lang`` are the languages of its words."""

    hours: str
    content: str
    content_lang: str
    place: str = ""
    place_lang: str = ""
    leaders: tuple[Link, ...] = ()
    attendees: str = ""
    attendees_lang: str = ""
    prepared_by: Link | None = None


class DayRow(NamedTuple):
    """One day: ``cells`` in the order of the table's parts, ``whole`` what takes all of it."""

    day: dt.date
    weekday: str
    cells: tuple[tuple[EntryLine, ...], ...]
    whole: tuple[EntryLine, ...] = ()


class WeekTable(NamedTuple):
    """``parts`` are the heads of the columns; ``is_long``: there is much on the sheet."""

    id: str
    caption: str
    parts: tuple[str, ...]
    days: tuple[DayRow, ...]
    is_long: bool = False


def weekday(site: Site, day: dt.date) -> str:
    """The name of the day in the language of the site."""
    return site.say(WEEKDAYS[day.weekday()])


def week_table(site: Site, record: Schedule, key: str = "week") -> WeekTable:
    """The public entries of a schedule; Saturday, Sunday and the evening only where there is something."""
    terms, entries = site.model.vocabularies["day_parts"], record.entries or ()
    placed = [(one, one.part_of_day(site.model.vocabularies)) for one in entries]
    used = {part for _, part in placed}
    parts = [t.code for t in terms if t.code != WHOLE_DAY and (t.code in _ALWAYS or t.code in used)]
    week = record.iso_week
    days = [d for d in (week.days if week else ()) if d.weekday() < _WORKING_DAYS or any(e.date == d for e in entries)]
    rows = tuple([_row(site, record, day, parts, placed) for day in days])
    heads = tuple([terms.label(code, site.language) for code in parts])
    return WeekTable(key, record.heading, heads, rows, len(entries) >= _MANY)


def _row(
    site: Site, record: Schedule, day: dt.date, parts: list[str], placed: list[tuple[ScheduleEntry, str]]
) -> DayRow:
    def lines(code: str) -> tuple[EntryLine, ...]:
        return tuple([entry_line(site, one, record.leader) for one, part in placed if one.date == day and part == code])

    return DayRow(day, weekday(site, day), tuple([lines(code) for code in parts]), lines(WHOLE_DAY))


def entry_line(site: Site, one: ScheduleEntry, own: str | None = None) -> EntryLine:
    """An entry in the language of the site where it is written in it; ``own``: the leader whose page it is."""
    content = own_words(one.content, one.content_en, site.language)
    place = own_words(one.place, one.place_en, site.language)
    attendees = own_words(one.attendees, one.attendees_en, site.language)
    return EntryLine(
        one.hours or "", content.text, content.language, place.text, place.language,
        tuple([person(site, name) for name in one.leaders or () if name != own]),
        attendees.text, attendees.language, unit(site, one.prepared_by),
    )  # fmt: skip


def person(site: Site, name: str) -> Link:
    """A leader by name, which is Vietnamese in both languages; the words as written where nobody bears them."""
    found = site.model.find("contact", name, site.language)
    return Link(found.record.heading, found.address, lang="vi") if found else Link(name, lang="vi")


def unit(site: Site, name: str | None) -> Link | None:
    """A unit by its name in the language of the site; other words as they are written."""
    if not name:
        return None
    found = site.model.find("unit", name, site.language)
    record = found.record if found else None
    return Link(record.named(site.language), found.address) if found and isinstance(record, Unit) else Link(name, lang="vi")
