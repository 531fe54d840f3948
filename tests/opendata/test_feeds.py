"""Feeds are planned before they are written, and each can be written alone."""

from __future__ import annotations

import datetime as dt

from congtinh.build.run import Build
from congtinh.languages import Language
from congtinh.model import Item, SiteModel
from congtinh.opendata.atom import change_feed_text, feed_text
from congtinh.opendata.feeds import NEWEST, FeedPlan, feed_plans
from congtinh.pages.changes import change_feeds
from congtinh.pages.corrections import corrections_feed
from congtinh.pages.plan import Plan
from congtinh.records.registry import RECORD_TYPES
from tests.sites.copies import SiteCopy, tree

AGENCY: dict[Language, str] = {"vi": "Sở Thử nghiệm", "en": "Test Department"}
URL = "https://thu.example"
NEWS = """---
title: Tin thử nghiệm số {number} của danh sách
summary: Một tin ngắn để thử nguồn tin.
date: {day}
creator: Ban Biên tập
category: {category}
genre: tin
by_line: Ban Biên tập
contributor_kind: staff
status: published
---

Nội dung.
"""


def many_news(site: SiteCopy) -> SiteModel:
    """The small site with 70 news items of two sections, several on each day."""
    for number in range(70):
        day = dt.date(2025, 1, 1) + dt.timedelta(days=number * 37 % 50)
        category = "thong-bao" if number % 2 else "chuyen-doi-so"
        text = NEWS.format(number=number, day=day, category=category)
        site.write(f"news/2025/tin-{number:02d}.vi.md", text)
    return Build(site.settings()).gather()


def plans_of(model: SiteModel) -> dict[str, FeedPlan]:
    return {plan.address: plan for plan in feed_plans(model, AGENCY)}


def newest(items: list[Item]) -> list[str]:
    dated = [(item.record.date, item.id) for item in items if item.record.date]
    return [name for _, name in sorted(dated, reverse=True)[:NEWEST]]


def test_each_feed_is_written_from_its_plan_alone(built: SiteCopy) -> None:
    """The plans are the feeds of the built site, and each text stands there as it is written alone."""
    settings = built.settings()
    model = Build(settings).gather()
    sites = Plan(model, settings).sites
    agency = {language: site.agency_name for language, site in sites.items()}
    alone = {
        plan.address: feed_text(plan, settings.site_url).encode()
        for plan in feed_plans(model, agency)
    }
    for site in sites.values():
        for changes in (*change_feeds(site), corrections_feed(site)):
            alone[changes.address] = change_feed_text(changes, settings.site_url).encode()
    files = {name: data for name, data in tree(built.output).items() if name.endswith(".atom")}

    assert alone == files


def test_a_plan_holds_the_newest_items(small: SiteCopy) -> None:
    """Thirty at most, the newest first, of the whole type, of a section and of everything."""
    model = many_news(small)
    plans = plans_of(model)
    news = [item for item in model.items if item.type == "news" and item.lang == "vi"]
    section = [item for item in news if item.record.category == "thong-bao"]
    every = [i for i in model.items if RECORD_TYPES[i.type].in_feed and i.lang == "vi"]
    wanted = {"news": news, "news-thong-bao": section, "all": every}

    for name, items in wanted.items():
        assert len(items) > NEWEST
        assert [i.id for i in plans[f"feeds/{name}.vi.atom"].items] == newest(items)


def test_every_section_that_has_items_has_a_feed(small: SiteCopy) -> None:
    """A list of a section names its feed, so the feed is there even where no item has a day."""
    undated = NEWS.replace("date: {day}", "legacy: {{source: cu}}")
    text = undated.format(number=1, category="tieu-chuan-do-luong-chat-luong")
    small.write("news/2025/khong-ngay.vi.md", text)
    plans = plans_of(many_news(small))

    assert plans["feeds/news-tieu-chuan-do-luong-chat-luong.vi.atom"].items == ()
    assert plans["feeds/news-chuyen-doi-so.vi.atom"].items
