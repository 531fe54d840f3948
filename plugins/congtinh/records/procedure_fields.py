"""The fields of an administrative procedure, in the order of the decree (content-model.md, E.10)."""

from __future__ import annotations

from typing import Annotated

from congtinh.records.base import Record
from congtinh.records.case_figures import PeriodCases
from congtinh.records.fields import Day, Text, Url, coded, entry, loosely_coded, several
from congtinh.records.parts import AttachedFile
from congtinh.records.procedure_parts import Basis, Lines, Paper, Way


class ProcedureFields(Record):
    """What editors write of a procedure; ``Procedure`` says what follows from it."""

    code: Text | None = entry(
        "Mã thủ tục hành chính",
        "National code",
        mandatory=True,
        shared=True,
        rule=("Mã quốc gia, ví dụ 1.013126 hoặc 1.002345.000.00.00.H08.", "The national code, such as 1.013126."),
    )
    field: Annotated[tuple[Annotated[str, loosely_coded("fields")], ...], several] | None = entry(
        "Lĩnh vực", "Field", mandatory=True, shared=True, vocabulary="fields"
    )
    level: Annotated[str, loosely_coded("service_levels")] | None = entry(
        "Mức độ dịch vụ công",
        "Service level",
        mandatory=True,
        shared=True,
        vocabulary="service_levels",
        rule=("Luôn kèm thang: 2011:4, 2022:toan-trinh, 2026:mot-phan…", "Always with its scale: 2011:4, 2022:toan-trinh…"),
    )
    tiers: Annotated[tuple[Annotated[str, coded("procedure_tiers")], ...], several] | None = entry(
        "Cấp thực hiện", "Tier", shared=True, vocabulary="procedure_tiers"
    )
    national_url: Url | None = entry(
        "Trên Cổng Dịch vụ công quốc gia",
        "On the National Public Service Portal",
        shared=True,
        rule=(
            "Bản gốc. Có địa chỉ này thì không cần chép lại các bộ phận của thủ tục.",
            "The master record. With it the parts of the procedure need no second copy here.",
        ),
    )
    online_url: Url | None = entry(
        "Nộp trực tuyến",
        "Apply online",
        shared=True,
        rule=("Bắt buộc khi mức độ là trực tuyến.", "Where the level is online."),
    )
    steps: Lines | None = entry(
        "Trình tự thực hiện", "Steps", shared=True, rule=("Mỗi bước một dòng.", "One line for each step.")
    )
    ways: tuple[Way, ...] | None = entry("Cách thức thực hiện", "How to apply", shared=True)
    dossier: tuple[Paper, ...] | None = entry("Thành phần hồ sơ", "Documents", shared=True)
    copies: int | None = entry("Số lượng hồ sơ (bộ)", "Number of sets", shared=True, ge=1)
    time_limit: Text | None = entry("Thời hạn giải quyết", "Time limit", shared=True)
    time_limit_days: int | None = entry("Thời hạn (ngày làm việc)", "Time limit (working days)", shared=True, ge=0)
    who: Annotated[tuple[Annotated[str, loosely_coded("applicants")], ...], several] | None = entry(
        "Đối tượng thực hiện", "Applicants", shared=True, vocabulary="applicants"
    )
    office: Text | None = entry("Cơ quan giải quyết", "Competent office", shared=True, refers="unit")
    office_name: Text | None = entry(
        "Cơ quan giải quyết (ngoài cơ quan này)", "Competent office (another body)", shared=True
    )
    authority: Text | None = entry("Cơ quan có thẩm quyền quyết định", "Deciding authority", shared=True)
    partners: Text | None = entry("Cơ quan phối hợp", "Bodies that take part", shared=True)
    place: Text | None = entry("Nơi tiếp nhận hồ sơ", "Where to apply", shared=True)
    result: Lines | None = entry("Kết quả thực hiện", "Result", shared=True)
    fee: Text | None = entry(
        "Phí, lệ phí",
        "Fee",
        shared=True,
        rule=("Số tiền bằng đồng, lời, hoặc: không.", "An amount in VND, words, or: Không."),
    )
    forms: tuple[AttachedFile, ...] | None = entry("Mẫu đơn, mẫu tờ khai", "Forms", shared=True)
    conditions: Lines | None = entry(
        "Yêu cầu, điều kiện", "Conditions", shared=True, rule=("Không có thì ghi: không.", "Where there are none: Không.")
    )
    without: Annotated[tuple[Annotated[str, coded("procedure_parts")], ...], several] | None = entry(
        "Bộ phận thủ tục này không có",
        "Parts this procedure does not have",
        shared=True,
        vocabulary="procedure_parts",
        rule=("Trong bốn bộ phận có điều kiện: mau-don, ket-qua, yeu-cau, phi.", "Of mau-don, ket-qua, yeu-cau, phi."),
    )
    basis: tuple[Basis, ...] | None = entry(
        "Căn cứ pháp lý",
        "Legal basis",
        mandatory=True,
        shared=True,
        rule=("Tên tệp văn bản hoặc số ký hiệu, mỗi văn bản một dòng.", "Files of documents or their numbers."),
    )
    announced_by: Text | None = entry("Quyết định công bố", "Announcing decision", shared=True, refers="legal_document")
    announced_in: Text | None = entry(
        "Quyết định công bố (không có trên trang)", "Announcing decision (not on this site)", shared=True
    )
    announced_on: Day | None = entry(
        "Ngày ký quyết định công bố",
        "Announced on",
        shared=True,
        rule=("Mặc định là ngày ban hành quyết định.", "By default its day of issue."),
    )
    announced_as: Annotated[str, coded("announcement_terms")] | None = entry(
        "Hạn đăng theo",
        "Posting term",
        shared=True,
        vocabulary="announcement_terms",
        rule=("Mặc định: tinh (5 ngày làm việc).", "By default: tinh (5 working days)."),
    )
    foreigners: bool | None = entry(
        "Người nước ngoài dùng được",
        "Usable by foreigners",
        mandatory=True,
        shared=True,
        rule=("true thì phải có bản tiếng Anh.", "true wants an English file."),
    )
    case_counts: tuple[PeriodCases, ...] | None = entry("Số lượng hồ sơ theo kỳ", "Cases by period", shared=True)
    state: Annotated[str, coded("procedure_states")] | None = entry(
        "Tình trạng", "State", mandatory=True, shared=True, vocabulary="procedure_states"
    )
    state_since: Day | None = entry("Tình trạng kể từ ngày", "State since", shared=True)
    checked: Day | None = entry("Ngày đối chiếu gần nhất", "Last checked", shared=True)
