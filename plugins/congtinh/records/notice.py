"""Notices that are shown and hidden by date (content-model.md, E.26)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, ClassVar

from congtinh.errors import N_
from congtinh.languages import Bilingual
from congtinh.periods import WorkingDays
from congtinh.records.base import Record
from congtinh.records.counting import ITEMS, Count
from congtinh.records.facets import Facet
from congtinh.records.faults import Fault
from congtinh.records.fields import Day, Moment, coded, entry
from congtinh.vocabulary.limits import limit
from congtinh.vocabulary.registry import Vocabularies

OUTAGE = "tam-ngung"


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
    restored: Moment | None = entry(
        "Đã khôi phục lúc",
        "Restored at",
        shared=True,
        rule=("Ghi khi dịch vụ hoạt động trở lại.", "Once the service is back."),
    )
    force_majeure: bool | None = entry(
        "Bất khả kháng",
        "Force majeure",
        shared=True,
        rule=(
            "true nếu không thể báo trước 07 ngày làm việc; nêu lý do trong bài.",
            "true where seven working days of notice were not possible; say why in the text.",
        ),
    )

    @property
    def shown_day(self) -> dt.date | None:
        return self.from_date or super().shown_day

    @property
    def shown_until(self) -> dt.date | None:
        return self.to_date

    def counts(self) -> Iterator[Count]:
        yield Count(ITEMS, self.kind or "")

    @property
    def told_on(self) -> dt.date | None:
        """The day on which the notice was given: as written, else that of posting."""
        return self.announced or (self.date.date() if self.date else None)

    def in_force(self, day: dt.date) -> bool:
        """Whether the notice is to be shown on ``day``; that of an outage from the day it is announced.

        An outage that has ended sooner than was told is shown no longer.
        """
        first = self.told_on if self.kind == OUTAGE else self.from_date
        ends = [end for end in (self.to_date, self.restored.date() if self.restored else None) if end]
        return (first is None or first <= day) and all(day <= end for end in ends)

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
        if self.kind == OUTAGE:
            yield from self._outage_faults(vocabularies)

    def _outage_faults(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        """R28: told so many working days ahead, with the day when all is back (NĐ 224/2026/NĐ-CP, Điều 13)."""
        days, told = limit(vocabularies, "outage-notice"), self.told_on
        if told and self.from_date and not self.force_majeure:
            ahead = WorkingDays(vocabularies["holidays"]).between(told, self.from_date)
            if ahead < days:
                yield Fault(
                    "announced" if self.announced else "from_date",
                    N_("is {ahead} working days before the outage; it must be {days}"),
                    N_("Move the outage, or write force_majeure: true and say why in the text"),
                    self.completeness,
                    "R28",
                    (self.announced or self.from_date).isoformat(),
                    {"ahead": max(0, ahead), "days": days},
                )
        if self.restore_expected is None:
            yield Fault(
                "restore_expected",
                N_("is missing on an outage notice"),
                N_("Write when the service is expected back"),
                self.completeness,
                "R28",
            )
        if self.restored and self.from_date and self.restored.date() < self.from_date:
            value = self.restored.date().isoformat()
            yield Fault("restored", N_("is before from_date"), N_("Check both days"), rule="R5", value=value)
