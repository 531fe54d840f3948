"""What an item is on a day: the days that cards show of it, and the states that it passes through."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from congtinh.records.packing import Packed


class Dated(Packed):
    """What every record tells of days; a content type overrides what it knows better."""

    states: ClassVar[str] = ""
    """The vocabulary of the states that its items pass through; empty for a type without."""

    @property
    def shown_day(self) -> dt.date | None:
        """The day that cards show."""
        date: dt.datetime | None = getattr(self, "date", None)
        return date.date() if date else None

    @property
    def shown_until(self) -> dt.date | None:
        """The last day that cards show, where the item holds for a time."""
        return None

    def timeline(self) -> tuple[tuple[dt.date | None, str], ...]:
        """The states of the item with the day that each begins, in order; ``None``: from the beginning."""
        return ()

    def state_on(self, day: dt.date) -> str:
        """The code of the state (vocabulary ``states``) on a day; empty where there is none."""
        begun = [code for since, code in self.timeline() if since is None or since <= day]
        return begun[-1] if begun else ""

    def coming_states(self, day: dt.date) -> tuple[tuple[dt.date, str], ...]:
        """The states that begin after a day."""
        return tuple([(since, code) for since, code in self.timeline() if since and since > day])

    def days_left(self, day: dt.date) -> int | None:
        """Days to the last one that cards show, 0 on it; ``None`` before the first, after the last, without a last."""
        last = self.shown_until
        has_come = self.shown_day is None or self.shown_day <= day
        return (last - day).days if last and has_come and day <= last else None

    def days_to(self, day: dt.date) -> int | None:
        """Days to the one that cards show, 0 on it; ``None`` when it is over."""
        first = self.shown_day
        return (first - day).days if first and first >= day else None
