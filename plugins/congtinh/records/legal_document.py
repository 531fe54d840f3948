"""Legal and administrative documents (content-model.md, E.4; the seven fields of NĐ 43/2011, Điều 10)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from congtinh.errors import N_, Severity
from congtinh.languages import Bilingual
from congtinh.numbering import DocumentNumber, parse, sort_key, type_fits
from congtinh.records.base import Record
from congtinh.records.clocks import Clock
from congtinh.records.counting import ITEMS, Count
from congtinh.records.facets import Facet
from congtinh.records.faults import Fault
from congtinh.records.fields import (
    Day,
    File,
    Text,
    Texts,
    coded,
    entry,
    loosely_coded,
    several,
)
from congtinh.records.parts import Part
from congtinh.vocabulary.registry import Vocabularies

FROM_ISSUE = Bilingual("Từ ngày ban hành đến ngày đăng", "From issue to posting")
FROM_RECEIPT = Bilingual("Từ ngày nhận đến ngày đăng", "From receipt to posting")


class Relation(Part):
    """What this document does to another, written on one side only (V5)."""

    kind: Annotated[str, coded("relations")] = entry(
        "Loại quan hệ", "Kind", mandatory=True, vocabulary="relations"
    )
    target: Text = entry(
        "Văn bản liên quan",
        "Target",
        mandatory=True,
        rule=(
            "Định danh văn bản trên trang, hoặc số ký hiệu của văn bản bên ngoài.",
            "Id of a document of this site, or the number of one elsewhere.",
        ),
    )
    external: bool | None = entry("Văn bản bên ngoài", "External")
    clause_from: Text | None = entry("Điều khoản của văn bản này", "Clause of this document")
    clause_to: Text | None = entry("Điều khoản của văn bản kia", "Clause of the other")
    from_date: Day | None = entry(
        "Từ ngày",
        "From",
        rule=(
            "Mặc định là ngày văn bản này có hiệu lực.",
            "By default the day on which this document takes effect.",
        ),
    )
    to_date: Day | None = entry(
        "Đến hết ngày",
        "To the end of",
        rule=(
            "Ngày cuối cùng tạm ngưng, đình chỉ; hoặc ngày cuối cùng của hiệu lực được kéo dài.",
            "The last day of a suspension, or of the validity that is extended.",
        ),
    )
    confirmed_by: Text | None = entry("Người xác nhận", "Confirmed by")


class StatusOverride(Part):
    """A validity typed by hand, which needs a reason and a name."""

    status: Annotated[str, coded("validity")] = entry(
        "Tình trạng", "Status", mandatory=True, vocabulary="validity"
    )
    reason: Text = entry("Lý do", "Reason", mandatory=True)
    by: Text = entry("Người ghi", "By", mandatory=True)
    from_date: Day | None = entry(
        "Từ ngày",
        "From",
        rule=(
            "Không ghi thì tình trạng này đúng với mọi ngày.",
            "Without it the status holds on every day.",
        ),
    )


class LegalDocument(Record):
    """One document; its facts are written once and both languages share them."""

    type_label: ClassVar = Bilingual("Văn bản", "Document")
    list_label: ClassVar = Bilingual("Văn bản", "Documents")
    path: ClassVar = Bilingual("van-ban", "documents")
    index_template: ClassVar = "register.html"
    in_feed: ClassVar = True
    legal_text: ClassVar = True
    schema_org: ClassVar = "Legislation"
    default_section: ClassVar = ("43:10.1.e",)
    facets: ClassVar = (
        Facet(
            "doc_type",
            Bilingual("loai", "type"),
            Bilingual("Hình thức", "Type"),
            "document_types",
            in_feed=True,
            by_number=True,
            by_year=True,
        ),
        Facet(
            "issuer",
            Bilingual("co-quan", "issuer"),
            Bilingual("Cơ quan ban hành", "Issuing body"),
            "issuers",
            by_number=True,
        ),
        Facet(
            "year",
            Bilingual("nam", "year"),
            Bilingual("Năm ban hành", "Year of issue"),
            by_number=True,
        ),
        Facet(
            "sectors",
            Bilingual("linh-vuc", "field"),
            Bilingual("Lĩnh vực", "Field"),
            "fields",
            in_feed=True,
        ),
        Facet(
            "validity",
            Bilingual("tinh-trang", "status"),
            Bilingual("Tình trạng hiệu lực", "Validity"),
            "validity",
            of_day=True,
        ),
    )

    title: Text | None = entry(
        "Tiêu đề",
        "Title",
        rule=(
            "Không cần ghi; ghép từ hình thức, số ký hiệu và trích yếu.",
            "Not needed; made from type, number and abstract.",
        ),
    )
    summary: Text | None = entry(
        "Mô tả",
        "Description",
        rule=("Không cần ghi; mặc định là trích yếu.", "Not needed; by default the abstract."),
    )
    doc_class: Annotated[str, coded("document_classes")] | None = entry(
        "Nhóm văn bản", "Class", mandatory=True, shared=True, vocabulary="document_classes"
    )
    doc_type: Annotated[str, coded("document_types")] | None = entry(
        "Hình thức văn bản",
        "Document type",
        mandatory=True,
        shared=True,
        vocabulary="document_types",
    )
    number: Text | None = entry(
        "Số",
        "Number",
        shared=True,
        rule=(
            "Số đầy đủ hoặc riêng phần số; từ 01 đến 09 ghi hai chữ số.",
            "The whole number or its digits alone; two digits at least.",
        ),
    )
    symbol: Text | None = entry(
        "Số, ký hiệu",
        "Number and symbol",
        mandatory=True,
        shared=True,
        rule=(
            "Số và ký hiệu đầy đủ, ví dụ 43/2011/NĐ-CP hoặc 118/KH-SKHCN.",
            "The whole number and symbol, such as 43/2011/NĐ-CP or 118/KH-SKHCN.",
        ),
    )
    legacy_symbol: Text | None = entry("Ký hiệu nguyên văn", "Symbol as printed", shared=True)
    issuer: Annotated[tuple[Annotated[str, loosely_coded("issuers")], ...], several] | None = entry(
        "Cơ quan ban hành",
        "Issuing body",
        mandatory=True,
        shared=True,
        vocabulary="issuers",
        rule=(
            "Mã trong từ vựng issuers; văn bản liên tịch ghi danh sách.",
            "Codes of the vocabulary issuers; a list for joint documents.",
        ),
    )
    authority: Text | None = entry("Thẩm quyền", "Authority", shared=True)
    abstract: Text | None = entry("Trích yếu", "Abstract", mandatory=True)
    issued: Day | None = entry("Ngày ban hành", "Date of issue", mandatory=True, shared=True)
    effective: Day | None = entry(
        "Ngày hiệu lực",
        "Effective date",
        shared=True,
        rule=(
            "Bắt buộc với văn bản quy phạm pháp luật.",
            "Mandatory for legal normative documents.",
        ),
    )
    expires: Day | None = entry("Ngày hết hiệu lực", "Expiry", shared=True)
    received: Day | None = entry("Ngày nhận", "Date received", shared=True)
    place: Text | None = entry("Nơi ban hành", "Place", shared=True)
    signer: Text | None = entry("Người ký", "Signer", mandatory=True, shared=True)
    signer_title: Annotated[str, loosely_coded("positions")] | None = entry(
        "Chức danh người ký", "Signer's title", mandatory=True, shared=True, vocabulary="positions"
    )
    sign_capacity: Annotated[str, coded("signing_capacities")] | None = entry(
        "Thẩm quyền ký", "Signing capacity", shared=True, vocabulary="signing_capacities"
    )
    gazette_no: Text | None = entry("Số Công báo", "Gazette number", shared=True)
    gazette_date: Day | None = entry("Ngày Công báo", "Gazette date", shared=True)
    recipients: Texts | None = entry("Nơi nhận", "Recipients", shared=True)
    signed_file: File | None = entry("Văn bản ký số", "Signed file", shared=True, file="signed")
    file: Annotated[tuple[File, ...], several] | None = entry(
        "Tệp tải về",
        "Download",
        mandatory=True,
        shared=True,
        file="file",
        rule=(
            "Ít nhất một tệp, nên có lớp chữ để tìm được.",
            "At least one; searchable text preferred.",
        ),
    )
    status_override: StatusOverride | None = entry(
        "Tình trạng nhập tay", "Status override", shared=True
    )
    relations: tuple[Relation, ...] | None = entry("Quan hệ", "Relations", shared=True)
    sectors: Annotated[tuple[Annotated[str, loosely_coded("fields")], ...], several] | None = entry(
        "Ngành, lĩnh vực", "Sector", mandatory=True, shared=True, vocabulary="fields"
    )
    english_official: bool | None = entry(
        "Bản dịch chính thức", "Official translation", shared=True
    )

    @property
    def document_number(self) -> DocumentNumber:
        """The number as ``numbering`` reads it; of the draft form where there is none."""
        written = self.symbol or self.number or ""
        if self.number and self.symbol and not self.symbol[:1].isdigit():
            written = f"{self.number}/{self.symbol.lstrip('/')}"
        return parse(written)

    @property
    def heading(self) -> str:
        return self.title or self.abstract or super().heading

    @property
    def description(self) -> str:
        return self.summary or self.abstract or self.heading

    @property
    def year(self) -> int | None:
        """Registers file a document under the year of its issue."""
        return self.issued.year if self.issued else None

    @property
    def written_for(self) -> dt.date | None:
        return self.issued or super().written_for

    @property
    def order(self) -> tuple[Any, ...]:
        """Day of issue, number, identifier."""
        return (self.issued or dt.date.min, sort_key(self.document_number), self.id or "")

    def counts(self) -> Iterator[Count]:
        """The document by its class, and once more where it was published with a digital signature."""
        yield Count(ITEMS, self.doc_class or "")
        yield Count("documents", self.doc_class or "")
        if self.signed_file or any(one.signed for one in self.attachments or ()):
            yield Count("signed_documents", self.doc_class or "")

    def clocks(self, agency: frozenset[str]) -> Iterator[Clock]:
        """From issue to posting; of another body's document from its receipt, where that day is known.

        A draft was not issued, and nothing runs on it.
        """
        if self.doc_class == "du-thao":
            return
        own = not agency.isdisjoint(self.issuer or ())
        received = None if own else self.received
        what = FROM_RECEIPT if received else FROM_ISSUE
        posted = self.date.date() if self.date else None
        yield Clock(what, received or self.issued, posted, own=own)

    def check(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        yield from super().check(vocabularies)
        yield from self._date_faults(vocabularies)
        yield from self._number_faults(vocabularies)
        for issuer in self.issuer or ():
            if issuer not in vocabularies["issuers"]:
                near = vocabularies["issuers"].suggest(issuer)
                yield Fault(
                    "issuer",
                    N_("is not in the vocabulary “{vocabulary}”"),
                    N_(
                        "Write one of: {choices}; or add the body in content/vocabulary/issuers.toml"
                    ),
                    self.completeness,
                    "E.4",
                    issuer,
                    {"vocabulary": "issuers", "choices": ", ".join(near) or "chinh-phu, thu-tuong"},
                )

    def day_faults(self, today: dt.date) -> Iterator[Fault]:
        if self.issued and self.issued > today:
            yield Fault(
                "issued",
                N_("is in the future"),
                N_("Write the day on which it was issued"),
                rule="R5",
                value=self.issued.isoformat(),
            )

    def _is_normative(self, vocabularies: Vocabularies) -> bool:
        return self.doc_class == "vbqppl"

    def _date_faults(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        if self._is_normative(vocabularies) and self.effective is None:
            yield Fault(
                "effective",
                N_("is missing on a legal normative document"),
                N_("Write the day from which it holds"),
                self.completeness,
                "R5",
            )
        if self.issued and self.effective and self.effective < self.issued:
            yield Fault(
                "effective",
                N_("is before the date of issue"),
                N_("Check both days"),
                Severity.WARNING,
                "R5",
                self.effective.isoformat(),
            )
        if self.expires and self.effective and self.expires <= self.effective:
            yield Fault(
                "expires",
                N_("is not after the effective date"),
                N_("Check both days"),
                self.completeness,
                "R5",
                self.expires.isoformat(),
            )
        if self.date and self.issued and self.date.date() < self.issued:
            yield Fault(
                "date",
                N_("is before the date of issue"),
                N_("Check both days"),
                Severity.WARNING,
                "R5",
                self.date.date().isoformat(),
            )

    def _number_faults(self, vocabularies: Vocabularies) -> Iterator[Fault]:
        number = self.document_number
        if not number.number and self.doc_class != "du-thao":
            yield Fault(
                "symbol",
                N_("has no number, so it is a draft"),
                N_("Write the number, or doc_class: du-thao"),
                self.completeness,
                "R6",
                self.symbol,
            )
        for warning in number.warnings:
            yield Fault(
                "symbol",
                N_(
                    "uses “{code}”, which is not an official abbreviation (NĐ 30/2020, Phụ lục III)"
                ),
                N_("Write the official abbreviation; keep the printed form in legacy_symbol"),
                Severity.WARNING,
                "R4",
                self.symbol,
                {"code": warning},
            )
        term = vocabularies["document_types"].get(self.doc_type or "")
        if term and type_fits(number, abbreviations(term.extra)) is False:
            yield Fault(
                "symbol",
                N_("does not fit the document type “{type}”"),
                N_("Correct the symbol or doc_type"),
                self.completeness,
                "R3",
                self.symbol,
                {"type": term.label},
            )


def abbreviations(extra: Any) -> list[str]:
    """Every abbreviation that the symbol of a document type may carry."""
    found = [extra.get("abbreviation"), *extra.get("abbreviations", ()), *extra.get("aliases", ())]
    return [str(a) for a in found if a]
