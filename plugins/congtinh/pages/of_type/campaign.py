"""The page of a campaign, with the news that belongs to it."""

from __future__ import annotations

from congtinh.model import Item
from congtinh.pages.cards import card
from congtinh.pages.contexts import CampaignPage, ItemPage
from congtinh.pages.figures import cover
from congtinh.pages.item_fields import item_fields
from congtinh.pages.site import Site
from congtinh.records.campaign import Campaign


def item_page(site: Site, item: Item) -> ItemPage:
    record = item.record
    assert isinstance(record, Campaign)
    fields = item_fields(site, item)
    fields["lead"] = fields["lead"] or cover(site.model, item)
    members = site.model.naming("news", "campaign", item, site.language)
    return CampaignPage(
        **fields,
        from_date=record.from_date,
        to_date=record.to_date,
        lead_unit=site.link(site.model.find("unit", record.lead_unit, site.language)),
        cards=tuple(card(site, member) for member in reversed(members)),
    )
