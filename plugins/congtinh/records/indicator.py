"""Figures that the site cannot count itself, each with its period and source (content-model.md, E.28)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, ClassVar

from congtinh.errors import N_
from congtinh.languages import Bilingual
from congtinh.records.base import Record
from congtinh.records.counting import Count
from congtinh.records.faults import Fault
from congtinh.records.fields import Day, Moment, Text, entry
from congtinh.vocabulary.registry import Vocabularies


class Indicator(Record):
    """One value on one day, such as the digital signatures in use; reports name it by its key."""

    type_label: ClassVar = Bilingual("Chỉ số", "Indicator")
    list_label: ClassVar = Bilingual("Chỉ số", "Indicators")
    path: ClassVar = Bilingual("chi-so", "indicators")
    own_page: ClassVar = False
    index_template: ClassVar = "indicator.html"
    has_neighbours: ClassVar = False
    schema_org: ClassVar = "Observation"
    default_section: ClassVar = ("43:12",)
    row_named_by: ClassVar = ("key", "on_date")

    title: Text | None = entry(
        "Tiêu đề", "Title", rule=("Không cần ghi; lấy từ label.", "Not needed; taken from label.")
    )
    summary: Text | None = entry("Mô tả", "Description")
    date: Moment | None = entry("Ngày đăng", "Date posted", shared=True)
    key: Text | None = entry(
        "Mã chỉ số",
        "Key",
        mandatory=True,
        shared=True,
        rule=(
            "Cùng một mã qua các kỳ, ví dụ chu-ky-so.",
            "The same through all periods, such as chu-ky-so.",
        ),
    )
    label: Text | None = entry("Tên chỉ số", "Label", mandatory=True, shared=True)
    label_en: Text | None = entry("Tên tiếng Anh", "Label in English", shared=True)
    value: int | None = entry("Giá trị", "Value", mandatory=True, shared=True)
    of_total: int | None = entry(
        "Trên tổng số",
        "Of a total of",
        shared=True,
        ge=1,
        rule=("Ví dụ 65 khi chỉ số là 65/65 thủ tục.", "Such as 65 where the figure is 65/65 procedures."),
    )
    unit_of_measure: Text | None = entry("Đơn vị tính", "Unit of measure", shared=True)
    unit_of_measure_en: Text | None = entry("Đơn vị tính tiếng Anh", "Unit of measure in English", shared=True)
    on_date: Day | None = entry("Tính đến ngày", "As of", mandatory=True, shared=True)
    source: Text | None = entry("Nguồn số liệu", "Source", mandatory=True, shared=True)

    @property
    def heading(self) -> str:
        return self.title or (self.label_en if self.lang == "en" else None) or self.label or super().heading

    @property
    def order(self) -> tuple[Any, ...]:
        return (self.key or "", self.on_date or dt.date.min, self.id or "")

    def named(self, language: str) -> tuple[str, str]:
        """The label in a language, else in the other one, with the language that it is in."""
        if language == "en" and self.label_en:
            return self.label_en, "en"
        return self.label or self.heading, "vi"

    def counts(self) -> Iterator[Count]:
        """The value, on its day; a formula picks it by ``measure = "indicators"`` and its key as kind."""
        if self.value is not None and self.key:
            yield Count("indicators", self.key, self.value, f"{self.id}", self.on_date)

    def check(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        yield from super().check(vocabularies)
        if self.of_total is not None and self.value is not None and self.value > self.of_total:
            yield Fault(
                "value",
                N_("is more than of_total"),
                N_("Check both numbers"),
                rule="R23",
                value=str(self.value),
            )
