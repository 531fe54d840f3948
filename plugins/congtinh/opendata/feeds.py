"""The feeds of the site by language, content type and section: what stands in each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from congtinh import addresses
from congtinh.languages import LANGUAGES, Language
from congtinh.model import Item, SiteModel
from congtinh.records.fields import HANOI
from congtinh.records.registry import RECORD_TYPES

NEWEST = 30
UNDATED = dt.datetime(1970, 1, 1, tzinfo=HANOI)


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
    return sorted(dated, key=lambda i: (moment(i), i.id), reverse=True)


def moment(item: Item) -> dt.datetime:
    """When an item was posted; long ago where it does not say."""
    return item.record.date or UNDATED
