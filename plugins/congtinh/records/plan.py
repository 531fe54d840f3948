"""Strategies, master plans and plans (content-model.md, E.16; NĐ 43/2011, Điều 10 khoản 1 điểm đ)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from congtinh.errors import N_
from congtinh.languages import Bilingual
from congtinh.records.base import Record
from congtinh.records.clocks import Clock
from congtinh.records.counting import ITEMS, Count
from congtinh.records.decisions import DECISION_RULE, posting_clock, warning, written_day
from congtinh.records.facets import Facet
from congtinh.records.faults import Fault
from congtinh.records.fields import Day, File, Text, coded, entry, several
from congtinh.records.parts import Part
from congtinh.vocabulary.limits import limit
from congtinh.vocabulary.registry import Vocabularies

NOT_BEGUN, UNDER_WAY, ENDED = "chua-den-ky", "dang-thuc-hien", "het-ky"


class ResultReport(Part):
    """What was done under a plan in one year, or in all of it."""

    title: Text | None = entry("Tên báo cáo", "Title", mandatory=True)
    title_en: Text | None = entry("Tên tiếng Anh", "Title in English")
    year: int | None = entry("Năm", "Year", mandatory=True, ge=1990, le=2100)
    file: File | None = entry("Tệp", "File", mandatory=True, file="file")


class Plan(Record):
    """One strategy, master plan or plan with the years that it is for, and what came of it."""

    type_label: ClassVar = Bilingual("Kế hoạch", "Plan")
    list_label: ClassVar = Bilingual("Chiến lược, quy hoạch, kế hoạch", "Strategies and plans")
    path: ClassVar = Bilingual("ke-hoach", "plans")
    index_template: ClassVar = "board.html"
    in_feed: ClassVar = True
    default_section: ClassVar = ("43:10.1.đ", "tctt26:17.1.a")
    states: ClassVar = "plan_states"
    label_field: ClassVar = "kind"
    facets: ClassVar = (
        Facet("kind", Bilingual("loai", "kind"), Bilingual("Loại", "Kind"), "plan_kinds"),
        Facet("years", Bilingual("nam", "year"), Bilingual("Năm", "Year")),
    )

    kind: Annotated[str, coded("plan_kinds")] | None = entry(
        "Loại", "Kind", mandatory=True, shared=True, vocabulary="plan_kinds"
    )
    code: Text | None = entry("Mã", "Code", shared=True)
    year_from: int | None = entry("Từ năm", "From year", mandatory=True, shared=True, ge=1990, le=2100)
    year_to: int | None = entry("Đến năm", "To year", mandatory=True, shared=True, ge=1990, le=2100)
    decision: Text | None = entry(
        "Văn bản phê duyệt", "Approving document", mandatory=True, shared=True, rule=DECISION_RULE
    )
    approved: Day | None = entry("Ngày phê duyệt", "Approved on", mandatory=True, shared=True)
    level: Annotated[str, coded("plan_levels")] | None = entry(
        "Cấp phê duyệt", "Level", shared=True, vocabulary="plan_levels"
    )
    file: Annotated[tuple[File, ...], several] | None = entry(
        "Tệp tải về", "Download", shared=True, file="file"
    )
    result_reports: tuple[ResultReport, ...] | None = entry(
        "Báo cáo kết quả thực hiện", "Reports on results", shared=True
    )

    @property
    def years(self) -> tuple[int, ...]:
        """The years that the plan is for; those of a long one from its first to its last."""
        if self.year_from is None:
            return ()
        return tuple(range(self.year_from, min(self.year_to or self.year_from, self.year_from + 50) + 1))

    @property
    def year(self) -> int | None:
        """Plans are filed under their first year."""
        return self.year_from or super().year

    @property
    def order(self) -> tuple[Any, ...]:
        return (self.year_from or 0, self.approved or dt.date.min, self.id or "")

    def timeline(self) -> tuple[tuple[dt.date | None, str], ...]:
        if self.year_from is None or self.year_to is None or self.year_to < self.year_from:
            return ()
        begins, ends = dt.date(self.year_from, 1, 1), dt.date(self.year_to + 1, 1, 1)
        return ((None, NOT_BEGUN), (begins, UNDER_WAY), (ends, ENDED))

    def counts(self) -> Iterator[Count]:
        yield Count(ITEMS, self.kind or "")
        yield Count("plans", self.kind or "")

    def clocks(self, agency: frozenset[str]) -> Iterator[Clock]:
        """Ten working days from approval (NĐ 43/2011, Điều 17 khoản 1 điểm d)."""
        yield from posting_clock(self, self.approved)

    def check(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        yield from super().check(vocabularies)
        if self.year_from and self.year_to and self.year_to < self.year_from:
            yield Fault(
                "year_to",
                N_("is before {other}"),
                N_("Check both years"),
                self.completeness,
                "R5",
                str(self.year_to),
                {"other": "year_from"},
            )

    def results_due(self, vocabularies: Vocabularies) -> dt.date | None:
        """The day by which a report on the results stands on the site, once the plan has ended."""
        if self.year_to is None:
            return None
        return dt.date(self.year_to, 12, 31) + dt.timedelta(days=limit(vocabularies, "plan-results"))

    def results_overdue(self, today: dt.date, vocabularies: Vocabularies) -> Iterator[Fault]:
        """What is told of a plan whose results nobody reported."""
        due = self.results_due(vocabularies)
        if due and due < today and not self.result_reports:
            yield warning(
                "result_reports",
                N_("is missing, though the plan ended; due by {day}"),
                N_("Attach the report on what was done: title, year and file"),
                "E.16",
                day=written_day(due),
            )
