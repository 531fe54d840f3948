"""Tables of a page: numbers and words in rows and columns, and life cycles in steps."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from congtinh.pages.parts import Validity


class Cell(NamedTuple):
    """One cell: words, or a number, or a day, or a state; ``address`` leads on within the site, ``url`` elsewhere.

    ``lang`` is the language of the words where it is another than that of the page; ``label`` says
    what a cell without anything means, such as “not given”.  ``figure`` is a number as it is printed,
    where it is no whole one; ``note`` are words below, in small letters.
    """

    text: str = ""
    number: int | None = None
    day: dt.date | None = None
    state: Validity | None = None
    address: str = ""
    url: str = ""
    lang: str = ""
    label: str = ""
    figure: str = ""
    note: str = ""


BLANK = Cell(" ")
"""A cell of a row of totals that has nothing to add up; on a phone it takes no room."""


class Table(NamedTuple):
    """``head`` are the words of the columns; the first cell of each row is what the row is about.

    ``foot`` are rows of totals.  ``id`` is one of a kind on its page.  ``note`` stands below, and
    ``source``, where all its numbers are from.  ``stacked``: on a phone each row is a block of its
    own, with the words of the columns beside its cells, instead of a table that is scrolled.
    ``lang``: the language of head and rows where it is another than that of the page.
    """

    id: str
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    foot: tuple[tuple[Cell, ...], ...] = ()
    note: str = ""
    stacked: bool = False
    lang: str = ""
    source: str = ""


class Step(NamedTuple):
    """One step of a life cycle; ``now``: the item stands there on the day of the build.

    ``done``: it has been reached; ``due``: it should have been.
    """

    label: str
    day: dt.date | None = None
    done: bool = False
    now: bool = False
    due: bool = False
    note: str = ""
