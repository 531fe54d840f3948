"""The fields that every item has (content-model.md, E.0), and what a content type declares."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel

from congtinh.errors import N_, Severity
from congtinh.languages import Bilingual, Language
from congtinh.records.clocks import Clock
from congtinh.records.counting import ITEMS, Count
from congtinh.records.dated import Dated
from congtinh.records.facets import Facet
from congtinh.records.faults import Fault, old_url_faults, picture_faults, slug_faults, title_faults
from congtinh.records.fields import (
    Day,
    FieldFacts,
    Moment,
    SectionCodes,
    Text,
    Texts,
    Url,
    coded,
    entry,
    facts_of,
    loosely_coded,
    several,
)
from congtinh.records.parts import AttachedFile, Correction, GuardException, Image, Legacy
from congtinh.vocabulary.registry import Vocabularies


class Record(Dated):
    """The common fields; a content type extends them in a module of its own.

    The reader fills ``id``, ``type``, ``lang`` and ``translation_of`` from the file's name.
    """

    type_label: ClassVar[Bilingual]
    list_label: ClassVar[Bilingual]
    path: ClassVar[Bilingual]
    own_page: ClassVar[bool] = True
    index_template: ClassVar[str] = "list.html"
    in_feed: ClassVar[bool] = False
    facets: ClassVar[tuple[Facet, ...]] = ()
    default_section: ClassVar[tuple[str, ...]] = ()
    schema_org: ClassVar[str] = "WebPage"
    legal_text: ClassVar[bool] = False
    has_neighbours: ClassVar[bool] = True
    """Whether its pages offer related items, and are offered as such."""
    counts_pictures: ClassVar[bool] = True
    """Whether the pictures of its items are published for their own sake, unlike portraits and covers."""
    label_field: ClassVar[str] = ""
    """The coded field whose label cards show: a category, a kind."""
    row_named_by: ClassVar[tuple[str, ...]] = ()
    """The fields that the row of a spreadsheet is named by, where it has no id, slug or title."""
    day_questions: ClassVar[tuple[str, ...]] = ("visible", "state_on")
    """Methods of the record that tell something of a day; pages follow when an answer changes."""

    id: Text | None = entry(
        "Định danh",
        "Identifier",
        shared=True,
        rule=(
            "Không cần ghi; suy từ tên tệp. Không dùng lại định danh cũ.",
            "Not needed; taken from the file's name. Never reused.",
        ),
    )
    type: Text | None = entry(
        "Loại nội dung",
        "Content type",
        rule=("Không cần ghi; thư mục quyết định.", "Not needed; the folder decides."),
    )
    lang: Text | None = entry(
        "Ngôn ngữ",
        "Language",
        rule=(
            "Không cần ghi; đuôi .vi.md hoặc .en.md quyết định.",
            "Not needed; the ending .vi.md or .en.md decides.",
        ),
    )
    translation_of: Text | None = entry(
        "Bản dịch của", "Translation of", rule=("Không cần ghi.", "Not needed.")
    )
    translated_from_rev: Text | None = entry("Dịch từ bản", "Source revision")
    title: Text | None = entry(
        "Tiêu đề",
        "Title",
        mandatory=True,
        rule=(
            "10–200 ký tự, không viết hoa toàn bộ, không chấm cuối.",
            "10–200 characters, not all capitals, no full stop at the end.",
        ),
    )
    slug: Text | None = entry(
        "Đường dẫn",
        "Slug",
        rule=(
            "Chữ không dấu, số và gạch nối; mặc định là tên tệp.",
            "ASCII letters, digits and hyphens; by default the file's name.",
        ),
    )
    summary: Text | None = entry(
        "Mô tả",
        "Description",
        mandatory=True,
        rule=("Không quá 300 ký tự, khác tiêu đề.", "At most 300 characters, not the title again."),
    )
    publisher: Text | None = entry(
        "Cơ quan ban hành",
        "Publisher",
        shared=True,
        refers="unit",
        rule=("Mặc định là cơ quan của trang.", "By default the site's agency."),
    )
    creator: Texts | None = entry(
        "Người tạo",
        "Creator",
        shared=True,
        rule=(
            "Người hoặc đơn vị; nhiều tên cách nhau bằng dấu chấm phẩy.",
            "A person or unit; several separated by semicolons.",
        ),
    )
    contributor: Texts | None = entry("Người cộng tác", "Contributor", shared=True)
    unit: Text | None = entry("Đơn vị cung cấp", "Contributing unit", shared=True, refers="unit")
    date: Moment | None = entry(
        "Ngày đăng",
        "Date posted",
        mandatory=True,
        shared=True,
        rule=(
            "2026-11-09 hoặc 09/11/2026, có thể thêm giờ; ngày tương lai là hẹn giờ đăng.",
            "2026-11-09 or 09/11/2026, with a time if wanted; a future date is scheduled.",
        ),
    )
    updated: Moment | None = entry("Ngày cập nhật", "Updated")
    review_by: Day | None = entry("Hạn rà soát", "Review by", shared=True)
    section: SectionCodes | None = entry(
        "Mục theo luật",
        "Legal section",
        shared=True,
        rule=(
            "Mã mục, ví dụ 43:10.1.b; nhiều mã ghi thành danh sách.",
            "Section codes such as 43:10.1.b; several as a list.",
        ),
    )
    category: Annotated[str, coded("categories")] | None = entry(
        "Chuyên mục", "Category", shared=True, vocabulary="categories"
    )
    topics: Annotated[tuple[Annotated[str, loosely_coded("topics")], ...], several] | None = entry(
        "Chủ đề", "Topics", shared=True, vocabulary="topics"
    )
    field: Annotated[tuple[Annotated[str, loosely_coded("fields")], ...], several] | None = entry(
        "Lĩnh vực", "Field", shared=True, vocabulary="fields"
    )
    audience: Annotated[tuple[Annotated[str, coded("audiences")], ...], several] | None = entry(
        "Đối tượng", "Audience", shared=True, vocabulary="audiences"
    )
    scope: Annotated[str, coded("scopes")] | None = entry(
        "Phạm vi", "Scope", shared=True, vocabulary="scopes"
    )
    source_name: Text | None = entry(
        "Tên nguồn",
        "Source",
        shared=True,
        rule=(
            "Bắt buộc khi tin không do cơ quan viết.",
            "Mandatory when the agency did not write the item.",
        ),
    )
    source_url: Url | None = entry("Địa chỉ nguồn", "Source address", shared=True)
    source_date: Day | None = entry("Ngày của nguồn", "Source date", shared=True)
    images: tuple[Image, ...] | None = entry(
        "Ảnh",
        "Images",
        shared=True,
        rule=(
            "Mỗi ảnh: file, alt, credit; thêm caption nếu cần.",
            "Each with file, alt, credit; caption if wanted.",
        ),
    )
    attachments: tuple[AttachedFile, ...] | None = entry("Tệp đính kèm", "Attachments", shared=True)
    rights: Text | None = entry("Quyền", "Rights", shared=True)
    status: Annotated[str, coded("statuses")] | None = entry(
        "Trạng thái", "Status", mandatory=True, shared=True, vocabulary="statuses"
    )
    approved_by: Text | None = entry(
        "Người duyệt",
        "Approved by",
        shared=True,
        rule=("Ghi khi bài đã duyệt hoặc đã đăng.", "When approved or published."),
    )
    corrections: tuple[Correction, ...] | None = entry("Đính chính", "Corrections")
    old_urls: Texts | None = entry(
        "Địa chỉ cũ",
        "Old addresses",
        rule=(
            "Mỗi địa chỉ bắt đầu bằng /; trang cũ sẽ chuyển hướng về bài này.",
            "Each begins with /; the old page leads here.",
        ),
    )
    legacy: Legacy | None = entry("Hồ sơ chuyển đổi", "Migration record", shared=True)
    featured: bool | None = entry("Nổi bật", "Featured", shared=True)
    guard_exceptions: tuple[GuardException, ...] | None = entry(
        "Ngoại lệ được phép công khai",
        "What may be published",
        rule=(
            "Mỗi ngoại lệ: kind, reason, by; thêm value hoặc file nếu cần.",
            "Each with kind, reason, by; value or file if wanted.",
        ),
    )

    @property
    def heading(self) -> str:
        """The title that lists and pages show."""
        return self.title or (self.id or "").rpartition("/")[2]

    @property
    def description(self) -> str:
        """DC.description: the summary, or the title where an old item has none."""
        return self.summary or self.heading

    @property
    def language(self) -> Language:
        return "en" if self.lang == "en" else "vi"

    @property
    def year(self) -> int | None:
        """The year that archives file the item under: of its posting."""
        return self.date.year if self.date else None

    @property
    def written_for(self) -> dt.date | None:
        """The day that the text speaks of: it cites the law of that day."""
        return self.date.date() if self.date else None

    @property
    def natural_slug(self) -> str:
        """What the address is made of: the slug as written, or the file's name."""
        return self.slug or (self.id or "").rpartition("/")[2]

    @property
    def order(self) -> tuple[Any, ...]:
        """The key that lists sort by, oldest first; ties by identifier."""
        return (self.date or dt.datetime.min.replace(tzinfo=dt.UTC), self.id or "")

    @property
    def completeness(self) -> Severity:
        """How grave a missing fact is: a warning for an imported item or a draft (decision 14)."""
        return Severity.WARNING if self.legacy or self.status == "draft" else Severity.ERROR

    def sections(self, vocabularies: Vocabularies) -> tuple[str, ...]:
        """The sections of law that the item is filed under: its own, else those of its category or type."""
        if self.section:
            return self.section
        term = vocabularies["categories"].get(self.category or "")
        return (term.texts("section") if term else ()) or self.default_section

    @property
    def used_for(self) -> tuple[str, ...]:
        """Sections of law that the item fills besides those it is filed under."""
        return ()

    def counts(self) -> Iterator[Count]:
        """What the record counts for; of the types that count more than items, each says so itself."""
        yield Count(ITEMS)

    def clocks(self, agency: frozenset[str]) -> Iterator[Clock]:
        """The terms of law that run on the record; ``agency``: the ``issuers`` that the site's agency is."""
        return iter(())

    def visible(self, today: dt.date) -> bool:
        """Whether visitors see the item on ``today``: published, and its day has come."""
        return self.status == "published" and (self.date is None or self.date.date() <= today)

    def check(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        """Faults between the fields of this one record."""
        yield from title_faults(self.title, self.in_feed, bool(self.legacy))
        if self.summary and len(self.summary) > 300:
            yield Fault(
                "summary",
                N_("has {length} characters"),
                N_("Write at most 300 characters"),
                Severity.WARNING,
                "E.0",
                None,
                {"length": len(self.summary)},
            )
        if self.summary and self.summary == self.title:
            yield Fault(
                "summary",
                N_("repeats the title"),
                N_("Say in one or two sentences what the item brings"),
                Severity.WARNING,
                "E.0",
                self.summary,
            )
        yield from slug_faults(self.slug)
        if self.updated and self.date and self.updated < self.date:
            yield Fault(
                "updated",
                N_("is before the date posted"),
                N_("Write a day that is not before “date”"),
                rule="R5",
                value=self.updated.date().isoformat(),
            )
        for topic in self.topics or ():
            if topic not in vocabularies["topics"] and not self.legacy:
                yield Fault(
                    "topics",
                    N_("is not in the vocabulary “{vocabulary}”"),
                    N_(
                        "Write a word of the vocabulary, or add it in content/vocabulary/topics.toml"
                    ),
                    Severity.WARNING,
                    "E.0",
                    topic,
                    {"vocabulary": "topics"},
                )
        if ".." in (self.id or "").split("/"):
            yield Fault(
                "id",
                N_("leads out of the site"),
                N_("Write another id, or leave it out"),
                rule="E.0",
                value=self.id,
            )
        yield from old_url_faults(self.old_urls or ())
        yield from picture_faults(self.images or (), bool(self.legacy))

    def day_faults(self, today: dt.date) -> Iterator[Fault]:
        """Faults that come or go with the day alone; asked at each build, of records that were kept too."""
        return iter(())

    @classmethod
    def facts(cls) -> dict[str, FieldFacts]:
        """What each field of this type said of itself, by its name."""
        return _facts(cls)


@cache
def _facts(cls: type[BaseModel]) -> dict[str, FieldFacts]:
    found = {}
    for name, info in cls.model_fields.items():
        extra = info.json_schema_extra
        found[name] = facts_of(name, extra if isinstance(extra, dict) else {})
    return found


facts_of_model = _facts


@cache
def mandatory_of_model(cls: type[BaseModel]) -> dict[str, FieldFacts]:
    """The facts of the fields whose absence is a fault of completeness."""
    return {name: fact for name, fact in _facts(cls).items() if fact.mandatory}


@cache
def shared_of_model(cls: type[BaseModel]) -> frozenset[str]:
    """The fields that the English file of a pair inherits."""
    return frozenset(name for name, fact in _facts(cls).items() if fact.shared)
