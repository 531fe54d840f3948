"""Results that are owed once something has ended: of science tasks (E.19) and of plans (E.16)."""

from __future__ import annotations

from collections.abc import Iterator

from congtinh.errors import N_, Problem
from congtinh.model import Item
from congtinh.periods import WorkingDays
from congtinh.records.decisions import warning, written_day
from congtinh.records.faults import problem_of
from congtinh.records.plan import Plan
from congtinh.records.science_task import REPORTS, ScienceTask
from congtinh.rules.site_content import SiteContent
from congtinh.vocabulary.limits import limit


def problems(content: SiteContent) -> Iterator[Problem]:
    for item in content.visible(content.each_once("plan")):
        assert isinstance(item.record, Plan)
        for fault in item.record.results_overdue(content.today, content.vocabularies):
            yield problem_of(fault, item.path)
    working = WorkingDays(content.vocabularies["holidays"])
    for item in content.visible(content.each_once("science_task")):
        yield from _reports(content, item, working)


def _reports(content: SiteContent, item: Item, working: WorkingDays) -> Iterator[Problem]:
    """Both reports stand on the site twenty working days after acceptance (NĐ 43/2011, Điều 17 khoản 1 điểm e)."""
    record = item.record
    assert isinstance(record, ScienceTask)
    if record.accepted is None:
        return
    due = working.add(record.accepted, limit(content.vocabularies, "science-results"))
    if due >= content.today:
        return
    for name in REPORTS:
        if not getattr(record, name):
            message = N_("is missing, though the task was accepted; due by {day}")
            remedy = N_("Attach the report, or say in the text why it is not public")
            yield problem_of(warning(name, message, remedy, "E.19", day=written_day(due)), item.path)
