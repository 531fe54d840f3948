"""Issues of the gazette follow each other without a gap (NĐ 43/2011/NĐ-CP, Điều 10 khoản 1 điểm g)."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from congtinh.errors import N_, Problem, Severity
from congtinh.model import Item
from congtinh.records.gazette import Gazette
from congtinh.rules.site_content import SiteContent


def problems(content: SiteContent) -> Iterator[Problem]:
    """Numbers that no issue of a year has, and numbers that two have; of issues kept elsewhere none."""
    years: dict[int | None, dict[int, Item]] = {}
    for item in sorted(content.each_once("gazette"), key=lambda item: item.order):
        record = item.record
        if not isinstance(record, Gazette) or not record.file:
            continue
        taken = years.setdefault(record.year, {})
        for number in record.numbers:
            first = taken.setdefault(number, item)
            if first is not item:
                message, remedy = N_("is the number of {other} too"), N_("Correct one of the two")
                params = {"other": first.path}
                yield Problem(item.path, message, remedy, "issue_no", str(number), rule="E.22", params=params)
    for taken in years.values():
        yield from _gaps(taken)


def _gaps(taken: dict[int, Item]) -> Iterator[Problem]:
    """The numbers between the first and the last that nobody has, told of the issue that follows."""
    numbers = sorted(taken)
    for before, after in itertools.pairwise(numbers):
        if after - before > 1:
            missing = f"{before + 1}" if after - before == 2 else f"{before + 1}–{after - 1}"
            yield Problem(
                taken[after].path,
                N_("follows a gap: there is no issue {missing}"),
                N_("Post the missing issue, or correct the number"),
                "issue_no",
                str(after),
                severity=Severity.WARNING,
                rule="E.22",
                params={"missing": missing},
            )
