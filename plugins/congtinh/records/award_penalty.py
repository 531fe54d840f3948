"""Commendations and sanctions (content-model.md, E.15; NĐ 43/2011/NĐ-CP, Điều 10 khoản 1 điểm c)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from congtinh.errors import N_, Severity
from congtinh.languages import Bilingual
from congtinh.records.base import Record
from congtinh.records.counting import ITEMS, Count
from congtinh.records.faults import Fault
from congtinh.records.fields import Day, Text, coded, entry
from congtinh.vocabulary.registry import Vocabularies

AWARD, SANCTION = "khen-thuong", "xu-phat"
SANCTIONED = "tctt26:17.1.i"


class AwardPenalty(Record):
    """One decision on an organisation, or on a person whom a law allows to name.

    It has no feed: what readers were sent could not be taken back after ``until``.
    """

    type_label: ClassVar = Bilingual("Khen thưởng, xử phạt", "Commendation or sanction")
    list_label: ClassVar = Bilingual("Khen thưởng, xử phạt", "Commendations and sanctions")
    path: ClassVar = Bilingual("khen-thuong-xu-phat", "commendations-sanctions")
    index_template: ClassVar = "awards.html"
    label_field: ClassVar = "kind"
    has_neighbours: ClassVar = False
    counts_pictures: ClassVar = False
    default_section: ClassVar = ("43:10.1.c", "tctt26:17.1.i")

    kind: Annotated[str, coded("award_kinds")] | None = entry(
        "Loại", "Kind", mandatory=True, shared=True, vocabulary="award_kinds"
    )
    subject: Text | None = entry("Đối tượng", "Subject", mandatory=True, shared=True)
    subject_en: Text | None = entry("Đối tượng, tiếng Anh", "Subject in English", shared=True)
    subject_kind: Annotated[str, coded("award_subjects")] | None = entry(
        "Loại đối tượng", "Kind of subject", mandatory=True, shared=True, vocabulary="award_subjects"
    )
    person_allowed_by: Text | None = entry(
        "Căn cứ nêu tên cá nhân",
        "Law that allows naming the person",
        shared=True,
        rule=(
            "Bắt buộc với cá nhân: điều, khoản và luật cho phép công khai.",
            "Mandatory for a person: the article and the law that allow it.",
        ),
    )
    decision: Text | None = entry(
        "Quyết định",
        "Decision",
        shared=True,
        refers="legal_document",
        rule=("Định danh văn bản trên trang này.", "Id of a document of this site."),
    )
    decision_number: Text | None = entry(
        "Số quyết định",
        "Decision number",
        shared=True,
        rule=("Khi quyết định không đăng trên trang này.", "Where the decision is not on this site."),
    )
    decided: Day | None = entry("Ngày quyết định", "Date of the decision", mandatory=True, shared=True)
    form: Text | None = entry("Hình thức", "Form")
    amount: int | None = entry(
        "Mức tiền (đồng)", "Amount (VND)", shared=True, ge=0, rule=("Số nguyên, đơn vị đồng.", "In whole VND.")
    )
    until: Day | None = entry(
        "Công khai đến hết ngày",
        "Public until",
        shared=True,
        rule=(
            "Sau ngày này nội dung bị gỡ khỏi mọi trang và tệp; bắt buộc với xử phạt.",
            "After that day it is on no page and in no file; mandatory for sanctions.",
        ),
    )

    @property
    def names_person(self) -> bool:
        return self.subject_kind == "ca-nhan"

    @property
    def shown_day(self) -> dt.date | None:
        return self.decided or super().shown_day

    @property
    def year(self) -> int | None:
        return self.decided.year if self.decided else super().year

    @property
    def order(self) -> tuple[Any, ...]:
        return (self.decided or dt.date.min, self.id or "")

    def sections(self, vocabularies: Vocabularies) -> tuple[str, ...]:
        """Sanctions alone are what Luật 01/2026/QH16, Điều 17 khoản 1 điểm i demands."""
        found = super().sections(vocabularies)
        is_own = self.section is not None or self.kind == SANCTION
        return found if is_own else tuple(one for one in found if one != SANCTIONED)

    def visible(self, today: dt.date) -> bool:
        """Until its last day; after it nothing that is made shows it."""
        return super().visible(today) and (self.until is None or today <= self.until)

    def counts(self) -> Iterator[Count]:
        yield Count(ITEMS, self.kind or "")
        yield Count("awards", self.kind or "", key=f"{self.id}")

    def check(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        yield from super().check(vocabularies)
        if self.names_person and not self.person_allowed_by:
            yield Fault(
                "person_allowed_by",
                N_("is missing where a person is named"),
                N_("Name the article and the law that allow it, or leave the person out"),
                Severity.ERROR,
                "E.15",
            )
        if not self.decision and not self.decision_number:
            yield Fault(
                "decision",
                N_("is missing, and there is no decision_number"),
                N_("Name the document of this site, or write the number of the decision"),
                self.completeness,
                "E.15",
            )
        yield from self._day_order()

    def _day_order(self) -> Iterator[Fault]:
        if self.kind == SANCTION and self.until is None:
            yield Fault(
                "until",
                N_("is missing on a sanction"),
                N_("Write the last day on which the law has it public"),
                self.completeness if self.names_person else Severity.WARNING,
                "E.15",
            )
        if self.until and self.decided and self.until < self.decided:
            value = self.until.isoformat()
            yield Fault("until", N_("is before decided"), N_("Check both days"), rule="R5", value=value)
