"""A citizen reception as a schema.org ``Event``."""

from __future__ import annotations

import datetime as dt
from typing import Any

from congtinh.periods.hours import Hours, parse_hours
from congtinh.records.fields import HANOI
from congtinh.records.reception import CANCELLED, ONLINE, POSTPONED, Reception

_SCHEMA = "https://schema.org/"


def event(record: Reception, publisher: str, language: str) -> dict[str, Any]:
    """When and where it is, who holds it, and whether it was moved; of standing hours, a page and no event."""
    if record.is_standing or record.takes_place is None:
        return {"@type": "WebPage"}
    hours = parse_hours(record.hours) if record.hours else None
    place = (record.place_en if language == "en" else None) or record.place
    moved = record.state == POSTPONED
    return {
        "startDate": _moment(record.takes_place, hours.start if hours else None),
        "endDate": _moment(record.takes_place, hours.end) if hours and hours.end is not None else None,
        "previousStartDate": _first(record, hours) if moved else None,
        "eventStatus": f"{_SCHEMA}{_status(record, moved)}",
        "eventAttendanceMode": f"{_SCHEMA}{'On' if record.kind == ONLINE else 'Off'}lineEventAttendanceMode",
        "location": {"@type": "Place", "name": place, "address": place} if place else None,
        "organizer": {"@type": "GovernmentOrganization", "name": publisher},
        "isAccessibleForFree": True,
    }


def _status(record: Reception, moved: bool) -> str:
    if record.state == CANCELLED:
        return "EventCancelled"
    return "EventRescheduled" if moved else "EventScheduled"


def _first(record: Reception, hours: Hours | None) -> str | None:
    return _moment(record.day, hours.start if hours else None) if record.day else None


def _moment(day: dt.date, minute: int | None) -> str:
    if minute is None:
        return day.isoformat()
    midnight = dt.datetime(day.year, day.month, day.day, tzinfo=HANOI)
    return (midnight + dt.timedelta(minutes=minute)).isoformat()
