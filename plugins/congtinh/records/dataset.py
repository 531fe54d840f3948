"""Data sets of the department (content-model.md, E.28)."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from typing import Annotated, ClassVar

from congtinh.errors import N_
from congtinh.languages import Bilingual
from congtinh.records.base import Record
from congtinh.records.counting import ITEMS, Count
from congtinh.records.faults import Fault
from congtinh.records.fields import Day, File, Text, Url, coded, entry, several
from congtinh.records.parts import Part
from congtinh.vocabulary.registry import Vocabularies

FRESH, STALE = "dung-han", "qua-han"
_DURATION = re.compile(r"p(\d+)([dwmy])\Z")


class Column(Part):
    """One column of the data: its name in the file and what it means."""

    name: Text = entry("Tên cột", "Name", mandatory=True)
    label: Text | None = entry("Ý nghĩa", "Meaning", mandatory=True)
    label_en: Text | None = entry("Ý nghĩa tiếng Anh", "Meaning in English")
    values: Text | None = entry(
        "Kiểu giá trị", "Values", rule=("Ví dụ: số nguyên, ngày, văn bản.", "Such as: integer, date, text.")
    )


class Dataset(Record):
    """Data to reuse: what is in it, under which licence, in which forms, how fresh."""

    type_label: ClassVar = Bilingual("Bộ dữ liệu", "Data set")
    list_label: ClassVar = Bilingual("Bộ dữ liệu mở", "Open data sets")
    path: ClassVar = Bilingual("bo-du-lieu", "data-sets")
    in_feed: ClassVar = True
    states: ClassVar = "dataset_states"
    label_field: ClassVar = "licence"
    counts_pictures: ClassVar = False
    schema_org: ClassVar = "Dataset"
    default_section: ClassVar = ("43:12",)

    columns: tuple[Column, ...] | None = entry(
        "Cấu trúc dữ liệu",
        "Schema",
        mandatory=True,
        shared=True,
        rule=("Mỗi cột: name, label, label_en, values.", "Each column with name, label, label_en, values."),
    )
    licence: Annotated[str, coded("licences")] | None = entry(
        "Giấy phép", "Licence", mandatory=True, shared=True, vocabulary="licences"
    )
    file: Annotated[tuple[File, ...], several] | None = entry("Tệp dữ liệu", "Files", shared=True, file="file")
    url: Url | None = entry(
        "Địa chỉ dữ liệu",
        "Address of the data",
        shared=True,
        rule=("Khi dữ liệu nằm ở cổng khác.", "Where another portal keeps the data."),
    )
    formats: Annotated[tuple[Annotated[str, coded("data_formats")], ...], several] | None = entry(
        "Định dạng",
        "Formats",
        shared=True,
        vocabulary="data_formats",
        rule=("Không cần ghi nếu có tệp.", "Not needed where there are files."),
    )
    refreshed: Day | None = entry("Ngày cập nhật dữ liệu", "Refreshed", mandatory=True, shared=True)
    frequency: Annotated[str, coded("frequencies")] | None = entry(
        "Tần suất cập nhật", "Frequency", mandatory=True, shared=True, vocabulary="frequencies"
    )
    covers: Text | None = entry("Phạm vi dữ liệu", "Coverage")

    @property
    def shown_day(self) -> dt.date | None:
        return self.refreshed or super().shown_day

    @property
    def due(self) -> dt.date | None:
        """The day until which the next refresh is promised; ``None`` without a rhythm."""
        return later(self.refreshed, self.frequency) if self.refreshed and self.frequency else None

    def timeline(self) -> tuple[tuple[dt.date | None, str], ...]:
        if self.due is None:
            return ()
        return ((None, FRESH), (self.due + dt.timedelta(days=1), STALE))

    def counts(self) -> Iterator[Count]:
        yield Count(ITEMS)
        yield Count("datasets", key=f"{self.id}")

    def check(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        yield from super().check(vocabularies)
        if not self.file and not self.url:
            message, remedy = N_("is missing, and there is no url"), N_("Name the file, or write the url")
            yield Fault("file", message, remedy, self.completeness, "E.28")
        if self.url and not self.file and not self.formats:
            yield Fault(
                "formats",
                N_("is missing where the data has an address alone"),
                N_("Write the forms in which the data can be fetched"),
                self.completeness,
                "E.28",
            )
        names = [one.name for one in self.columns or ()]
        for name in sorted({name for name in names if names.count(name) > 1}):
            remedy = N_("Keep one of the two columns")
            yield Fault("columns", N_("has two columns of one name"), remedy, rule="E.28", value=name)


def later(day: dt.date, duration: str) -> dt.date | None:
    """``day`` and a duration of ISO 8601 such as ``p1w`` or ``p3m``; ``None`` for other words.

    The day of a shorter month is its last one: 31 January and a month is 28 February.
    """
    found = _DURATION.match(duration)
    if found is None:
        return None
    number, unit = int(found[1]), found[2]
    if unit in "dw":
        return day + dt.timedelta(days=number * (7 if unit == "w" else 1))
    months = day.year * 12 + day.month - 1 + number * (12 if unit == "y" else 1)
    year, month = divmod(months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
