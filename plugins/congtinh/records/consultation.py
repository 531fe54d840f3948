"""Drafts and policies that the public is asked about (content-model.md, E.5)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from congtinh.errors import N_, Severity
from congtinh.languages import Bilingual
from congtinh.records.base import Record
from congtinh.records.clocks import Clock
from congtinh.records.contact import PRIVATE_MAIL
from congtinh.records.counting import ITEMS, Count
from congtinh.records.facets import Facet
from congtinh.records.faults import Fault
from congtinh.records.fields import Day, File, Mail, Tel, Text, coded, entry
from congtinh.records.parts import AttachedFile, Part
from congtinh.vocabulary.limits import limit
from congtinh.vocabulary.registry import Vocabularies

SUMMARY = Bilingual(
    "Đăng văn bản tổng hợp ý kiến sau khi hết hạn góp ý",
    "Summary of comments after the closing day",
)
_POST_SUMMARY = Bilingual(
    "Tổng hợp, giải trình ý kiến và đăng văn bản tổng hợp (summary_doc, summary_date)",
    "Summarise and answer the comments, and post the summary (summary_doc, summary_date)",
)
UPCOMING, OPEN, WAITING = "sap-mo", "dang-lay-y-kien", "cho-tong-hop"
SUMMARISED, ADOPTED, STOPPED = "da-tong-hop", "da-ban-hanh", "dung"
CLOSED = (SUMMARISED, ADOPTED)
"""States that a consultation cannot be in without the summary of its comments (R11)."""
DRAFT = "du-thao"


class Comment(Part):
    """One comment with the agency's answer; a person is named by consent alone."""

    date: Day = entry("Ngày nhận", "Date", mandatory=True)
    from_kind: Annotated[str, coded("commenter_kinds")] = entry(
        "Người góp ý", "From", mandatory=True, vocabulary="commenter_kinds"
    )
    name: Text | None = entry(
        "Tên người góp ý",
        "Name",
        rule=("Chỉ ghi khi có name_consent: true.", "Only with name_consent: true."),
    )
    name_consent: bool | None = entry("Đồng ý nêu tên", "Agrees to be named")
    text: Text = entry("Nội dung góp ý", "Comment", mandatory=True)
    text_en: Text | None = entry("Nội dung tiếng Anh", "Comment in English")
    reply: Text | None = entry("Tiếp thu, giải trình", "The agency’s answer")
    reply_en: Text | None = entry("Tiếp thu, giải trình tiếng Anh", "Answer in English")


class SummaryBox(Part):
    """Who is concerned, what is asked, what happens then."""

    who: Text = entry("Ai nên góp ý", "Who", mandatory=True)
    what: Text = entry("Góp ý việc gì", "What", mandatory=True)
    then: Text = entry("Sau đó", "Then", mandatory=True)


class Consultation(Record):
    """A consultation from its opening to the document that comes of it; its state follows from days and files."""

    type_label: ClassVar = Bilingual("Lấy ý kiến", "Consultation")
    list_label: ClassVar = Bilingual("Lấy ý kiến góp ý", "Consultations")
    path: ClassVar = Bilingual("lay-y-kien", "consultations")
    index_template: ClassVar = "consultations.html"
    in_feed: ClassVar = True
    label_field: ClassVar = "kind"
    states: ClassVar = "consultation_states"
    day_questions: ClassVar = ("visible", "state_on", "days_left", "days_waited")
    default_section: ClassVar = ("43:10.1.i",)
    facets: ClassVar = (
        Facet("kind", Bilingual("loai", "kind"), Bilingual("Loại", "Kind"), "consultation_kinds"),
        Facet("field", Bilingual("linh-vuc", "field"), Bilingual("Lĩnh vực", "Field"), "fields"),
        Facet("year", Bilingual("nam", "year"), Bilingual("Năm", "Year")),
    )

    kind: Annotated[str, coded("consultation_kinds")] | None = entry(
        "Loại nội dung lấy ý kiến",
        "Kind",
        mandatory=True,
        shared=True,
        vocabulary="consultation_kinds",
    )
    draft_docs: tuple[AttachedFile, ...] | None = entry(
        "Toàn văn dự thảo và tài liệu kèm theo",
        "Full draft and what goes with it",
        mandatory=True,
        shared=True,
        rule=(
            "Mỗi tệp: file, title, kind (du-thao, to-trinh, danh-gia-tac-dong).",
            "Each with file, title and kind (du-thao, to-trinh, danh-gia-tac-dong).",
        ),
    )
    opens: Day | None = entry("Bắt đầu lấy ý kiến", "Opens", mandatory=True, shared=True)
    closes: Day | None = entry(
        "Hết hạn góp ý",
        "Closes",
        mandatory=True,
        shared=True,
        rule=("Ngày cuối cùng nhận ý kiến.", "The last day on which comments are taken."),
    )
    drafting_unit: Text | None = entry(
        "Đơn vị soạn thảo", "Drafting unit", mandatory=True, shared=True, refers="unit"
    )
    address: Text | None = entry("Nơi nhận góp ý", "Send to", mandatory=True, shared=True)
    address_en: Text | None = entry(
        "Nơi nhận góp ý (tiếng Anh)", "Send to, in English", shared=True
    )
    email: Mail | None = entry("Thư điện tử nhận góp ý", "E-mail", mandatory=True, shared=True)
    phone: Tel | None = entry("Điện thoại", "Telephone", shared=True)
    summary_box: SummaryBox | None = entry(
        "Ai, việc gì, sau đó",
        "Who, what, then",
        mandatory=True,
        rule=("Ba dòng: who, what, then.", "Three lines: who, what, then."),
    )
    comments: tuple[Comment, ...] | None = entry(
        "Ý kiến góp ý",
        "Comments",
        shared=True,
        rule=(
            "Mỗi ý kiến: date, from_kind, text; reply khi đã giải trình; name chỉ khi có name_consent: true.",
            "Each with date, from_kind, text; reply once answered; name only with name_consent: true.",
        ),
    )
    received_otherwise: int | None = entry(
        "Ý kiến nhận bằng cách khác", "Comments received otherwise", shared=True, ge=0
    )
    comment_count: int | None = entry(
        "Tổng số ý kiến",
        "Number of comments",
        shared=True,
        ge=0,
        rule=(
            "Bằng số ý kiến nêu ở comments cộng received_otherwise.",
            "As many as in comments, and received_otherwise besides.",
        ),
    )
    summary_doc: File | None = entry(
        "Văn bản tổng hợp ý kiến", "Summary of comments", shared=True, file="file"
    )
    summary_date: Day | None = entry("Ngày đăng tổng hợp", "Summary posted", shared=True)
    result_doc: Text | None = entry(
        "Văn bản ban hành", "Adopted document", shared=True, refers="legal_document"
    )
    result_date: Day | None = entry("Ngày ban hành", "Adopted", shared=True)
    stopped: Day | None = entry("Ngày dừng lấy ý kiến", "Stopped", shared=True)
    stopped_why: Text | None = entry("Lý do dừng", "Why it was stopped")
    state: Annotated[str, coded("consultation_states")] | None = entry(
        "Trạng thái",
        "State",
        shared=True,
        vocabulary="consultation_states",
        rule=(
            "Không cần ghi; suy từ ngày và văn bản.",
            "Not needed; follows from days and documents.",
        ),
    )

    @property
    def year(self) -> int | None:
        """Consultations are filed under the year of their opening."""
        return self.opens.year if self.opens else super().year

    @property
    def order(self) -> tuple[Any, ...]:
        return (self.opens or self.shown_day or dt.date.min, self.id or "")

    @property
    def shown_day(self) -> dt.date | None:
        return self.opens or super().shown_day

    @property
    def shown_until(self) -> dt.date | None:
        return self.closes

    @property
    def total_comments(self) -> int:
        """Comments in all, those received otherwise too."""
        return len(self.comments or ()) + (self.received_otherwise or 0)

    def timeline(self) -> tuple[tuple[dt.date | None, str], ...]:
        if self.opens is None or self.closes is None:
            return ()
        days = [
            (self.opens, OPEN),
            (self.closes + dt.timedelta(days=1), WAITING),
            (self.summary_date if self.summary_doc else None, SUMMARISED),
            (self.result_date if self.result_doc else None, ADOPTED),
            (self.stopped, STOPPED),
        ]
        return ((None, UPCOMING), *((day, code) for day, code in days if day))

    def coming_states(self, day: dt.date) -> tuple[tuple[dt.date, str], ...]:
        return () if self.state_on(day) in (*CLOSED, STOPPED) else super().coming_states(day)

    def days_left(self, day: dt.date) -> int | None:
        """How many days are left to send comments, 0 on the last one; ``None`` while none are taken."""
        return (self.closes - day).days if self.closes and self.state_on(day) == OPEN else None

    def days_waited(self, day: dt.date) -> int | None:
        """Days since the closing day while no summary stands; ``None`` where none is owed."""
        if self.closes is None or day <= self.closes or (self.stopped and self.stopped <= day):
            return None
        is_there = self.summary_doc and self.summary_date and self.summary_date <= day
        return None if is_there else (day - self.closes).days

    def counts(self) -> Iterator[Count]:
        yield Count(ITEMS, self.kind or "")
        yield Count("consultations", self.kind or "", day=self.opens)
        for place, comment in enumerate(self.comments or (), 1):
            yield Count("comments", comment.from_kind, key=f"{self.id} {place}", day=comment.date)
        if self.received_otherwise:
            yield Count("comments", "", self.received_otherwise, f"{self.id} +", self.closes)

    def clocks(self, agency: frozenset[str]) -> Iterator[Clock]:
        """From the closing day to the summary; nothing is owed of one that was stopped."""
        if self.closes and not self.stopped:
            end = self.summary_date if self.summary_doc else None
            yield Clock(
                SUMMARY,
                self.closes,
                end,
                limit="consultation-summary",
                unit=self.drafting_unit or "",
                remedy=_POST_SUMMARY,
            )

    def check(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        yield from super().check(vocabularies)
        yield from self._day_faults(vocabularies)
        yield from self._paper_faults(vocabularies)
        yield from self._comment_faults()
        if self.email and self.email.rpartition("@")[2].lower() in PRIVATE_MAIL:
            remedy = N_("Write the official address of the agency")
            yield Fault(
                "email", N_("is a private address"), remedy, self.completeness, "R14", self.email
            )

    def _day_faults(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        if self.opens and self.closes and self.closes <= self.opens:
            told = self.closes.isoformat()
            yield Fault(
                "closes", N_("is not after “opens”"), N_("Check both days"), rule="R5", value=told
            )
        elif self.opens and self.closes and self.kind:
            term = vocabularies["consultation_kinds"].get(self.kind)
            minimum = term.text("minimum") if term else ""
            days, least = (
                (self.closes - self.opens).days,
                limit(vocabularies, minimum) if minimum else 0,
            )
            if days < least:
                yield Fault(
                    "closes",
                    N_("leaves {days} days for comments; the law wants at least {least}"),
                    N_("Take comments for longer, or check both days"),
                    Severity.WARNING,
                    "E.5",
                    self.closes.isoformat(),
                    {"days": days, "least": least},
                )
        if self.summary_date and self.closes and self.summary_date <= self.closes:
            told = self.summary_date.isoformat()
            remedy = N_("Check both days")
            yield Fault(
                "summary_date", N_("is not after “closes”"), remedy, Severity.WARNING, "R5", told
            )

    def _paper_faults(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        kinds = {one.kind for one in self.draft_docs or ()}
        if self.draft_docs and DRAFT not in kinds:
            remedy = N_("Mark the file of the full draft with kind: du-thao")
            yield Fault("draft_docs", N_("has no full draft"), remedy, self.completeness, "E.5")
        term = vocabularies["consultation_kinds"].get(self.kind or "")
        for wanted in term.texts("wants") if term and self.draft_docs else ():
            if wanted not in kinds:
                known = vocabularies["attachment_kinds"].get(wanted)
                yield Fault(
                    "draft_docs",
                    N_("lacks a file of the kind {kind}: {label}"),
                    N_("Add the file with that kind"),
                    Severity.WARNING,
                    "E.5",
                    params={"kind": wanted, "label": known.label if known else wanted},
                )
        for paper, day in (("summary_doc", "summary_date"), ("result_doc", "result_date")):
            for name, other in ((paper, day), (day, paper)):
                if getattr(self, name) and not getattr(self, other):
                    remedy = N_("Write “{other}” beside it")
                    message = N_("stands without “{other}”")
                    yield Fault(name, message, remedy, self.completeness, "E.5", params={"other": other})
        if self.state in CLOSED and not self.summary_doc:
            yield Fault(
                "state",
                N_("is written although the summary of comments is missing"),
                N_("Add summary_doc and summary_date, or take the state out"),
                rule="R11",
                value=self.state,
            )

    def _comment_faults(self) -> Iterator[Fault]:
        for place, comment in enumerate(self.comments or (), 1):
            if self.opens and comment.date and comment.date < self.opens:
                told, remedy = comment.date.isoformat(), N_("Check both days")
                message = N_("is before “opens”")
                yield Fault(
                    f"comments[{place}].date", message, remedy, Severity.WARNING, "R5", told
                )
        if self.comment_count is not None and self.comment_count != self.total_comments:
            yield Fault(
                "comment_count",
                N_(
                    "is not the number of comments with those received otherwise: {listed} + {otherwise}"
                ),
                N_("Correct the number, or complete comments and received_otherwise"),
                rule="E.5",
                value=str(self.comment_count),
                params={
                    "listed": len(self.comments or ()),
                    "otherwise": self.received_otherwise or 0,
                },
            )

    def day_faults(self, today: dt.date) -> Iterator[Fault]:
        if self.state and self.timeline() and self.state != self.state_on(today):
            yield Fault(
                "state",
                N_("is not what days and documents say: {state}"),
                N_("Take it out, or complete days and documents"),
                Severity.WARNING,
                "E.5",
                self.state,
                {"state": self.state_on(today)},
            )
