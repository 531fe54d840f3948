"""R24: the units that an item names exist on its day; else who took over is suggested."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache

from congtinh.errors import N_, Problem, Severity
from congtinh.model import Item
from congtinh.records.base import Record
from congtinh.records.unit import Unit
from congtinh.rules.site_content import SiteContent

_OF_UNITS = ("parent", "successor", "publisher")
"""Fields that lead to units of another time, or to bodies without a page."""


def problems(content: SiteContent) -> Iterator[Problem]:
    """A warning for each field; ``valid_from`` of a unit that is newer than the item counts alike."""
    units = {item.id: item.record for item in content.each_once("unit")}
    for item in content.items:
        day = item.record.date.date() if item.record.date else None
        if item.type == "unit" or day is None or (item.lang == "en" and item.record.translation_of):
            continue
        for name in _unit_fields(type(item.record)):
            value = getattr(item.record, name)
            for reference in value if isinstance(value, tuple) else (value,):
                unit = units.get(content.references.get(("unit", reference or ""), ""))
                if isinstance(unit, Unit) and not unit.exists(day):
                    yield _problem(content, item, name, str(reference), unit, day)


@cache
def _unit_fields(record_type: type[Record]) -> tuple[str, ...]:
    facts = record_type.facts().values()
    return tuple(fact.name for fact in facts if fact.refers == "unit" and fact.name not in _OF_UNITS)


def _problem(
    content: SiteContent, item: Item, field: str, reference: str, unit: Unit, day: dt.date
) -> Problem:
    successors = _successors(content, unit, day)
    return Problem(
        item.path,
        N_("did not exist on {day}"),
        N_("Write the unit that took over: {units}") if successors else N_("Write the unit of that day"),
        field,
        reference,
        severity=Severity.WARNING,
        rule="R24",
        params={"day": f"{day:%d/%m/%Y}", "units": ", ".join(successors)},
    )


def _successors(content: SiteContent, unit: Unit, day: dt.date) -> list[str]:
    """Those of the units that took over which exist on the day, one after the other."""
    named, found = [*(unit.successor or ())], []
    seen: set[str] = set()
    units = {item.id: item.record for item in content.each_once("unit")}
    while named:
        reference = named.pop(0)
        record = units.get(content.references.get(("unit", reference), ""))
        if reference in seen or not isinstance(record, Unit):
            continue
        seen.add(reference)
        if record.exists(day):
            found.append(reference)
        else:
            named += record.successor or ()
    return found
