"""Every page of the site, one after the other: what is rendered, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterator

from congtinh.languages import LANGUAGES
from congtinh.model import SiteModel
from congtinh.pages.contexts import Page
from congtinh.pages.home import home_page
from congtinh.pages.items import item_page
from congtinh.pages.lists import Listing, listings, pages_of
from congtinh.pages.others import links_page, not_found_page, open_data_page, redirect_page, sitemap_page
from congtinh.pages.patterns import patterns_page
from congtinh.pages.people import directory_page
from congtinh.pages.site import Site
from congtinh.settings import Settings


class Plan:
    """The pages of a model; making it is cheap, and pages are made one at a time."""

    def __init__(self, model: SiteModel, settings: Settings) -> None:
        self.model = model
        self.sites = {language: Site(model, settings, language) for language in LANGUAGES}
        self.listings: dict[str, tuple[Listing, ...]] = {
            language: tuple(listings(site)) for language, site in self.sites.items()
        }
        self._existing = frozenset((one.key, one.language) for group in self.listings.values() for one in group)

    def pages(self) -> Iterator[Page]:
        """All pages, Vietnamese first, in an order that depends on the content alone."""
        for language in LANGUAGES:
            site = self.sites[language]
            yield home_page(site)
            for item in self.model.items:
                if item.lang == language and item.record.own_page:
                    yield item_page(site, item)
            for listing in self.listings[language]:
                yield from pages_of(site, listing, self._existing)
            yield from self._fixed(site, language)
            yield from self._redirects(site, language)

    def _fixed(self, site: Site, language: str) -> Iterator[Page]:
        yield directory_page(site)
        yield links_page(site)
        yield sitemap_page(site, self.listings[language])
        yield open_data_page(site)
        yield not_found_page(site)
        if site.settings.patterns:
            yield patterns_page(site)

    def _redirects(self, site: Site, language: str) -> Iterator[Page]:
        for item in self.model.items:
            if item.lang == language:
                for old in item.record.old_urls or ():
                    if old.startswith("/"):
                        yield redirect_page(site, old, item)
