"""Questions that wait longer than the law allows, or are called answered without an answer (Điều 15 of NĐ 43/2011)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from congtinh.errors import N_, Problem, Severity
from congtinh.model import Item
from congtinh.periods import WorkingDays
from congtinh.records.question import ANSWERED, OUT_OF_REMIT, WITHDRAWN, Question
from congtinh.rules.site_content import SiteContent
from congtinh.vocabulary.limits import limit


def problems(content: SiteContent) -> Iterator[Problem]:
    working = WorkingDays(content.vocabularies["holidays"])
    term = limit(content.vocabularies, "question-answer")
    for item in content.each_once("question"):
        record = item.record
        assert isinstance(record, Question)
        if record.state == ANSWERED and not record.answer and not item.body.words:
            message, remedy = (
                N_("says that it was answered, but there is no answer"),
                N_("Write “answer”, or the answer as the text of the file"),
            )
            yield Problem(
                item.path,
                message,
                remedy,
                "state",
                record.state,
                severity=record.completeness,
                rule="E.13",
            )
        if (
            record.status in ("draft", "withdrawn")
            or record.received is None
            or record.state == WITHDRAWN
        ):
            continue
        yield from _late(item, record, working, term, content.today)


def _late(
    item: Item, record: Question, working: WorkingDays, term: int, today: dt.date
) -> Iterator[Problem]:
    assert record.received is not None
    if record.state == OUT_OF_REMIT:
        if record.remit_notice is None and record.received < today:
            message, remedy = (
                N_("is out of remit, and the asker has not been told"),
                N_("Tell the asker at once, and write remit_notice"),
            )
            yield _warning(item, message, remedy, "received", record.received, {})
        return
    waited = working.between(record.received, today)
    if record.settled is None and waited > term:
        message = N_("has waited {waited} working days for an answer; the law allows {term}")
        remedy = N_("Answer it, or say when: interim_notice and interim_until")
        yield _warning(
            item, message, remedy, "received", record.received, {"waited": waited, "term": term}
        )
    elif record.interim_until and not record.answered and record.interim_until < today:
        message, remedy = (
            N_("was promised as the day of the answer and has passed"),
            N_("Answer it, and write “answered”"),
        )
        yield _warning(item, message, remedy, "interim_until", record.interim_until, {})


def _warning(
    item: Item, message: str, remedy: str, field: str, day: dt.date, params: dict[str, object]
) -> Problem:
    told = day.isoformat()
    return Problem(
        item.path,
        message,
        remedy,
        field,
        told,
        severity=Severity.WARNING,
        rule="E.13",
        params=params,
    )
