"""All corrections of the site, newest first: their page and their feed (ideas.md, D40)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from itertools import groupby
from typing import ClassVar, NamedTuple

from congtinh import addresses
from congtinh.messages import day
from congtinh.model import Item, digest_of
from congtinh.opendata.changes import Change, ChangeFeed
from congtinh.opendata.feeds import NEWEST
from congtinh.pages.contexts import Page
from congtinh.pages.figure_words import month_of_year
from congtinh.pages.frame import feed_address
from congtinh.pages.head import site_head
from congtinh.pages.parts import Link
from congtinh.pages.planned import Planned
from congtinh.pages.site import Site
from congtinh.records.corrections import last_corrected, numbered
from congtinh.records.registry import RECORD_TYPES


class CorrectionRow(NamedTuple):
    """One correction: of what, and in which words; ``lang`` is the language of the title."""

    day: dt.date
    item: Link
    kind: str
    words: str
    posted: dt.date | None


class CorrectionMonth(NamedTuple):
    """The corrections of one month, newest first."""

    label: str
    rows: tuple[CorrectionRow, ...]


class CorrectionsPage(Page):
    """What the site has corrected; ``total`` counts all corrections of the language."""

    template: ClassVar[str] = "corrections.html"

    months: tuple[CorrectionMonth, ...]
    total: int
    feed: str


class _Corrected(NamedTuple):
    """One correction of an item, with what tells it from all others of that item."""

    day: dt.date
    number: int
    item: Item
    words: str


def corrected(site: Site) -> tuple[_Corrected, ...]:
    """Every correction of one language, newest first."""
    found = [
        _Corrected(one.date, number, item, one.text)
        for name in RECORD_TYPES
        for item in site.model.of_type(name, site.language)
        if item.record.corrections
        for one, number in numbered(item.record.corrections)
    ]
    found.sort(key=lambda one: (one.day, one.item.id, one.number), reverse=True)
    return tuple(found)


def corrections_link(site: Site) -> Link:
    """The feed of corrections."""
    return Link(site.fixed_title("corrections"), feed_address("corrections", site.language))


def planned_corrections(site: Site) -> Iterator[Planned]:
    """The page of all corrections; it says so where there are none."""
    found = corrected(site)
    decided = digest_of(*(site.model.print_of(one.item) for one in found))
    make = partial(corrections_page, site, found)
    yield Planned(addresses.fixed("corrections", site.language), site.language, "", decided, make)


def corrections_page(site: Site, found: tuple[_Corrected, ...]) -> CorrectionsPage:
    """The corrections by month, each with the item that it is of."""
    by_month = groupby(found, key=lambda one: (one.day.year, one.day.month))
    return CorrectionsPage(
        **site_head(site, "corrections") | {"feeds": (corrections_link(site),)},
        months=tuple(
            CorrectionMonth(month_of_year(*month).of(site.language), tuple(_row(site, one) for one in rows))
            for month, rows in by_month
        ),
        total=len(found),
        feed=corrections_link(site).address,
    )


def _row(site: Site, one: _Corrected) -> CorrectionRow:
    record = one.item.record
    link = site.link(one.item) or Link(record.heading)
    kind = type(record).type_label.of(site.language)
    return CorrectionRow(one.day, link, kind, one.words, record.date.date() if record.date else None)


def corrections_feed(site: Site) -> ChangeFeed:
    """The newest corrections as a feed; an entry leads to the item that was corrected."""
    link, page = corrections_link(site), addresses.fixed("corrections", site.language)
    changes = tuple(_change(site, one, page) for one in corrected(site)[:NEWEST])
    return ChangeFeed(
        link.address, f"{link.text} – {site.agency_name}", changes, page, site.language, site.agency_name
    )


def _change(site: Site, one: _Corrected, page: str) -> Change:
    title = site.say("Correction of {day}: {title}").format(
        day=day(one.day, site.language), title=one.item.record.heading
    )
    address = one.item.address if one.item.record.own_page else page
    mark = f"corrections-{one.item.id.replace('/', '-')}-{one.day.isoformat()}-{one.number}"
    return Change(title, one.words, address, mark, one.day)


def is_corrected(site: Site) -> bool:
    """Whether the site has any correction in this language."""
    return any(
        last_corrected(item.record.corrections)
        for name in RECORD_TYPES
        for item in site.model.of_type(name, site.language)
    )
