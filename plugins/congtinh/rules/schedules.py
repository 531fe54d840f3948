"""What a site owes of its weekly schedules (content-model.md, E.11): each week once, no leader in two places."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import groupby

from congtinh.errors import N_, Problem, Severity
from congtinh.model import Item
from congtinh.periods.weeks import Week, week_of
from congtinh.records.schedule import Schedule
from congtinh.records.schedule_entry import Clash, clashes, told_of
from congtinh.rules.site_content import SiteContent

_RULE = "E.11"
_FRIDAY = 4

_Dated = tuple[Item, Schedule]


def problems(content: SiteContent) -> Iterator[Problem]:
    """Unknown leaders, a week told twice, leaders in two places, and the week that is missing."""
    found = [(i, i.record) for i in content.each_once("schedule") if isinstance(i.record, Schedule)]
    weeks = sorted((one for one in found if one[1].week), key=lambda one: (one[1].week or "", one[0].path))
    yield from _unknown(content, found)
    for _, group in groupby(weeks, key=lambda one: one[1].week):
        same = list(group)
        yield from _twice(content, same)
        yield from _between(content, same)
    yield from _missing(content, found)


def _unknown(content: SiteContent, found: list[_Dated]) -> Iterator[Problem]:
    for item, record in found:
        for place, one in enumerate(record.entries or (), 1):
            for name in one.leaders or ():
                if ("contact", name) not in content.references:
                    yield Problem(
                        item.path, N_("is not an item of the folder {folder}"),
                        N_("Write the name of a file of that folder, without .vi.md"),
                        f"entries[{place}].leaders", name, rule="R8", params={"folder": "contact"},
                    )  # fmt: skip


def _leader(content: SiteContent, record: Schedule) -> str:
    return content.references.get(("contact", record.leader or ""), record.leader or "")


def _twice(content: SiteContent, same: list[_Dated]) -> Iterator[Problem]:
    first: dict[str, Item] = {}
    for item, record in same:
        other = first.setdefault(_leader(content, record), item)
        if other is not item:
            yield Problem(
                item.path, N_("is the week of {other} too"), N_("Keep one of the two files, with a higher version"),
                "week", record.week, rule=_RULE, params={"other": other.path},
            )  # fmt: skip


def _between(content: SiteContent, same: list[_Dated]) -> Iterator[Problem]:
    """One leader at the same time in two schedules of a week; the same thing told in both is none."""
    bound = [
        (one, frozenset(content.references.get(("contact", name), name) for name in record.binds(one)))
        for _, record in same
        for one in record.entries or ()
    ]
    owners = {id(one): item for item, record in same for one in record.entries or ()}
    for clash in clashes(bound, content.vocabularies):
        items = owners[id(clash.first)], owners[id(clash.second)]
        if items[0] is not items[1] and clash.first.content != clash.second.content:
            yield _clash(clash, items[0], items[1])


def _clash(clash: Clash, one: Item, other: Item) -> Problem:
    return Problem(
        other.path, N_("is at the same time as “{other}” of {path}, for {leader}"),
        N_("Write the hours of both, or take one of them out"), "entries", told_of(clash.second, True),
        rule=_RULE,
        params={"other": told_of(clash.first, True), "path": one.path, "leader": clash.leader},
    )  # fmt: skip


def _missing(content: SiteContent, found: list[_Dated]) -> Iterator[Problem]:
    """The current week, and from Friday on the next; of the department where it ever told its own."""
    shared = [one for one in found if one[1].leader is None] or found
    if not shared:
        return
    told = {record.week for _, record in shared if record.visible(content.today)}
    current = week_of(content.today)
    if current.code not in told:
        yield _owed(current, N_("is missing: the schedule of this week has not been published"))
    elif content.today.weekday() >= _FRIDAY and current.following.code not in _written(shared):
        yield _owed(current.following, N_("is missing: next week begins on {monday}"))


def _written(shared: list[_Dated]) -> set[str | None]:
    return {record.week for _, record in shared if record.status != "draft"}


def _owed(week: Week, message: str) -> Problem:
    return Problem(
        f"schedule/{week.year}/{week.code.lower()}.vi.md", message,
        N_("Write the schedule: invoke new schedule"), "week", week.code,
        severity=Severity.WARNING, rule=_RULE, params={"monday": _day(week.monday)},
    )  # fmt: skip


def _day(day: dt.date) -> str:
    return f"{day:%d/%m/%Y}"
