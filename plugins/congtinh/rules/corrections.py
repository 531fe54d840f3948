"""Corrections say what was wrong and what is right, after the item was posted and not ahead of time (E.0)."""

from __future__ import annotations

from collections.abc import Iterator

from congtinh.errors import N_, Problem, Severity
from congtinh.model import Item
from congtinh.records.parts import Correction
from congtinh.rules.site_content import SiteContent
from congtinh.vocabulary.limits import limit

RULE = "E.0"


def problems(content: SiteContent) -> Iterator[Problem]:
    """What is wrong with the corrections of any item."""
    least = limit(content.vocabularies, "correction-text")
    for item in content.items:
        for place, one in enumerate(item.record.corrections or (), 1):
            yield from _day_problems(content, item, one, f"corrections[{place}].date")
            length = len(one.text or "")
            if 0 < length < least:
                yield Problem(
                    item.path,
                    N_("is a correction of {length} characters"),
                    N_("Say what was wrong and what is right, in at least {least} characters"),
                    f"corrections[{place}].text",
                    one.text,
                    severity=Severity.WARNING,
                    rule=RULE,
                    params={"length": length, "least": least},
                )


def _day_problems(content: SiteContent, item: Item, one: Correction, field: str) -> Iterator[Problem]:
    posted = item.record.date
    if posted and one.date < posted.date():
        message, remedy = N_("is before the date posted"), N_("Write the day on which the correction was posted")
    elif one.date > content.today:
        message, remedy = N_("is in the future"), N_("Write the day on which the correction was posted")
    else:
        return
    severity = Severity.WARNING if item.record.legacy else Severity.ERROR
    yield Problem(item.path, message, remedy, field, one.date.isoformat(), severity=severity, rule=RULE)
