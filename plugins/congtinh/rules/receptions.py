"""Citizen receptions: results in time, the head's session of each month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from congtinh.errors import N_, Problem, Severity
from congtinh.model import Item
from congtinh.periods import WorkingDays
from congtinh.records.contact import Contact
from congtinh.records.reception import AWAITING, HELD, Reception
from congtinh.rules.site_content import SiteContent
from congtinh.vocabulary.limits import limit

_RULE = "E.12"
HEAD = "head"


def problems(content: SiteContent) -> Iterator[Problem]:
    """What is owed of sessions that visitors see."""
    sessions = [
        (item, item.record)
        for item in content.visible(content.each_once("reception"))
        if isinstance(item.record, Reception) and not item.record.is_standing
    ]
    yield from _without_result(content, sessions)
    yield from _months_without_head(content, [record for _, record in sessions])


def _without_result(content: SiteContent, sessions: list[tuple[Item, Reception]]) -> Iterator[Problem]:
    """Sessions whose day has passed, and whose result is still awaited after the term."""
    days, allowed = WorkingDays(content.vocabularies["holidays"]), limit(content.vocabularies, "reception-result")
    for item, record in sessions:
        day = record.takes_place
        if day and record.state_on(content.today) == AWAITING and days.between(day, content.today) > allowed:
            yield Problem(
                item.path, N_("says nothing of a session that was to be held on {day}"),
                N_("Write state: da-tiep with persons and cases, or hoan, or huy"), "state", record.state,
                severity=Severity.WARNING, rule=_RULE, params={"day": f"{day:%d/%m/%Y}"},
            )  # fmt: skip


def _months_without_head(content: SiteContent, sessions: list[Reception]) -> Iterator[Problem]:
    """Whole months, from the first session of the site on, in which the head held too few sessions."""
    days = sorted(record.takes_place for record in sessions if record.takes_place)
    if not days:
        return
    wanted = limit(content.vocabularies, "reception-head-month")
    held = [r.takes_place for r in sessions if r.state == HELD and _is_head(content, r) and r.takes_place]
    for start, after in pairwise(_months(days[0], content.today)):
        number = len({day for day in held if start <= day < after})
        if number < wanted:
            yield Problem(
                f"reception/{start.year}/", N_("has {number} sessions held by the head in {month}, of {wanted}"),
                N_("Publish the session with its result, or hold one"), severity=Severity.WARNING, rule=_RULE,
                params={"number": number, "wanted": wanted, "month": f"{start:%m/%Y}"},
            )  # fmt: skip


def _is_head(content: SiteContent, record: Reception) -> bool:
    host = content.references.get(("contact", record.host or ""))
    return any(
        item.id == host and isinstance(item.record, Contact) and item.record.rank == HEAD
        for item in content.of_type("contact")
    )


def _months(first: dt.date, today: dt.date) -> Iterator[dt.date]:
    """The first day of each month from that of ``first`` to that of ``today``."""
    month = first.replace(day=1)
    while month <= today:
        yield month
        month = (month + dt.timedelta(days=32)).replace(day=1)
