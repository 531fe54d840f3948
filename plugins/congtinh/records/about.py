"""Pages about the agency and its site (content-model.md, E.9)."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from congtinh.languages import Bilingual
from congtinh.records.base import Record
from congtinh.records.fields import Moment, coded, entry
from congtinh.vocabulary.law import WHOM_TO_ASK


class About(Record):
    """One of the pages that say who the agency is and how the site is run."""

    type_label: ClassVar = Bilingual("Giới thiệu", "About")
    list_label: ClassVar = Bilingual("Giới thiệu", "About us")
    path: ClassVar = Bilingual("gioi-thieu", "about")
    schema_org: ClassVar = "AboutPage"
    has_neighbours: ClassVar = False
    default_section: ClassVar = ("43:10.1.a",)

    date: Moment | None = entry("Ngày đăng", "Date posted", mandatory=True, shared=True)
    part: Annotated[str, coded("about_parts")] | None = entry(
        "Phần giới thiệu", "Part", mandatory=True, shared=True, vocabulary="about_parts"
    )
    rank_order: int | None = entry(
        "Thứ tự", "Order", shared=True, rule=("Số nhỏ đứng trước.", "Smaller numbers come first.")
    )

    @property
    def used_for(self) -> tuple[str, ...]:
        """The page with the contact details of the agency."""
        return (WHOM_TO_ASK,) if self.part == "lien-he" else ()

    @property
    def order(self) -> tuple[Any, ...]:
        return (self.rank_order if self.rank_order is not None else 999, self.id or "")
