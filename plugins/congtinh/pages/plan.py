"""Every page of the site, planned: where it stands, what decides it, and how it is made when it must be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, partial
from hashlib import blake2b

from congtinh.addresses import fixed, of_old, of_type
from congtinh.languages import LANGUAGES, Language
from congtinh.model import Item, SiteModel
from congtinh.pages.contexts import Page
from congtinh.pages.frame import frame
from congtinh.pages.home import home_page
from congtinh.pages.items import item_page
from congtinh.pages.lists import Listing, listings, planned_pages
from congtinh.pages.others import (
    links_page,
    not_found_address,
    not_found_page,
    open_data_page,
    redirect_page,
    sitemap_page,
)
from congtinh.pages.parts import Frame
from congtinh.pages.patterns import patterns_page
from congtinh.pages.people import directory_page
from congtinh.pages.planned import Planned
from congtinh.pages.site import Site
from congtinh.records.registry import RECORD_TYPES
from congtinh.settings import Settings


class Plan:
    """The pages of a model; making it is cheap, and each page is made by itself."""

    def __init__(self, model: SiteModel, settings: Settings) -> None:
        self.model = model
        self.sites = {language: Site(model, settings, language) for language in LANGUAGES}

    @cached_property
    def listings(self) -> dict[str, tuple[Listing, ...]]:
        """Every list of each language."""
        return {language: tuple(listings(site)) for language, site in self.sites.items()}

    @cached_property
    def _existing(self) -> frozenset[tuple[tuple[str, ...], str]]:
        every = (one for group in self.listings.values() for one in group)
        return frozenset((one.key, one.language) for one in every)

    def frames(self) -> dict[Language, Frame]:
        """What all pages of a language share."""
        return {language: frame(site) for language, site in self.sites.items()}

    def pages(self) -> Iterator[Page]:
        """All pages, made one after the other."""
        return (planned.make() for planned in self.planned())

    def planned(self) -> Iterator[Planned]:
        """All pages, Vietnamese first, in an order that depends on the content alone."""
        for language in LANGUAGES:
            site = self.sites[language]
            home = partial(home_page, site)
            yield Planned(fixed("home", language), language, "", b"", home)
            for item in self.model.items:
                if item.lang == language and item.record.own_page:
                    yield self.of_item(item)
            for listing in self.listings[language]:
                yield from planned_pages(site, listing, self._existing)
            yield from self._fixed(site)
            yield from self._redirects(site)

    def of_item(self, item: Item) -> Planned:
        """The page of one item."""
        make = partial(item_page, self.sites[item.lang], item)
        return Planned(item.address, item.lang, item.path, self.model.own_print(item), make)

    def _fixed(self, site: Site) -> Iterator[Planned]:
        language, lists = site.language, self.listings[site.language]
        named = repr([(one.key, one.title, one.address) for one in lists]).encode()
        named = blake2b(named, digest_size=16).digest()
        makers: list[tuple[str, bytes, Callable[[], Page]]] = [
            (fixed("directory", language), b"", partial(directory_page, site)),
            (of_type(RECORD_TYPES["link"], language), b"", partial(links_page, site)),
            (fixed("sitemap", language), named, partial(sitemap_page, site, lists)),
            (fixed("open_data", language), b"", partial(open_data_page, site)),
            (not_found_address(language), b"", partial(not_found_page, site)),
        ]
        if site.settings.patterns:
            makers.append((fixed("patterns", language), b"", partial(patterns_page, site)))
        for address, decided, make in makers:
            yield Planned(address, language, "", decided, make)

    def _redirects(self, site: Site) -> Iterator[Planned]:
        for item in self.model.items:
            if item.lang == site.language:
                for old in item.record.old_urls or ():
                    if old.startswith("/") and (address := of_old(old)):
                        make = partial(redirect_page, site, address, item)
                        yield Planned(address, site.language, item.path, item.card, make, True)
