"""Atom feeds (RFC 4287) by language, content type and section, through Pelican's feed library."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from itertools import islice

from feedgenerator import Atom1Feed

from congtinh import addresses
from congtinh.languages import LANGUAGES, Language
from congtinh.model import Item, SiteModel
from congtinh.records.fields import HANOI
from congtinh.records.registry import RECORD_TYPES

NEWEST = 30
_UNDATED = dt.datetime(1970, 1, 1, tzinfo=HANOI)


@dataclass(frozen=True, slots=True)
class FeedPlan:
    """One feed before it is written: ``items`` are its newest ones, the newest first.

    ``address`` is the feed's own, ``page`` that of the list it follows, both relative to the root
    of the site; ``agency`` is the publisher's name.
    """

    address: str
    title: str
    items: tuple[Item, ...]
    page: str
    language: Language
    agency: str


def feeds(
    model: SiteModel, site_url: str, agency: Mapping[Language, str]
) -> Iterator[tuple[str, str]]:
    """``(address, Atom text)``; ``agency`` is the publisher's name by language."""
    for plan in feed_plans(model, agency):
        yield plan.address, feed_text(plan, site_url)


def feed_plans(model: SiteModel, agency: Mapping[Language, str]) -> Iterator[FeedPlan]:
    """Every feed; making the plans is cheap, only their text costs."""
    for language in LANGUAGES:
        every: list[Item] = []
        for name, record_type in RECORD_TYPES.items():
            if record_type.in_feed:
                whole, *sections = _of_type(model, name, language, agency[language])
                every += whole.items
                yield from (whole, *sections)
        yield FeedPlan(
            f"feeds/all.{language}.atom",
            agency[language],
            tuple(_newest_first(every)[:NEWEST]),
            addresses.root(language),
            language,
            agency[language],
        )


def _of_type(model: SiteModel, name: str, language: Language, agency: str) -> Iterator[FeedPlan]:
    """The feed of a content type, then one for each section where the type has lists of these."""
    record_type, items = RECORD_TYPES[name], model.of_type(name, language)
    ordered = _newest_first(items)
    yield FeedPlan(
        f"feeds/{name}.{language}.atom",
        f"{record_type.list_label.of(language)} – {agency}",
        tuple(ordered[:NEWEST]),
        addresses.of_type(record_type, language),
        language,
        agency,
    )
    for facet in record_type.facets:
        if facet.field != "category":
            continue
        for category in sorted({i.record.category for i in items if i.record.category}):
            label = model.vocabularies["categories"].label(category, language)
            members = (item for item in ordered if item.record.category == category)
            yield FeedPlan(
                f"feeds/{name}-{addresses.facet_word(category)}.{language}.atom",
                f"{label} – {agency}",
                tuple(islice(members, NEWEST)),
                addresses.of_facet(record_type, facet, category, language),
                language,
                agency,
            )


def _newest_first(items: Iterable[Item]) -> list[Item]:
    dated = [item for item in items if item.record.date]
    return sorted(dated, key=lambda i: (_moment(i), i.id), reverse=True)


def _moment(item: Item) -> dt.datetime:
    return item.record.date or _UNDATED


class _Feed(Atom1Feed):  # type: ignore[misc]
    """A feed that bears the time of its newest entry, and never that of the build."""

    def latest_post_date(self) -> dt.datetime:
        if not self.items:
            return _UNDATED
        latest: dt.datetime = super().latest_post_date()
        return latest


def feed_text(plan: FeedPlan, site_url: str) -> str:
    """The feed as Atom, in the order of its plan."""
    feed = _Feed(
        title=plan.title,
        link=f"{site_url}/{plan.page}",
        description=plan.title,
        language=plan.language,
        feed_url=f"{site_url}/{plan.address}",
        author_name=plan.agency,
        feed_guid=f"{site_url}/{plan.address}",
    )
    for item in plan.items:
        record = item.record
        feed.add_item(
            title=record.heading,
            link=f"{site_url}/{item.address}",
            description=escape(record.description),  # the library marks a summary as HTML
            unique_id=f"{site_url}/{item.address}",
            pubdate=_moment(item),
            updateddate=record.updated or _moment(item),
            categories=[record.category] if record.category else [],
        )
    return str(feed.writeString("utf-8"))
