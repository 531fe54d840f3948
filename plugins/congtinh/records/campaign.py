"""Thematic campaigns (content-model.md, E.25)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import ClassVar

from congtinh.errors import N_
from congtinh.languages import Bilingual
from congtinh.records.base import Record
from congtinh.records.faults import Fault
from congtinh.records.fields import Day, File, Text, entry
from congtinh.vocabulary.registry import Vocabularies


class Campaign(Record):
    """A theme that gathers news and documents under one page, from one day to another."""

    type_label: ClassVar = Bilingual("Chuyên đề", "Campaign")
    list_label: ClassVar = Bilingual("Chuyên đề", "Campaigns")
    day_questions: ClassVar = ("visible", "running")
    path: ClassVar = Bilingual("chuyen-de", "campaigns")
    schema_org: ClassVar = "CollectionPage"
    default_section: ClassVar = ("43:10.1.b",)

    from_date: Day | None = entry("Từ ngày", "From", shared=True)
    to_date: Day | None = entry("Đến ngày", "To", shared=True)
    lead_unit: Text | None = entry("Đơn vị chủ trì", "Lead unit", shared=True, refers="unit")
    banner: File | None = entry("Ảnh chuyên đề", "Banner", shared=True, file="picture")
    quota: int | None = entry("Chỉ tiêu tin bài", "Quota", shared=True)

    @property
    def shown_day(self) -> dt.date | None:
        return self.from_date or super().shown_day

    @property
    def shown_until(self) -> dt.date | None:
        return self.to_date

    def running(self, day: dt.date) -> bool:
        """Whether the campaign runs on ``day``."""
        return (self.from_date is None or self.from_date <= day) and (
            self.to_date is None or day <= self.to_date
        )

    def check(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        yield from super().check(vocabularies)
        if self.from_date and self.to_date and self.to_date < self.from_date:
            yield Fault(
                "to_date",
                N_("is before from_date"),
                N_("Check both days"),
                rule="R5",
                value=self.to_date.isoformat(),
            )
