"""A feed as Atom (RFC 4287), through Pelican's feed library, which is loaded with this module."""

from __future__ import annotations

import datetime as dt
from html import escape

from feedgenerator import Atom1Feed

from congtinh.opendata.changes import ChangeFeed
from congtinh.opendata.feeds import UNDATED, FeedPlan, moment
from congtinh.records.fields import HANOI


class _Feed(Atom1Feed):  # type: ignore[misc]
    """A feed that bears the time of its newest entry, and never that of the build."""

    def latest_post_date(self) -> dt.datetime:
        if not self.items:
            return UNDATED
        latest: dt.datetime = super().latest_post_date()
        return latest


def feed_text(plan: FeedPlan, site_url: str) -> str:
    """The feed as Atom, in the order of its plan."""
    feed = _begun(plan, site_url)
    for item in plan.items:
        record = item.record
        feed.add_item(
            title=record.heading,
            link=f"{site_url}/{item.address}",
            description=escape(record.description),  # the library marks a summary as HTML
            unique_id=f"{site_url}/{item.address}",
            pubdate=moment(item),
            updateddate=record.updated or moment(item),
            categories=[record.category] if record.category else [],
        )
    return str(feed.writeString("utf-8"))


def change_feed_text(plan: ChangeFeed, site_url: str) -> str:
    """The feed as Atom; an entry bears the first moment of the day of its change."""
    feed = _begun(plan, site_url)
    for change in plan.changes:
        begun = dt.datetime(change.day.year, change.day.month, change.day.day, tzinfo=HANOI)
        feed.add_item(
            title=change.title,
            link=f"{site_url}/{change.address}",
            description=escape(change.summary),
            unique_id=f"{site_url}/{change.address}#{change.mark}",
            pubdate=begun,
            updateddate=begun,
        )
    return str(feed.writeString("utf-8"))


def _begun(plan: FeedPlan | ChangeFeed, site_url: str) -> _Feed:
    return _Feed(
        title=plan.title,
        link=f"{site_url}/{plan.page}",
        description=plan.title,
        language=plan.language,
        feed_url=f"{site_url}/{plan.address}",
        author_name=plan.agency,
        feed_guid=f"{site_url}/{plan.address}",
    )
