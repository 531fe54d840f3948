"""Pages about the agency and its site (content-model.md, E.9)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from congtinh.errors import N_
from congtinh.languages import Bilingual
from congtinh.records.base import Record
from congtinh.records.faults import Fault
from congtinh.records.fields import Moment, Text, coded, entry
from congtinh.records.parts import Part
from congtinh.vocabulary.law import WHOM_TO_ASK
from congtinh.vocabulary.registry import Vocabularies


class BoardMember(Part):
    """One seat of the editorial board, or one contributor."""

    contact: Text | None = entry(
        "Cán bộ", "Contact", rule=("Định danh trong content/contact.", "Id of a file in content/contact.")
    )
    name: Text | None = entry(
        "Họ và tên", "Name", rule=("Khi không có trong danh bạ.", "Where the directory has no such person.")
    )
    role: Annotated[str, coded("board_roles")] = entry(
        "Vai trò", "Role", mandatory=True, vocabulary="board_roles"
    )
    unit: Text | None = entry("Đơn vị", "Unit", rule=("Định danh đơn vị.", "Id of a unit."))
    duties: Text | None = entry("Phụ trách", "Duties")
    duties_en: Text | None = entry("Phụ trách, tiếng Anh", "Duties in English")


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

    board: tuple[BoardMember, ...] | None = entry(
        "Ban Biên tập",
        "Editorial board",
        shared=True,
        rule=(
            "Với part: ban-bien-tap. Mỗi người: role, contact hoặc name, unit.",
            "With part: ban-bien-tap. Each with role, contact or name, unit.",
        ),
    )
    decision: Text | None = entry(
        "Quyết định",
        "Decision",
        shared=True,
        refers="legal_document",
        rule=("Văn bản lập Ban hoặc ban hành nội dung của trang.", "The document that the page rests on."),
    )

    @property
    def used_for(self) -> tuple[str, ...]:
        """The page with the contact details of the agency."""
        return (WHOM_TO_ASK,) if self.part == "lien-he" else ()

    @property
    def order(self) -> tuple[Any, ...]:
        return (self.rank_order if self.rank_order is not None else 999, self.id or "")

    def check(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        yield from super().check(vocabularies)
        for place, member in enumerate(self.board or (), 1):
            if not member.contact and not member.name:
                yield Fault(
                    f"board[{place}].contact",
                    N_("is missing, and there is no name"),
                    N_("Name a file of content/contact, or write the name"),
                    self.completeness,
                    "E.9",
                )
