"""What all pages of one language share, as the theme sees it: header, menu, footer."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from congtinh.languages import Language
from congtinh.pages.parts import Link


class MenuEntry(NamedTuple):
    """One word of the menu: a link, or a group of links, which leads nowhere itself."""

    text: str
    address: str = ""
    url: str = ""
    lang: str = ""
    key: str = ""
    below: tuple[Link, ...] = ()

    def has_section(self, section: str) -> bool:
        """Whether the section of a page stands in this group."""
        return any(link.key == section for link in self.below) if section else False


class VisitsTold(NamedTuple):
    """The visits of all months that are told, the last day that they were counted, and their sources."""

    total: int
    until: dt.date
    sources: tuple[str, ...]


class Frame(NamedTuple):
    """What every page of one language shares; nothing here changes from build to build.

    ``search`` is the search page; ``register`` is where its form leads without JavaScript.
    """

    language: Language
    site_url: str
    home: str
    name: str
    parent_name: str
    portal: Link | None
    mark: str
    menu: tuple[MenuEntry, ...]
    responsible: str
    postal_address: str
    phone: str
    fax: str
    email: str
    footer: tuple[tuple[str, tuple[Link, ...]], ...]
    feed: str
    search: str
    register: str
    offline: bool
    licence: str
    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    preview: bool
    visits: VisitsTold | None = None

    def in_menu(self, address: str) -> bool:
        """Whether the menu itself leads to an address."""
        return any(address == one.address or any(address == link.address for link in one.below) for one in self.menu)
