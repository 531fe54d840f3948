"""Every page of the site, planned: where it stands, what decides it, and how it is made when it must be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, partial

from congtinh.addresses import fixed, of_old, of_type, side_by_side
from congtinh.languages import LANGUAGES, Language
from congtinh.model import Item, SiteModel, digest_of
from congtinh.pages.contexts import Page
from congtinh.pages.corrections import planned_corrections
from congtinh.pages.figure_pages import planned_figures
from congtinh.pages.frame import frame
from congtinh.pages.frame_parts import Frame
from congtinh.pages.home import planned_home
from congtinh.pages.items import item_page
from congtinh.pages.listings import Listing, listings
from congtinh.pages.lists import Existing, planned_pages
from congtinh.pages.of_type.registry import TYPE_PAGES
from congtinh.pages.others import (
    links_page,
    not_found_address,
    not_found_page,
    offline_address,
    offline_page,
    open_data_page,
    redirect_page,
    sitemap_page,
)
from congtinh.pages.pairs import pair_of
from congtinh.pages.patterns import patterns_page
from congtinh.pages.people import directory_page
from congtinh.pages.planned import Planned
from congtinh.pages.presence import has_content, is_corrected
from congtinh.pages.public_figures import PublicFigure, public_figures
from congtinh.pages.public_information import planned_public
from congtinh.pages.public_list import PublicList, public_list
from congtinh.pages.search import search_page
from congtinh.pages.side_by_side import side_by_side_page, words_of_text
from congtinh.pages.site import Site
from congtinh.pages.statistics import counted_files, planned_statistics
from congtinh.records.registry import RECORD_TYPES
from congtinh.settings import Settings
from congtinh.statistics.counting import counting_of
from congtinh.statistics.published import table
from congtinh.statistics.site_counts import SiteCounts


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
    def _existing(self) -> Existing:
        every = (one for group in self.listings.values() for one in group)
        return {(one.key, one.language): one.address for one in every}

    @cached_property
    def public(self) -> dict[Language, PublicList]:
        """The list of information that must be public, in each language."""
        return {language: public_list(site) for language, site in self.sites.items()}

    @cached_property
    def counts(self) -> SiteCounts:
        """What the site has published, counted."""
        settings = next(iter(self.sites.values())).settings
        return SiteCounts(self.model, counting_of(settings))

    @cached_property
    def figures(self) -> tuple[PublicFigure, ...]:
        """The figures that visitors see, of the year so far."""
        return public_figures(self.counts)

    @cached_property
    def _rows_of_counts(self) -> int:
        return len(table(self.counts))

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
            yield planned_home(site)
            for item in self.model.items:
                if item.lang == language and item.record.own_page:
                    yield self.of_item(item)
                    yield from self._both_languages(item, language)
            for listing in self.listings[language]:
                yield from planned_pages(site, listing, self._existing)
            for own in TYPE_PAGES.values():
                if own.planned:
                    yield from own.planned(site)
            yield from planned_public(site, self.public[language])
            yield from planned_corrections(site)
            yield planned_statistics(site, self.counts, self.figures)
            yield from planned_figures(site, self.figures)
            yield from self._fixed(site)
            yield from self._redirects(site)

    def of_item(self, item: Item) -> Planned:
        """The page of one item."""
        make = partial(item_page, self.sites[item.lang], item)
        return Planned(item.address, item.lang, item.path, self.model.own_print(item), make)

    def of_body(self, item: Item) -> Iterator[Planned]:
        """Every page that shows the text of an item: its own, and those with both languages."""
        yield self.of_item(item)
        for language in LANGUAGES:
            yield from self._both_languages(item, language)

    def _both_languages(self, item: Item, language: Language) -> Iterator[Planned]:
        """The page at the address of ``language`` with both texts of a document, where it has two."""
        pair = pair_of(self.sites[language], item)
        if pair:
            own = pair[LANGUAGES.index(language)]
            make = partial(side_by_side_page, self.sites, language, pair)
            prints = (self._words_of_texts, *map(self.model.own_print, pair))
            address = side_by_side(own.address, language)
            yield Planned(address, language, own.path, digest_of(*prints), make)

    @cached_property
    def _words_of_texts(self) -> bytes:
        """What the pages with both languages say in the other one than their own."""
        return repr([words_of_text(site) for site in self.sites.values()]).encode()

    def _fixed(self, site: Site) -> Iterator[Planned]:
        language, lists = site.language, self.listings[site.language]
        public = self.public[language]
        named = digest_of(
            repr([(one.key, one.title, one.address, one.feeds) for one in lists]).encode()
        )
        files = counted_files(site, self._rows_of_counts, self.figures)
        corrected = is_corrected(site)
        mapped = digest_of(named, bytes([corrected]))
        counted = digest_of(named, repr((public.total, [one.count for one in files])).encode())
        makers: list[tuple[str, bytes, Callable[[], Page]]] = [
            (fixed("directory", language), b"", partial(directory_page, site)),
            (fixed("search", language), named, partial(search_page, site, lists)),
            (fixed("sitemap", language), mapped, partial(sitemap_page, site, lists, corrected)),
            (fixed("open_data", language), counted, partial(open_data_page, site, lists, public, files)),
            (not_found_address(language), b"", partial(not_found_page, site)),
        ]
        if has_content(site, "link"):
            makers.append((of_type(RECORD_TYPES["link"], language), b"", partial(links_page, site)))
        if site.settings.offline:
            address = offline_address(language)
            makers.append((address, b"", partial(offline_page, site)))
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
