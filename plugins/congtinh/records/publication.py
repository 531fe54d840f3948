"""Publications and special issues of the department (content-model.md, E.23)."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, ClassVar

from congtinh.languages import Bilingual
from congtinh.records.base import Record
from congtinh.records.facets import Facet
from congtinh.records.fields import Day, File, Text, Texts, entry, several


class Publication(Record):
    """One issue of a bulletin, yearbook or special number, with the file to download."""

    type_label: ClassVar = Bilingual("Ấn phẩm", "Publication")
    list_label: ClassVar = Bilingual("Ấn phẩm, đặc san", "Publications")
    path: ClassVar = Bilingual("an-pham", "publications")
    counts_pictures: ClassVar = False
    in_feed: ClassVar = True
    schema_org: ClassVar = "PublicationIssue"
    default_section: ClassVar = ("43:10.1.b",)
    facets: ClassVar = (Facet("year", Bilingual("nam", "year"), Bilingual("Năm", "Year")),)

    series: Text | None = entry(
        "Tên ấn phẩm",
        "Series",
        mandatory=True,
        rule=(
            "Tên chung của các số, ví dụ: Bản tin Khoa học và Công nghệ.",
            "The name that all issues share, such as: Science and Technology Bulletin.",
        ),
    )
    issue: Text | None = entry(
        "Số",
        "Issue",
        mandatory=True,
        shared=True,
        rule=("Ghi như trên bìa, ví dụ: 3/2026.", "As on the cover, such as: 3/2026."),
    )
    date_issued: Day | None = entry("Ngày phát hành", "Date of issue", mandatory=True, shared=True)
    licence_no: Text | None = entry("Giấy phép xuất bản", "Publishing licence", shared=True)
    contents: Texts | None = entry(
        "Nội dung chính", "Contents", rule=("Mỗi bài một dòng.", "One line for each article.")
    )
    cover: File | None = entry("Ảnh bìa", "Cover", shared=True, file="picture")
    file: Annotated[tuple[File, ...], several] | None = entry(
        "Tệp tải về", "Download", mandatory=True, shared=True, file="file"
    )

    @property
    def year(self) -> int | None:
        """Publications are filed under the year of their issue."""
        return self.date_issued.year if self.date_issued else super().year

    @property
    def order(self) -> tuple[Any, ...]:
        return (self.date_issued or dt.date.min, self.id or "")
