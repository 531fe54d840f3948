"""Questions of citizens and businesses, and what the department answers (content-model.md, E.13)."""

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
from congtinh.records.fields import Day, Text, coded, entry, loosely_coded, several
from congtinh.records.incoming import Incoming
from congtinh.records.parts import Part
from congtinh.vocabulary.registry import Vocabularies

ANSWER = Bilingual(
    "Trả lời câu hỏi, hoặc báo ngày sẽ trả lời", "Answer, or notice of the day of the answer"
)
PROMISED = Bilingual("Trả lời câu hỏi vào ngày đã báo", "Answer on the day that was promised")
REMIT = Bilingual("Báo câu hỏi ngoài phạm vi trả lời", "Notice that a question is out of remit")
_ANSWER_IT = Bilingual(
    "Trả lời, hoặc báo ngày sẽ trả lời (interim_notice, interim_until)",
    "Answer it, or say when it will be answered (interim_notice, interim_until)",
)
_TELL_ASKER = Bilingual(
    "Báo ngay cho người hỏi (remit_notice)", "Tell the asker at once (remit_notice)"
)
ANSWERED, OUT_OF_REMIT, WITHDRAWN = "da-tra-loi", "ngoai-pham-vi", "da-rut"
_WANTED = {
    "da-chuyen": "routed",
    "da-tra-loi": "answered",
    "ngoai-pham-vi": "remit_notice",
    "da-rut": "withdrawn",
}
"""State to the day that it wants."""


class Asker(Part):
    """Who asked: initials and province, and no more (NĐ 154/2026, Điều 12; Luật 91/2025/QH15)."""

    initials: Text = entry(
        "Chữ cái đầu của tên", "Initials", mandatory=True, rule=("Ví dụ: N.V.A.", "Such as: N.V.A.")
    )
    province: Text | None = entry("Tỉnh, thành phố", "Province")


class Question(Incoming):
    """One question with the days of its way; the text of the file is the answer."""

    type_label: ClassVar = Bilingual("Hỏi – đáp", "Question and answer")
    list_label: ClassVar = Bilingual("Hỏi – đáp", "Questions and answers")
    path: ClassVar = Bilingual("hoi-dap", "questions")
    in_feed: ClassVar = True
    schema_org: ClassVar = "QAPage"
    states: ClassVar = "question_states"
    day_questions: ClassVar = ("visible", "state_on", "days_open")
    default_section: ClassVar = ("43:15",)
    facets: ClassVar = (
        Facet(
            "field",
            Bilingual("linh-vuc", "field"),
            Bilingual("Lĩnh vực", "Field"),
            "fields",
            in_feed=True,
        ),
        Facet(
            "state",
            Bilingual("trang-thai", "state"),
            Bilingual("Trạng thái", "State"),
            "question_states",
        ),
        Facet("year", Bilingual("nam", "year"), Bilingual("Năm", "Year")),
    )

    summary: Text | None = entry(
        "Mô tả",
        "Description",
        rule=("Không cần ghi; lấy từ câu hỏi.", "Not needed; taken from the question."),
    )
    field: Annotated[tuple[Annotated[str, loosely_coded("fields")], ...], several] | None = entry(
        "Lĩnh vực", "Field", mandatory=True, shared=True, vocabulary="fields"
    )
    question: Text | None = entry(
        "Câu hỏi",
        "Question",
        mandatory=True,
        rule=(
            "Lược bỏ họ tên, địa chỉ, số điện thoại, thư điện tử, số định danh của người hỏi.",
            "Without name, address, telephone, e-mail and identity number of whoever asks.",
        ),
    )
    asked_via: Annotated[str, coded("asked_ways")] | None = entry(
        "Hỏi qua", "Asked by", shared=True, vocabulary="asked_ways"
    )
    asker: Asker | None = entry(
        "Người hỏi",
        "Asker",
        shared=True,
        rule=(
            "Chỉ chữ cái đầu của tên và tỉnh; chỉ khi có asker_consent: true.",
            "Initials and province alone, and only with asker_consent: true.",
        ),
    )
    asker_consent: bool | None = entry("Người hỏi đồng ý", "Asker agrees", shared=True)
    received: Day | None = entry("Ngày nhận", "Received", mandatory=True, shared=True)
    routed_to: Text | None = entry("Đơn vị trả lời", "Routed to", shared=True, refers="unit")
    routed: Day | None = entry("Ngày chuyển đơn vị", "Routed", shared=True)
    interim_notice: Day | None = entry("Ngày báo đang xử lý", "Interim notice", shared=True)
    interim_until: Day | None = entry("Hẹn trả lời vào ngày", "Answer promised by", shared=True)
    answered: Day | None = entry("Ngày trả lời", "Answered", shared=True)
    answer: Text | None = entry(
        "Trả lời ngắn",
        "Short answer",
        rule=(
            "Câu trả lời dài viết ở phần nội dung của tệp.",
            "A long answer is the text of the file.",
        ),
    )
    remit_notice: Day | None = entry("Ngày báo ngoài phạm vi", "Out-of-remit notice", shared=True)
    referred_to: Text | None = entry("Cơ quan có thẩm quyền", "Whom to ask instead")
    withdrawn: Day | None = entry("Ngày rút câu hỏi", "Withdrawn", shared=True)
    state: Annotated[str, coded("question_states")] | None = entry(
        "Trạng thái", "State", mandatory=True, shared=True, vocabulary="question_states"
    )
    general_interest: bool | None = entry(
        "Vấn đề chung",
        "Of general interest",
        shared=True,
        rule=(
            "true khi nhiều người quan tâm: câu trả lời phải được đăng.",
            "true where many ask the same: the answer must be published.",
        ),
    )

    @property
    def asked(self) -> str | None:
        return self.question

    @property
    def settled(self) -> dt.date | None:
        """The day on which its term ended: by an answer, an interim notice or one that it is out of remit."""
        days = (self.answered, self.interim_notice, self.remit_notice, self.withdrawn)
        return min((day for day in days if day), default=None)

    def days_open(self, day: dt.date) -> int | None:
        """Days since it came while neither an answer nor a notice has been given; ``None`` afterwards."""
        if self.received is None or (self.settled and self.settled <= day):
            return None
        return (day - self.received).days

    def counts(self) -> Iterator[Count]:
        yield Count(ITEMS)
        yield Count("questions", self.state or "", day=self.received)
        if self.answered:
            yield Count("answers", day=self.answered)

    def clocks(self, agency: frozenset[str]) -> Iterator[Clock]:
        """Fifteen working days to an answer or a notice, then up to the day that the notice names (Điều 15)."""
        unit = self.routed_to or ""
        if self.state == OUT_OF_REMIT:
            limit = "question-out-of-remit"
            yield Clock(
                REMIT, self.received, self.remit_notice, limit=limit, unit=unit, remedy=_TELL_ASKER
            )
        elif self.state != WITHDRAWN:
            first = self.settled
            yield Clock(
                ANSWER, self.received, first, limit="question-answer", unit=unit, remedy=_ANSWER_IT
            )
            if self.interim_notice and self.interim_until and self.interim_notice == first:
                start, due = self.interim_notice, self.interim_until
                yield Clock(PROMISED, start, self.answered, due=due, unit=unit, remedy=_ANSWER_IT)

    def check(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        yield from super().check(vocabularies)
        yield from self._day_faults()
        yield from self._state_faults()
        for name, other in (("routed", "routed_to"), ("interim_notice", "interim_until")):
            if getattr(self, name) and not getattr(self, other):
                message, remedy = N_("stands without “{other}”"), N_("Write “{other}” beside it")
                yield Fault(
                    name, message, remedy, self.completeness, "E.13", params={"other": other}
                )
        if self.general_interest and self.answered and self.status != "published":
            yield Fault(
                "status",
                N_("keeps back an answer of general interest"),
                N_("Publish it (Điều 15 of Nghị định 43/2011/NĐ-CP), or take general_interest out"),
                Severity.WARNING,
                "E.13",
                self.status,
            )

    def _state_faults(self) -> Iterator[Fault]:
        """A state whose day is missing, or that goes with another day."""
        state, wanted = self.state, _WANTED.get(self.state or "")
        if wanted and not getattr(self, wanted):
            message, remedy = (
                N_("wants the day “{field}”"),
                N_("Write that day, or correct the state"),
            )
            yield Fault(
                "state", message, remedy, self.completeness, "E.13", state, {"field": wanted}
            )
        if self.answered and state not in (ANSWERED, None):
            message, remedy = (
                N_("does not go with the day “{field}”"),
                N_("Correct the one or the other"),
            )
            yield Fault(
                "state", message, remedy, rule="E.13", value=state, params={"field": "answered"}
            )

    def _day_faults(self) -> Iterator[Fault]:
        """Days that do not follow one another."""
        before = "received"
        for name in (
            "routed",
            "interim_notice",
            "answered",
            "remit_notice",
            "withdrawn",
            "interim_until",
        ):
            start = "interim_notice" if name == "interim_until" else before
            first, day = getattr(self, start), getattr(self, name)
            if first and day and day < first:
                yield Fault(
                    name,
                    N_("is before “{field}”"),
                    N_("Check both days"),
                    rule="R5",
                    value=day.isoformat(),
                    params={"field": start},
                )
            if day and name != "interim_notice":
                before = name

    def day_faults(self, today: dt.date) -> Iterator[Fault]:
        for name in ("received", "answered"):
            day = getattr(self, name)
            if day and day > today:
                yield Fault(
                    name,
                    N_("is in the future"),
                    N_("Write the day on which it happened"),
                    rule="R5",
                    value=day.isoformat(),
                )
