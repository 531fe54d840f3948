"""Polls and what came of them (content-model.md, E.27)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import ClassVar

from congtinh.errors import N_
from congtinh.languages import Bilingual
from congtinh.records.base import Record
from congtinh.records.counting import ITEMS, Count
from congtinh.records.facets import Facet
from congtinh.records.faults import Fault
from congtinh.records.fields import Day, Text, entry
from congtinh.records.parts import Part
from congtinh.vocabulary.registry import Vocabularies

UPCOMING, OPEN, CLOSED = "sap-mo", "dang-mo", "da-dong"
_DAY = dt.timedelta(days=1)


class Option(Part):
    """One answer, with how many gave it."""

    label: Text = entry("Phương án", "Option", mandatory=True)
    label_en: Text | None = entry("Phương án tiếng Anh", "Option in English")
    answers: int | None = entry("Số phiếu", "Answers", ge=0)


class Poll(Record):
    """One question with its options; each who answers chooses one of them."""

    type_label: ClassVar = Bilingual("Thăm dò ý kiến", "Poll")
    list_label: ClassVar = Bilingual("Thăm dò ý kiến", "Polls")
    path: ClassVar = Bilingual("tham-do", "polls")
    in_feed: ClassVar = True
    states: ClassVar = "poll_states"
    schema_org: ClassVar = "Question"
    default_section: ClassVar = ("43:10.1.i",)
    facets: ClassVar = (Facet("year", Bilingual("nam", "year"), Bilingual("Năm", "Year")),)

    question: Text | None = entry("Câu hỏi", "Question", mandatory=True)
    options: tuple[Option, ...] | None = entry(
        "Phương án",
        "Options",
        mandatory=True,
        shared=True,
        rule=(
            "Ít nhất hai; mỗi phương án: label, label_en, answers khi đã có kết quả.",
            "Two at least, each with label, label_en, and answers once there are results.",
        ),
    )
    opens: Day | None = entry("Bắt đầu", "Opens", mandatory=True, shared=True)
    closes: Day | None = entry(
        "Kết thúc", "Closes", mandatory=True, shared=True, rule=("Ngày cuối cùng nhận phiếu.", "The last day.")
    )
    total: int | None = entry("Tổng số phiếu", "Total", shared=True, ge=0)
    counted_on: Day | None = entry("Ngày tổng hợp", "Counted on", shared=True)
    method: Text | None = entry(
        "Cách lấy ý kiến",
        "How it was held",
        rule=("Ví dụ: phiếu giấy tại Bộ phận một cửa.", "Such as: on paper at the one-stop desk."),
    )

    @property
    def shown_day(self) -> dt.date | None:
        return self.opens or super().shown_day

    @property
    def shown_until(self) -> dt.date | None:
        return self.closes

    @property
    def has_results(self) -> bool:
        """Whether each option has its number of answers."""
        return bool(self.options) and all(one.answers is not None for one in self.options or ())

    @property
    def answers(self) -> int:
        """All answers that the options have."""
        return sum(one.answers or 0 for one in self.options or ())

    def timeline(self) -> tuple[tuple[dt.date | None, str], ...]:
        if not self.opens or not self.closes:
            return ()
        return ((None, UPCOMING), (self.opens, OPEN), (self.closes + _DAY, CLOSED))

    def counts(self) -> Iterator[Count]:
        """The poll on the day it opens, its answers on the day they were counted."""
        yield Count(ITEMS)
        yield Count("polls", day=self.opens, key=f"{self.id}")
        if self.answers:
            yield Count("poll_answers", "", self.answers, f"{self.id}", self.counted_on or self.closes)

    def check(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        yield from super().check(vocabularies)
        if self.opens and self.closes and self.closes < self.opens:
            value = self.closes.isoformat()
            yield Fault("closes", N_("is before opens"), N_("Check both days"), rule="R5", value=value)
        if self.options and len(self.options) < 2:
            remedy = N_("Write two options at least, or ask in a consultation")
            yield Fault("options", N_("has one option alone"), remedy, self.completeness, "E.27")
        yield from self._sum_faults()

    def _sum_faults(self) -> Iterator[Fault]:
        given = [one for one in self.options or () if one.answers is not None]
        if given and not self.has_results:
            remedy = N_("Write answers for each option, 0 where nobody chose it")
            yield Fault("options", N_("has numbers of answers for some options alone"), remedy, rule="R23")
        elif self.total is not None and given and self.answers != self.total:
            yield Fault(
                "total",
                N_("is not the sum of the answers, which is {sum}"),
                N_("Correct the total or the answers of the options"),
                rule="R23",
                value=str(self.total),
                params={"sum": self.answers},
            )

    def overdue(self, today: dt.date, days: int) -> bool:
        """Whether it closed more than ``days`` days ago and tells no result."""
        return bool(self.closes) and not self.has_results and today > self.closes + days * _DAY  # type: ignore[operator]
