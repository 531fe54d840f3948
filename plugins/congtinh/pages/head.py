"""What the head of an item's page says to machines, and how the reader gets back and across."""

from __future__ import annotations

from functools import cache
from typing import Any

from congtinh import addresses
from congtinh.languages import other
from congtinh.model import Item
from congtinh.opendata.dublin_core import dublin_core, publisher_of
from congtinh.opendata.json_ld import dumped, item_json_ld, organisation
from congtinh.pages.frame import feed_address, section_of
from congtinh.pages.parts import Counterpart, Figure, Link, Meta
from congtinh.pages.site import Site, both
from congtinh.records.base import Record
from congtinh.records.registry import RECORD_TYPES
from congtinh.text.outline import Heading


def item_head(
    site: Site, item: Item, lead: Figure | None, headings: tuple[Heading, ...]
) -> dict[str, Any]:
    """The fields of ``Page`` for an item; ``lead`` is its first picture."""
    record, model, agency = item.record, site.model, site.agency_name
    url = site.url(item.address)
    pair = model.counterpart(item)
    publisher = publisher_of(model, item, agency)
    picture = site.url(lead.picture.fallback.address) if lead and url else ""
    changed = record.updated or record.date
    return {
        "language": site.language,
        "address": item.address,
        "title": record.heading,
        "description": record.description,
        "section": section_of(item),
        "breadcrumbs": (site.home_link(), site.type_link(item.type)),
        "counterpart": item_counterpart(site, item, pair),
        "alternates": both(item.lang, item.address, pair.address) if pair else (),
        "metas": tuple(
            [Meta(name, text) for name, text in dublin_core(model, item, agency, url, publisher)]
        ),
        "json_ld": item_json_ld(model, item, publisher, site.url, picture, headings),
        "feeds": _feeds(type(record), item.type, site.language) if record.in_feed else (),
        "updated": changed.date() if changed else None,
        "indexed": model.visible(item),
    }


@cache
def _feeds(record_type: type[Record], name: str, language: str) -> tuple[Link, ...]:
    return (Link(record_type.list_label.of(language), feed_address(name, language)),)


def item_counterpart(site: Site, item: Item, pair: Item | None) -> Counterpart:
    """The same item in the other language, ``pair``, or the list where its kind stands there, or the home page."""
    there = other(site.language)
    if pair:
        return Counterpart(there, pair.address, True, pair.record.heading)
    record_type = RECORD_TYPES[item.type]
    if not record_type.index_template:
        return Counterpart(there, addresses.fixed("directory", there), False)
    if not site.model.has_any(item.type, there):
        return Counterpart(there, addresses.fixed("home", there), False)
    return Counterpart(
        there, addresses.of_type(record_type, there), False, record_type.list_label.of(there)
    )


def site_head(site: Site, key: str) -> dict[str, Any]:
    """The fields of ``Page`` for a page that every site has in both languages."""
    there = other(site.language)
    address = addresses.fixed(key, site.language)
    title = site.fixed_title(key)
    description = f"{title} – {site.agency_name}"
    return {
        "language": site.language,
        "address": address,
        "title": title,
        "description": description,
        "section": key,
        "breadcrumbs": (site.home_link(),) if key != "home" else (),
        "counterpart": Counterpart(there, addresses.fixed(key, there), True),
        "alternates": both(site.language, address, addresses.fixed(key, there)),
        "metas": list_metas(site, title, description, address),
        "json_ld": agency_json_ld(site),
    }


def list_metas(
    site: Site, title: str, description: str, address: str, day: str = ""
) -> tuple[Meta, ...]:
    """The elements that TT 24/2011 never lets be empty, for a page that lists.

    ``day`` is that of the newest item listed, so that it changes only when the content does.
    """
    pairs = (
        ("DC.title", title),
        ("DC.creator", site.agency_name),
        ("DC.description", description),
        ("DC.publisher", site.agency_name),
        ("DC.identifier", site.url(address) or address or "/"),
        ("DC.language", site.language),
        ("DC.date", day),
    )
    return tuple(Meta(name, content) for name, content in pairs if content)


def agency_json_ld(site: Site) -> str:
    """The agency as schema.org knows it."""
    if site.agency is None:
        return ""
    data = {
        "@context": "https://schema.org",
        **organisation(site.agency, site.language),
        "url": site.url(""),
    }
    return dumped(data)
