"""Page-relative links, so that the site works below any folder of a portal."""

from __future__ import annotations


def to_root(page: str) -> str:
    """What leads from the page at address ``page`` to the root of the site: ``../../``."""
    return "../" * page.count("/")


def relative(page: str, target: str) -> str:
    """The href from the page at ``page`` to ``target``, both relative to the root of the site."""
    return to_root(page) + target or "./"
