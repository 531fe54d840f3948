"""What the home page chooses of the day: what is open for comment, this week, what comes next, pictures and films."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from congtinh import addresses
from congtinh.model import Item, digest_of
from congtinh.pages.parts import Card, Link
from congtinh.pages.presence import has_content
from congtinh.pages.site import N_, Site
from congtinh.records.registry import RECORD_TYPES

IN_PART, MEDIA, FIELDS, NOTICES = 3, 2, 8, 4
"""The most cards of a part, pictures and films together, fields of procedures, notices."""
OPEN = "dang-lay-y-kien"
"""The state of a draft that is open for comment (vocabulary of the states of consultations)."""

Chosen = tuple[tuple[Item, int | None], ...]
"""Items, each with the days that it still has, where that is to be told."""


class HomeCard(NamedTuple):
    """A card, with the days that are left until it is over."""

    card: Card
    days: int | None = None


class HomePart(NamedTuple):
    """A titled group of cards; ``more`` leads to all of them."""

    id: str
    title: str
    more: Link | None
    cards: tuple[HomeCard, ...]


class FieldCount(NamedTuple):
    """The procedures of one field."""

    link: Link
    total: int


class Choice(NamedTuple):
    """What one part of the home page is made of, and where there is more."""

    id: str
    title: str
    more: str
    items: Chosen


def choices(site: Site) -> tuple[Choice, ...]:
    """The parts that there is something for on the day of the build, in the order of the page."""
    every = (
        Choice("open", N_("Open for your comment"), "consultation", tuple(_open(site))),
        Choice("notices", N_("Notices in force"), "notice", tuple(_notices(site))),
        Choice("week", N_("This week"), "schedule", tuple(_week(site))),
        Choice("reception", N_("Next reception of citizens"), "reception", tuple(_next(site, "reception"))),
        Choice("campaigns", N_("Campaigns"), "campaign", tuple(_campaigns(site))),
    )
    return tuple([one for one in every if one.items])


def choices_print(site: Site, found: tuple[Choice, ...]) -> bytes:
    """What changes whenever another item is chosen, is shown otherwise, or has fewer days left."""
    told = repr([(one.id, [(item.path, days) for item, days in one.items]) for one in found])
    shown = (site.model.print_of(item) for one in found for item, _ in one.items)
    return digest_of(told.encode(), *shown)


def _left(site: Site, item: Item) -> int | None:
    days: int | None = site.model.on_day(item, "days_left")
    return days


def _open(site: Site) -> Iterator[tuple[Item, int | None]]:
    """Drafts open for comment, that which closes first before the others; then the newest poll that runs."""
    drafts = [i for i in site.model.of_type("consultation", site.language) if site.model.on_day(i, "state_on") == OPEN]
    drafts.sort(key=lambda item: _soon(_left(site, item)))
    for item in drafts[:IN_PART]:
        yield item, _left(site, item)
    polls = [i for i in site.model.of_type("poll", site.language) if _left(site, i) is not None]
    for item in polls[-1:]:
        yield item, _left(site, item)


def _soon(days: int | None) -> float:
    return float("inf") if days is None else days


def _notices(site: Site) -> Iterator[tuple[Item, int | None]]:
    items = [i for i in site.model.of_type("notice", site.language) if site.model.on_day(i, "in_force")]
    for item in items[::-1][:NOTICES]:
        yield item, None


def _campaigns(site: Site) -> Iterator[tuple[Item, int | None]]:
    items = [i for i in site.model.of_type("campaign", site.language) if site.model.on_day(i, "running")]
    for item in items[:IN_PART]:
        yield item, None


def _week(site: Site) -> Iterator[tuple[Item, int | None]]:
    """The schedules whose days hold the day of the build."""
    items = [i for i in site.model.of_type("schedule", site.language) if _left(site, i) is not None]
    for item in items[::-1][:IN_PART]:
        yield item, None


def _next(site: Site, name: str) -> Iterator[tuple[Item, int | None]]:
    """The one item of a type whose day comes first."""
    coming = [(days, item.id, item) for item in site.model.of_type(name, site.language)
              if (days := site.model.on_day(item, "days_to")) is not None]  # fmt: skip
    for _, _, item in sorted(coming, key=lambda one: one[:2])[:1]:
        yield item, None


def media(site: Site) -> list[Item]:
    """The newest gallery and the newest film."""
    newest = (site.model.of_type(name, site.language)[-1:] for name in ("gallery", "video"))
    return [item for items in newest for item in items][:MEDIA]


def procedure_fields(site: Site) -> tuple[FieldCount, ...]:
    """The fields of the procedures, the fullest first, where their type has lists by field."""
    record_type = RECORD_TYPES.get("procedure")
    facet = next((f for f in record_type.facets if f.field == "field"), None) if record_type else None
    if record_type is None or facet is None:
        return ()
    items = site.model.of_type("procedure", site.language)
    totals = Counter(value for item in items for value in facet.values(item.record))
    return tuple(
        FieldCount(
            Link(
                site.label(facet.vocabulary or "fields", str(value)),
                addresses.of_facet(record_type, facet, value, site.language),
            ),
            total,
        )
        for value, total in sorted(totals.items(), key=lambda one: (-one[1], str(one[0])))[:FIELDS]
    )


def list_link(site: Site, name: str) -> Link | None:
    """A link to all items of a type, where there is a list of them."""
    return site.type_link(name) if name in RECORD_TYPES and has_content(site, name) else None
