"""Atom feeds (RFC 4287) by language, content type and section, through Pelican's feed library."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from html import escape

from feedgenerator import Atom1Feed

from congtinh import addresses
from congtinh.languages import LANGUAGES, Language
from congtinh.model import Item, SiteModel
from congtinh.records.fields import HANOI
from congtinh.records.registry import RECORD_TYPES

NEWEST = 30
_UNDATED = dt.datetime(1970, 1, 1, tzinfo=HANOI)


def feeds(
    model: SiteModel, site_url: str, agency: Mapping[Language, str]
) -> Iterator[tuple[str, str]]:
    """``(address, Atom text)``; ``agency`` is the publisher's name by language."""
    for language in LANGUAGES:
        every: list[Item] = []
        for name, record_type in RECORD_TYPES.items():
            if not record_type.in_feed:
                continue
            items = list(model.of_type(name, language))
            every += items
            title = f"{record_type.list_label.of(language)} – {agency[language]}"
            yield _feed(
                f"feeds/{name}.{language}.atom",
                title,
                items,
                site_url,
                language,
                addresses.of_type(record_type, language),
                agency[language],
            )
            for category in sorted({i.record.category for i in items if i.record.category}):
                if not any(f.field == "category" for f in record_type.facets):
                    continue
                facet = next(f for f in record_type.facets if f.field == "category")
                label = model.vocabularies["categories"].label(category, language)
                word = addresses.facet_word(category)
                yield _feed(
                    f"feeds/{name}-{word}.{language}.atom",
                    f"{label} – {agency[language]}",
                    [i for i in items if i.record.category == category],
                    site_url,
                    language,
                    addresses.of_facet(record_type, facet, category, language),
                    agency[language],
                )
        yield _feed(
            f"feeds/all.{language}.atom",
            agency[language],
            every,
            site_url,
            language,
            addresses.root(language),
            agency[language],
        )


class _Feed(Atom1Feed):  # type: ignore[misc]
    """A feed that bears the time of its newest entry, and never that of the build."""

    def latest_post_date(self) -> dt.datetime:
        if not self.items:
            return _UNDATED
        latest: dt.datetime = super().latest_post_date()
        return latest


def _feed(
    address: str,
    title: str,
    items: list[Item],
    site_url: str,
    language: str,
    page: str,
    agency: str,
) -> tuple[str, str]:
    newest = sorted(
        (i for i in items if i.record.date), key=lambda i: (_moment(i), i.id), reverse=True
    )[:NEWEST]
    feed = _Feed(
        title=title,
        link=f"{site_url}/{page}",
        description=title,
        language=language,
        feed_url=f"{site_url}/{address}",
        author_name=agency,
        feed_guid=f"{site_url}/{address}",
    )
    for item in newest:
        record = item.record
        feed.add_item(
            title=record.heading,
            link=f"{site_url}/{item.address}",
            description=escape(record.description),  # the library marks a summary as HTML
            unique_id=f"{site_url}/{item.address}",
            pubdate=_moment(item),
            updateddate=record.updated or _moment(item),
            categories=[model_word for model_word in (record.category,) if model_word],
        )
    return address, str(feed.writeString("utf-8"))


def _moment(item: Item) -> dt.datetime:
    return item.record.date or _UNDATED
