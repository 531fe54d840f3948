"""The parts that the pages of procedures are made of."""

from __future__ import annotations

from typing import NamedTuple

from congtinh.pages.charts import ColumnChart
from congtinh.pages.parts import Download, Link
from congtinh.pages.tables import Table


class ToldLine(NamedTuple):
    """A paragraph, or a point of a list in it: ``depth`` is 0, or 1 and 2 for points."""

    text: str
    depth: int = 0


class ToldPart(NamedTuple):
    """One part of a procedure in the words of its decree.

    ``numbered``: its lines are steps one after the other.  ``lang`` is the language of the lines.
    ``note`` stands for what is not there.
    """

    id: str
    title: str
    lines: tuple[ToldLine, ...] = ()
    lang: str = ""
    numbered: bool = False
    table: Table | None = None
    links: tuple[Link, ...] = ()
    downloads: tuple[Download, ...] = ()
    note: str = ""


class CaseFacts(NamedTuple):
    """Cases by period; a chart where there are several periods of one year."""

    table: Table
    chart: ColumnChart | None
    title: str


class Feedback(NamedTuple):
    """Where a procedure is complained of: the office, else the agency."""

    office: Link
    email: str
    phone: str
