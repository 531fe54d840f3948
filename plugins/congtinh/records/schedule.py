"""The weekly work schedule of a leader, or of the whole department (content-model.md, E.11)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BeforeValidator

from congtinh.errors import N_
from congtinh.languages import Bilingual
from congtinh.messages import day
from congtinh.periods.weeks import Week, parse_week
from congtinh.records.base import Record
from congtinh.records.facets import Facet
from congtinh.records.faults import Fault
from congtinh.records.fields import Day, Text, entry, fault
from congtinh.records.schedule_entry import ScheduleEntry, public_alone
from congtinh.vocabulary.registry import Vocabularies

COMING, CURRENT, PAST = "sap-toi", "tuan-nay", "da-qua"
"""Codes of the vocabulary ``schedule_states``."""


def _week(value: object) -> object:
    found = value if isinstance(value, Week) else parse_week(str(value))
    if found is None:
        raise fault(N_("is not a week of the calendar"), N_("Write the year and the ISO week: 2026-W47"))
    return found.code


class Schedule(Record):
    """One ISO week; what is not public of it is dropped when the file is read, and never kept."""

    type_label: ClassVar = Bilingual("Lịch công tác tuần", "Weekly schedule")
    list_label: ClassVar = Bilingual("Lịch công tác", "Work schedules")
    path: ClassVar = Bilingual("lich-cong-tac", "work-schedules")
    index_template: ClassVar = "schedule_list.html"
    in_feed: ClassVar = True
    has_neighbours: ClassVar = False
    counts_pictures: ClassVar = False
    default_section: ClassVar = ("43:10.1.c",)
    states: ClassVar = "schedule_states"
    facets: ClassVar = (Facet("year", Bilingual("nam", "year"), Bilingual("Năm", "Year")),)

    title: Text | None = entry(
        "Tiêu đề", "Title",
        rule=("Không cần ghi với lịch chung; lấy từ week.", "Not needed for the whole department; taken from week."),
    )  # fmt: skip
    summary: Text | None = entry("Mô tả", "Description")
    week: Annotated[str, BeforeValidator(_week)] | None = entry(
        "Tuần", "Week", mandatory=True, shared=True,
        rule=("Năm và tuần theo ISO, ví dụ 2026-W47.", "Year and ISO week, such as 2026-W47."),
    )  # fmt: skip
    leader: Text | None = entry(
        "Lãnh đạo", "Leader", shared=True, refers="contact",
        rule=("Để trống nếu là lịch chung của cơ quan.", "Empty for the schedule of the whole department."),
    )  # fmt: skip
    entries_public: bool | None = entry(
        "Mặc định công khai", "Public by default", shared=True,
        rule=(
            "true: mục không ghi public thì được công khai. Không ghi: mục đó không được đăng.",
            "true: entries without public are shown. Not written: such entries are never built.",
        ),
    )  # fmt: skip
    entries: Annotated[tuple[ScheduleEntry, ...], AfterValidator(public_alone)] | None = entry(
        "Nội dung lịch", "Entries", mandatory=True, shared=True,
        rule=(
            "entries: mỗi mục có date, hours hoặc part, content; ít nhất một mục công khai (public: true).",
            "entries: each with date, hours or part, content; at least one that is public (public: true).",
        ),
    )  # fmt: skip
    version: int | None = entry(
        "Lần sửa", "Version", shared=True, ge=1,
        rule=("Tăng thêm 1 mỗi lần sửa lịch đã đăng.", "One more with each change of a published schedule."),
    )  # fmt: skip
    signed_off: Day | None = entry("Ngày duyệt lịch", "Signed off on", shared=True)

    @property
    def iso_week(self) -> Week | None:
        return parse_week(self.week) if self.week else None

    @property
    def heading(self) -> str:
        week = self.iso_week
        return self.title or (_named(week, self.language) if week else super().heading)

    @property
    def year(self) -> int | None:
        """Schedules are filed under the year of their ISO week."""
        week = self.iso_week
        return week.year if week else super().year

    @property
    def order(self) -> tuple[Any, ...]:
        """By week; the schedule of the department is the newest of its week."""
        return (self.week or "", self.leader is None, self.leader or "", self.id or "")

    @property
    def shown_day(self) -> dt.date | None:
        week = self.iso_week
        return week.monday if week else super().shown_day

    @property
    def shown_until(self) -> dt.date | None:
        week = self.iso_week
        return week.sunday if week else None

    def timeline(self) -> tuple[tuple[dt.date | None, str], ...]:
        week = self.iso_week
        return ((None, COMING), (week.monday, CURRENT), (week.following.monday, PAST)) if week else ()

    def binds(self, one: ScheduleEntry) -> frozenset[str]:
        """The leaders that an entry names, as written; in a leader's own schedule that one."""
        return frozenset(one.leaders or ((self.leader,) if self.leader else ()))

    def check(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        yield from super().check(vocabularies)
        if self.leader and not self.title:
            yield Fault(
                "title",
                N_("is missing on the schedule of one leader"),
                N_("Write whose schedule of which week it is"),
                self.completeness,
                "E.11",
            )


def _named(week: Week, language: str) -> str:
    first, last = week.monday, week.sunday
    if language == "en":
        return f"Work schedule, week {week.number} of {week.year} ({day(first, 'en')} – {day(last, 'en')})"
    return f"Lịch công tác tuần {week.number} năm {week.year} ({first:%d/%m} – {last:%d/%m/%Y})"
