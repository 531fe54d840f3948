"""Every page of the site, one after the other: what is rendered, and nothing else is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from congtinh.addresses import of_old
from congtinh.languages import LANGUAGES
from congtinh.model import Item, SiteModel
from congtinh.pages.contexts import Page
from congtinh.pages.home import home_page
from congtinh.pages.items import item_page
from congtinh.pages.lists import Listing, listings, pages_of
from congtinh.pages.others import (
    links_page,
    not_found_page,
    open_data_page,
    redirect_page,
    sitemap_page,
)
from congtinh.pages.patterns import patterns_page
from congtinh.pages.people import directory_page
from congtinh.pages.site import Site
from congtinh.settings import Settings

Failed = Callable[[str, Exception], None]


def raised(path: str, error: Exception) -> None:
    """What happens to an exception where nobody gathers them."""
    raise error


class Plan:
    """The pages of a model; making it is cheap, and pages are made one at a time."""

    def __init__(self, model: SiteModel, settings: Settings) -> None:
        self.model = model
        self.sites = {language: Site(model, settings, language) for language in LANGUAGES}
        self.listings: dict[str, tuple[Listing, ...]] = {
            language: tuple(listings(site)) for language, site in self.sites.items()
        }
        self._existing = frozenset(
            (one.key, one.language) for group in self.listings.values() for one in group
        )

    def pages(self, failed: Failed = raised) -> Iterator[Page]:
        """All pages, Vietnamese first, in an order that depends on the content alone.

        ``failed`` is told the path of an item whose page cannot be made, and the reason; the
        other pages follow.
        """
        for language in LANGUAGES:
            site = self.sites[language]
            yield home_page(site)
            for item in self.model.items:
                if item.lang == language and item.record.own_page:
                    page = _item_page(site, item, failed)
                    if page is not None:
                        yield page
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
                    if old.startswith("/") and (address := of_old(old)):
                        yield redirect_page(site, address, item)


def _item_page(site: Site, item: Item, failed: Failed) -> Page | None:
    try:
        return item_page(site, item)
    except Exception as error:  # whatever it is, the editor must hear which item it came from
        failed(item.path, error)
        return None
