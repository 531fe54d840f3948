"""Photo galleries (content-model.md, E.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from congtinh.errors import N_
from congtinh.languages import Bilingual
from congtinh.records.base import Record
from congtinh.records.facets import Facet
from congtinh.records.faults import Fault
from congtinh.records.fields import Day, Text, entry
from congtinh.records.parts import Image
from congtinh.vocabulary.limits import limit
from congtinh.vocabulary.registry import Vocabularies


class Gallery(Record):
    """Pictures of one event or subject, each with its alternative text and credit; each counts as a picture."""

    type_label: ClassVar = Bilingual("Bộ ảnh", "Gallery")
    list_label: ClassVar = Bilingual("Thư viện ảnh", "Photo galleries")
    path: ClassVar = Bilingual("thu-vien-anh", "galleries")
    in_feed: ClassVar = True
    schema_org: ClassVar = "ImageGallery"
    default_section: ClassVar = ("43:10.1.b",)
    facets: ClassVar = (Facet("year", Bilingual("nam", "year"), Bilingual("Năm", "Year")),)

    event_date: Day | None = entry("Ngày diễn ra", "Event date", shared=True)
    place: Text | None = entry("Địa điểm", "Place")
    images: tuple[Image, ...] | None = entry(
        "Ảnh",
        "Images",
        mandatory=True,
        shared=True,
        rule=(
            "Ít nhất hai ảnh; mỗi ảnh: file, alt, credit; thêm caption nếu cần.",
            "Two at least, each with file, alt, credit; caption if wanted.",
        ),
    )

    def check(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        yield from super().check(vocabularies)
        least, found = limit(vocabularies, "gallery-pictures"), len(self.images or ())
        if 0 < found < least:
            yield Fault(
                "images",
                N_("has {found} pictures; a gallery has {least} at least"),
                N_("Add pictures, or post it as a news item with one picture"),
                self.completeness,
                "E.2",
                params={"found": found, "least": least},
            )
