"""What records have in common that rest on a decision: its clock, and days that follow one another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from congtinh.errors import N_, Severity
from congtinh.languages import Bilingual
from congtinh.records.base import Record
from congtinh.records.clocks import Clock
from congtinh.records.faults import Fault

FROM_APPROVAL = Bilingual("Từ ngày phê duyệt đến ngày đăng", "From approval to posting")
FROM_RELEASE = Bilingual("Từ ngày quyết định công bố đến ngày đăng", "From release to posting")
FROM_ACCEPTANCE = Bilingual(
    "Từ ngày nghiệm thu đến ngày đăng kết quả", "From acceptance to posting of the results"
)
DECISION_RULE = (
    "Định danh văn bản trên trang, hoặc số ký hiệu và ngày của văn bản khác.",
    "The id of a document of this site, or the number and day of another.",
)


def posting_clock(record: Record, start: dt.date | None, what: Bilingual = FROM_APPROVAL) -> Iterator[Clock]:
    """From a decision to the posting of the item; nothing runs before there is one."""
    if start is not None:
        yield Clock(what, start, record.date.date() if record.date else None)


def order_faults(record: Record, *names: str) -> Iterator[Fault]:
    """Days that must not be before those named earlier (R5)."""
    before, of = None, ""
    for name in names:
        day: dt.date | None = getattr(record, name)
        if day is None:
            continue
        if before is not None and day < before:
            yield Fault(
                name,
                N_("is before {other}"),
                N_("Check both days"),
                record.completeness,
                "R5",
                day.isoformat(),
                {"other": of},
            )
        before, of = day, name


def warning(field: str, message: str, remedy: str, rule: str, value: str | None = None, **params: object) -> Fault:
    """A fault that the build goes on with."""
    return Fault(field, message, remedy, Severity.WARNING, rule, value, params)


def written_day(day: dt.date) -> str:
    """A day in the words of a fault: 22/11/2026."""
    return f"{day:%d/%m/%Y}"
