"""Packages of public procurement (content-model.md, E.18; NĐ 43/2011, Điều 10 khoản 1 điểm h)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from congtinh.errors import N_
from congtinh.languages import Bilingual
from congtinh.records.base import Record
from congtinh.records.clocks import Clock
from congtinh.records.counting import ITEMS, Count
from congtinh.records.decisions import (
    DECISION_RULE,
    order_faults,
    posting_clock,
    warning,
    written_day,
)
from congtinh.records.facets import Facet
from congtinh.records.faults import Fault
from congtinh.records.fields import Day, Text, Url, coded, entry
from congtinh.records.money import MONEY_RULE, Money, money_text
from congtinh.vocabulary.registry import Vocabularies

NATIONAL = "muasamcong.mpi.gov.vn"
"""The national system on which invitations and results stand by law; a page here only leads to it."""
PLANNED, INVITED, CLOSED, OPENED, AWARDED, CANCELLED = (
    "ke-hoach", "moi-thau", "het-han-nop", "mo-thau", "co-ket-qua", "huy-thau",
)  # fmt: skip


class Tender(Record):
    """One package from plan to contract; its title is its name, and its state follows its days."""

    type_label: ClassVar = Bilingual("Gói thầu", "Tender")
    list_label: ClassVar = Bilingual("Đấu thầu, mua sắm công", "Procurement")
    path: ClassVar = Bilingual("dau-thau", "procurement")
    index_template: ClassVar = "board.html"
    in_feed: ClassVar = True
    default_section: ClassVar = ("43:10.1.h", "tctt26:17.1.g")
    states: ClassVar = "tender_states"
    label_field: ClassVar = "method"
    facets: ClassVar = (
        Facet("year", Bilingual("nam", "year"), Bilingual("Năm", "Year")),
        Facet("method", Bilingual("hinh-thuc", "method"), Bilingual("Hình thức", "Method"), "tender_methods"),
    )

    title: Text | None = entry("Tên gói thầu", "Name", mandatory=True)
    package_no: Text | None = entry("Số hiệu gói thầu", "Package number", shared=True)
    project: Text | None = entry("Dự án", "Project", shared=True, refers="project")
    method: Annotated[str, coded("tender_methods")] | None = entry(
        "Hình thức lựa chọn nhà thầu", "Method", mandatory=True, shared=True, vocabulary="tender_methods"
    )
    price: Money | None = entry(
        "Giá gói thầu", "Price of the package", shared=True, money=True, rule=MONEY_RULE
    )
    decision: Text | None = entry(
        "Quyết định phê duyệt kế hoạch lựa chọn nhà thầu",
        "Decision on the tender plan",
        shared=True,
        rule=DECISION_RULE,
    )
    approved: Day | None = entry("Ngày phê duyệt kế hoạch", "Plan approved on", shared=True)
    open: Day | None = entry("Ngày mời thầu", "Invited on", shared=True)
    close: Day | None = entry("Hạn nộp hồ sơ dự thầu", "Closing day", shared=True)
    opened: Day | None = entry("Ngày mở thầu", "Opened on", shared=True)
    awarded: Day | None = entry("Ngày phê duyệt kết quả", "Awarded on", shared=True)
    cancelled: Day | None = entry("Ngày hủy thầu", "Cancelled on", shared=True)
    cancel_reason: Text | None = entry("Lý do hủy thầu", "Why it was cancelled")
    bidders: int | None = entry("Số nhà thầu tham dự", "Bidders", shared=True, ge=0)
    winner: Text | None = entry("Nhà thầu trúng thầu", "Winner", shared=True)
    win_price: Money | None = entry(
        "Giá trúng thầu", "Winning price", shared=True, money=True, rule=MONEY_RULE
    )
    contract: Text | None = entry("Hợp đồng", "Contract", shared=True)
    contract_days: int | None = entry(
        "Thời gian thực hiện (ngày)", "Days of execution", shared=True, ge=1
    )
    national_link: Url | None = entry(
        "Địa chỉ trên Hệ thống mạng đấu thầu quốc gia",
        "Address on the national procurement system",
        shared=True,
        rule=(f"Địa chỉ đầy đủ trên {NATIONAL}.", f"The whole address on {NATIONAL}."),
    )

    @property
    def year(self) -> int | None:
        """The year of the first day that is known of the package."""
        first = self.approved or self.open
        return first.year if first else super().year

    @property
    def order(self) -> tuple[Any, ...]:
        first = self.open or self.approved or super().shown_day
        return (first or dt.date.min, self.id or "")

    @property
    def shown_day(self) -> dt.date | None:
        return self.open or self.approved or super().shown_day

    def timeline(self) -> tuple[tuple[dt.date | None, str], ...]:
        """Planned until it is invited; what was cancelled stays so, whatever day follows."""
        closed = self.close + dt.timedelta(days=1) if self.close else None
        told: list[tuple[dt.date | None, str]] = [(None, PLANNED)]
        for day, state in (
            (self.open, INVITED),
            (closed, CLOSED),
            (self.opened, OPENED),
            (self.awarded, AWARDED),
        ):
            over = self.cancelled is not None and day is not None and day >= self.cancelled
            if day is not None and not over and not (state == CLOSED and self._evaluated_by(day)):
                told.append((day, state))
        if self.cancelled:
            told.append((self.cancelled, CANCELLED))
        return tuple(told)

    def _evaluated_by(self, day: dt.date) -> bool:
        """Whether bids were opened, or the contract awarded, before the day after the closing day was over."""
        return any(one is not None and one <= day for one in (self.opened, self.awarded))

    def counts(self) -> Iterator[Count]:
        """The package by its method, and what it cost in đồng where it was awarded."""
        yield Count(ITEMS, self.method or "")
        yield Count("tenders", self.method or "")
        if self.win_price and self.awarded:
            yield Count("tender_values", self.method or "", self.win_price, day=self.awarded)

    def clocks(self, agency: frozenset[str]) -> Iterator[Clock]:
        """Ten working days from approval (NĐ 43/2011, Điều 17 khoản 1 điểm d)."""
        yield from posting_clock(self, self.approved)

    def check(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        yield from super().check(vocabularies)
        yield from order_faults(self, "approved", "open", "close", "awarded")
        yield from order_faults(self, "open", "opened", "awarded")
        if self.win_price and self.price and self.win_price > self.price:
            yield warning(
                "win_price",
                N_("is more than the price of the package, {price}"),
                N_("Check both amounts"),
                "E.18",
                money_text(self.win_price, "vi"),
                price=money_text(self.price, "vi"),
            )
        yield from self._missing()
        if self.national_link and NATIONAL not in self.national_link:
            yield warning(
                "national_link",
                N_("is no address of the national procurement system"),
                N_("Copy the address of the package from https://{host}"),
                "E.18",
                self.national_link,
                host=NATIONAL,
            )

    def _missing(self) -> Iterator[Fault]:
        remedy = N_("Write it, or take the day out")
        for name, day in (("winner", self.awarded), ("win_price", self.awarded), ("national_link", self.open)):
            if day and not getattr(self, name):
                message = N_("is missing, though the package has got so far")
                yield warning(name, message, remedy, "E.18")
        if self.winner and not self.awarded:
            yield warning(
                "awarded",
                N_("is missing, though a winner is named"),
                N_("Write the day on which the result was approved"),
                "E.18",
            )
        if self.cancelled and not self.cancel_reason:
            yield warning(
                "cancel_reason",
                N_("is missing on a package that was cancelled"),
                N_("Say in one sentence why, in each language"),
                "E.18",
            )

    def day_faults(self, today: dt.date) -> Iterator[Fault]:
        if self.close and self.state_on(today) == CLOSED and today - self.close > dt.timedelta(days=7):
            yield warning(
                "opened",
                N_("is missing, though the closing day was {day}"),
                N_("Write when the bids were opened, or “cancelled”"),
                "E.18",
                day=written_day(self.close),
            )
