"""A calendar as an iCalendar file (RFC 5545, with RFC 7986), the same bytes for the same content."""

from __future__ import annotations

import datetime as dt

from icalendar import Calendar as ICalendar
from icalendar import Event, Timezone, TimezoneStandard, vDuration, vText, vUri

from congtinh.opendata.calendars import Calendar, CalendarEvent, Words

PRODUCT = "-//Cong Tinh//Lich//VI"
ZONE = "Asia/Ho_Chi_Minh"
REFRESH = dt.timedelta(hours=12)
"""How often a program that subscribes is asked to look again."""

_OFFSET = dt.timedelta(hours=7)
_SINCE = dt.datetime(1975, 6, 13)  # since then the country has had one offset all the year
_ONE_DAY = dt.timedelta(days=1)


def calendar_text(calendar: Calendar) -> bytes:
    """The file, with CRLF and lines of 75 octets at most."""
    made = ICalendar()
    made.add("PRODID", PRODUCT)
    made.add("VERSION", "2.0")
    made.add("CALSCALE", "GREGORIAN")
    made["NAME"] = made["X-WR-CALNAME"] = vText(calendar.name)
    made["X-WR-TIMEZONE"] = vText(ZONE)
    made["REFRESH-INTERVAL"] = vDuration(REFRESH)
    made["REFRESH-INTERVAL"].params["VALUE"] = "DURATION"
    made["X-PUBLISHED-TTL"] = vDuration(REFRESH)
    made.add_component(_zone())
    for one in calendar.events:
        made.add_component(_event(one))
    text: bytes = made.to_ical()
    return text


def _zone() -> Timezone:
    zone, standard = Timezone(), TimezoneStandard()
    zone.add("TZID", ZONE)
    standard.add("DTSTART", _SINCE)
    standard.add("TZOFFSETFROM", _OFFSET)
    standard.add("TZOFFSETTO", _OFFSET)
    standard.add("TZNAME", "+07")
    zone.add_component(standard)
    return zone


def _event(one: CalendarEvent) -> Event:
    event = Event()
    event["UID"] = vText(one.uid)
    event.add("DTSTAMP", one.stamp)
    event.add("LAST-MODIFIED", one.stamp)
    event.add("SEQUENCE", one.sequence)
    event.add("STATUS", one.status)
    event.add("CLASS", "PUBLIC")
    _times(event, one)
    for name, words in (("SUMMARY", one.summary), ("LOCATION", one.place), ("DESCRIPTION", one.description)):
        if words:
            event[name] = _text(words)
    if one.url:
        event["URL"] = vUri(one.url)
    return event


def _times(event: Event, one: CalendarEvent) -> None:
    if one.hours is None:
        event.add("DTSTART", one.day)
        event.add("DTEND", one.day + _ONE_DAY)
        event.add("TRANSP", "TRANSPARENT")
        return
    start, end = one.hours
    event.add("DTSTART", _at(one.day, start), {"TZID": ZONE})
    if end is not None:
        event.add("DTEND", _at(one.day, end), {"TZID": ZONE})


def _at(day: dt.date, minute: int) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day) + dt.timedelta(minutes=minute)


def _text(words: Words) -> vText:
    text = vText(words.text)
    text.params["LANGUAGE"] = words.language
    return text
