"""The home page, assembled from data: who, what to look up, what is new, what is open, whom to reach."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import ClassVar

from congtinh import addresses
from congtinh.model import Item
from congtinh.pages.cards import card
from congtinh.pages.contexts import Page
from congtinh.pages.frame import feed_address
from congtinh.pages.head import site_head
from congtinh.pages.home_parts import (
    Choice,
    FieldCount,
    HomeCard,
    HomePart,
    choices,
    choices_print,
    list_link,
    media,
    procedure_fields,
)
from congtinh.pages.parts import Block, Card, ContactCard, Link, LinkGroup
from congtinh.pages.people import contact_card
from congtinh.pages.planned import Planned
from congtinh.pages.presence import has_content
from congtinh.pages.search import search_examples
from congtinh.pages.site import N_, Site
from congtinh.records.contact import Contact
from congtinh.records.link import Link as LinkRecord
from congtinh.records.registry import RECORD_TYPES

NEWS, DOCUMENTS, IN_BLOCK, LOOKUPS = 6, 7, 3, 4


class HomePage(Page):
    """Who, what to look up, what is new, what is open and until when, whom to reach; parts without content are absent.

    ``all_news`` and ``all_documents`` lead to the lists, where there are any.
    """

    template: ClassVar[str] = "home.html"

    lookups: tuple[Link, ...]
    examples: tuple[Link, ...]
    featured: tuple[Card, ...]
    news: tuple[Card, ...]
    all_news: Link | None
    documents: tuple[Card, ...]
    all_documents: Link | None
    parts: tuple[HomePart, ...]
    fields: tuple[FieldCount, ...]
    all_procedures: Link | None
    news_blocks: tuple[Block, ...]
    media: tuple[Card, ...]
    links: tuple[LinkGroup, ...]
    contact: ContactCard | None


def planned_home(site: Site) -> Planned:
    """The home page; what it chooses of the day decides it."""
    found = choices(site)
    make = partial(home_page, site, found)
    return Planned(addresses.fixed("home", site.language), site.language, "", choices_print(site, found), make)


def home_page(site: Site, found: tuple[Choice, ...]) -> HomePage:
    """The home page of one language; ``found``: what it shows of the day."""
    news = list(reversed(site.model.of_type("news", site.language)))
    documents = list(reversed(site.model.of_type("legal_document", site.language)))
    featured = next((i for i in news if i.record.featured), None)
    newest = [i for i in news[: NEWS + 1] if i is not featured]
    return HomePage(
        **site_head(site, "home")
        | {
            "title": site.agency_name,
            "feeds": (Link(site.say("Everything new"), feed_address("all", site.language)),),
        },
        lookups=lookups(site),
        examples=search_examples(site),
        featured=_cards(site, [featured] if featured else []),
        news=_cards(site, newest[:NEWS]),
        all_news=list_link(site, "news"),
        documents=_cards(site, documents[:DOCUMENTS]),
        all_documents=list_link(site, "legal_document"),
        parts=tuple(_part(site, one) for one in found),
        fields=procedure_fields(site),
        all_procedures=list_link(site, "procedure"),
        news_blocks=_blocks(site, news),
        media=_cards(site, media(site)),
        links=link_groups(site),
        contact=_reception(site),
    )


def _part(site: Site, one: Choice) -> HomePart:
    cards = tuple(HomeCard(card(site, item), days) for item, days in one.items)
    return HomePart(one.id, site.say(one.title), list_link(site, one.more), cards)


def _cards(site: Site, items: list[Item]) -> tuple[Card, ...]:
    return tuple(card(site, item) for item in items)


def _blocks(site: Site, news: list[Item]) -> tuple[Block, ...]:
    facet = next(f for f in RECORD_TYPES["news"].facets if f.field == "category")
    blocks = []
    for code in site.settings.home_blocks:
        items = [i for i in news if i.record.category == code][:IN_BLOCK]
        if items:
            address = addresses.of_facet(RECORD_TYPES["news"], facet, code, site.language)
            blocks.append(Block(site.label("categories", code), address, _cards(site, items)))
    return tuple(blocks)


_LOOKUPS = (
    ("procedure", N_("What to file, where, in how many days and at what cost")),
    ("legal_document", N_("By number, type, issuing body or year")),
    ("news", N_("What the department has done, by section and year")),
    ("directory", N_("Units, leaders and whom to call")),
    ("question", N_("What others asked, and the department’s answers")),
    ("open_data", N_("The site's content as files for machines")),
)


def lookups(site: Site) -> tuple[Link, ...]:
    """What a visitor can look up, each with a sentence that says what is there: the first four with content."""
    found: list[Link] = []
    for key, words in _LOOKUPS:
        if has_content(site, key) and len(found) < LOOKUPS:
            link = site.type_link(key) if key in RECORD_TYPES else site.fixed_link(key)
            found.append(Link(link.text, link.address, key=key, description=site.say(words)))
    return tuple(found)


def link_groups(site: Site) -> tuple[LinkGroup, ...]:
    """The managed links by their groups, in the order of the vocabulary."""
    items = site.model.either("link", site.language)
    order = [term.code for term in site.model.vocabularies["link_groups"]]
    rows = sorted(
        (
            (order.index(i.record.group), i)
            for i in items
            if isinstance(i.record, LinkRecord) and i.record.group in order
        ),
        key=lambda row: (row[0], row[1].record.order),
    )
    return tuple(
        LinkGroup(site.label("link_groups", order[place]), tuple(_external(i) for _, i in group))
        for place, group in groupby(rows, key=lambda row: row[0])
    )


def _external(item: Item) -> Link:
    record = item.record
    assert isinstance(record, LinkRecord)
    return Link(
        record.heading, url=record.url or "", lang=item.lang, description=record.summary or ""
    )


def _reception(site: Site) -> ContactCard | None:
    """The desk a citizen should reach first: the reception, else the information focal point."""
    people = [
        i for i in site.model.either("contact", site.language) if isinstance(i.record, Contact)
    ]
    for wanted in (lambda c: c.rank == "reception", lambda c: bool(c.info_focal)):
        for item in people:
            if wanted(item.record):
                return contact_card(site, item)
    return None
