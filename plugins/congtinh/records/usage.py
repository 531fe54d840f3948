"""Visits of one month, with the source that each figure has (content-model.md, E.28)."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from typing import Annotated, ClassVar

from congtinh.errors import N_
from congtinh.languages import Bilingual
from congtinh.records.base import Record
from congtinh.records.counting import Count
from congtinh.records.faults import Fault
from congtinh.records.fields import Day, Moment, Text, coded, entry
from congtinh.records.parts import Part
from congtinh.vocabulary.registry import Vocabularies

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])\Z")


class SectionViews(Part):
    """Pages of one part of the site that were shown in the month."""

    section: Text = entry(
        "Phần của trang",
        "Part of the site",
        mandatory=True,
        shared=True,
        rule=(
            "Mã loại nội dung (news, legal_document…), home hoặc other.",
            "A content type (news, legal_document…), home or other.",
        ),
    )
    views_vi: int | None = entry("Lượt xem tiếng Việt", "Views in Vietnamese", shared=True, ge=0)
    views_en: int | None = entry("Lượt xem tiếng Anh", "Views in English", shared=True, ge=0)


class Usage(Record):
    """Visits counted by a log, a counter or by hand; a figure without its source is not told."""

    type_label: ClassVar = Bilingual("Lượt truy cập", "Visits")
    list_label: ClassVar = Bilingual("Lượt truy cập", "Visits")
    path: ClassVar = Bilingual("luot-truy-cap", "visits")
    own_page: ClassVar = False
    index_template: ClassVar = ""
    has_neighbours: ClassVar = False
    schema_org: ClassVar = "Observation"

    title: Text | None = entry(
        "Tiêu đề", "Title", rule=("Không cần ghi; lấy từ period.", "Not needed; taken from period.")
    )
    summary: Text | None = entry("Mô tả", "Description")
    date: Moment | None = entry("Ngày đăng", "Date posted", shared=True)
    period: Text | None = entry(
        "Tháng",
        "Month",
        mandatory=True,
        shared=True,
        rule=("Năm và tháng, ví dụ 2026-05.", "Year and month, such as 2026-05."),
    )
    visits_vi: int | None = entry(
        "Lượt truy cập tiếng Việt", "Visits in Vietnamese", mandatory=True, shared=True, ge=0
    )
    visits_en: int | None = entry(
        "Lượt truy cập tiếng Anh", "Visits in English", shared=True, ge=0
    )
    visits_source: Annotated[str, coded("visit_sources")] | None = entry(
        "Nguồn số liệu", "Source", mandatory=True, shared=True, vocabulary="visit_sources"
    )
    counted_on: Day | None = entry("Ngày lấy số liệu", "Counted on", shared=True)
    views: tuple[SectionViews, ...] | None = entry(
        "Lượt xem theo phần",
        "Views by part",
        shared=True,
        rule=("Ghi bằng invoke visits.", "Written by invoke visits."),
    )

    @property
    def heading(self) -> str:
        return self.title or self.period or super().heading

    @property
    def last_day(self) -> dt.date | None:
        """The last day of the month; its visits count on it."""
        match = _MONTH.match(self.period or "")
        if match is None:
            return None
        year, month = int(match[1]), int(match[2])
        return dt.date(year, month, calendar.monthrange(year, month)[1])

    def counts(self) -> Iterator[Count]:
        """Visits in each language, by their source; the English ones of an English file too."""
        for language, value in (("vi", self.visits_vi), ("en", self.visits_en)):
            if value and self.last_day:
                source, key = self.visits_source or "", f"{self.id} {language}"
                yield Count("visits", source, value, key, self.last_day, language)

    def check(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        yield from super().check(vocabularies)
        if self.period and not _MONTH.match(self.period):
            yield Fault(
                "period",
                N_("is not a month"),
                N_("Write the year and the month: 2026-05"),
                rule="E.28",
                value=self.period,
            )

    def day_faults(self, today: dt.date) -> Iterator[Fault]:
        last = self.last_day
        if last and last.replace(day=1) > today:
            remedy = N_("Write the year and the month: 2026-05")
            yield Fault("period", N_("is in the future"), remedy, rule="E.28", value=self.period)
