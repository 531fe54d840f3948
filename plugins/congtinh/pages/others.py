"""Pages about the site itself: links, site map, open data, not found, redirects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from congtinh import addresses
from congtinh.languages import other
from congtinh.messages import day
from congtinh.model import Item
from congtinh.opendata import relations
from congtinh.opendata.datasets import data_address, data_years, dictionary
from congtinh.pages.contexts import (
    LinksPage,
    NotFoundPage,
    OfflinePage,
    OpenDataPage,
    RedirectPage,
    SitemapPage,
)
from congtinh.pages.corrections import corrections_link
from congtinh.pages.frame import feed_address
from congtinh.pages.head import list_metas, site_head
from congtinh.pages.home import link_groups, lookups
from congtinh.pages.listings import Listing
from congtinh.pages.menu import menu_keys, usual_menu
from congtinh.pages.of_type.dataset import dataset_rows
from congtinh.pages.parts import (
    Counterpart,
    DataFile,
    DataSet,
    DictionaryRow,
    Link,
    LinkGroup,
    TreeEntry,
)
from congtinh.pages.people import units_today
from congtinh.pages.presence import has_content
from congtinh.pages.public_information import public_files
from congtinh.pages.public_list import PublicList
from congtinh.pages.site import Site, both
from congtinh.records.fields import FieldFacts
from congtinh.records.link import Link as LinkRecord
from congtinh.records.registry import RECORD_TYPES
from congtinh.statistics import published


def links_page(site: Site) -> LinksPage:
    """All managed links."""
    record_type, there = RECORD_TYPES["link"], other(site.language)
    address = addresses.of_type(record_type, site.language)
    title = record_type.list_label.of(site.language)
    description = f"{title} – {site.agency_name}"
    counterpart = Counterpart(there, addresses.of_type(record_type, there), True)
    return LinksPage(
        language=site.language,
        address=address,
        title=title,
        description=description,
        section="link",
        breadcrumbs=(site.home_link(),),
        counterpart=counterpart,
        alternates=both(site.language, address, counterpart.address),
        metas=list_metas(site, title, description, address),
        groups=tuple([_checked(site, group) for group in link_groups(site)]),
    )


def _checked(site: Site, group: LinkGroup) -> LinkGroup:
    """The links, each with the day on which somebody last saw that it leads somewhere."""
    records = [item.record for item in site.model.either("link", site.language)]
    days = {r.url: r.checked for r in records if isinstance(r, LinkRecord) and r.checked}
    said = site.say("checked on {day}")
    links = []
    for link in group.links:
        seen = days.get(link.url)
        told = f"({said.format(day=day(seen, site.language))})" if seen else ""
        links.append(link._replace(description=f"{link.description} {told}".strip()))
    return LinkGroup(group.label, tuple(links))


def sitemap_page(site: Site, listings: tuple[Listing, ...], corrected: bool = True) -> SitemapPage:
    """The text site map as a tree: the menu first, then every other list, topics and fixed pages.

    ``corrected``: whether there is anything on the page of corrections.
    """
    lists = [name for name in RECORD_TYPES if has_content(site, name)]
    named = menu_keys(site.settings.menu or usual_menu())
    keys = [key for key in dict.fromkeys((*named, *lists, "directory")) if key in (*lists, "directory")]
    entries = [TreeEntry(site.home_link()), *(_branch(site, key, listings) for key in keys)]
    topics = tuple(
        TreeEntry(Link(site.label("topics", item.key[1]), item.address))
        for item in listings
        if item.key[0] == "topic"
    )
    if topics:
        entries.append(TreeEntry(Link(site.say("Topics")), topics))
    entries += [
        TreeEntry(site.fixed_link(key))
        for key in ("search", "public_information", "statistics", "corrections", "open_data", "sitemap")
        if key != "corrections" or corrected
    ]
    return SitemapPage(**site_head(site, "sitemap"), tree=tuple(entries))


def _branch(site: Site, key: str, listings: tuple[Listing, ...]) -> TreeEntry:
    """One list with its facets and, where they are few, its items; the directory with its units."""
    if key == "directory":
        units = (TreeEntry(Link(i.record.heading, i.address)) for i in units_today(site))
        return TreeEntry(site.fixed_link(key), tuple(units))
    below = list(_facet_entries(site, key, listings))
    if key in ("about", "campaign", "notice"):
        below += [
            TreeEntry(Link(i.record.heading, i.address))
            for i in site.model.of_type(key, site.language)
        ]
    return TreeEntry(site.type_link(key), tuple(below))


def _facet_entries(site: Site, name: str, listings: tuple[Listing, ...]) -> Iterator[TreeEntry]:
    """The static lists of a type below the word that each facet goes by."""
    for facet in RECORD_TYPES[name].facets:
        below = tuple(
            TreeEntry(Link(item.label, item.address))
            for item in listings
            if item.key[:2] == (name, facet.field) and len(item.key) == 3
        )
        if below:
            yield TreeEntry(Link(facet.label.of(site.language)), below)


def open_data_page(
    site: Site, listings: tuple[Listing, ...], public: PublicList, counted: tuple[DataFile, ...]
) -> OpenDataPage:
    """The data sets with their dictionary (field, label, whether it is mandatory, what to expect); the feeds.

    ``counted`` are the files of the statistics.
    """
    sets = []
    for name, record_type in RECORD_TYPES.items():
        files = [
            DataFile(
                f"{record_type.list_label.of(site.language)} {year or ''}".strip(),
                data_address(name, year, ending),
                ending.upper(),
                count,
            )
            for year, count in data_years(site.model, name)
            for ending in ("json", "csv")
        ]
        if files:
            sets.append(
                DataSet(
                    record_type.list_label.of(site.language),
                    name,
                    tuple(files),
                    f"open-data/{name}.schema.json",
                    _dictionary(site, dictionary(name)),
                )
            )
        if files and name == "legal_document":
            sets.append(_relations_set(site))
    title = site.fixed_title("public_information")
    sets.append(DataSet(title, "public_information", public_files(site, public), "", ()))
    sets.append(_statistics_set(site, counted))
    return OpenDataPage(
        **site_head(site, "open_data"),
        published=dataset_rows(site),
        data_sets=tuple(sets),
        feed_groups=tuple(_feed_groups(site, listings)),
    )


def _feed_groups(site: Site, listings: tuple[Listing, ...]) -> Iterator[LinkGroup]:
    """The feeds of each content type, that of everything first."""
    everything = Link(site.say("Everything new"), feed_address("all", site.language))
    yield LinkGroup(site.say("The whole site"), (everything, corrections_link(site)))
    for name, record_type in RECORD_TYPES.items():
        feeds = [feed for one in listings if one.section == name for feed in one.feeds]
        if feeds:
            links = tuple(sorted(dict.fromkeys(feeds), key=lambda link: link.address))
            yield LinkGroup(record_type.list_label.of(site.language), links)


def _relations_set(site: Site) -> DataSet:
    """The edges between documents, in one file of each form."""
    title = relations.TITLE.of(site.language)
    count = relations.count(site.model)
    files = [
        DataFile(title, address, address.rpartition(".")[2].upper(), count)
        for address in relations.ADDRESSES
    ]
    rows = _dictionary(site, [column.facts for column in relations.COLUMNS])
    return DataSet(title, relations.NAME, tuple(files), relations.SCHEMA_ADDRESS, rows)


def _statistics_set(site: Site, files: tuple[DataFile, ...]) -> DataSet:
    """The counts of the site, with the meaning of their columns."""
    rows = tuple(
        DictionaryRow(name, en if site.language == "en" else vi, True, "")
        for name, (vi, en, _) in published.COLUMNS.items()
    )
    title = site.fixed_title("statistics")
    return DataSet(title, "statistics", files[::-1], published.SCHEMA_ADDRESS, rows)


def _dictionary(site: Site, fields: Iterable[FieldFacts]) -> tuple[DictionaryRow, ...]:
    english = site.language == "en"
    return tuple(
        DictionaryRow(
            f.name, f.en if english else f.vi, f.mandatory, f.rule_en if english else f.rule_vi
        )
        for f in fields
    )


def not_found_address(language: str) -> str:
    """Where a server finds its answer for addresses of one language that lead nowhere."""
    return f"{addresses.root(language)}404.html"


def not_found_page(site: Site) -> NotFoundPage:
    """What a server answers for an address that leads nowhere."""
    title, address = site.say("Page not found"), not_found_address(site.language)
    return NotFoundPage(**_nowhere(site, title, address), suggestions=lookups(site))


def offline_address(language: str) -> str:
    """Where the service worker finds its answer for pages that were not kept."""
    return f"{addresses.root(language)}offline.html"


def offline_page(site: Site) -> OfflinePage:
    """What a visitor without a connection sees in place of a page that was not kept."""
    title, address = site.say("No connection"), offline_address(site.language)
    suggestions = (site.home_link(), site.fixed_link("search"))
    return OfflinePage(**_nowhere(site, title, address), suggestions=suggestions)


def _nowhere(site: Site, title: str, address: str) -> dict[str, Any]:
    """The fields of a page that is shown at any address."""
    there = other(site.language)
    return {
        "language": site.language,
        "address": address,
        "title": title,
        "description": "",
        "indexed": False,
        "counterpart": Counterpart(there, addresses.fixed("home", there), False),
        "metas": (),
    }


def redirect_page(site: Site, address: str, item: Item) -> RedirectPage:
    """A page at an old address that leads to ``item``."""
    return RedirectPage(
        language=site.language,
        address=address,
        title=item.record.heading,
        description=item.record.description,
        indexed=False,
        target=item.address,
    )
