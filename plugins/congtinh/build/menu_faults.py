"""What is wrong with the menu of the settings: a name that means no page of this version."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from congtinh.errors import N_, Problem
from congtinh.pages.menu import menu_keys, usual_menu
from congtinh.pages.presence import is_page
from congtinh.pages.site import FIXED_TITLES
from congtinh.settings import MenuGroup


def menu_problems(menu: Sequence[str | MenuGroup]) -> Iterator[Problem]:
    """Keys that are neither a content type with a list nor a page that every site has."""
    choices = ", ".join(sorted({*menu_keys(usual_menu()), *FIXED_TITLES}))
    for key in menu_keys(menu):
        if not is_page(key):
            fault, remedy = N_("is neither a content type with a list nor a page"), N_("Write one of: {choices}")
            yield Problem("pelicanconf.py", fault, remedy, "MENU", key, params={"choices": choices})
