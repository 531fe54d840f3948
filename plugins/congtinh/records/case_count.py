"""Cases of one procedure in one period, as a row of its own (content-model.md, E.10)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import ClassVar

from congtinh.errors import Severity
from congtinh.languages import Bilingual
from congtinh.records.base import Record
from congtinh.records.case_figures import case_counts, case_faults, to_come
from congtinh.records.counting import Count
from congtinh.records.faults import Fault
from congtinh.records.fields import Day, Moment, Text, entry
from congtinh.vocabulary.registry import Vocabularies


class CaseCount(Record):
    """How many applications were received and settled in a period; no applicant is named."""

    type_label: ClassVar = Bilingual("Số lượng hồ sơ", "Case counts")
    list_label: ClassVar = Bilingual("Số lượng hồ sơ thủ tục hành chính", "Case counts of procedures")
    path: ClassVar = Bilingual("so-luong-ho-so", "case-counts")
    own_page: ClassVar = False
    index_template: ClassVar = ""
    has_neighbours: ClassVar = False
    schema_org: ClassVar = "Observation"
    row_named_by: ClassVar = ("procedure", "period")

    title: Text | None = entry(
        "Tiêu đề", "Title", rule=("Không cần ghi.", "Not needed.")
    )
    summary: Text | None = entry("Mô tả", "Description")
    date: Moment | None = entry("Ngày đăng", "Date posted", shared=True)
    procedure: Text | None = entry(
        "Thủ tục", "Procedure", mandatory=True, shared=True, refers="procedure"
    )
    period: Text | None = entry(
        "Kỳ",
        "Period",
        mandatory=True,
        shared=True,
        rule=("2026-05, Q2-2026, 6T-2026 hoặc 2026.", "2026-05, Q2-2026, 6T-2026 or 2026."),
    )
    received: int | None = entry("Tiếp nhận trong kỳ", "Received", mandatory=True, shared=True, ge=0)
    carried_over: int | None = entry("Kỳ trước chuyển sang", "Carried over", shared=True, ge=0)
    done: int | None = entry("Đã giải quyết", "Done", mandatory=True, shared=True, ge=0)
    on_time: int | None = entry("Đúng hạn", "On time", shared=True, ge=0)
    late: int | None = entry("Quá hạn", "Late", shared=True, ge=0)
    counted_on: Day | None = entry("Ngày lấy số liệu", "Counted on", shared=True)

    @property
    def heading(self) -> str:
        named = " · ".join(part for part in (self.procedure, self.period) if part)
        return self.title or named or super().heading

    def counts(self) -> Iterator[Count]:
        yield from case_counts(self, self.procedure or "")

    def check(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        yield from super().check(vocabularies)
        yield from case_faults(self, Severity.WARNING if self.legacy else Severity.ERROR)

    def day_faults(self, today: dt.date) -> Iterator[Fault]:
        yield from to_come(self, today)
