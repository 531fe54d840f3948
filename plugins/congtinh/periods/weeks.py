"""ISO weeks (ISO 8601), by which offices plan their work: Monday to Sunday, numbered in their own year."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

_WRITTEN = (
    re.compile(r"(?P<year>\d{4})-?[Ww](?P<number>\d{1,2})\Z"),
    re.compile(r"(?:[Tt]uần |[Ww]eek |[Ww])?(?P<number>\d{1,2})/(?P<year>\d{4})\Z"),
)
_WEEK = dt.timedelta(weeks=1)


class Week(NamedTuple):
    """The week ``number`` of the ISO year ``year``, which may begin or end in another calendar year."""

    year: int
    number: int

    @property
    def code(self) -> str:
        return f"{self.year}-W{self.number:02d}"

    @property
    def monday(self) -> dt.date:
        return dt.date.fromisocalendar(self.year, self.number, 1)

    @property
    def sunday(self) -> dt.date:
        return dt.date.fromisocalendar(self.year, self.number, 7)

    @property
    def days(self) -> tuple[dt.date, ...]:
        """Monday to Sunday."""
        return tuple([dt.date.fromisocalendar(self.year, self.number, n) for n in range(1, 8)])

    @property
    def following(self) -> Week:
        return week_of(self.monday + _WEEK)


def week_of(day: dt.date) -> Week:
    """The week that a day lies in: on a Sunday still the one that began on Monday."""
    year, number, _ = day.isocalendar()
    return Week(year, number)


def parse_week(text: str) -> Week | None:
    """``2026-W47`` (also ``47/2026``) as a week; ``None`` where the calendar has no such week."""
    for pattern in _WRITTEN:
        if match := pattern.match(text.strip()):
            week = Week(int(match["year"]), int(match["number"]))
            return week if _exists(week) else None
    return None


def _exists(week: Week) -> bool:
    try:
        return bool(week.monday)
    except ValueError:
        return False
