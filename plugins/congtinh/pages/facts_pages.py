"""Pages of items that are known by their facts: each that ought to be there stands there, or is said to be missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, ClassVar, NamedTuple

from congtinh.model import Item
from congtinh.pages.attributes import attribute
from congtinh.pages.cards import life_state
from congtinh.pages.contexts import ItemPage
from congtinh.pages.drawings import Drawing
from congtinh.pages.item_fields import item_fields
from congtinh.pages.parts import Attribute, Link, Validity
from congtinh.pages.site import N_, Site, written_in
from congtinh.pages.spans import span
from congtinh.pages.tables import Step, Table
from congtinh.records.base import Record
from congtinh.records.fields import FieldFacts
from congtinh.records.missing import ABSENT
from congtinh.records.parts import Part

_TIME = N_("Duration")
_NOT_ROWS = ("title", "summary", "date", "to_date", "surveyed_from")
_FIRST = {"from_date": "to_date"}
_DECISION = "decision"


class Words(NamedTuple):
    """A headed part of a page: words, or the remark that they are missing."""

    id: str
    title: str
    text: str
    lang: str = ""


class FactsPage(ItemPage):
    """``steps`` are the life of the item up to ``state``; ``words`` are texts that have a head of their own."""

    template: ClassVar[str] = "facts.html"

    state: Validity | None
    label: str
    steps: tuple[Step, ...] = ()
    words: tuple[Words, ...] = ()
    drawings: tuple[Drawing, ...] = ()
    tables: tuple[Table, ...] = ()


def facts_page(site: Site, item: Item, **more: Any) -> FactsPage:
    """The page of an item with all its facts; ``more`` are fields of ``FactsPage``."""
    record_type = type(item.record)
    name = record_type.label_field
    label = site.label(record_type.facts()[name].vocabulary, getattr(item.record, name)) if name else ""
    left_out = {one.id for one in more.get("words", ())}
    fields = item_fields(site, item) | {
        "attributes": tuple(row for row in facts(site, item) if row.key not in left_out),
        "state": life_state(site, item) if record_type.states else None,
        "label": label,
    }
    return FactsPage(**fields | more)


def facts(site: Site, item: Item) -> Iterator[Attribute]:
    """A row for each fact of the type; one that the law wants and the record has not says so."""
    record = item.record
    for name, fact in own_facts(type(record)):
        row = _row(site, record, fact)
        if row is not None:
            yield row
        elif fact.mandatory and getattr(record, name) in ABSENT:
            yield Attribute(_label(site, fact), missing=True, key=name)


def own_facts(record_type: type[Record]) -> tuple[tuple[str, FieldFacts], ...]:
    """The fields that the module of a type itself writes down, in their order."""
    own, facts = record_type.__annotations__, record_type.facts()
    return tuple((name, facts[name]) for name in own if name in facts and name not in _NOT_ROWS)


def _row(site: Site, record: Record, fact: FieldFacts) -> Attribute | None:
    value, name = getattr(record, fact.name), fact.name
    if name in _FIRST or name == "surveyed":
        return _time(site, record, fact)
    if value in ABSENT or fact.file:
        return None
    if isinstance(value, tuple) and isinstance(value[0], Part):
        return None
    if name == _DECISION:
        return Attribute(_label(site, fact), (decision(site, record),), key=name)
    if isinstance(value, int) and not isinstance(value, bool) and not fact.money:
        return Attribute(_label(site, fact), (Link(str(value)),), key=name)
    if value == 0:
        return Attribute(_label(site, fact), (Link("0"),), key=name)
    return attribute(site, record, fact)


def _time(site: Site, record: Record, fact: FieldFacts) -> Attribute | None:
    """Two days as one row: the time that something takes."""
    if fact.name == "surveyed":
        days, label = (getattr(record, "surveyed_from", None), getattr(record, "surveyed", None)), _label(site, fact)
        days = days if days[0] else (days[1], days[1])
    else:
        days, label = (getattr(record, fact.name), getattr(record, _FIRST[fact.name])), site.say(_TIME)
    if not all(days):
        return Attribute(label, missing=True, key=fact.name)
    if days[0] == days[1]:
        return Attribute(label, day=days[0], key=fact.name)
    return Attribute(label, (Link(span(*days, site.language)),), key=fact.name)


def decision(site: Site, record: Record) -> Link:
    """The decision that a record rests on: a document of the site, or one elsewhere by its number."""
    written = str(getattr(record, _DECISION) or "")
    found = site.model.find("legal_document", written, site.language)
    return site.link(found) or Link(written, lang=written_in(written))


def _label(site: Site, fact: FieldFacts) -> str:
    return fact.en if site.language == "en" else fact.vi


def field_steps(site: Site, record: Record, names: tuple[str, ...], reached: int, now: bool = True) -> tuple[Step, ...]:
    """A step for each day by its field; the first ``reached`` of them are done, the last of these is now."""
    facts = type(record).facts()
    steps = []
    for place, name in enumerate(names):
        day: dt.date | None = getattr(record, name)
        at = now and place == reached - 1
        steps.append(Step(_label(site, facts[name]), day, done=place < reached and day is not None, now=at))
    return tuple(steps)
