"""The quality of online public services, part by part (Luật Chuyển đổi số 148/2025/QH15, Điều 34, 35)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, ClassVar

from congtinh.errors import N_, Severity
from congtinh.languages import Bilingual
from congtinh.records.base import Record
from congtinh.records.counting import ITEMS, Count
from congtinh.records.faults import Fault
from congtinh.records.fields import Day, File, Text, Url, coded, entry
from congtinh.records.quality_rows import MANDATORY, QualityRow, row_faults
from congtinh.vocabulary.registry import Vocabularies


class ServiceQuality(Record):
    """One of the parts that the law wants published, with its figures in a table of rows.

    ``rows`` come from the file that ``table`` names, or are written here.
    """

    type_label: ClassVar = Bilingual("Chất lượng dịch vụ công", "Service quality")
    list_label: ClassVar = Bilingual("Chất lượng dịch vụ công trực tuyến", "Quality of online services")
    path: ClassVar = Bilingual("chat-luong-dich-vu", "service-quality")
    index_template: ClassVar = "service_quality_index.html"
    schema_org: ClassVar = "Dataset"
    has_neighbours: ClassVar = False
    label_field: ClassVar = "part"
    states: ClassVar = "quality_states"
    default_section: ClassVar = (
        "lcds:34.2.a", "lcds:34.2.b", "lcds:34.2.c", "lcds:34.2.d", "lcds:34.2.đ", "lcds:34.2.e", "lcds:35.2",
    )  # fmt: skip

    part: Annotated[str, coded("service_quality_parts")] | None = entry(
        "Nội dung", "Part", mandatory=True, shared=True, vocabulary="service_quality_parts"
    )
    unit: Text | None = entry(
        "Đơn vị chịu trách nhiệm", "Responsible unit", mandatory=True, shared=True, refers="unit"
    )
    measured_on: Day | None = entry("Số liệu đến ngày", "Figures as of", mandatory=True, shared=True)
    next_due: Day | None = entry(
        "Hạn cập nhật tiếp theo",
        "Next update due",
        mandatory=True,
        shared=True,
        rule=("Ngày chậm nhất đăng số liệu kỳ sau.", "The last day for the figures of the next period."),
    )
    table: File | None = entry(
        "Tệp số liệu",
        "Table",
        shared=True,
        file="file",
        rule=(
            "Tệp .csv hoặc .xlsx; dòng đầu là tên cột, ví dụ Chỉ tiêu, Đơn vị tính, Kết quả, Kỳ, Nguồn số liệu.",
            "A .csv or .xlsx file; its first row names the columns: Indicator, Unit of measure, Value, Period, Source.",
        ),
    )
    rows: tuple[QualityRow, ...] | None = entry(
        "Số liệu", "Figures", shared=True, rule=("Ghi tại đây khi không có tệp số liệu.", "Here where there is no table.")
    )
    method: Text | None = entry("Cách đo", "How it is measured")
    live_url: Url | None = entry("Địa chỉ số liệu trực tiếp", "Live figures", shared=True)

    @property
    def shown_day(self) -> dt.date | None:
        return self.measured_on or super().shown_day

    def sections(self, vocabularies: Vocabularies) -> tuple[str, ...]:
        """The point of the law that the part stands under."""
        term = vocabularies["service_quality_parts"].get(self.part or "")
        return self.section or (term.texts("section") if term else ()) or self.default_section

    def timeline(self) -> tuple[tuple[dt.date | None, str], ...]:
        """In time, and behind from the day after the next update was due."""
        late = self.next_due + dt.timedelta(days=1) if self.next_due else None
        return ((None, "dung-ky"), *(((late, "cham-cap-nhat"),) if late else ()))

    def counts(self) -> Iterator[Count]:
        yield Count(ITEMS, self.part or "")

    def check(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        yield from super().check(vocabularies)
        if self.measured_on and self.next_due and self.next_due <= self.measured_on:
            yield Fault(
                "next_due",
                N_("is not after the day of the figures"),
                N_("Check both days"),
                rule="R5",
                value=self.next_due.isoformat(),
            )
        for fault in row_faults(self.rows or ()):
            if fault.field in MANDATORY:
                continue  # told of every part of a record that lacks a mandatory field
            yield Fault(
                f"rows[{fault.row + 1}].{fault.field}",
                fault.message,
                fault.remedy,
                self.completeness,
                "R23",
                fault.value,
                dict(fault.params),
            )

    def day_faults(self, today: dt.date) -> Iterator[Fault]:
        if self.next_due and self.next_due < today and self.status == "published":
            yield Fault(
                "next_due",
                N_("has passed without new figures"),
                N_("Put the new figures into the table, and write measured_on and next_due anew"),
                Severity.WARNING,
                "R21",
                self.next_due.isoformat(),
            )
