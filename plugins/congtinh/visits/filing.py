"""Months as ``usage`` records: what is written of them, and what stays as it is."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from enum import StrEnum
from typing import NamedTuple

from congtinh.errors import N_
from congtinh.records.usage import Usage
from congtinh.visits.months import Month

SOURCE = "log"
_OWN = ("period", "visits_vi", "visits_en", "visits_source", "counted_on", "views")
_FENCE = "---"


class Fate(StrEnum):
    """What becomes of a month; the words stand in ``FATES``."""

    NEW = "new"
    RENEWED = "renewed"
    SAME = "same"
    PARTLY = "partly"
    OTHER_SOURCE = "other-source"
    IN_SHEET = "in-sheet"


FATES = {
    Fate.NEW: N_("written"),
    Fate.RENEWED: N_("written anew"),
    Fate.SAME: N_("as it is written already"),
    Fate.PARTLY: N_("left: the log holds only a part of the month, and the record has more"),
    Fate.OTHER_SOURCE: N_("left: the record has its figures from another source"),
    Fate.IN_SHEET: N_("left: the record is a row of {path}; write the figures there"),
}


class Filed(NamedTuple):
    """One month, what becomes of it, and the text of its file where that is written."""

    month: Month
    fate: Fate
    text: str = ""


def filed(
    month: Month, days: Set[str], before: Usage | None, source: str | None, today: dt.date
) -> Filed:
    """``before`` and ``source``: the record of that month and the text of its file, ``None`` in a sheet."""
    until = month.counted_until(days)
    if before is None:
        return Filed(month, Fate.NEW, "\n".join((_FENCE, *_lines(month, until), *_closing(today), _FENCE, "")))
    if before.visits_source not in (None, SOURCE):
        return Filed(month, Fate.OTHER_SOURCE)
    now = (month.visits["vi"], month.visits["en"], _views(month), until)
    if now == (before.visits_vi or 0, before.visits_en or 0, _views_of(before), before.counted_on):
        return Filed(month, Fate.SAME)
    if source is None:
        return Filed(month, Fate.IN_SHEET)
    if not month.is_whole(days) and sum(now[:2]) < (before.visits_vi or 0) + (before.visits_en or 0):
        return Filed(month, Fate.PARTLY)
    return Filed(month, Fate.RENEWED, _renewed(source, list(_lines(month, until))))


def _views(month: Month) -> Counter[tuple[str, str]]:
    return Counter({key: count for key, count in month.views.items() if count})


def _views_of(record: Usage) -> Counter[tuple[str, str]]:
    found: Counter[tuple[str, str]] = Counter()
    for part in record.views or ():
        for language, count in (("vi", part.views_vi), ("en", part.views_en)):
            if count:
                found[part.section, language] = count
    return found


def _lines(month: Month, until: dt.date) -> Iterator[str]:
    """The front matter that a log gives, parts of the site with the most views first."""
    yield f"period: {month.period}"
    yield f"visits_vi: {month.visits['vi']}"
    yield f"visits_en: {month.visits['en']}"
    yield f"visits_source: {SOURCE}"
    yield f"counted_on: {until}"
    sections = {section for section, _ in month.views}
    of_section = {s: (month.views[s, "vi"], month.views[s, "en"]) for s in sections}
    if sections:
        yield "views:"
    for section, (vi, en) in sorted(of_section.items(), key=lambda one: (-sum(one[1]), one[0])):
        yield f"  - section: {section}"
        yield f"    views_vi: {vi}"
        yield f"    views_en: {en}"


def _closing(today: dt.date) -> Iterable[str]:
    return f"date: {today}", "status: published"


def _renewed(source: str, lines: list[str]) -> str:
    """The file with these lines in place of its own of the same keys; all others stay."""
    head, inside, rest = source.partition(f"{_FENCE}\n")
    kept, skipping = [], False
    front, fence, body = rest.partition(f"\n{_FENCE}")
    for line in front.split("\n"):
        key = re.match(r"([a-z_]+):", line)
        if key is not None or not line.startswith((" ", "-")):
            skipping = key is not None and key[1] in _OWN
        if not skipping:
            kept.append(line)
    return head + inside + "\n".join((*lines, *kept)) + fence + body
