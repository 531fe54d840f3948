"""Sessions in which citizens are received (content-model.md, E.12; NĐ 154/2026/NĐ-CP, Điều 11 and 25)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from congtinh.errors import N_, Severity
from congtinh.languages import Bilingual
from congtinh.records.base import Record
from congtinh.records.counting import ITEMS, Count
from congtinh.records.facets import Facet
from congtinh.records.faults import Fault
from congtinh.records.fields import Day, File, Text, coded, entry
from congtinh.records.schedule_entry import HoursText
from congtinh.vocabulary.registry import Vocabularies

ANNOUNCED, HELD, POSTPONED, CANCELLED, AWAITING = "da-thong-bao", "da-tiep", "hoan", "huy", "cho-ket-qua"
"""Codes of the vocabulary ``reception_states``; no editor writes the last one."""
REGULAR, DAILY, URGENT, ONLINE = "dinh-ky", "thuong-xuyen", "dot-xuat", "truc-tuyen"
"""Codes of the vocabulary ``reception_kinds``."""
_PUBLISHED_BEFORE = (REGULAR, ONLINE)
_ONE_DAY = dt.timedelta(days=1)


class Reception(Record):
    """One session, or with ``weekdays`` the standing hours at which citizens are received.

    Citizens appear in it as numbers alone (NĐ 154/2026/NĐ-CP, Điều 12 khoản 2).
    """

    type_label: ClassVar = Bilingual("Tiếp công dân", "Citizen reception")
    list_label: ClassVar = Bilingual("Tiếp công dân", "Citizen receptions")
    path: ClassVar = Bilingual("tiep-cong-dan", "citizen-receptions")
    index_template: ClassVar = "reception_list.html"
    in_feed: ClassVar = True
    has_neighbours: ClassVar = False
    counts_pictures: ClassVar = False
    schema_org: ClassVar = "Event"
    default_section: ClassVar = ("43:10.1.c",)
    states: ClassVar = "reception_states"
    label_field: ClassVar = "kind"
    facets: ClassVar = (Facet("year", Bilingual("nam", "year"), Bilingual("Năm", "Year")),)

    kind: Annotated[str, coded("reception_kinds")] | None = entry(
        "Hình thức tiếp", "Kind", mandatory=True, shared=True, vocabulary="reception_kinds"
    )
    day: Day | None = entry(
        "Ngày tiếp", "Day", mandatory=True, shared=True,
        rule=("Ngày của buổi tiếp; với giờ tiếp thường xuyên là ngày bắt đầu áp dụng.",
              "The day of the session; of standing hours, the day from which they hold."),
    )  # fmt: skip
    weekdays: Text | None = entry(
        "Thứ trong tuần", "Weekdays", shared=True,
        rule=("Chỉ ghi với giờ tiếp thường xuyên: Thứ Hai đến thứ Sáu.", "Of standing hours alone, in Vietnamese."),
    )  # fmt: skip
    weekdays_en: Text | None = entry("Thứ trong tuần, tiếng Anh", "Weekdays, in English", shared=True)
    hours: HoursText | None = entry(
        "Giờ tiếp", "Hours", mandatory=True, shared=True,
        rule=("Ví dụ 08:00–11:00.", "Such as 08:00–11:00."),
    )  # fmt: skip
    hours_afternoon: HoursText | None = entry("Giờ tiếp buổi chiều", "Hours in the afternoon", shared=True)
    place: Text | None = entry("Nơi tiếp", "Place", mandatory=True, shared=True)
    place_en: Text | None = entry("Nơi tiếp, tiếng Anh", "Place, in English", shared=True)
    host: Text | None = entry("Người tiếp", "Host", mandatory=True, shared=True, refers="contact")
    attendees: Text | None = entry(
        "Thành phần tham dự", "Attendees", shared=True,
        rule=("Đơn vị, chức danh; không ghi tên công dân.", "Units and positions; never a citizen’s name."),
    )  # fmt: skip
    attendees_en: Text | None = entry("Thành phần tham dự, tiếng Anh", "Attendees, in English", shared=True)
    expected_content: Text | None = entry("Nội dung dự kiến", "Expected content", shared=True)
    expected_content_en: Text | None = entry(
        "Nội dung dự kiến, tiếng Anh", "Expected content, in English", shared=True
    )
    announced: Day | None = entry(
        "Ngày thông báo", "Announced on", shared=True,
        rule=("Mặc định là ngày đăng.", "By default the date posted."),
    )  # fmt: skip
    state: Annotated[str, coded("reception_states")] | None = entry(
        "Tình trạng", "State", shared=True, vocabulary="reception_states",
        rule=("Mặc định là da-thong-bao.", "By default da-thong-bao."),
    )  # fmt: skip
    new_date: Day | None = entry("Ngày tiếp mới", "New date", shared=True)
    reason: Text | None = entry("Lý do hoãn, hủy", "Reason", shared=True)
    reason_en: Text | None = entry("Lý do, tiếng Anh", "Reason, in English", shared=True)
    persons: int | None = entry("Số lượt người", "Persons", shared=True, ge=0)
    cases: int | None = entry("Số vụ việc", "Cases", shared=True, ge=0)
    result: Text | None = entry(
        "Kết quả", "Result", shared=True,
        rule=("Tóm tắt, không nêu danh tính công dân.", "In short; no citizen can be told by it."),
    )  # fmt: skip
    result_en: Text | None = entry("Kết quả, tiếng Anh", "Result, in English", shared=True)
    result_notice: File | None = entry(
        "Thông báo kết luận", "Notice of the result", shared=True, file="file"
    )

    @property
    def is_standing(self) -> bool:
        """Whether it tells the hours of every week, and is no session."""
        return self.kind == DAILY and bool(self.weekdays)

    @property
    def takes_place(self) -> dt.date | None:
        """The day of the session; of a postponed one the new day."""
        return self.new_date if self.state == POSTPONED and self.new_date else self.day

    @property
    def announced_on(self) -> dt.date | None:
        return self.announced or (self.date.date() if self.date else None)

    @property
    def year(self) -> int | None:
        """Sessions are filed under the year that they are held in."""
        return self.takes_place.year if self.takes_place else super().year

    @property
    def order(self) -> tuple[Any, ...]:
        return (self.takes_place or dt.date.min, self.hours or "", self.id or "")

    @property
    def shown_day(self) -> dt.date | None:
        return self.takes_place or super().shown_day

    def timeline(self) -> tuple[tuple[dt.date | None, str], ...]:
        day, state = self.takes_place, self.state or ANNOUNCED
        if self.is_standing or day is None:
            return ()
        if state == HELD:
            return ((None, ANNOUNCED), (day, HELD))
        return ((None, state),) if state == CANCELLED else ((None, state), (day + _ONE_DAY, AWAITING))

    def counts(self) -> Iterator[Count]:
        """The session by its state, with the persons and cases that it had; standing hours are none."""
        yield Count(ITEMS, self.kind or "")
        if self.is_standing:
            return
        yield Count("receptions", self.state or ANNOUNCED, day=self.takes_place)
        for measure, value in (("reception_persons", self.persons), ("reception_cases", self.cases)):
            if value and self.state == HELD:
                yield Count(measure, self.kind or "", value, day=self.takes_place)

    def check(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        yield from super().check(vocabularies)
        if self.state == AWAITING:
            yield Fault(
                "state", N_("is told by the day alone"), N_("Write da-thong-bao, da-tiep, hoan or huy"),
                rule="E.12", value=self.state,
            )  # fmt: skip
        yield from self._day_order()
        if self.kind == REGULAR and not self.is_standing:
            yield from self._law_wants()

    def _day_order(self) -> Iterator[Fault]:
        """Announced before it is held; postponed to a later day."""
        said, day = self.announced_on, self.day
        if said and day and said >= day and self.kind in _PUBLISHED_BEFORE and not self.is_standing:
            yield Fault(
                "announced", N_("is not before the day of the session"),
                N_("Write the day on which the session was announced, or its kind dot-xuat"),
                self.completeness, "E.12", said.isoformat(),
            )  # fmt: skip
        if self.state == POSTPONED and self.new_date is None:
            yield Fault(
                "new_date", N_("is missing on a postponed session"),
                N_("Write the new day, or the state huy where there is none"), self.completeness, "E.12",
            )  # fmt: skip
        if self.new_date and day and self.new_date <= day:
            yield Fault("new_date", N_("is not after day"), N_("Check both days"), rule="E.12",
                        value=self.new_date.isoformat())  # fmt: skip

    def _law_wants(self) -> Iterator[Fault]:
        """Who attends and what is expected are published of regular sessions (NĐ 154/2026, Điều 11 khoản 2 c)."""
        for name in ("attendees", "expected_content"):
            if not getattr(self, name):
                yield Fault(
                    name, N_("is missing on a regular session"), N_("Write it in a few words"),
                    Severity.WARNING, "E.12",
                )  # fmt: skip

    def day_faults(self, today: dt.date) -> Iterator[Fault]:
        if self.state == HELD and self.takes_place and self.takes_place > today:
            yield Fault(
                "state", N_("says held of a day that has not come"), N_("Write da-thong-bao until then"),
                rule="E.12", value=self.takes_place.isoformat(),
            )  # fmt: skip
