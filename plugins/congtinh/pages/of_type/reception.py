"""The pages of citizen receptions: where and when (NĐ 154/2026/NĐ-CP, Điều 11 khoản 2), what is to come, what came of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

from congtinh.messages import day as written_day
from congtinh.model import Item
from congtinh.opendata.calendars import Words, own_words, receptions_calendar
from congtinh.pages.cards import life_state
from congtinh.pages.contexts import ItemPage, ListPage
from congtinh.pages.item_fields import item_fields
from congtinh.pages.list_parts import ListPart, list_fields
from congtinh.pages.parts import Attribute, Link, Validity
from congtinh.pages.site import N_, Site
from congtinh.pages.tables import Cell, Table
from congtinh.pages.week_table import person, weekday
from congtinh.records.contact import Contact
from congtinh.records.reception import ANNOUNCED, CANCELLED, HELD, POSTPONED, Reception

_HEAD = "head"
_CALENDAR = N_("Calendar of citizen receptions (.ics)")

Session = tuple[Item, Reception]


class StandingHours(NamedTuple):
    """Where and when citizens are received in every week; the ``…_lang`` are the languages of the words."""

    place: str
    place_lang: str
    weekdays: str
    weekdays_lang: str
    hours: tuple[str, ...]
    host: Link


class HeadOfAgency(NamedTuple):
    """The head, and the day and hours of the head's own receptions as the directory tells them."""

    name: Link
    hours: str
    hours_lang: str


class ReceptionPage(ItemPage):
    template: ClassVar[str] = "reception.html"

    kind: str
    day: dt.date | None
    weekday: str
    hours: str
    state: Validity | None
    calendars: tuple[Link, ...]


class ReceptionListPage(ListPage):
    """Coming sessions, then those of the newest year with their results, and that year by months."""

    template: ClassVar[str] = "reception_list.html"

    standing: tuple[StandingHours, ...]
    head: HeadOfAgency | None
    of_head: Table | None
    coming: Table | None
    past: Table | None
    months: Table | None
    calendars: tuple[Link, ...]


def item_page(site: Site, item: Item) -> ReceptionPage:
    record = item.record
    assert isinstance(record, Reception)
    fields = item_fields(site, item) | {"attributes": tuple(_attributes(site, item, record))}
    day = record.takes_place
    return ReceptionPage(
        **fields,
        kind=site.label("reception_kinds", record.kind),
        day=None if record.is_standing else day,
        weekday=weekday(site, day) if day and not record.is_standing else _words(record, "weekdays", site).text,
        hours=", ".join(_hours(record)),
        state=life_state(site, item),
        calendars=_calendars(site),
    )


def _calendars(site: Site) -> tuple[Link, ...]:
    return (Link(site.say(_CALENDAR), receptions_calendar(site.language)),)


def _hours(record: Reception) -> tuple[str, ...]:
    return tuple([hours for hours in (record.hours, record.hours_afternoon) if hours])


def _words(record: Reception, name: str, site: Site) -> Words:
    """One of the texts that stand in both languages in the Vietnamese file."""
    return own_words(getattr(record, name), getattr(record, f"{name}_en"), site.language)


def _attributes(site: Site, item: Item, record: Reception) -> Iterable[Attribute]:
    """The facts in the order in which they are asked for; of two languages that of the page."""
    facts = type(record).facts()

    def label(name: str) -> str:
        return facts[name].en if site.language == "en" else facts[name].vi

    if record.host:
        yield Attribute(label("host"), (person(site, record.host),), key="host")
    for name in ("place", "attendees", "expected_content", "reason", "result"):
        said = _words(record, name, site)
        if said.text:
            yield Attribute(label(name), (Link(said.text, lang=said.language),), key=name)
    if record.announced_on and not record.is_standing:
        yield Attribute(label("announced"), day=record.announced_on, key="announced")
    if record.state == POSTPONED and record.day:
        yield Attribute(site.say("Postponed from"), day=record.day, key="day")
    for name, value in (("persons", record.persons), ("cases", record.cases)):
        if value is not None:
            yield Attribute(label(name), (Link(str(value)),), key=name)


def list_page(site: Site, part: ListPart) -> ReceptionListPage:
    sessions = _sessions(site)
    head = _head(site)
    to_come = [one for one in sessions if site.model.on_day(one[0], "state_on") in (ANNOUNCED, POSTPONED)]
    gone = [one for one in sessions if one not in to_come]
    year = max((r.year for _, r in gone or sessions if r.year), default=None)
    of_year = [one for one in reversed(gone) if one[1].year == year]
    of_head = [one for one in sessions if head and _means(site, one[1], head) and one[1].year == year]
    every = (item.record for item in site.model.either("reception", site.language))
    standing = [record for record in every if isinstance(record, Reception) and record.is_standing]
    return ReceptionListPage(
        **list_fields(site, part),
        standing=tuple(_standing(site, record) for record in standing),
        head=_told_head(site, head) if head else None,
        of_head=_head_table(site, of_head, year),
        coming=_coming(site, to_come),
        past=_past(site, of_year, year),
        months=_months(site, [one for one in sessions if one[1].year == year], year),
        calendars=_calendars(site) if sessions else (),
    )


def _sessions(site: Site) -> list[Session]:
    """Each session once, oldest first."""
    found = ((item, item.record) for item in site.model.either("reception", site.language))
    return [(i, r) for i, r in found if isinstance(r, Reception) and not r.is_standing]


def _head(site: Site) -> Item | None:
    people = site.model.either("contact", site.language)
    return next((p for p in people if isinstance(p.record, Contact) and p.record.rank == _HEAD), None)


def _told_head(site: Site, head: Item) -> HeadOfAgency:
    hours = getattr(head.record, "hours", None) or ""
    return HeadOfAgency(Link(head.record.heading, head.address, lang="vi"), hours, head.lang)


def _means(site: Site, record: Reception, head: Item) -> bool:
    host = site.model.find("contact", record.host, site.language)
    return host is not None and host.id == head.id


def _standing(site: Site, record: Reception) -> StandingHours:
    place, days = _words(record, "place", site), _words(record, "weekdays", site)
    host = person(site, record.host or "")
    return StandingHours(place.text, place.language, days.text, days.language, _hours(record), host)


def _day(site: Site, item: Item, record: Reception) -> Cell:
    day = record.takes_place
    return Cell(f"{weekday(site, day)}, {written_day(day, site.language)}" if day else "", address=item.address)


def _host(site: Site, record: Reception) -> Cell:
    return Cell(person(site, record.host).text if record.host else "", lang="vi")


def _said(site: Site, record: Reception, name: str) -> Cell:
    words = _words(record, name, site)
    return Cell(words.text, lang=words.language, label=site.say("not given"))


def _state(site: Site, item: Item) -> Cell:
    return Cell(state=life_state(site, item))


def _table(site: Site, key: str, caption: str, heads: tuple[str, ...], rows: Sequence[tuple[Cell, ...]]) -> Table | None:
    if not rows:
        return None
    return Table(key, caption, tuple(map(site.say, heads)), tuple(rows), stacked=True)


def _head_table(site: Site, found: list[Session], year: int | None) -> Table | None:
    if not found:
        return None
    heads = (N_("Day"), N_("Time"), N_("State"))
    rows = [(_day(site, item, r), Cell(", ".join(_hours(r))), _state(site, item)) for item, r in found]
    caption = site.say("Receptions by the head of the agency, {year}").format(year=year)
    return Table("of_head", caption, tuple(map(site.say, heads)), tuple(rows))


def _coming(site: Site, found: list[Session]) -> Table | None:
    heads = (N_("Day"), N_("Time"), N_("Host"), N_("Place"), N_("Attendees"), N_("Expected content"), N_("State"))
    rows = [
        (_day(site, item, r), Cell(", ".join(_hours(r))), _host(site, r), _said(site, r, "place"),
         _said(site, r, "attendees"), _said(site, r, "expected_content"), _state(site, item))
        for item, r in found
    ]  # fmt: skip
    return _table(site, "coming", site.say("Sessions to come"), heads, rows)


def _past(site: Site, found: list[Session], year: int | None) -> Table | None:
    heads = (N_("Day"), N_("Kind"), N_("Host"), N_("State"), N_("Persons"), N_("Cases"), N_("Result"))
    rows = [
        (_day(site, item, r), Cell(site.label("reception_kinds", r.kind)), _host(site, r), _state(site, item),
         Cell(number=r.persons), Cell(number=r.cases), _result(site, item, r))
        for item, r in found
    ]  # fmt: skip
    caption = site.say("Sessions of {year} and their results").format(year=year)
    return _table(site, "past", caption, heads, rows)


def _result(site: Site, item: Item, record: Reception) -> Cell:
    if record.state == CANCELLED:
        return _said(site, record, "reason")
    words = _words(record, "result", site)
    if not words.text and record.result_notice:
        return Cell(site.say("Notice of the result"), address=item.address)
    return Cell(words.text, lang=words.language, label=site.say("not published"))


def _months(site: Site, found: list[Session], year: int | None) -> Table | None:
    """Months by what was announced and what came of it; a month in which nothing was to be keeps its row."""
    if not found:
        return None
    heads = (N_("Month"), N_("Announced"), N_("Held"), N_("Postponed"), N_("Cancelled"), N_("Persons"), N_("Cases"))
    by_month: dict[int, list[Reception]] = {}
    for _, record in found:
        if record.takes_place:
            by_month.setdefault(record.takes_place.month, []).append(record)
    rows = [(Cell(f"{month:02d}/{year}"), *_counted(by_month.get(month, []))) for month in range(1, max(by_month) + 1)]
    foot = (Cell(site.say("Total")), *_counted([record for _, record in found]))
    caption = site.say("Receptions of {year} by month").format(year=year)
    return Table("months", caption, tuple(map(site.say, heads)), tuple(rows), (foot,))


def _counted(records: list[Reception]) -> tuple[Cell, ...]:
    """Every session was announced; what became of it, and persons and cases of those that were held."""
    states = [record.state or ANNOUNCED for record in records]
    held = [record for record in records if record.state == HELD]
    numbers = (len(records), *(states.count(code) for code in (HELD, POSTPONED, CANCELLED)))
    sums = (sum(r.persons or 0 for r in held), sum(r.cases or 0 for r in held))
    return tuple(Cell(number=value) for value in (*numbers, *sums))
