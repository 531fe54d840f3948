"""Terms that run on a record, by law or as the record sets them; each content type says of itself which do."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from congtinh.languages import Bilingual

POST_IT = Bilingual("Đăng ngay", "Post it at once")


class Clock(NamedTuple):
    """From one day to another, as long as the law allows; ``end`` is ``None`` while it still runs.

    ``limit_days`` counts working days, ``None`` for what the law of the day says of ``section``, or
    of the sections that the item is filed under.  ``own``: the agency of the site made what is
    told, and so the law on access to information binds it too.  ``after``: the document whose
    issue starts the clock, where the record holds no such day.  ``limit`` is the code of the
    vocabulary ``limits`` that says how long, ``due`` the last day where the record names it.
    ``each``: every item after one document has a term of its own, where otherwise the first of them
    settles it.  ``unit`` has to act where that is another than the unit of the item, and does what
    ``remedy`` says.
    """

    what: Bilingual
    start: dt.date | None
    end: dt.date | None
    section: str = ""
    limit_days: int | None = None
    own: bool = True
    after: str = ""
    limit: str = ""
    each: bool = False
    due: dt.date | None = None
    unit: str = ""
    remedy: Bilingual = POST_IT
