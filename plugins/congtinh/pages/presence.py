"""Which lists and pages there is something on: nothing of the site leads to an empty one."""

from __future__ import annotations

from congtinh.pages.site import FIXED_TITLES, Site
from congtinh.records.registry import RECORD_TYPES

_OF_PEOPLE = ("unit", "contact")


def has_list(name: str) -> bool:
    """Whether a content type has a list page of its own; people and units stand in the directory."""
    return name in RECORD_TYPES and bool(RECORD_TYPES[name].index_template)


def is_page(key: str) -> bool:
    """Whether a key of the menu means a page at all."""
    return key in FIXED_TITLES or has_list(key)


def has_content(site: Site, key: str) -> bool:
    """Whether visitors of this language find something behind a key of the menu."""
    if key in RECORD_TYPES and key != "link":
        return has_list(key) and site.model.has_any(key, site.language)
    names = _OF_PEOPLE if key == "directory" else ("link",) if key == "link" else ()
    if names:
        return any(site.model.has_any(name, code) for name in names for code in ("vi", "en"))
    if key == "patterns":
        return site.settings.patterns
    return is_corrected(site) if key == "corrections" else key in FIXED_TITLES


def is_corrected(site: Site) -> bool:
    """Whether the site has any correction in this language; asks of all items, so not for a single page."""
    return any(
        item.record.corrections
        for name in RECORD_TYPES
        for item in site.model.of_type(name, site.language)
    )
