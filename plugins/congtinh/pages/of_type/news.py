"""The page of a news item: who wrote it, where it comes from, which campaign it belongs to."""

from __future__ import annotations

from congtinh.model import Item
from congtinh.pages.contexts import ItemPage, NewsPage
from congtinh.pages.item_fields import item_fields
from congtinh.pages.parts import Link
from congtinh.pages.site import Site
from congtinh.records.news import News


def item_page(site: Site, item: Item) -> ItemPage:
    record = item.record
    assert isinstance(record, News)
    # author and source always stand on a news item (NĐ 43/2011, Điều 5 khoản 3)
    fields = item_fields(site, item) | {"by_line": record.by_line or ""}
    fields["source"] = fields["source"] or Link(site.agency_name)
    campaign = site.link(site.model.find("campaign", record.campaign, site.language))
    return NewsPage(**fields, campaign=campaign, gallery=record.genre == "phong-su-anh")
