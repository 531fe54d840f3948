"""Lists of old addresses for the web servers, since a static page cannot answer with a status."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from congtinh.model import Item


def redirect_files(items: tuple[Item, ...], site_url: str) -> dict[str, str]:
    """``name → text`` of ``redirects.nginx.map``, ``redirects.apache.conf`` and ``redirects.caddy``."""
    base = urlsplit(site_url).path.rstrip("/")
    pairs = sorted(
        (f"{base}{old}", f"{base}/{item.address}")
        for item in items
        for old in item.record.old_urls or ()
        if old.startswith("/") and not re.search(r"\s|[\"\\]", old)
    )
    return {
        "redirects.nginx.map": "".join(f'"{old}" "{new}";\n' for old, new in pairs),
        "redirects.apache.conf": "".join(
            f"RedirectMatch 301 ^{re.escape(old)}$ {new}\n" for old, new in pairs
        ),
        "redirects.caddy": "".join(f"redir {old} {new} permanent\n" for old, new in pairs),
    }
