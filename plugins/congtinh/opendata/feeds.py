"""The feeds of the site by language, content type and facet: what stands in each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from congtinh import addresses
from congtinh.languages import LANGUAGES, Language
from congtinh.model import Item, SiteModel
from congtinh.records.facets import Facet
from congtinh.records.fields import HANOI
from congtinh.records.registry import RECORD_TYPES
from congtinh.vocabulary.terms import Vocabulary

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
    """Every feed; making the plans is cheap, only their text costs.  A type without items has no list and no feed."""
    for language in LANGUAGES:
        every: list[Item] = []
        for name, record_type in RECORD_TYPES.items():
            if record_type.in_feed and model.has_any(name, language):
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


def facet_feed(name: str, facet: Facet, value: object) -> str:
    """The name of the feed of one facet value: ``news-thong-bao``, ``legal_document-loai-quyet-dinh``."""
    parts = [name, "" if facet.field == "category" else facet.path.vi, addresses.facet_word(value)]
    return "-".join(part for part in parts if part)


def _of_type(model: SiteModel, name: str, language: Language, agency: str) -> Iterator[FeedPlan]:
    """The feed of a content type, then one for each list of a facet that has feeds."""
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
        if not facet.in_feed:
            continue
        vocabulary = model.vocabularies[facet.vocabulary]
        for value, members in _newest_of_each(items, ordered, facet, vocabulary).items():
            yield FeedPlan(
                f"feeds/{facet_feed(name, facet, value)}.{language}.atom",
                f"{vocabulary.label(str(value), language)} – {agency}",
                members,
                addresses.of_facet(record_type, facet, value, language),
                language,
                agency,
            )


def _newest_of_each(
    items: Iterable[Item], ordered: Iterable[Item], facet: Facet, vocabulary: Vocabulary
) -> dict[object, tuple[Item, ...]]:
    """The newest items of each value; a value whose items bear no day has an empty feed."""
    values = {value for item in items for value in facet.values(item.record)}
    named = addresses.by_word(values, vocabulary)
    found: dict[str, list[Item]] = {word: [] for word in named}
    for item in ordered:
        for word in {addresses.facet_word(value) for value in facet.values(item.record)}:
            if len(found[word]) < NEWEST:
                found[word].append(item)
    return {value: tuple(found[word]) for word, value in named.items()}


def _newest_first(items: Iterable[Item]) -> list[Item]:
    dated = [item for item in items if item.record.date]
    return sorted(dated, key=lambda i: (moment(i), i.id), reverse=True)


def moment(item: Item) -> dt.datetime:
    """When an item was posted; long ago where it does not say."""
    return item.record.date or UNDATED
