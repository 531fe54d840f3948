"""Every file of the site that is no page: what it is made from, and how it is made when it must be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from congtinh.build.attachments import AttachmentStore
from congtinh.build.cache import digest, version
from congtinh.build.pictures import PictureStore
from congtinh.build.theme import Theme
from congtinh.languages import LANGUAGES
from congtinh.later import Later
from congtinh.model import Item, SiteModel
from congtinh.opendata.calendar_events import calendars
from congtinh.opendata.calendars import Calendar, Publisher
from congtinh.opendata.changes import ChangeFeed
from congtinh.opendata.datasets import DataPart, data_parts, data_schema, part_files, part_print
from congtinh.opendata.feeds import FeedPlan, feed_plans
from congtinh.opendata.relations import (
    ADDRESSES,
    SCHEMA_ADDRESS,
    relations_files,
    relations_print,
    relations_schema,
)
from congtinh.opendata.sitemap import robots
from congtinh.opendata.tables import csv_text, indented
from congtinh.opendata.vcard import contact_card, unit_card
from congtinh.pages.changes import change_feeds
from congtinh.pages.corrections import corrections_feed
from congtinh.pages.figure_files import figure_file, figure_file_print
from congtinh.pages.people import vcard_address
from congtinh.pages.plan import Plan
from congtinh.pages.public_files import public_addresses, public_file_texts, public_print
from congtinh.pages.site import Site
from congtinh.pages.statistics import file_address
from congtinh.records.contact import Contact
from congtinh.records.registry import RECORD_TYPES
from congtinh.records.schema import schema_text
from congtinh.records.unit import Unit
from congtinh.settings import Settings
from congtinh.statistics import published
from congtinh.statistics.site_counts import SiteCounts

Content = bytes | Path

WORKER = "js/service-worker.js"
"""Stands at the root of the site, since a worker rules over the folder it comes from alone."""

_atom = Later("congtinh.opendata.atom")
_ical = Later("congtinh.opendata.calendar_text")


@dataclass(frozen=True, slots=True)
class Product:
    """Files that are made at once: ``made_from`` changes with what they are made from.

    ``make`` gives the bytes of each, in the order of the addresses, or a file that holds them.
    """

    addresses: tuple[str, ...]
    made_from: bytes
    make: Callable[[], Sequence[Content]]


def product(address: str, made_from: bytes, make: Callable[[], Content]) -> Product:
    """A product of one file."""
    return Product((address,), made_from, partial(_alone, make))


def _alone(make: Callable[[], Content]) -> Sequence[Content]:
    return (make(),)


def products(plan: Plan, settings: Settings, theme: Theme) -> Iterator[Product]:
    """Everything that follows from the model and is neither page nor medium, but for the site map."""
    model, url = plan.model, settings.site_url
    base = repr((version(), url, settings.public, model.vocabularies.digest)).encode()
    yield product("robots.txt", base, partial(_robots, settings))
    for name in RECORD_TYPES:
        yield product(f"open-data/{name}.schema.json", base, partial(_schema, name))
    yield product(SCHEMA_ADDRESS, base, _relations_schema)
    yield product(published.SCHEMA_ADDRESS, base, _statistics_schema)
    counted = digest((base, published.made_from(plan.counts)))
    addresses = (published.JSON_ADDRESS, published.CSV_ADDRESS)
    yield Product(addresses, counted, partial(_statistics, plan.counts))
    yield from _data(model, url, base)
    agency = {language: plan.sites[language].agency_name for language in LANGUAGES}
    for feed in feed_plans(model, agency):
        shown = [model.print_of(item) for item in feed.items]
        made_from = digest((base, repr((feed.title, feed.page, feed.agency)).encode(), *shown))
        yield product(feed.address, made_from, partial(_feed, feed, url))
    for site in plan.sites.values():
        yield from _changes(site, url, base)
        public = plan.public[site.language]
        made_from = digest((base, public_print(site, public)))
        make_files = partial(public_file_texts, site, public)
        yield Product(public_addresses(site.language), made_from, make_files)
        yield from _figures(site, plan, base)
    host = urlsplit(url).hostname or settings.agency or "localhost"
    for calendar in calendars(model, Publisher(url, host, agency)):
        made_from = digest((base, repr(calendar).encode()))
        yield product(calendar.address, made_from, partial(_calendar, calendar))
    for item in model.items:
        if isinstance(item.record, Unit | Contact):
            made_from = digest((base, *(model.print_of(i) for i in (item, *_unit(model, item)))))
            yield product(vcard_address(item), made_from, partial(_vcard, model, item))


def assets(theme: Theme, settings: Settings) -> Iterator[Product]:
    """The static files of the theme; its service worker, where the site keeps pages offline."""
    for name, data in theme.assets.files.items():
        if name != WORKER:
            yield product(theme.assets.address(name), digest((data,)), partial(bytes, data))
    if settings.offline and WORKER in theme.assets.files:
        data = theme.assets.files[WORKER].replace(b"{theme}", theme.assets.folder.encode())
        yield product("service-worker.js", digest((data,)), partial(bytes, data))


def media(
    model: SiteModel, pictures: PictureStore, attachments: AttachmentStore
) -> Iterator[Product]:
    """The pictures and attachments that visible items use."""
    for picture in model.pictures.values():
        made_from = f"{picture.sha256} {pictures.settings}".encode()
        for rendition in picture.renditions:
            make = partial(pictures.content_of, picture, rendition)
            yield product(rendition.address, made_from, make)
    for attachment in model.attachments.values():
        path = attachments.file(attachment)
        yield product(attachment.address, attachment.sha256.encode(), partial(Path, path))


def _data(model: SiteModel, site_url: str, base: bytes) -> Iterator[Product]:
    """The data files; the two of a part are made at once."""
    for part in data_parts(model):
        made_from = digest((base, *part_print(model, part)))
        make = partial(_part_files, model, part, site_url)
        yield Product((part.json_address, part.csv_address), made_from, make)
    made_from = digest((base, *relations_print(model)))
    yield Product(ADDRESSES, made_from, partial(_relations, model, site_url))


def _part_files(model: SiteModel, part: DataPart, site_url: str) -> list[bytes]:
    return [text.encode() for _, text in part_files(model, part, site_url)]


def _relations(model: SiteModel, site_url: str) -> list[bytes]:
    return [text.encode() for text in relations_files(model, site_url)]


def _relations_schema() -> bytes:
    return schema_text(relations_schema()).encode()


def _figures(site: Site, plan: Plan, base: bytes) -> Iterator[Product]:
    for figure in plan.figures:
        made_from = digest((base, figure_file_print(site, figure)))
        address = file_address(figure.formula.key, site.language)
        yield product(address, made_from, partial(figure_file, site, figure))


def _statistics(counts: SiteCounts) -> list[bytes]:
    told, rows = published.statistics(counts), published.table(counts)
    return [(indented(told) + "\n").encode(), csv_text(rows, [*published.COLUMNS]).encode()]


def _statistics_schema() -> bytes:
    return schema_text(published.schema()).encode()


def _robots(settings: Settings) -> bytes:
    return robots(settings.site_url, settings.public).encode()


def _feed(plan: FeedPlan, site_url: str) -> bytes:
    text: str = _atom.feed_text(plan, site_url)
    return text.encode()


def _changes(site: Site, site_url: str, base: bytes) -> Iterator[Product]:
    for feed in (*change_feeds(site), corrections_feed(site)):
        made_from = digest((base, repr(feed).encode()))
        yield product(feed.address, made_from, partial(_change_feed, feed, site_url))


def _change_feed(feed: ChangeFeed, site_url: str) -> bytes:
    text: str = _atom.change_feed_text(feed, site_url)
    return text.encode()


def _calendar(calendar: Calendar) -> bytes:
    text: bytes = _ical.calendar_text(calendar)
    return text


def _schema(name: str) -> bytes:
    return schema_text(data_schema(name)).encode()


def _unit(model: SiteModel, item: Item) -> list[Item]:
    unit = model.find("unit", getattr(item.record, "unit", None), item.lang)
    return [unit] if unit else []


def _vcard(model: SiteModel, item: Item) -> bytes:
    record = item.record
    if isinstance(record, Unit):
        return unit_card(record, item.lang).encode()
    assert isinstance(record, Contact)
    unit = next((i.record for i in _unit(model, item) if isinstance(i.record, Unit)), None)
    term = model.vocabularies["positions"].get(record.position or "")
    position = term.label.of(item.lang) if term else record.position or ""
    return contact_card(record, position, unit, item.lang).encode()
