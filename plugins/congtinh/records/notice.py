"""Notices that are shown and hidden by date (content-model.md, E.26)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, ClassVar

from congtinh.errors import N_
from congtinh.languages import Bilingual
from congtinh.records.base import Record
from congtinh.records.counting import ITEMS, Count
from congtinh.records.facets import Facet
from congtinh.records.faults import Fault
from congtinh.records.fields import Day, Moment, coded, entry
from congtinh.vocabulary.registry import Vocabularies


class Notice(Record):
    """A notice in force from one day to another; it keeps its page afterwards."""

    type_label: ClassVar = Bilingual("Thông báo", "Notice")
    list_label: ClassVar = Bilingual("Thông báo", "Notices")
    label_field: ClassVar = "kind"
    day_questions: ClassVar = ("visible", "in_force")
    path: ClassVar = Bilingual("thong-bao", "notices")
    in_feed: ClassVar = True
    schema_org: ClassVar = "SpecialAnnouncement"
    default_section: ClassVar = ("43:10.1.b",)
    facets: ClassVar = (Facet("year", Bilingual("nam", "year"), Bilingual("Năm", "Year")),)

    kind: Annotated[str, coded("notice_kinds")] | None = entry(
        "Loại thông báo", "Kind", mandatory=True, shared=True, vocabulary="notice_kinds"
    )
    from_date: Day | None = entry("Từ ngày", "From", mandatory=True, shared=True)
    to_date: Day | None = entry("Đến ngày", "To", shared=True)
    announced: Day | None = entry("Ngày thông báo", "Announced", shared=True)
    restore_expected: Moment | None = entry("Dự kiến khôi phục", "Restored by", shared=True)
    force_majeure: bool | None = entry("Bất khả kháng", "Force majeure", shared=True)

    @property
    def shown_day(self) -> dt.date | None:
        return self.from_date or super().shown_day

    @property
    def shown_until(self) -> dt.date | None:
        return self.to_date

    def counts(self) -> Iterator[Count]:
        yield Count(ITEMS, self.kind or "")

    def in_force(self, day: dt.date) -> bool:
        """Whether the notice is to be shown on ``day``."""
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
        if self.kind == "tam-ngung" and self.restore_expected is None:
            yield Fault(
                "restore_expected",
                N_("is missing on an outage notice"),
                N_("Write when the service is expected back"),
                self.completeness,
                "R28",
            )
