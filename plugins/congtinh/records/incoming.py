"""What questions and petitions share: they came on a day, and are filed, ordered and shown by it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from congtinh.records.base import Record

_LONGEST = 300
"""Characters of a description (E.0)."""


class Incoming(Record):
    """An item that a citizen, a business or voters brought; its type declares ``received`` and ``state``."""

    if TYPE_CHECKING:
        received: dt.date | None
        state: str | None

    @property
    def asked(self) -> str | None:
        """The words that were brought."""
        return None

    @property
    def description(self) -> str:
        """The summary, else what was asked, as far as a description goes."""
        told = self.summary or self.asked or self.heading
        return told if len(told) <= _LONGEST else f"{told[: _LONGEST - 1].rsplit(None, 1)[0]}…"

    @property
    def year(self) -> int | None:
        """Filed under the year in which it came."""
        return self.received.year if self.received else super().year

    @property
    def order(self) -> tuple[Any, ...]:
        return (self.received or dt.date.min, self.id or "")

    @property
    def shown_day(self) -> dt.date | None:
        return self.received or super().shown_day

    def timeline(self) -> tuple[tuple[dt.date | None, str], ...]:
        return ((None, self.state),) if self.state else ()
