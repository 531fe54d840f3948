"""The page of a notice: from when to when it holds."""

from __future__ import annotations

from congtinh.model import Item
from congtinh.pages.contexts import ItemPage, NoticePage
from congtinh.pages.item_fields import item_fields
from congtinh.pages.site import Site
from congtinh.records.notice import Notice


def item_page(site: Site, item: Item) -> ItemPage:
    record = item.record
    assert isinstance(record, Notice)
    return NoticePage(
        **item_fields(site, item),
        kind=site.label("notice_kinds", record.kind),
        from_date=record.from_date,
        to_date=record.to_date,
        in_force=site.model.on_day(item, "in_force"),
        restore_expected=record.restore_expected,
        restored=record.restored,
        force_majeure=bool(record.force_majeure),
    )
