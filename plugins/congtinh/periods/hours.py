"""Hours of a day as offices write them: ``08:00–10:30``, ``8 giờ 30``, ``14h–16h30``."""

from __future__ import annotations

import re
from typing import NamedTuple

_CLOCK = r"(\d{1,2})\s*(?:(?::|\.|giờ|gi|g|h)\s*(\d{2})?\s*(?:phút|ph|')?)"
_RANGE = re.compile(rf"{_CLOCK}(?:\s*(?:-|–|—|đến|to)\s*{_CLOCK})?\Z", re.IGNORECASE)
_DAY = 24 * 60


class Hours(NamedTuple):
    """From a minute of the day to another, both counted from midnight; ``end`` is ``None`` where it is open."""

    start: int
    end: int | None = None

    @property
    def text(self) -> str:
        """``08:00–10:30``, in either language."""
        return clock(self.start) if self.end is None else f"{clock(self.start)}–{clock(self.end)}"


def clock(minute: int) -> str:
    """Minutes since midnight as ``08:30``."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def parse_hours(text: str) -> Hours | None:
    """One time or one range; ``None`` where it is none, or ends before it begins."""
    match = _RANGE.match(text.strip())
    if match is None:
        return None
    start, end = _minute(match[1], match[2]), _minute(match[3], match[4]) if match[3] else None
    if start is None or start >= _DAY or (match[3] and (end is None or end <= start)):
        return None
    return Hours(start, end)


def _minute(hour: str, minute: str | None) -> int | None:
    found = int(hour) * 60 + int(minute or 0)
    return found if int(minute or 0) < 60 and found <= _DAY else None
