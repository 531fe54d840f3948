"""Page views to visits and views of each month.

A visit is what one address with one user agent does until it has been still for thirty minutes; it
counts in the month and the language of its first page.  A view is one page shown once.  Of an address
no more is kept than a number of this run, and that no longer than the visit lasts.
"""

from __future__ import annotations

import calendar
import datetime as dt
import heapq
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from congtinh.visits.page_views import PageView

STILL = 30 * 60
"""Seconds without a page after which the next page begins another visit."""

_MOST_KEPT = 50_000


@dataclass
class Month:
    """What was counted in one month: visits by language, views by section and language."""

    period: str
    visits: Counter[str] = field(default_factory=Counter)
    views: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def first(self) -> dt.date:
        return dt.date.fromisoformat(f"{self.period}-01")

    @property
    def last(self) -> dt.date:
        return self.first.replace(day=calendar.monthrange(self.first.year, self.first.month)[1])

    def is_whole(self, days: Iterable[str]) -> bool:
        """Whether logs with lines on these days hold the month from its first day to its last."""
        known = sorted(days)
        return bool(known) and known[0] <= self.first.isoformat() and known[-1] >= self.last.isoformat()

    def counted_until(self, days: Iterable[str]) -> dt.date:
        """The last day of the month that the logs have a line of."""
        inside = [day for day in days if day.startswith(self.period)]
        return dt.date.fromisoformat(max(inside, default=self.last.isoformat()))

    def missing(self, days: Iterable[str]) -> list[dt.date]:
        """Days of the month without a line, between the first and last that have one."""
        inside = {dt.date.fromisoformat(day) for day in days if day.startswith(self.period)}
        span = (max(inside) - min(inside)).days if inside else 0
        every = {min(inside) + dt.timedelta(n) for n in range(span + 1)} if inside else set()
        return sorted(every - inside)


def months_of(logs: Iterable[Iterator[PageView]]) -> dict[str, Month]:
    """The months of several logs, which may overlap in time but hold no request twice."""
    found: dict[str, Month] = {}
    last_seen: dict[bytes, int] = {}
    room = _MOST_KEPT
    for view in heapq.merge(*logs, key=_seconds):
        period = view.day[:7]
        month = found.get(period)
        if month is None:
            month = found[period] = Month(period)
        month.views[view.section, view.language] += 1
        before = last_seen.get(view.visitor)
        if before is None or view.seconds - before >= STILL:
            month.visits[view.language] += 1
        last_seen[view.visitor] = view.seconds if before is None else max(before, view.seconds)
        if len(last_seen) > room:
            last_seen = {who: at for who, at in last_seen.items() if view.seconds - at < STILL}
            room = max(_MOST_KEPT, 2 * len(last_seen))
    return dict(sorted(found.items()))


def _seconds(view: PageView) -> int:
    return view.seconds
