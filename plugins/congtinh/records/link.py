"""Managed links to other sites (content-model.md, E.28; law row A0.19)."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from congtinh.languages import Bilingual
from congtinh.records.base import Record
from congtinh.records.fields import Day, Moment, Text, Url, coded, entry


class Link(Record):
    """One site that the department sends its visitors to; it has a row of a list and no page."""

    type_label: ClassVar = Bilingual("Liên kết", "Link")
    list_label: ClassVar = Bilingual("Liên kết", "Links")
    path: ClassVar = Bilingual("lien-ket", "links")
    own_page: ClassVar = False
    has_neighbours: ClassVar = False
    counts_pictures: ClassVar = False
    index_template: ClassVar = "link.html"
    default_section: ClassVar = ("43:10.1.b",)

    summary: Text | None = entry("Mô tả", "Description")
    date: Moment | None = entry("Ngày đăng", "Date posted", shared=True)
    url: Url | None = entry("Địa chỉ", "Address", mandatory=True, shared=True)
    group: Annotated[str, coded("link_groups")] | None = entry(
        "Nhóm liên kết", "Group", mandatory=True, shared=True, vocabulary="link_groups"
    )
    checked: Day | None = entry("Ngày kiểm tra", "Checked", shared=True)
    rank_order: int | None = entry(
        "Thứ tự", "Order", shared=True, rule=("Số nhỏ đứng trước.", "Smaller numbers come first.")
    )

    @property
    def order(self) -> tuple[Any, ...]:
        return (self.rank_order if self.rank_order is not None else 999, self.id or "")
