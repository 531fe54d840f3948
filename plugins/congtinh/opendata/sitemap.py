"""``sitemap.xml`` with ``hreflang`` alternates, and ``robots.txt``."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

_UNSAFE = re.compile(r"[&<>\"\n\r\t]")

LIMIT = 50_000
"""Addresses in one sitemap file (sitemaps.org)."""


class Place(NamedTuple):
    """One indexed page: address, day of its last change, ``(language, address)`` of its versions."""

    address: str
    updated: dt.date | None
    alternates: tuple[tuple[str, str], ...]


def sitemap_names(entries: Sequence[str]) -> list[str]:
    """The addresses of the files that ``sitemap_files`` makes."""
    if len(entries) <= LIMIT:
        return ["sitemap.xml"]
    return ["sitemap.xml", *(f"sitemap-{n}.xml" for n in range(1, -(-len(entries) // LIMIT) + 1))]


def sitemap_files(entries: Sequence[str], site_url: str) -> dict[str, str]:
    """``sitemap.xml``, as an index of several files where there are more entries than one may hold."""
    parts = [entries[start : start + LIMIT] for start in range(0, len(entries), LIMIT)] or [[]]
    if len(parts) == 1:
        return {"sitemap.xml": _urlset(parts[0])}
    files = {f"sitemap-{n}.xml": _urlset(part) for n, part in enumerate(parts, 1)}
    index = "".join(f"<sitemap><loc>{site_url}/{name}</loc></sitemap>\n" for name in files)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return {"sitemap.xml": f"{head}{index}</sitemapindex>\n", **files}


def entry(place: Place, site_url: str) -> str:
    """What the site map says of one page."""
    text = f"<url><loc>{escape(f'{site_url}/{place.address}')}</loc>"
    if place.updated:
        text += f"<lastmod>{place.updated.isoformat()}</lastmod>"
    for language, address in place.alternates:
        href = f"{site_url}/{address}"
        quoted = quoteattr(href) if _UNSAFE.search(href) else f'"{href}"'
        text += f'<xhtml:link rel="alternate" hreflang="{language}" href={quoted}/>'
    return f"{text}</url>\n"


def _urlset(entries: Sequence[str]) -> str:
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
    )
    return f"{head}{''.join(entries)}</urlset>\n"


def robots(site_url: str, public: bool) -> str:
    """``robots.txt``: a site that is not for the public asks every robot to stay out."""
    if not public:
        return "User-agent: *\nDisallow: /\n"
    return f"User-agent: *\nAllow: /\n\nSitemap: {site_url}/sitemap.xml\n"
