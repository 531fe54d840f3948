"""Projects and public investment (content-model.md, E.17; the nine facts of NĐ 43/2011, Điều 10 khoản 1 điểm h)."""

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
    order_faults,
    posting_clock,
    warning,
    written_day,
)
from congtinh.records.facets import Facet
from congtinh.records.faults import Fault
from congtinh.records.fields import Day, Text, Url, coded, entry, loosely_coded, several
from congtinh.records.money import MONEY_RULE, Money, money_text
from congtinh.records.spans import SPAN_RULE, FirstDay, LastDay
from congtinh.vocabulary.registry import Vocabularies

PREPARING, UNDER_WAY, COMPLETED = "chuan-bi", "dang-trien-khai", "hoan-tat"


class Project(Record):
    """One project; its title is its name."""

    type_label: ClassVar = Bilingual("Dự án", "Project")
    list_label: ClassVar = Bilingual("Dự án, đầu tư công", "Projects")
    path: ClassVar = Bilingual("du-an", "projects")
    index_template: ClassVar = "board.html"
    in_feed: ClassVar = True
    schema_org: ClassVar = "Project"
    default_section: ClassVar = ("43:10.1.h", "tctt26:17.1.g")
    states: ClassVar = "project_states"
    label_field: ClassVar = "kind"
    facets: ClassVar = (
        Facet("state", Bilingual("tinh-trang", "state"), Bilingual("Tình trạng", "State"), "project_states"),
        Facet("speciality", Bilingual("linh-vuc", "field"), Bilingual("Lĩnh vực", "Field"), "fields"),
        Facet("kind", Bilingual("loai", "kind"), Bilingual("Loại dự án", "Kind"), "project_kinds"),
    )

    title: Text | None = entry("Tên dự án", "Name", mandatory=True)
    code: Text | None = entry("Mã dự án", "Code", shared=True)
    goal: Text | None = entry("Mục tiêu chính", "Main goal", mandatory=True)
    speciality: (
        Annotated[tuple[Annotated[str, loosely_coded("fields")], ...], several] | None
    ) = entry("Lĩnh vực chuyên môn", "Field", mandatory=True, shared=True, vocabulary="fields")
    kind: Annotated[str, coded("project_kinds")] | None = entry(
        "Loại dự án", "Kind", mandatory=True, shared=True, vocabulary="project_kinds"
    )
    from_date: FirstDay | None = entry(
        "Bắt đầu", "From", mandatory=True, shared=True, rule=SPAN_RULE
    )
    to_date: LastDay | None = entry(
        "Kết thúc", "To", mandatory=True, shared=True, rule=SPAN_RULE
    )
    budget: Money | None = entry(
        "Kinh phí", "Budget", mandatory=True, shared=True, money=True, rule=MONEY_RULE
    )
    funding_kind: Annotated[str, coded("funding_kinds")] | None = entry(
        "Loại hình tài trợ",
        "Kind of funding",
        mandatory=True,
        shared=True,
        vocabulary="funding_kinds",
    )
    funder: Text | None = entry("Nhà tài trợ", "Funder", mandatory=True)
    state: Annotated[str, coded("project_states")] | None = entry(
        "Tình trạng", "State", mandatory=True, shared=True, vocabulary="project_states"
    )
    investor: Text | None = entry("Chủ đầu tư", "Project owner")
    place: Text | None = entry("Địa điểm", "Place")
    decision: Text | None = entry(
        "Quyết định phê duyệt", "Approving decision", shared=True, rule=DECISION_RULE
    )
    approved: Day | None = entry("Ngày phê duyệt", "Approved on", shared=True)
    progress: int | None = entry(
        "Tiến độ (%)", "Progress (%)", shared=True, ge=0, le=100,
        rule=("Số nguyên từ 0 đến 100.", "A whole number from 0 to 100."),
    )  # fmt: skip
    disbursed: Money | None = entry(
        "Đã giải ngân", "Disbursed", shared=True, money=True, rule=MONEY_RULE
    )
    figures_of: Day | None = entry(
        "Số liệu tính đến ngày", "Figures as of", shared=True,
        rule=("Ngày của tiến độ và số giải ngân.", "The day of progress and disbursement."),
    )  # fmt: skip
    completed: Day | None = entry("Ngày hoàn tất", "Completed on", shared=True)
    map: Url | None = entry("Bản đồ", "Map", shared=True)

    @property
    def year(self) -> int | None:
        """Projects are filed under the year in which they begin."""
        return self.from_date.year if self.from_date else super().year

    @property
    def order(self) -> tuple[Any, ...]:
        return (self.from_date or dt.date.min, self.id or "")

    @property
    def shown_day(self) -> dt.date | None:
        return self.from_date or super().shown_day

    @property
    def shown_until(self) -> dt.date | None:
        return self.to_date

    def timeline(self) -> tuple[tuple[dt.date | None, str], ...]:
        """The one state that the editor wrote: which it is depends on decisions, not on days alone."""
        return ((None, self.state),) if self.state else ()

    def counts(self) -> Iterator[Count]:
        """The project by its state, and its budget in đồng."""
        yield Count(ITEMS, self.kind or "")
        yield Count("projects", self.state or "")
        if self.budget:
            yield Count("project_budget", self.state or "", self.budget)

    def clocks(self, agency: frozenset[str]) -> Iterator[Clock]:
        """Ten working days from approval (NĐ 43/2011, Điều 17 khoản 1 điểm d)."""
        yield from posting_clock(self, self.approved)

    def check(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        yield from super().check(vocabularies)
        yield from order_faults(self, "from_date", "to_date")
        yield from order_faults(self, "from_date", "completed")
        if self.disbursed is not None and self.budget is not None and self.disbursed > self.budget:
            yield Fault(
                "disbursed",
                N_("is more than the budget of {budget}"),
                N_("Correct one of the two amounts"),
                self.completeness,
                "E.17",
                money_text(self.disbursed, "vi"),
                {"budget": money_text(self.budget, "vi")},
            )

    def day_faults(self, today: dt.date) -> Iterator[Fault]:
        """The state follows the days; what was decided otherwise is for the editor to say."""
        begun = self.from_date is not None and self.from_date <= today
        if self.state == PREPARING and begun:
            yield self._doubt(N_("though the project was to begin on {day}"), self.from_date)
        elif self.state == UNDER_WAY and self.from_date and not begun:
            yield self._doubt(N_("though the project begins on {day}"), self.from_date)
        elif self.state == UNDER_WAY and self.to_date and self.to_date < today:
            yield self._doubt(N_("though the project was to end on {day}"), self.to_date)
        elif self.state == COMPLETED and self.to_date and self.to_date > today and not self.completed:
            yield self._doubt(N_("though the project ends on {day}"), self.to_date)

    def _doubt(self, message: str, day: dt.date | None) -> Fault:
        remedy = N_("Correct the state, or the days; write “completed” where it ended early")
        return warning("state", message, remedy, "E.17", self.state, day=written_day(day) if day else "")
