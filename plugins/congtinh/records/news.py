"""News items (content-model.md, E.1)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, ClassVar

from congtinh.errors import N_, Severity
from congtinh.languages import Bilingual
from congtinh.records.base import Record
from congtinh.records.clocks import Clock
from congtinh.records.counting import ITEMS, Count
from congtinh.records.facets import Facet
from congtinh.records.faults import Fault
from congtinh.records.fields import Day, Text, coded, entry
from congtinh.vocabulary.registry import Vocabularies

EXPLAINED = Bilingual(
    "Từ ngày ban hành văn bản đến ngày đăng tin phổ biến",
    "From the issue of the law to the posting of what explains it",
)
LEGAL_INFORMATION = "43:10.1.d"


class News(Record):
    """A news item or article; author and source always stand on it (NĐ 43/2011, Điều 5 khoản 3)."""

    type_label: ClassVar = Bilingual("Tin, bài", "News item")
    list_label: ClassVar = Bilingual("Tin tức", "News")
    path: ClassVar = Bilingual("tin-tuc", "news")
    in_feed: ClassVar = True
    schema_org: ClassVar = "NewsArticle"
    default_section: ClassVar = ("43:10.1.b",)
    label_field: ClassVar = "category"
    facets: ClassVar = (
        Facet(
            "category",
            Bilingual("chuyen-muc", "category"),
            Bilingual("Chuyên mục", "Category"),
            "categories",
            in_feed=True,
        ),
        Facet("year", Bilingual("nam", "year"), Bilingual("Năm", "Year")),
    )

    category: Annotated[str, coded("categories")] | None = entry(
        "Chuyên mục", "Category", mandatory=True, shared=True, vocabulary="categories"
    )
    genre: Annotated[str, coded("genres")] | None = entry(
        "Thể loại", "Genre", mandatory=True, shared=True, vocabulary="genres"
    )
    event_date: Day | None = entry("Ngày diễn ra", "Event date", shared=True)
    campaign: Text | None = entry("Chuyên đề", "Campaign", shared=True, refers="campaign")
    legal_info: Text | None = entry(
        "Phổ biến pháp luật",
        "Legal information",
        shared=True,
        refers="legal_document",
        rule=("Định danh văn bản được phổ biến.", "Id of the document explained."),
    )
    by_line: Text | None = entry(
        "Tác giả",
        "By-line",
        mandatory=True,
        shared=True,
        rule=(
            "Tác giả bài; tác giả ảnh nếu khác.",
            "Who wrote the text; who took the pictures if another.",
        ),
    )
    contributor_kind: Annotated[str, coded("author_kinds")] | None = entry(
        "Loại tác giả", "Kind of author", mandatory=True, shared=True, vocabulary="author_kinds"
    )

    def counts(self) -> Iterator[Count]:
        yield Count(ITEMS, self.genre or "")

    def clocks(self, agency: frozenset[str]) -> Iterator[Clock]:
        """From the issue of the law that the item explains to its posting (NĐ 43/2011, Điều 17)."""
        if self.legal_info:
            posted = self.date.date() if self.date else None
            yield Clock(EXPLAINED, None, posted, LEGAL_INFORMATION, own=False, after=self.legal_info)

    def check(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        yield from super().check(vocabularies)
        if (
            self.event_date
            and self.date
            and self.event_date > self.date.date() + dt.timedelta(days=60)
        ):
            yield Fault(
                "event_date",
                N_("is more than 60 days after the date posted"),
                N_("Check the year"),
                Severity.WARNING,
                "E.1",
                self.event_date.isoformat(),
            )
        if self.contributor_kind == "republished" and not self.source_name:
            yield Fault(
                "source_name",
                N_("is missing on a republished item"),
                N_("Write the name of the source"),
                self.completeness,
                "R18",
            )
        if self.contributor_kind == "republished" and not self.source_url:
            yield Fault(
                "source_url",
                N_("is missing on a republished item"),
                N_("Write the whole address, from https://"),
                self.completeness,
                "R18",
            )
