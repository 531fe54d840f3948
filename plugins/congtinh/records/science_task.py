"""Science tasks and their results (content-model.md, E.19; NĐ 43/2011, Điều 11 and Điều 17 khoản 1 điểm e)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from congtinh.errors import N_
from congtinh.languages import Bilingual
from congtinh.records.base import Record
from congtinh.records.clocks import Clock
from congtinh.records.counting import ITEMS, Count
from congtinh.records.decisions import (
    DECISION_RULE,
    FROM_ACCEPTANCE,
    order_faults,
    posting_clock,
    warning,
)
from congtinh.records.facets import Facet
from congtinh.records.faults import Fault
from congtinh.records.fields import Day, File, Text, coded, entry, loosely_coded, several
from congtinh.records.money import MONEY_RULE, Money
from congtinh.records.spans import SPAN_RULE, FirstDay, LastDay
from congtinh.vocabulary.registry import Vocabularies

APPROVED, UNDER_WAY, DUE, ACCEPTED, STOPPED = (
    "da-phe-duyet", "dang-thuc-hien", "cho-nghiem-thu", "da-nghiem-thu", "dung",
)  # fmt: skip
REPORTS = ("summary_report", "application_report")


class ScienceTask(Record):
    """One science task; its title is its name, and its state follows its days."""

    type_label: ClassVar = Bilingual("Nhiệm vụ khoa học và công nghệ", "Science task")
    list_label: ClassVar = Bilingual("Đề tài, nhiệm vụ khoa học và công nghệ", "Science tasks")
    path: ClassVar = Bilingual("nhiem-vu-khoa-hoc", "science-tasks")
    index_template: ClassVar = "board.html"
    in_feed: ClassVar = True
    schema_org: ClassVar = "ResearchProject"
    default_section: ClassVar = ("43:11", "tctt26:17.1.r")
    states: ClassVar = "task_states"
    label_field: ClassVar = "level"
    facets: ClassVar = (
        Facet("level", Bilingual("cap", "level"), Bilingual("Cấp quản lý", "Level"), "task_levels"),
        Facet("field", Bilingual("linh-vuc", "field"), Bilingual("Lĩnh vực", "Field"), "fields"),
        Facet("year", Bilingual("nam", "year"), Bilingual("Năm bắt đầu", "Year of beginning")),
    )

    title: Text | None = entry("Tên nhiệm vụ", "Name", mandatory=True)
    code: Text | None = entry("Mã số", "Code", mandatory=True, shared=True)
    level: Annotated[str, coded("task_levels")] | None = entry(
        "Cấp quản lý", "Level", mandatory=True, shared=True, vocabulary="task_levels"
    )
    field: Annotated[tuple[Annotated[str, loosely_coded("fields")], ...], several] | None = entry(
        "Lĩnh vực", "Field", mandatory=True, shared=True, vocabulary="fields"
    )
    host: Text | None = entry("Đơn vị chủ trì", "Host organisation", mandatory=True)
    leader: Text | None = entry("Chủ nhiệm", "Principal investigator", shared=True)
    from_date: FirstDay | None = entry("Bắt đầu", "From", mandatory=True, shared=True, rule=SPAN_RULE)
    to_date: LastDay | None = entry("Kết thúc", "To", mandatory=True, shared=True, rule=SPAN_RULE)
    budget: Money | None = entry("Kinh phí", "Budget", shared=True, money=True, rule=MONEY_RULE)
    decision: Text | None = entry(
        "Quyết định phê duyệt", "Approving decision", shared=True, rule=DECISION_RULE
    )
    approved: Day | None = entry("Ngày phê duyệt", "Approved on", shared=True)
    accepted: Day | None = entry("Ngày nghiệm thu", "Accepted on", shared=True)
    grade: Annotated[str, coded("task_grades")] | None = entry(
        "Xếp loại", "Grade", shared=True, vocabulary="task_grades"
    )
    stopped: Day | None = entry("Ngày dừng thực hiện", "Stopped on", shared=True)
    summary_report: File | None = entry("Báo cáo tổng hợp", "Summary report", shared=True, file="file")
    application_report: File | None = entry(
        "Báo cáo kết quả triển khai áp dụng", "Report on application", shared=True, file="file"
    )
    results_posted: Day | None = entry(
        "Ngày đăng kết quả", "Results posted on", shared=True,
        rule=("Ngày cả hai báo cáo đã có trên trang.", "The day on which both reports stood on the site."),
    )  # fmt: skip
    registration: Text | None = entry(
        "Số giấy chứng nhận đăng ký kết quả", "Registration of the results", shared=True
    )

    @property
    def year(self) -> int | None:
        """Tasks are filed under the year in which they begin."""
        return self.from_date.year if self.from_date else super().year

    @property
    def order(self) -> tuple[Any, ...]:
        return (self.from_date or dt.date.min, self.code or "", self.id or "")

    @property
    def shown_day(self) -> dt.date | None:
        return self.from_date or super().shown_day

    @property
    def shown_until(self) -> dt.date | None:
        return self.to_date

    @property
    def has_reports(self) -> bool:
        return bool(self.summary_report and self.application_report)

    def timeline(self) -> tuple[tuple[dt.date | None, str], ...]:
        """From approval to acceptance; what was stopped, or accepted early, ends there."""
        end = self.to_date + dt.timedelta(days=1) if self.to_date else None
        over = min([day for day in (self.accepted, self.stopped) if day], default=None)
        told: list[tuple[dt.date | None, str]] = [(None, APPROVED)]
        for day, state in ((self.from_date, UNDER_WAY), (end, DUE)):
            if day is not None and (over is None or day < over):
                told.append((day, state))
        if over is not None:
            told.append((over, STOPPED if over == self.stopped else ACCEPTED))
        return tuple(told)

    def counts(self) -> Iterator[Count]:
        yield Count(ITEMS, self.level or "")
        yield Count("science_tasks", self.level or "")
        if self.accepted:
            yield Count("science_results", self.level or "", day=self.accepted)

    def clocks(self, agency: frozenset[str]) -> Iterator[Clock]:
        """Twenty working days from approval, and as many from acceptance to the posting of the results."""
        yield from posting_clock(self, self.approved)
        if self.accepted:
            yield Clock(FROM_ACCEPTANCE, self.accepted, self._results_day())

    def _results_day(self) -> dt.date | None:
        if not self.has_reports:
            return None
        posted = self.results_posted or (self.updated or self.date)
        day = posted.date() if isinstance(posted, dt.datetime) else posted
        return max(day, self.accepted) if day and self.accepted else day

    def check(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        yield from super().check(vocabularies)
        yield from order_faults(self, "approved", "accepted")
        yield from order_faults(self, "from_date", "to_date")
        yield from order_faults(self, "from_date", "accepted")
        if self.grade and not self.accepted:
            yield warning(
                "accepted",
                N_("is missing, though the task has a grade"),
                N_("Write the day of acceptance"),
                "E.19",
            )
