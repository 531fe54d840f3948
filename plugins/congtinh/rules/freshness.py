"""What was promised for a day: results of polls, and data sets that are refreshed (R21)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from congtinh.errors import N_, Problem, Severity
from congtinh.records.dataset import Dataset
from congtinh.records.poll import Poll
from congtinh.rules.site_content import SiteContent
from congtinh.vocabulary.limits import limit


def problems(content: SiteContent) -> Iterator[Problem]:
    """Polls that closed long ago without a result, and data sets older than their frequency says."""
    yield from _polls(content)
    yield from _datasets(content)


def _polls(content: SiteContent) -> Iterator[Problem]:
    days = limit(content.vocabularies, "poll-results")
    for item in content.visible(content.each_once("poll")):
        record = item.record
        if isinstance(record, Poll) and record.closes and record.overdue(content.today, days):
            yield Problem(
                item.path,
                N_("closed more than {days} days ago, and its result is not told"),
                N_("Write answers for each option, and the total"),
                "options",
                record.closes.isoformat(),
                severity=Severity.WARNING,
                rule="E.27",
                params={"days": days},
            )


def _datasets(content: SiteContent) -> Iterator[Problem]:
    grace = dt.timedelta(days=limit(content.vocabularies, "dataset-grace"))
    for item in content.visible(content.each_once("dataset")):
        record = item.record
        if isinstance(record, Dataset) and record.due and content.today > record.due + grace:
            yield Problem(
                item.path,
                N_("is older than its frequency promises: due by {due}"),
                N_("Refresh the data and the day, or declare another frequency"),
                "refreshed",
                record.refreshed.isoformat() if record.refreshed else None,
                severity=Severity.WARNING,
                rule="R21",
                params={"due": record.due.isoformat()},
            )
