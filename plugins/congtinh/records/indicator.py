"""Figures that the site cannot count itself, each with its period and source (content-model.md, E.28)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from congtinh.languages import Bilingual
from congtinh.records.base import Record
from congtinh.records.counting import Count
from congtinh.records.fields import Day, Moment, Text, entry


class Indicator(Record):
    """One value on one day, such as the digital signatures in use; reports name it by its key."""

    type_label: ClassVar = Bilingual("Chỉ số", "Indicator")
    list_label: ClassVar = Bilingual("Chỉ số", "Indicators")
    path: ClassVar = Bilingual("chi-so", "indicators")
    own_page: ClassVar = False
    index_template: ClassVar = ""
    has_neighbours: ClassVar = False
    schema_org: ClassVar = "Observation"
    default_section: ClassVar = ("43:12",)

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
    unit_of_measure: Text | None = entry("Đơn vị tính", "Unit of measure", shared=True)
    on_date: Day | None = entry("Tính đến ngày", "As of", mandatory=True, shared=True)
    source: Text | None = entry("Nguồn số liệu", "Source", mandatory=True, shared=True)

    @property
    def heading(self) -> str:
        return self.title or (self.label_en if self.lang == "en" else None) or self.label or super().heading

    def counts(self) -> Iterator[Count]:
        """The value, on its day; a formula picks it by ``measure = "indicators"`` and its key as kind."""
        if self.value is not None and self.key:
            yield Count("indicators", self.key, self.value, f"{self.id}", self.on_date)
