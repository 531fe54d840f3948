"""Contact persons; a leader is a contact with a biography (content-model.md, E.6 and E.7)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from congtinh.errors import N_, Severity
from congtinh.languages import Bilingual
from congtinh.records.base import Record
from congtinh.records.faults import Fault
from congtinh.records.fields import (
    Day,
    File,
    Mail,
    Moment,
    Tel,
    Text,
    Texts,
    coded,
    entry,
    loosely_coded,
)
from congtinh.text.collation import name_key
from congtinh.vocabulary.law import WHOM_TO_ASK
from congtinh.vocabulary.registry import Vocabularies

RANKS = ("head", "deputy", "division-head", "deputy-division-head", "officer", "reception")
LEADER_RANKS = ("head", "deputy")
PRIVATE_MAIL = (
    "gmail.com",
    "yahoo.com",
    "yahoo.com.vn",
    "hotmail.com",
    "outlook.com",
    "icloud.com",
)


class Contact(Record):
    """A person or desk whom a citizen can reach; the name keeps its Vietnamese order in English."""

    type_label: ClassVar = Bilingual("Cán bộ, đầu mối", "Contact")
    list_label: ClassVar = Bilingual("Danh bạ", "Directory")
    path: ClassVar = Bilingual("can-bo", "people")
    index_template: ClassVar = ""
    schema_org: ClassVar = "Person"
    has_neighbours: ClassVar = False
    counts_pictures: ClassVar = False
    default_section: ClassVar = ("43:10.1.k",)

    title: Text | None = entry(
        "Tiêu đề", "Title", rule=("Không cần ghi; lấy từ name.", "Not needed; taken from name.")
    )
    summary: Text | None = entry("Mô tả", "Description")
    date: Moment | None = entry("Ngày đăng", "Date posted", shared=True)
    name: Text | None = entry("Họ và tên", "Full name", mandatory=True, shared=True)
    position: Annotated[str, loosely_coded("positions")] | None = entry(
        "Chức vụ", "Position", mandatory=True, shared=True, vocabulary="positions"
    )
    rank: Annotated[str, coded("ranks")] | None = entry(
        "Cấp", "Rank", mandatory=True, shared=True, vocabulary="ranks"
    )
    unit: Text | None = entry("Đơn vị công tác", "Unit", mandatory=True, shared=True, refers="unit")
    phone: Tel | None = entry("Điện thoại", "Telephone", mandatory=True, shared=True)
    fax: Tel | None = entry("Fax", "Fax", shared=True)
    mobile: Tel | None = entry(
        "Di động",
        "Mobile",
        shared=True,
        rule=("Chỉ công khai khi có mobile_public: true.", "Shown only with mobile_public: true."),
    )
    mobile_public: bool | None = entry("Công khai di động", "Mobile is public", shared=True)
    email: Mail | None = entry(
        "Thư điện tử công vụ", "Official e-mail", mandatory=True, shared=True
    )
    room: Text | None = entry("Phòng", "Room", shared=True)
    hours: Text | None = entry("Giờ tiếp", "Hours")
    duties: Text | None = entry(
        "Nhiệm vụ", "Duties", rule=("Bắt buộc với lãnh đạo.", "Mandatory for leaders.")
    )
    info_focal: bool | None = entry(
        "Đầu mối cung cấp thông tin", "Information focal point", shared=True
    )
    valid_from: Day | None = entry("Từ ngày", "From", shared=True)
    valid_to: Day | None = entry("Đến ngày", "To", shared=True)
    photo: File | None = entry("Ảnh chân dung", "Photo", shared=True, file="picture")
    rank_order: int | None = entry(
        "Thứ tự", "Order", shared=True, rule=("Số nhỏ đứng trước.", "Smaller numbers come first.")
    )
    bio: Text | None = entry(
        "Tiểu sử tóm tắt",
        "Short biography",
        rule=("Bắt buộc với lãnh đạo.", "Mandatory for leaders."),
    )
    born: int | None = entry("Năm sinh", "Year of birth", shared=True, ge=1900, le=2100)
    education: Text | None = entry("Trình độ", "Education")
    career: Texts | None = entry("Quá trình công tác", "Career")
    party_titles: Text | None = entry("Chức vụ Đảng", "Party titles")

    @property
    def heading(self) -> str:
        return self.title or self.name or super().heading

    @property
    def is_leader(self) -> bool:
        """Leaders of the agency, whose biography and duties the law wants (NĐ 43/2011, 10.1.a)."""
        return self.rank in LEADER_RANKS

    @property
    def used_for(self) -> tuple[str, ...]:
        return (WHOM_TO_ASK,) if self.info_focal else ()

    @property
    def order(self) -> tuple[Any, ...]:
        rank = RANKS.index(self.rank) if self.rank in RANKS else len(RANKS)
        own = self.rank_order if self.rank_order is not None else 999
        return (rank, own, name_key(self.name or ""), self.id or "")

    def visible(self, today: dt.date) -> bool:
        return super().visible(today) and (self.valid_to is None or today <= self.valid_to)

    def check(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        yield from super().check(vocabularies)
        lowered = self.completeness
        if self.email and self.email.rpartition("@")[2].lower() in PRIVATE_MAIL:
            yield Fault(
                "email",
                N_("is a private address"),
                N_("Write the official address of the agency"),
                lowered,
                "R14",
                self.email,
            )
        for name in ("bio", "duties"):
            if self.is_leader and not getattr(self, name):
                yield Fault(
                    name,
                    N_("is missing on a leader"),
                    N_("Write it in a few sentences"),
                    lowered,
                    "R14",
                )
        if self.is_leader and self.rank_order is None and self.lang != "en":
            yield Fault(
                "rank_order",
                N_("is missing on a leader"),
                N_("Write 1 for the first, and so on: leaders stand in this order"),
                Severity.WARNING,
                "E.7",
            )
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            yield Fault(
                "valid_to",
                N_("is before valid_from"),
                N_("Check both days"),
                rule="R5",
                value=self.valid_to.isoformat(),
            )
