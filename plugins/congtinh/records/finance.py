"""Publications on budget and finance (content-model.md, E.21; Luật Tiếp cận thông tin, Điều 17)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from congtinh.errors import N_
from congtinh.languages import Bilingual
from congtinh.records.base import Record
from congtinh.records.clocks import Clock
from congtinh.records.counting import ITEMS, Count
from congtinh.records.decisions import DECISION_RULE, posting_clock
from congtinh.records.facets import Facet
from congtinh.records.faults import Fault
from congtinh.records.fields import Day, File, Text, coded, entry, several
from congtinh.records.money import MONEY_RULE, Money, money_text
from congtinh.records.parts import Part
from congtinh.vocabulary.registry import Vocabularies

_ROMAN = ("", "I", "II", "III", "IV")


class Amount(Part):
    """One amount by name."""

    label: Text | None = entry("Nội dung", "What", mandatory=True)
    label_en: Text | None = entry("Tên tiếng Anh", "In English")
    amount: Money | None = entry("Số tiền", "Amount", mandatory=True, money=True, rule=MONEY_RULE)


class Finance(Record):
    """One publication: an estimate, what was carried out in a quarter, a settlement, a statement."""

    type_label: ClassVar = Bilingual("Công khai ngân sách", "Budget publication")
    list_label: ClassVar = Bilingual("Công khai ngân sách, tài chính", "Budget and finance")
    path: ClassVar = Bilingual("cong-khai-ngan-sach", "budget")
    index_template: ClassVar = "board.html"
    in_feed: ClassVar = True
    default_section: ClassVar = ("tctt26:17.1.d",)
    label_field: ClassVar = "kind"
    facets: ClassVar = (
        Facet("year", Bilingual("nam", "year"), Bilingual("Năm ngân sách", "Budget year")),
        Facet("kind", Bilingual("loai", "kind"), Bilingual("Loại", "Kind"), "finance_kinds"),
    )

    budget_year: int | None = entry(
        "Năm ngân sách", "Budget year", mandatory=True, shared=True, ge=1990, le=2100
    )
    kind: Annotated[str, coded("finance_kinds")] | None = entry(
        "Loại", "Kind", mandatory=True, shared=True, vocabulary="finance_kinds"
    )
    code: Text | None = entry("Mã biểu", "Form", shared=True)
    quarter: int | None = entry(
        "Quý", "Quarter", shared=True, ge=1, le=4,
        rule=("1 đến 4; bắt buộc khi công khai theo quý.", "1 to 4; for publications by quarter."),
    )  # fmt: skip
    decision: Text | None = entry(
        "Quyết định công khai", "Decision", mandatory=True, shared=True, rule=DECISION_RULE
    )
    decided: Day | None = entry("Ngày quyết định", "Decided on", shared=True)
    unit_of_measure: Text | None = entry("Đơn vị tính", "Unit of measure", mandatory=True)
    tables: Annotated[tuple[File, ...], several] | None = entry(
        "Biểu số liệu", "Tables", mandatory=True, shared=True, file="table"
    )
    file: Annotated[tuple[File, ...], several] | None = entry(
        "Tệp tải về", "Download", shared=True, file="file"
    )
    amounts: tuple[Amount, ...] | None = entry("Số tiền chính", "Main amounts", shared=True)
    total: Money | None = entry(
        "Tổng số tiền", "Total", shared=True, money=True,
        rule=("Bằng tổng các số tiền chính.", "The sum of the main amounts."),
    )  # fmt: skip

    @property
    def year(self) -> int | None:
        """The budget year."""
        return self.budget_year or super().year

    @property
    def order(self) -> tuple[Any, ...]:
        return (self.budget_year or 0, self.date or dt.datetime.min.replace(tzinfo=dt.UTC), self.id or "")

    def period(self, language: str) -> str:
        """The quarter in words; empty of what is for the whole year."""
        if not self.quarter:
            return ""
        return f"Quarter {self.quarter}" if language == "en" else f"Quý {_ROMAN[self.quarter]}"

    def counts(self) -> Iterator[Count]:
        yield Count(ITEMS, self.kind or "")
        yield Count("finance", self.kind or "")

    def clocks(self, agency: frozenset[str]) -> Iterator[Clock]:
        """From the decision to publish, as long as the law on access to information allows."""
        yield from posting_clock(self, self.decided)

    def check(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        yield from super().check(vocabularies)
        term = vocabularies["finance_kinds"].get(self.kind or "")
        if term and term.flag("quarterly") and not self.quarter:
            yield Fault(
                "quarter",
                N_("is missing on a publication by quarter"),
                N_("Write 1, 2, 3 or 4"),
                self.completeness,
                "E.21",
            )
        parts = [one.amount for one in self.amounts or () if one.amount is not None]
        if self.total is not None and parts and sum(parts) != self.total:
            yield Fault(
                "total",
                N_("is not the sum of the amounts, which is {sum}"),
                N_("Correct the total or the amounts"),
                self.completeness,
                "R23",
                money_text(self.total, "vi"),
                {"sum": money_text(sum(parts), "vi")},
            )
