"""Petitions of citizens, businesses and voters, and the replies (content-model.md, E.14)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, ClassVar

from congtinh.errors import N_, Severity
from congtinh.languages import Bilingual
from congtinh.records.clocks import Clock
from congtinh.records.counting import ITEMS, Count
from congtinh.records.facets import Facet
from congtinh.records.faults import Fault
from congtinh.records.fields import Day, Text, coded, entry
from congtinh.records.incoming import Incoming
from congtinh.vocabulary.registry import Vocabularies

REPLY = Bilingual("Trả lời phản ánh, kiến nghị", "Reply to a petition")
_REPLY_TO_IT = Bilingual(
    "Trả lời và ghi kết quả (reply, replied)", "Reply, and write the result down (reply, replied)"
)
REPLIED, VOTERS = "da-tra-loi", "cu-tri"


class Petition(Incoming):
    """One petition with the unit that deals with it, its due day and its reply."""

    type_label: ClassVar = Bilingual("Phản ánh, kiến nghị", "Petition")
    list_label: ClassVar = Bilingual("Phản ánh, kiến nghị", "Petitions")
    path: ClassVar = Bilingual("kien-nghi", "petitions")
    in_feed: ClassVar = True
    label_field: ClassVar = "origin"
    states: ClassVar = "petition_states"
    day_questions: ClassVar = ("visible", "state_on", "days_over")
    default_section: ClassVar = ("43:10.1.c",)
    facets: ClassVar = (
        Facet(
            "origin",
            Bilingual("nguon", "origin"),
            Bilingual("Nguồn kiến nghị", "Origin"),
            "petition_origins",
            in_feed=True,
        ),
        Facet(
            "state",
            Bilingual("trang-thai", "state"),
            Bilingual("Trạng thái", "State"),
            "petition_states",
        ),
        Facet("year", Bilingual("nam", "year"), Bilingual("Năm", "Year")),
    )

    summary: Text | None = entry(
        "Mô tả",
        "Description",
        rule=("Không cần ghi; lấy từ nội dung.", "Not needed; taken from the content."),
    )
    unit: Text | None = entry(
        "Đơn vị giải quyết", "Unit that deals with it", mandatory=True, shared=True, refers="unit"
    )
    origin: Annotated[str, coded("petition_origins")] | None = entry(
        "Nguồn kiến nghị", "Origin", mandatory=True, shared=True, vocabulary="petition_origins"
    )
    meeting: Text | None = entry(
        "Kỳ họp, cuộc tiếp xúc cử tri",
        "Meeting",
        rule=("Bắt buộc với kiến nghị của cử tri.", "Mandatory for petitions of voters."),
    )
    received: Day | None = entry("Ngày nhận", "Received", mandatory=True, shared=True)
    content: Text | None = entry(
        "Nội dung kiến nghị",
        "What it asks for",
        mandatory=True,
        rule=(
            "Không ghi họ tên, địa chỉ, số điện thoại, số định danh của người kiến nghị.",
            "Without name, address, telephone and identity number of whoever sent it.",
        ),
    )
    state: Annotated[str, coded("petition_states")] | None = entry(
        "Trạng thái", "State", mandatory=True, shared=True, vocabulary="petition_states"
    )
    due: Day | None = entry("Hạn trả lời", "Due", shared=True)
    replied: Day | None = entry("Ngày trả lời", "Replied", shared=True)
    reply: Text | None = entry(
        "Trả lời ngắn",
        "Short reply",
        rule=(
            "Nội dung trả lời dài viết ở phần nội dung của tệp.",
            "A long reply is the text of the file.",
        ),
    )
    reply_doc: Text | None = entry(
        "Văn bản trả lời",
        "Reply document",
        shared=True,
        refers="legal_document",
        rule=(
            "Văn bản trả lời, hoặc báo cáo kết quả giải quyết kiến nghị của cử tri, đã đăng trên trang.",
            "The reply, or the report on voters’ petitions, as it stands on this site.",
        ),
    )

    @property
    def asked(self) -> str | None:
        return self.content

    @property
    def is_open(self) -> bool:
        """Whether it still waits for its reply."""
        return self.state in ("da-tiep-nhan", "dang-giai-quyet")

    def days_over(self, day: dt.date) -> int | None:
        """Days since it was due, while it waits; ``None`` before, and where nothing is owed."""
        is_over = self.due and self.is_open and self.due < day
        return (day - self.due).days if is_over and self.due else None

    def counts(self) -> Iterator[Count]:
        yield Count(ITEMS, self.origin or "")
        yield Count("petitions", self.origin or "", day=self.received)

    def clocks(self, agency: frozenset[str]) -> Iterator[Clock]:
        """From receipt to reply, where the record names the day on which it is due."""
        if self.due and (self.is_open or self.replied):
            yield Clock(REPLY, self.received, self.replied, due=self.due, remedy=_REPLY_TO_IT)

    def check(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        yield from super().check(vocabularies)
        if self.origin == VOTERS and not self.meeting:
            message, remedy = (
                N_("is missing on a petition of voters"),
                N_("Write the session or meeting that it was made at"),
            )
            yield Fault("meeting", message, remedy, self.completeness, "E.14")
        if self.state == REPLIED and not self.replied:
            message, remedy = (
                N_("wants the day “{field}”"),
                N_("Write that day, or correct the state"),
            )
            yield Fault(
                "state",
                message,
                remedy,
                self.completeness,
                "E.14",
                self.state,
                {"field": "replied"},
            )
        for name in ("due", "replied"):
            day = getattr(self, name)
            if day and self.received and day < self.received:
                yield Fault(
                    name,
                    N_("is before “{field}”"),
                    N_("Check both days"),
                    rule="R5",
                    value=day.isoformat(),
                    params={"field": "received"},
                )

    def day_faults(self, today: dt.date) -> Iterator[Fault]:
        if self.due and self.days_over(today):
            message, remedy = (
                N_("has passed without a reply"),
                N_("Reply, and write “replied” and the state"),
            )
            yield Fault("due", message, remedy, Severity.WARNING, "E.14", self.due.isoformat())
