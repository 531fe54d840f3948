"""Terms of law that run on a record; each content type says of itself which do."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from congtinh.languages import Bilingual


class Clock(NamedTuple):
    """From one day to another, as long as the law allows; ``end`` is ``None`` while it still runs.

    ``limit_days`` counts working days, ``None`` for what the law of the day says of ``section``, or
    of the sections that the item is filed under.  ``own``: the agency of the site made what is
    told, and so the law on access to information binds it too.  ``after``: the document whose
    issue starts the clock, where the record holds no such day.
    """

    what: Bilingual
    start: dt.date | None
    end: dt.date | None
    section: str = ""
    limit_days: int | None = None
    own: bool = True
    after: str = ""
