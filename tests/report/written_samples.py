"""Documents that the writers are tried on: a report with long tables and names, in both languages."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from congtinh.languages import Bilingual, Language
from congtinh.report.document import (
    Cell,
    Column,
    Heading,
    ListItem,
    Paragraph,
    ReportDocument,
    Run,
    Table,
    annex_number,
)

UNITS = (
    Bilingual(
        "Phòng Quản lý Công nghệ, Đổi mới sáng tạo và Thị trường khoa học và công nghệ",
        "Division of Technology, Innovation and the Science and Technology Market",
    ),
    Bilingual(
        "Trung tâm Ứng dụng tiến bộ khoa học và công nghệ, Kiểm định và Kiểm nghiệm tỉnh Minh Châu",
        "Minh Chau Centre for Applied Science and Technology, Verification and Testing",
    ),
    Bilingual("Văn phòng Sở", "Office"),
    Bilingual("Thanh tra Sở", "Inspectorate"),
)


def _words(vi: str, en: str, language: Language) -> str:
    return Bilingual(vi, en).of(language)


def items_annex(language: Language, rows: int = 45) -> Table:
    """Annex 1, wide: items and pictures of each language, before and now."""
    say = lambda vi, en: _words(vi, en, language)  # noqa: E731
    vi, en = say("Tiếng Việt", "Vietnamese"), say("Tiếng Anh", "English")
    kinds = (say("Tin", "News"), say("Bài", "Articles"), say("Ảnh", "Pictures"))
    counts = [Column(kind, "number", group=group) for group in (vi, en) for kind in kinds]
    made = []
    for number in range(1, rows + 1):
        parts = [number * 7 % 50, number % 9, number * 11 % 70, number * 3 % 30, number % 4, number % 17]
        whole, before = sum(parts), sum(parts) + number % 7 - 3
        made.append((
            Cell(number), Cell(say(f"Chuyên mục số {number} về quản lý nhà nước", f"Section {number} on management"),
                               href=f"/chuyen-muc/{number}/"),
            *map(Cell, parts), Cell(whole), Cell(before), Cell(Fraction(whole - before, before or 1)),
        ))  # fmt: skip
    sums = tuple(range(2, 10))
    totals = (None, Cell(say("Tổng", "Total")), *(Cell(sum(int(row[at].value) for row in made)) for at in sums), None)
    columns = (
        Column(say("STT", "No."), "number"), Column(say("Chuyên mục", "Section")), *counts,
        Column(say("Tổng", "Total"), "number"), Column(say("Kỳ trước", "Period before"), "number"),
        Column(say("Tăng/giảm %", "Change %"), "percent", decimals=1),
    )  # fmt: skip
    return Table(say("Tin, bài, ảnh đã đăng", "News, articles and pictures published"), columns, tuple(made),
                 totals, annex_number(1, language), sums,
                 say("Ảnh được đếm theo tệp, mỗi tệp một lần.", "A picture is a file, counted once."))  # fmt: skip


def units_annex(language: Language) -> Table:
    """Annex 3: long names of units, last days, shares."""
    say = lambda vi, en: _words(vi, en, language)  # noqa: E731
    rows = tuple(
        (Cell(turn), Cell(unit.of(language)), Cell(50), Cell(count), Cell(day), Cell(Fraction(count, 50)),
         Cell(say("Đạt", "Met") if count >= 50 else say("Chưa đạt", "Not met")))
        for turn, (unit, count, day) in enumerate(
            zip(UNITS, (57, 12, 50, 0), (dt.date(2026, 6, 5), dt.date(2026, 2, 1), dt.date(2026, 6, 30), None),
                strict=True), 1)
    )  # fmt: skip
    columns = (
        Column(say("STT", "No."), "number"), Column(say("Đơn vị", "Unit")), Column(say("Chỉ tiêu", "Quota"), "number"),
        Column(say("Tin, bài", "Items"), "number"), Column(say("Lần gửi cuối", "Last sent"), "day"),
        Column("%", "percent"), Column(say("Đánh giá", "Rating")),
    )  # fmt: skip
    return Table(say("Đóng góp của các đơn vị", "Contributions of units"), columns, rows,
                 (None, Cell(say("Tổng", "Total")), Cell(200), Cell(119), None, None, None),
                 annex_number(3, language), (2, 3))  # fmt: skip


def report(language: Language) -> ReportDocument:
    """A half-year's report with a table in its text and two annexes."""
    say = lambda vi, en: _words(vi, en, language)  # noqa: E731
    long = say(
        "Trong 6 tháng đầu năm 2026, Trang thông tin điện tử của Sở hoạt động ổn định; thông tin được cập nhật đầy đủ,"
        " kịp thời, đúng quy định, đáp ứng nhu cầu tra cứu, tìm hiểu của người dân và doanh nghiệp; tỷ lệ đạt 88 %. ",
        "In the first half of 2026 the website of the Department ran steadily; information was brought up to date in"
        " full, in time and as the rules require, as citizens and businesses need it; the share is 88%. ",
    )
    table = Table(
        say("Thủ tục hành chính theo mức độ", "Procedures by level"),
        (Column(say("Mức độ", "Level")), Column(say("Số thủ tục", "Procedures"), "number")),
        ((Cell(say("Toàn trình", "Full")), Cell(37)), (Cell(say("Một phần", "Partial")), Cell(12))),
        (Cell(say("Tổng", "Total")), Cell(49)), sums=(1,),
    )  # fmt: skip
    blocks = (
        Heading(1, (Run(say("I. Tình hình hoạt động", "I. Activities")),)),
        Heading(2, (Run(say("1. Về cung cấp thông tin", "1. Information")),)),
        Paragraph((Run(long * 2),)),
        ListItem((Run(say("Số lượng tin, bài, ảnh đã đăng: ", "News, articles, pictures: ")), Run("592", bold=True))),
        ListItem((Run(say("Trong đó ", "Of these ")), Run("571", href="/thong-ke/"), Run(say(" tin", " news"))), "+", 2),
        ListItem((Run(say("Văn bản đã đăng: 09", "Documents: 9")),)),
        Heading(2, (Run(say("2. Về dịch vụ công", "2. Public services")),)),
        Paragraph((Run(say("Diện tích 5 m", "An area of 5 m")), Run("2", raised="super"), Run(". "),
                   Run(say("Tồn tại:", "Shortcoming:"), italic=True), Run(" "), Run(long))),
        table,
        *(Paragraph((Run(f"{turn}) {long * 2}"),)) for turn in range(1, 4)),
        Heading(1, (Run(say("II. Tồn tại, nguyên nhân; kiến nghị, đề xuất", "II. Shortcomings and proposals")),)),
        Paragraph((Run(long * 3),)),
        Heading(1, (Run(say("III. Phương hướng", "III. The next period")),)),
        Paragraph((Run(long),)),
    )  # fmt: skip
    return ReportDocument(
        language=language,
        agency_above=say("Ủy ban nhân dân tỉnh Minh Châu", "People's Committee of Minh Chau Province"),
        agency=say("Sở Khoa học và Công nghệ", "Department of Science and Technology"),
        place=say("Minh Châu", "Minh Chau"), number="9", day=dt.date(2026, 7, 5),
        type_name=say("BÁO CÁO", "REPORT"),
        title=say("Tình hình hoạt động Trang thông tin điện tử\n6 tháng đầu năm 2026",
                  "On the activities of the website\nin the first half of 2026"),
        basis=say("Theo đề nghị của Văn phòng UBND tỉnh tại Công văn số 02/VP-TH ngày 27/5/2026, Sở Khoa học và Công"
                  " nghệ báo cáo như sau:",
                  "At the request of the Office of the People's Committee in letter No. 02/VP-TH of 27 May 2026, the"
                  " Department reports as follows:"),
        blocks=blocks, annexes=(items_annex(language), units_annex(language)),
        closing=say("Trên đây là báo cáo tình hình hoạt động của Trang thông tin điện tử, đề nghị Văn phòng UBND tỉnh"
                    " tổng hợp.", "The Office of the People's Committee is asked to include this report."),
        recipients=(say("Văn phòng UBND tỉnh (b/c);", "Office of the People's Committee;"),
                    say("Lãnh đạo Sở;", "Directors;"), say("Lưu: VT, VP.", "Archive: VT, VP.")),
        capacity=say("KT. Giám đốc", "For the Director"), signer_title=say("Phó Giám đốc", "Deputy Director"),
        signer_name="Nguyễn Văn Mẫu", note=say("Số liệu tính đến ngày 30/6/2026", "Figures as of 30 June 2026"),
        site="https://skhcn.minhchau.gov.vn",
    )  # fmt: skip
