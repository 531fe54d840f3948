"""Issues of an official gazette (content-model.md, E.22; NĐ 43/2011/NĐ-CP, Điều 10 khoản 1 điểm g)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from congtinh.errors import N_
from congtinh.languages import Bilingual
from congtinh.records.base import Record
from congtinh.records.facets import Facet
from congtinh.records.faults import Fault
from congtinh.records.fields import Day, File, Text, Url, entry, several
from congtinh.records.parts import Part
from congtinh.vocabulary.registry import Vocabularies

_NUMBER = re.compile(r"\d+")
_YEAR = re.compile(r"(?<=/)\d{4}\b")


class PrintedDocument(Part):
    """One document printed in an issue: what it is and what it is about."""

    document: Text = entry(
        "Văn bản",
        "Document",
        mandatory=True,
        rule=(
            "Định danh văn bản trên trang, hoặc số ký hiệu.",
            "Id of a document of this site, or its number.",
        ),
    )
    abstract: Text | None = entry("Trích yếu", "Abstract", mandatory=True)
    abstract_en: Text | None = entry("Trích yếu tiếng Anh", "Abstract in English")
    page: int | None = entry("Trang", "Page", ge=1)


class Gazette(Record):
    """One issue: its number, its day, the documents printed in it; the file, or where it is kept."""

    type_label: ClassVar = Bilingual("Số Công báo", "Gazette issue")
    list_label: ClassVar = Bilingual("Công báo", "Official gazette")
    path: ClassVar = Bilingual("cong-bao", "gazette")
    in_feed: ClassVar = True
    counts_pictures: ClassVar = False
    schema_org: ClassVar = "PublicationIssue"
    default_section: ClassVar = ("43:10.1.g",)
    facets: ClassVar = (Facet("year", Bilingual("nam", "year"), Bilingual("Năm", "Year")),)

    issue_no: Text | None = entry(
        "Số Công báo",
        "Issue number",
        mandatory=True,
        shared=True,
        rule=("Ví dụ: 41, hoặc 41 + 42 với số ghép.", "Such as 41, or 41 + 42 for a double issue."),
    )
    date_issued: Day | None = entry("Ngày ban hành", "Date of issue", mandatory=True, shared=True)
    documents: tuple[PrintedDocument, ...] | None = entry(
        "Danh mục văn bản",
        "Documents",
        mandatory=True,
        shared=True,
        rule=("Mỗi văn bản: document, abstract.", "Each with document and abstract."),
    )
    file: Annotated[tuple[File, ...], several] | None = entry(
        "Tệp tải về",
        "Download",
        shared=True,
        file="file",
        rule=("Bắt buộc với Công báo do cơ quan phát hành.", "Mandatory for a gazette of the agency's own."),
    )
    url: Url | None = entry(
        "Địa chỉ trên trang Công báo",
        "Address on the gazette's site",
        shared=True,
        rule=("Khi Công báo do cơ quan khác phát hành.", "Where another body issues the gazette."),
    )

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the issue, two for a double one; the year in ``41/2026`` is none."""
        return tuple(map(int, _NUMBER.findall(_YEAR.sub("", self.issue_no or ""))))

    @property
    def year(self) -> int | None:
        """Issues are filed under the year of their issue."""
        return self.date_issued.year if self.date_issued else super().year

    @property
    def shown_day(self) -> dt.date | None:
        return self.date_issued or super().shown_day

    @property
    def order(self) -> tuple[Any, ...]:
        return (self.date_issued or dt.date.min, self.numbers, self.id or "")

    def check(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        yield from super().check(vocabularies)
        if not self.file and not self.url:
            message, remedy = N_("is missing, and there is no url"), N_("Name the file, or write the url")
            yield Fault("file", message, remedy, self.completeness, "E.22")
        if self.issue_no and not self.numbers:
            remedy = N_("Write the number as printed: 41, or 41 + 42")
            yield Fault("issue_no", N_("has no number"), remedy, rule="E.22", value=self.issue_no)
        if self.date and self.date_issued and self.date_issued > self.date.date():
            yield Fault(
                "date_issued",
                N_("is after the date posted"),
                N_("Check both days"),
                rule="R5",
                value=self.date_issued.isoformat(),
            )
