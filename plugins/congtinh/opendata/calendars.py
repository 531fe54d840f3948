"""The calendars of the site: which there are, and the events of each, before they are written as iCalendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from congtinh import addresses
from congtinh.languages import Bilingual, Language
from congtinh.model import Item, SiteModel
from congtinh.records.contact import Contact
from congtinh.records.reception import Reception
from congtinh.records.schedule import Schedule
from congtinh.records.schedule_entry import ScheduleEntry

SCHEDULE_WORD = Bilingual("lich-cong-tac", "work-schedule")
RECEPTIONS_WORD = Bilingual("tiep-cong-dan", "citizen-receptions")
LEADER_WORD = Bilingual("lanh-dao", "leaders")



class Words(NamedTuple):
    """A text with the language that it is in."""

    text: str
    language: str


class CalendarEvent(NamedTuple):
    """One event; ``hours`` from midnight, ``None`` for a whole day.  ``stamp``: when its facts were last written."""

    uid: str
    day: dt.date
    hours: tuple[int, int | None] | None
    summary: Words
    place: Words | None
    description: Words | None
    url: str
    stamp: dt.datetime
    sequence: int
    status: str


class Calendar(NamedTuple):
    """One file: where it stands, what it is called, and its events in the order of time."""

    address: str
    name: str
    language: Language
    events: tuple[CalendarEvent, ...]


class Publisher(NamedTuple):
    """What calendars are told of the site: ``host`` makes their ids one of a kind in the world."""

    site_url: str
    host: str
    names: Mapping[Language, str]


def department_calendar(language: str) -> str:
    """The address of the calendar with the schedules of the whole department."""
    return f"{addresses.of_type(Schedule, language)}{SCHEDULE_WORD.of(language)}.ics"


def leader_address(leader: Item, language: str) -> str:
    """The page with what one leader does week by week."""
    word = leader.id.rpartition("/")[2]
    return f"{addresses.of_type(Schedule, language)}{LEADER_WORD.of(language)}/{addresses.facet_word(word)}/"


def leader_calendar(leader: Item, language: str) -> str:
    """The address of the calendar of one leader."""
    return beside(leader_address(leader, language))


def week_calendar(schedule: Item) -> str:
    """The address of the calendar of one week."""
    return beside(schedule.address)


def receptions_calendar(language: str) -> str:
    """The address of the calendar of citizen receptions."""
    return f"{addresses.of_type(Reception, language)}{RECEPTIONS_WORD.of(language)}.ics"


def beside(address: str) -> str:
    """The file beside a page that bears its name: ``a/b/`` to ``a/b/b.ics``."""
    return f"{address}{address.rstrip('/').rpartition('/')[2]}.ics"


def leaders_of(model: SiteModel, language: Language) -> tuple[Item, ...]:
    """The people who are named in schedules, in the order of the directory."""
    found = {}
    for _, record in schedules(model, language):
        for name in [record.leader, *(n for one in record.entries or () for n in one.leaders or ())]:
            leader = model.find("contact", name, language)
            if leader and isinstance(leader.record, Contact):
                found[leader.id] = leader
    return tuple(sorted(found.values(), key=lambda leader: leader.record.order))


def schedules(model: SiteModel, language: Language) -> list[tuple[Item, Schedule]]:
    """Each schedule once, oldest first; in ``language`` where it has it."""
    found = ((item, item.record) for item in model.either("schedule", language))
    return [(item, record) for item, record in found if isinstance(record, Schedule) and record.week]


def entries_of(
    model: SiteModel, found: list[tuple[Item, Schedule]], leader: Item, language: Language
) -> list[tuple[Item, tuple[ScheduleEntry, ...]]]:
    """What one leader does in each schedule; what two schedules of a week tell alike, once."""
    rows, told = [], set()
    for item, record in found:
        own = []
        for one in record.entries or ():
            key = (one.date, one.hours, one.part, one.content)
            if key not in told and _binds(model, record, one, leader, language):
                told.add(key)
                own.append(one)
        if own:
            rows.append((item, tuple(own)))
    return rows


def _binds(model: SiteModel, record: Schedule, one: ScheduleEntry, leader: Item, language: Language) -> bool:
    people = (model.find("contact", name, language) for name in record.binds(one))
    return any(person is not None and person.id == leader.id for person in people)


def own_words(vi: str | None, en: str | None, language: str) -> Words:
    """A text in ``language`` where it is written in it, else in Vietnamese."""
    return Words(en, "en") if language == "en" and en else Words(vi or "", "vi")
