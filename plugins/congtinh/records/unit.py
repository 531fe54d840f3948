"""Units of the department (content-model.md, E.8)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from congtinh.errors import N_
from congtinh.languages import Bilingual
from congtinh.records.base import Record
from congtinh.records.counting import ITEMS, Count
from congtinh.records.faults import Fault
from congtinh.records.fields import Day, Mail, Moment, Tel, Text, Texts, Url, coded, entry
from congtinh.vocabulary.registry import Vocabularies


class Unit(Record):
    """A unit with the days from and until which it exists; successors take its place."""

    type_label: ClassVar = Bilingual("Đơn vị", "Unit")
    list_label: ClassVar = Bilingual("Đơn vị", "Units")
    day_questions: ClassVar = ("visible", "exists")
    path: ClassVar = Bilingual("don-vi", "units")
    index_template: ClassVar = ""
    schema_org: ClassVar = "GovernmentOrganization"
    has_neighbours: ClassVar = False
    counts_pictures: ClassVar = False
    default_section: ClassVar = ("43:10.1.a",)

    title: Text | None = entry(
        "Tiêu đề", "Title", rule=("Không cần ghi; lấy từ name.", "Not needed; taken from name.")
    )
    summary: Text | None = entry("Mô tả", "Description")
    date: Moment | None = entry("Ngày đăng", "Date posted", shared=True)
    name: Text | None = entry(
        "Tên đơn vị",
        "Name",
        shared=True,
        rule=("Bắt buộc trong tệp tiếng Việt.", "Mandatory in a Vietnamese file."),
    )
    name_en: Text | None = entry("Tên tiếng Anh", "Name in English", mandatory=True, shared=True)
    short: Text | None = entry("Tên viết tắt", "Short name", mandatory=True, shared=True)
    short_en: Text | None = entry("Tên viết tắt tiếng Anh", "Short name in English", shared=True)
    code: Text | None = entry(
        "Ký hiệu",
        "Code",
        mandatory=True,
        shared=True,
        rule=(
            "Ký hiệu dùng trong số văn bản, ví dụ SKHCN.",
            "The symbol used in document numbers, such as SKHCN.",
        ),
    )
    parent: Text | None = entry("Đơn vị cấp trên", "Parent unit", shared=True, refers="unit")
    kind: Annotated[str, coded("unit_kinds")] | None = entry(
        "Loại đơn vị", "Kind", mandatory=True, shared=True, vocabulary="unit_kinds"
    )
    rank_order: int | None = entry(
        "Thứ tự", "Order", shared=True, rule=("Số nhỏ đứng trước.", "Smaller numbers come first.")
    )
    decision: Text | None = entry(
        "Quyết định thành lập", "Founding decision", shared=True, refers="legal_document"
    )
    address: Text | None = entry("Địa chỉ", "Address", shared=True)
    address_en: Text | None = entry("Địa chỉ tiếng Anh", "Address in English", shared=True)
    phone: Tel | None = entry("Điện thoại", "Telephone", shared=True)
    fax: Tel | None = entry("Fax", "Fax", shared=True)
    email: Mail | None = entry("Thư điện tử", "E-mail", shared=True)
    site: Url | None = entry("Trang thông tin", "Web site", shared=True)
    hours: Text | None = entry("Giờ làm việc", "Opening hours", shared=True)
    hours_en: Text | None = entry("Giờ làm việc tiếng Anh", "Opening hours in English", shared=True)
    valid_from: Day | None = entry("Có từ ngày", "Valid from", mandatory=True, shared=True)
    valid_to: Day | None = entry("Đến ngày", "Valid to", shared=True)
    successor: Texts | None = entry("Đơn vị kế thừa", "Successor", shared=True, refers="unit")
    quota: int | None = entry("Chỉ tiêu tin bài", "Quota", shared=True)
    open_data_url: Url | None = entry("Địa chỉ dữ liệu mở", "Open data address", shared=True)

    @property
    def heading(self) -> str:
        return self.title or self.named("en" if self.lang == "en" else "vi")

    def named(self, language: str) -> str:
        """The unit's name in ``language``, in the other where it has none."""
        names = (self.name_en, self.name) if language == "en" else (self.name, self.name_en)
        return names[0] or names[1] or super().heading

    @property
    def order(self) -> tuple[Any, ...]:
        return (self.rank_order if self.rank_order is not None else 999, self.id or "")

    def counts(self) -> Iterator[Count]:
        """The page of the unit; and the unit below the agency, while it exists."""
        yield Count(ITEMS)
        if self.parent and self.valid_to is None:
            yield Count("units", self.kind or "", day=self.valid_from)

    def exists(self, day: dt.date) -> bool:
        """Whether the unit exists on ``day``."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )

    def check(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        yield from super().check(vocabularies)
        if self.lang != "en" and not self.name:
            yield Fault(
                "name",
                N_("is mandatory and missing"),
                N_("Write: {rule}"),
                self.completeness,
                "R1",
                params={"rule": Bilingual("name: Tên đơn vị", "name: Name")},
            )
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            yield Fault(
                "valid_to",
                N_("is before valid_from"),
                N_("Check both days"),
                rule="R24",
                value=self.valid_to.isoformat(),
            )
