"""Statistics (content-model.md, E.20; the parts of NĐ 43/2011, Điều 12 khoản 3)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from congtinh.languages import Bilingual
from congtinh.records.base import Record
from congtinh.records.clocks import Clock
from congtinh.records.counting import ITEMS, Count
from congtinh.records.decisions import FROM_RELEASE, order_faults, posting_clock
from congtinh.records.facets import Facet
from congtinh.records.faults import Fault
from congtinh.records.fields import Day, File, Text, coded, entry
from congtinh.records.spans import SPAN_RULE, FirstDay, LastDay
from congtinh.vocabulary.registry import Vocabularies

FOUR_PARTS = ("data", "report", "method", "analysis")
"""Figures, report, method and analysis (Điều 12 khoản 3); ``surveyed`` is the time that they were taken in."""


class Statistic(Record):
    """One release of figures: the table, the report on it, how it was made and what it means."""

    type_label: ClassVar = Bilingual("Số liệu thống kê", "Statistics")
    list_label: ClassVar = Bilingual("Số liệu thống kê", "Statistical releases")
    path: ClassVar = Bilingual("so-lieu-thong-ke", "statistical-releases")
    index_template: ClassVar = "board.html"
    in_feed: ClassVar = True
    schema_org: ClassVar = "Dataset"
    default_section: ClassVar = ("43:12", "tctt26:17.1.a")
    facets: ClassVar = (
        Facet("year", Bilingual("nam", "year"), Bilingual("Năm", "Year")),
        Facet("field", Bilingual("linh-vuc", "field"), Bilingual("Lĩnh vực", "Field"), "fields"),
    )

    indicator: Text | None = entry("Chỉ tiêu thống kê", "Indicator", mandatory=True)
    period: Text | None = entry("Kỳ số liệu", "Period", mandatory=True)
    unit_of_measure: Text | None = entry("Đơn vị tính", "Unit of measure", mandatory=True)
    data: File | None = entry("Số liệu", "Figures", mandatory=True, shared=True, file="table")
    data_en: File | None = entry(
        "Số liệu, bản tiếng Anh", "Figures in English", shared=True, file="table"
    )
    chart: Annotated[str, coded("chart_kinds")] | None = entry(
        "Biểu đồ", "Chart", shared=True, vocabulary="chart_kinds",
        rule=(
            "Không ghi thì trang tự chọn: cot, duong, thanh hoặc khong.",
            "By default the site chooses: cot (columns), duong (lines), thanh (bars) or khong (none).",
        ),
    )  # fmt: skip
    report: File | None = entry("Báo cáo thống kê", "Report", mandatory=True, shared=True, file="file")
    method: Text | None = entry("Phương pháp thống kê", "Method", mandatory=True)
    analysis: Text | None = entry("Phân tích số liệu", "Analysis", mandatory=True)
    surveyed_from: FirstDay | None = entry("Thu thập từ ngày", "Collected from", shared=True, rule=SPAN_RULE)
    surveyed: LastDay | None = entry(
        "Thời gian thực hiện thống kê", "Collected until", mandatory=True, shared=True, rule=SPAN_RULE
    )
    released: Day | None = entry(
        "Ngày quyết định công bố", "Released on", mandatory=True, shared=True
    )

    @property
    def year(self) -> int | None:
        """Statistics are filed under the year of their release."""
        return self.released.year if self.released else super().year

    @property
    def order(self) -> tuple[Any, ...]:
        return (self.released or dt.date.min, self.id or "")

    @property
    def shown_day(self) -> dt.date | None:
        return self.released or super().shown_day

    def counts(self) -> Iterator[Count]:
        yield Count(ITEMS)
        yield Count("statistics")

    def clocks(self, agency: frozenset[str]) -> Iterator[Clock]:
        """Ten working days from the decision to release (NĐ 43/2011, Điều 17 khoản 1 điểm g)."""
        yield from posting_clock(self, self.released, FROM_RELEASE)

    def check(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        yield from super().check(vocabularies)
        yield from order_faults(self, "surveyed_from", "surveyed", "released")
