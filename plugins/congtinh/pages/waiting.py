"""How long those who wrote to the department waited, unit by unit and year by year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from congtinh.model import Item
from congtinh.pages.site import Site
from congtinh.pages.tables import Cell, Table
from congtinh.periods import WorkingDays
from congtinh.records.question import OUT_OF_REMIT, WITHDRAWN, Question
from congtinh.vocabulary.limits import limit

IN_TIME, LATE, OPEN, OPEN_LATE, OUTSIDE = "in-time", "late", "open", "open-late", "outside"
"""How a question stands before its term: settled in it or after it, waiting in it or beyond it, or none of these."""


class Wait(NamedTuple):
    """Working days from the receipt of a question to its answer or notice, or up to now; ``due`` is the last in time."""

    standing: str
    days: int | None
    due: dt.date | None


def wait_of(site: Site, item: Item) -> Wait:
    """How a question stands on the day of the build (Điều 15 of Nghị định 43/2011/NĐ-CP)."""
    record = item.record
    assert isinstance(record, Question)
    if record.received is None or record.state in (OUT_OF_REMIT, WITHDRAWN):
        return Wait(OUTSIDE, None, None)
    working = WorkingDays(site.model.vocabularies["holidays"])
    term, waited = (
        limit(site.model.vocabularies, "question-answer"),
        site.model.on_day(item, "days_open"),
    )
    until = record.settled if waited is None else record.received + dt.timedelta(days=waited)
    days = working.between(record.received, until or record.received)
    due = working.add(record.received, term)
    if waited is None:
        return Wait(IN_TIME if days <= term else LATE, days, due)
    return Wait(OPEN if days <= term else OPEN_LATE, days, due)


def yearly_tables(site: Site, items: Iterable[Item]) -> tuple[Table, ...]:
    """For each year, newest first: what each unit received, and how it stands; the rows add up."""
    years: dict[int, dict[str, list[str]]] = {}
    for item in items:
        record = item.record
        assert isinstance(record, Question)
        if record.year:
            standing = wait_of(site, item).standing
            years.setdefault(record.year, {}).setdefault(record.routed_to or "", []).append(
                standing
            )
    return tuple(_table(site, year, years[year]) for year in sorted(years, reverse=True))


def _table(site: Site, year: int, units: dict[str, list[str]]) -> Table:
    head = (
        site.say("Unit"), site.say("Questions"), site.say("Answered in time"), site.say("Answered late"),
        site.say("Waiting"), site.say("Waiting too long"), site.say("Out of remit or withdrawn"),
    )  # fmt: skip
    rows = sorted((_row(_unit(site, unit), told) for unit, told in units.items()), key=_most_first)
    every = [standing for told in units.values() for standing in told]
    return Table(
        f"year-{year}",
        site.say("Questions of {year}").format(year=year),
        head,
        tuple(rows),
        foot=(_row(Cell(site.say("Total")), every),),
        note=site.say(
            "An answer or a notice of the day of the answer counts; the term is {n} working days."
        ).format(n=limit(site.model.vocabularies, "question-answer")),
        stacked=True,
    )


def _row(of: Cell, told: Sequence[str]) -> tuple[Cell, ...]:
    standings = (IN_TIME, LATE, OPEN, OPEN_LATE, OUTSIDE)
    return (of, Cell(number=len(told)), *(Cell(number=told.count(one)) for one in standings))


def _most_first(row: tuple[Cell, ...]) -> tuple[int, str]:
    return (-(row[1].number or 0), row[0].text)


def _unit(site: Site, unit: str) -> Cell:
    link = site.link(site.model.find("unit", unit, site.language))
    if link is None:
        return Cell(unit or site.say("Not routed yet"))
    return Cell(
        link.text, address=link.address, lang=link.lang if link.lang != site.language else ""
    )
