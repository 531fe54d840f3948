"""The events of each calendar: entries of schedules, and citizen receptions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b

from congtinh.languages import LANGUAGES, Bilingual, Language
from congtinh.model import Item, SiteModel
from congtinh.opendata.calendars import (
    Calendar,
    CalendarEvent,
    Publisher,
    Words,
    department_calendar,
    entries_of,
    leader_calendar,
    leaders_of,
    own_words,
    receptions_calendar,
    schedules,
    week_calendar,
)
from congtinh.periods.hours import parse_hours
from congtinh.records.reception import CANCELLED, POSTPONED, Reception
from congtinh.records.schedule import Schedule
from congtinh.records.schedule_entry import WHOLE_DAY, ScheduleEntry
from congtinh.records.unit import Unit

NEWEST_WEEKS = 53
"""Weeks that a calendar to subscribe goes back from its newest one, so that it does not grow for ever."""

_NAMES = {
    "schedule": Bilingual("Lịch công tác – {name}", "Work schedule – {name}"),
    "reception": Bilingual("Lịch tiếp công dân – {name}", "Citizen receptions – {name}"),
}
_LEADERS = Bilingual("Lãnh đạo", "Leaders")
_WITH = Bilingual("Cùng dự", "With")
_PREPARED = Bilingual("Đơn vị chuẩn bị", "Prepared by")
_HOST = Bilingual("Người tiếp", "Host")
_ATTENDEES = Bilingual("Thành phần tham dự", "Attendees")
_EXPECTED = Bilingual("Nội dung dự kiến", "Expected content")
_MOVED = Bilingual("Hoãn từ ngày {day}", "Postponed from {day}")


def calendars(model: SiteModel, publisher: Publisher) -> Iterator[Calendar]:
    """Every calendar of the site in both languages; those without events stand too, so that links hold.

    A language without a list of its own has none: no page would lead there.
    """
    for language in LANGUAGES:
        found = schedules(model, language)
        if found and model.has_any("schedule", language):
            yield from _of_schedules(model, publisher, language, found)
        receptions = _sessions(model, language)
        if receptions and model.has_any("reception", language):
            events = [_session(model, publisher, item, record, language) for item, record in receptions]
            name = _NAMES["reception"].of(language).format(name=publisher.names[language])
            yield Calendar(receptions_calendar(language), name, language, _in_order(events))


def _of_schedules(
    model: SiteModel, publisher: Publisher, language: Language, found: list[tuple[Item, Schedule]]
) -> Iterator[Calendar]:
    said, agency = _NAMES["schedule"].of(language), publisher.names[language]
    newest = [one for one in found if one[1].week in sorted({r.week or "" for _, r in found})[-NEWEST_WEEKS:]]
    shared = [one for one in newest if one[1].leader is None]
    whole = [e for item, record in shared for e in _entries(model, publisher, item, record.entries or (), language)]
    yield Calendar(department_calendar(language), said.format(name=agency), language, _in_order(whole))
    for leader in leaders_of(model, language):
        rows = entries_of(model, newest, leader, language)
        own = [e for item, entries in rows for e in _entries(model, publisher, item, entries, language)]
        name = f"{leader.record.heading}, {agency}"
        yield Calendar(leader_calendar(leader, language), said.format(name=name), language, _in_order(own))
    for item, record in found:
        if item.lang == language:
            week = _entries(model, publisher, item, record.entries or (), language)
            yield Calendar(week_calendar(item), f"{record.heading} – {agency}", language, _in_order(week))


def _in_order(events: list[CalendarEvent]) -> tuple[CalendarEvent, ...]:
    return tuple(sorted(events, key=lambda one: (one.day, one.hours or (0, None), one.uid)))


def _entries(
    model: SiteModel, publisher: Publisher, item: Item, entries: tuple[ScheduleEntry, ...], language: Language
) -> list[CalendarEvent]:
    record = item.record
    assert isinstance(record, Schedule)
    told: dict[str, int] = {}
    events = []
    for one in entries:
        again = told[one.content] = told.get(one.content, 0) + 1
        uid = f"{_key(record.week or '', record.leader or '', one.content, str(again))}@{publisher.host}"
        events.append(_entry(model, publisher, item, one, uid, language))
    return events


def _entry(
    model: SiteModel, publisher: Publisher, item: Item, one: ScheduleEntry, uid: str, language: Language
) -> CalendarEvent:
    record = item.record
    assert isinstance(record, Schedule)
    hours = parse_hours(one.hours) if one.hours else None
    words = own_words(one.content, one.content_en, language)
    if hours is None and one.part and one.part != WHOLE_DAY:
        words = Words(f"{model.vocabularies['day_parts'].label(one.part, language)}: {words.text}", words.language)
    people = [_person(model, name, language) for name in one.leaders or ()]
    lines = (
        (_LEADERS, ", ".join(people)),
        (_WITH, own_words(one.attendees, one.attendees_en, language).text),
        (_PREPARED, _unit(model, one.prepared_by, language)),
    )
    return CalendarEvent(
        uid, one.date, (hours.start, hours.end) if hours else None, words,
        _or_none(own_words(one.place, one.place_en, language)), _lines(lines, language),
        _url(publisher, item), _stamp(item), (record.version or 1) - 1,
        "CONFIRMED" if record.signed_off else "TENTATIVE",
    )  # fmt: skip


def _sessions(model: SiteModel, language: Language) -> list[tuple[Item, Reception]]:
    found = ((item, item.record) for item in model.either("reception", language))
    return [(i, r) for i, r in found if isinstance(r, Reception) and not r.is_standing and r.takes_place]


def _session(
    model: SiteModel, publisher: Publisher, item: Item, record: Reception, language: Language
) -> CalendarEvent:
    hours = parse_hours(record.hours) if record.hours else None
    moved = record.state == POSTPONED and record.day
    lines = (
        (_HOST, _person(model, record.host, language)),
        (_ATTENDEES, own_words(record.attendees, record.attendees_en, language).text),
        (_EXPECTED, own_words(record.expected_content, record.expected_content_en, language).text),
    )
    description = _lines(lines, language, _MOVED.of(language).format(day=f"{record.day:%d/%m/%Y}") if moved else "")
    return CalendarEvent(
        f"{_key(item.id)}@{publisher.host}", record.takes_place or dt.date.min,
        (hours.start, hours.end) if hours else None, Words(record.heading, item.lang),
        _or_none(own_words(record.place, record.place_en, language)), description,
        _url(publisher, item), _stamp(item), 1 if moved or record.state == CANCELLED else 0,
        "CANCELLED" if record.state == CANCELLED else "CONFIRMED",
    )  # fmt: skip


@lru_cache(4096)
def _key(*parts: str) -> str:
    return blake2b("\0".join(parts).encode(), digest_size=10).hexdigest()


def _or_none(words: Words) -> Words | None:
    return words if words.text else None


def _lines(rows: tuple[tuple[Bilingual, str], ...], language: Language, last: str = "") -> Words | None:
    lines = [f"{label.of(language)}: {text}" for label, text in rows if text]
    text = "\n".join([*lines, last] if last else lines)
    return Words(text, language) if text else None


def _person(model: SiteModel, name: str | None, language: Language) -> str:
    found = model.find("contact", name, language)
    return found.record.heading if found else name or ""


def _unit(model: SiteModel, name: str | None, language: Language) -> str:
    found = model.find("unit", name, language)
    return found.record.named(language) if found and isinstance(found.record, Unit) else name or ""


def _url(publisher: Publisher, item: Item) -> str:
    return f"{publisher.site_url}/{item.address}" if publisher.site_url else ""


def _stamp(item: Item) -> dt.datetime:
    """What the file says of its last change: the clock of the build is in no calendar."""
    written = item.record.updated or item.record.date
    return (written or dt.datetime(1970, 1, 1, tzinfo=dt.UTC)).astimezone(dt.UTC)
