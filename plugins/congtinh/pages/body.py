"""The body of an item on its page: links and pictures made relative to where the page stands."""

from __future__ import annotations

import re
from html import unescape

from congtinh.model import Item, SiteModel
from congtinh.pages.citations import cited_html
from congtinh.pages.figures import picture_html
from congtinh.pages.relative import relative
from congtinh.pages.site import Site

_HREF = re.compile(r' href="([^"]*)"')
_IMG = re.compile(r"<img((?: [\w:-]+=\"[^\"]*\")*)\s*/?>")
_ATTRIBUTE = re.compile(r' ([\w:-]+)="([^"]*)"')
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|#|\?")


def body_html(site: Site, item: Item, html: str, page: str) -> str:
    """``html``, the body of ``item``, as it stands on the page at address ``page``."""
    model = site.model
    if " href=" in html:
        html = _HREF.sub(lambda m: _href(model, item, page, m.group(1)), html)
    if "<img" in html:
        html = _IMG.sub(lambda m: _image(model, item, page, m.group(1)), html)
    return cited_html(site, item, html, page)


def _href(model: SiteModel, item: Item, page: str, written: str) -> str:
    target = unescape(written)
    if not target or _SCHEME.match(target):
        return f' href="{written}"'
    plain, sign, anchor = target.partition("#")
    address = address_of(model, item, plain)
    if address is None:
        return ""
    return f' href="{relative(page, address)}{sign}{anchor}"'


def address_of(model: SiteModel, item: Item, target: str) -> str | None:
    """The address that a link of a body means; ``None`` where it means nothing that is published."""
    meant = item.files.get(target, "")
    if meant in model.by_path:
        return model.by_path[meant].address
    if meant in model.attachments:
        return model.attachments[meant].address
    if meant in model.pictures:
        return model.pictures[meant].fallback.address
    if meant:
        return None
    return target.lstrip("/") if target.startswith("/") else None


def _image(model: SiteModel, item: Item, page: str, attributes: str) -> str:
    found = {name: unescape(value) for name, value in _ATTRIBUTE.findall(attributes)}
    picture = model.pictures.get(item.files.get(found.get("src", ""), ""))
    if picture is None:
        return ""
    return picture_html(picture, found.get("alt", ""), page, found.get("title", ""))
