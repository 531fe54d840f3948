"""The menu: what the settings name and has content, in groups, and never more than fits one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from congtinh.languages import Bilingual
from congtinh.pages.frame_parts import MenuEntry
from congtinh.pages.parts import Link
from congtinh.pages.presence import has_content, is_page
from congtinh.pages.site import FIXED_TITLES, Site
from congtinh.settings import MenuGroup

MOST = 7
"""Entries of the menu, the home page among them; what is more stands in a last group."""

_USUAL = (
    ("Giới thiệu", "About", "about directory"),
    ("Tin tức", "News", "news notice campaign schedule publication gallery video"),
    ("Văn bản", "Documents", "legal_document gazette plan"),
    ("Dịch vụ công", "Public services", "procedure service_quality indicator"),
    ("Trao đổi, góp ý", "Have your say", "consultation question petition reception poll"),
    (
        "Công khai",
        "Public information",
        "public_information project tender finance science_task statistic award_penalty dataset statistics open_data",
    ),
)


def usual_menu() -> tuple[str | MenuGroup, ...]:
    """The menu of a site whose settings name none: all types that this version has, in six groups."""
    groups = ((Bilingual(vi, en), filter(is_page, keys.split())) for vi, en, keys in _USUAL)
    return tuple(MenuGroup(label, tuple(keys)) for label, keys in groups)


def menu_keys(menu: Sequence[str | MenuGroup]) -> Iterator[str]:
    """All keys in their order, those of groups too."""
    for one in menu:
        yield from one.keys if isinstance(one, MenuGroup) else (one,)


def menu(site: Site) -> tuple[MenuEntry, ...]:
    """The home page, then each entry that leads to something; a group of one entry is that entry."""
    entries = [_plain(site.home_link())]
    for one in site.settings.menu or usual_menu():
        keys = one.keys if isinstance(one, MenuGroup) else (one,)
        below = tuple(_link(site, key) for key in dict.fromkeys(keys) if has_content(site, key))
        if len(below) > 1 and isinstance(one, MenuGroup):
            entries.append(MenuEntry(one.label.of(site.language), below=below))
        else:
            entries += map(_plain, below)
    if len(entries) <= MOST:
        return tuple(entries)
    rest = [link for entry in entries[MOST - 1 :] for link in entry.below or (_bare(entry),)]
    return (*entries[: MOST - 1], MenuEntry(site.say("More"), below=tuple(rest)))


def _link(site: Site, key: str) -> Link:
    return site.fixed_link(key) if key in FIXED_TITLES else site.type_link(key)


def _plain(link: Link) -> MenuEntry:
    return MenuEntry(link.text, link.address, link.url, link.lang, link.key)


def _bare(entry: MenuEntry) -> Link:
    return Link(entry.text, entry.address, entry.url, entry.lang, entry.key)
