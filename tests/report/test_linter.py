"""The linter of reports, its words: each slip of its rules is told, and what is right is passed by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.report.findings import Rule
from congtinh.report.lint_facts import lint_facts
from congtinh.report.linter import lint
from tests.report.linting import FACTS, FOREIGN_AFFAIRS, VOCABULARIES, of_rule, rules, told

SLIPS = [
    ("Cập nhật cads hoạt động của Sở.", "cads", "các"),
    ("Thông tin đấu thấu được công khai.", "đấu thấu", "đấu thầu"),
    ("Tiếp tục quan đâm đầu tư hạ tầng.", "quan đâm", "quan tâm"),
    ("Đề Trang thông tin hoạt động tốt, Sở kiến nghị như sau.", "Đề", "Để"),
    ("Tin được cung cấp cập tại địa chỉ của Sở.", "cung cấp cập", "cung cấp"),
    ("THÔNG KÊ TRUY CẬP", "THÔNG KÊ", "THỐNG KÊ"),
    ("Nâng hạng của Công thông tin điện tử năm 2026.", "Công thông tin", "Cổng thông tin"),
    ("Nơi nhận ghi thêm công thông tin điện tử Sở.", "công thông tin", "cổng thông tin"),
    ("CÔNG THÔNG TIN ĐIỆN TỬ TỈNH", "CÔNG THÔNG TIN", "CỔNG THÔNG TIN"),
    ("Đã cập nhập 12 tin.", "cập nhập", "cập nhật"),
    ("Các bộ, nghành có liên quan.", "nghành", "ngành"),
]


@pytest.mark.parametrize(("text", "wrong", "right"), SLIPS)
def test_a_known_slip_is_told_with_what_is_right(text: str, wrong: str, right: str) -> None:
    """A slip of the vocabulary is found in any case, and what is right bears the same capitals."""
    (found,) = of_rule(Rule.TYPING_SLIP, text)

    assert (found.words, found.params["right"]) == (wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "Tin được truyền đi hằng ngày, hàng ngày và hàng năm.",
        "Sở đã đăng thành công thông tin lên trang.",
        "Đơn vị gia công thông tin theo hợp đồng.",
        "Đề nghị các đơn vị gửi tin.\nĐề tài đã nghiệm thu.\nĐề án được phê duyệt.",
        "Các vấn đề đảm bảo an toàn thông tin được quan tâm.",
        "Mức dự báo cao hơn năm 2025, chủ trương trình Hội đồng nhân dân.",
        "Hóa đơn vi phạm bị xử lý; hệ thống kế toán; tiến hành chỉnh sửa; khả năng cao nhất.",
        "Có trách nhiệm thu hồi tài liệu và các khoản khác phục vụ cuộc thi.",
        "Ban hành quy định về giám sát nhập khẩu, lịch sử lý luận.",
    ],
)
def test_what_only_looks_like_a_slip_is_passed_by(text: str) -> None:
    """The same letters across two words, two right spellings and words that open a sentence."""
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Được Ủy ban nhân dân tỉnh tỉnh phê duyệt.", "tỉnh tỉnh"),
        ("Đề nghị các các đơn vị phối hợp.", "các các"),
        ("Các các đơn vị phối hợp.", "Các các"),
        ("Trang của Sở của Sở đã đăng tin.", "của Sở của Sở"),
        ("Góp phần phần nâng cao chất lượng.", "phần phần"),
    ],
)
def test_a_word_typed_twice_is_told(text: str, words: str) -> None:
    """One or two words that stand twice in a row."""
    assert told(text) == [("doubled-word", words)]


@pytest.mark.parametrize(
    "text",
    [
        "Ngày ngày, nhà nhà, người người đều thường thường xem tin.",
        "Từng bước nâng cao; từ từ cải thiện; duy trì song song hai trang; tăng dần dần.",
        "Xử lý hành vi vi phạm pháp luật; áp dụng biện pháp pháp luật.",
        "Trường hợp hợp đồng đã ký; hệ thống thống kê của tỉnh; doanh nghiệp công nghiệp công nghệ cao.",
        "Cộng đồng đồng hành cùng chuyển đổi số; thực hiện Chương trình chuyển đổi số số 12.",
        "Ông A, Trưởng phòng Phòng Tổng hợp, phát biểu.",
        "Các đơn vị gồm:\n- Văn phòng\n- Văn phòng đại diện",
        "Mục tin tức\nTin tức của Sở được đăng đều.",
    ],
)
def test_what_is_said_twice_by_right_is_passed_by(text: str) -> None:
    """Reduplication, two compounds that meet, a name after its office, and two lines."""
    assert "doubled-word" not in rules(text)


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("Theo quyêt định của Sở.", "typing-slip", "quyêt định"),
        ("Bảo đảm kỹ thuạt của trang.", "no-syllable", "thuạt"),
        ("Đơn vị đuợc giao nhiệm vụ.", "no-syllable", "đuợc"),
        ("Tổ chức, cánhân gửi câu hỏi.", "no-syllable", "cánhân"),
        ("Các cơ quan tăng cường hoajt động của trang.", "unknown-word", "hoajt"),
    ],
)
def test_letters_that_are_no_syllable_are_told(text: str, rule: str, words: str) -> None:
    """A word that no Vietnamese syllable has the letters of."""
    assert told(text) == [(rule, words)]


def test_two_words_run_together_are_told_apart() -> None:
    """Each way to cut the word in two syllables is offered."""
    (one,) = of_rule(Rule.NO_SYLLABLE, "Tài liệu đượckhai thác nhiều.")
    (many,) = of_rule(Rule.NO_SYLLABLE, "Tổ chức, cánhân gửi câu hỏi.")

    assert one.params["right"] == "được khai"
    assert "cá nhân" in str(many.params["right"]).split("”, “")


@pytest.mark.parametrize(
    "text",
    [
        "Trang được đăng trên mạng internet, có website, email, logo và video.",
        "Hội nghị tại Đắk Lắk, Krông Búk, Plei Ku và huyện Ea H’leo.",
        "Đắk Lắk tổ chức hội nghị.",
        "UBND, HĐND, TTĐT, CNTT, TTHC, KH&CN, QPPL và NĐ-CP là chữ viết tắt.",
        "Thiết bị của hãng Microsoft, nền tảng Smart City và big data của tỉnh.",
        "Tại địa chỉ <http://dkqm.skhcn.example.gov.vn/abc_xyz> hoặc lienhe@skhcn.gov.vn để gửi.",
        "Theo `ma_nguon cads` và [văn bản](https://example.gov.vn/cads_cads) của Sở.",
        "Công văn số 2732/UBND-KGVX, TCVN 9001:2015, 43/2011/NĐ-CP.",
    ],
)
def test_foreign_words_names_and_codes_are_passed_by(text: str) -> None:
    """Loan words, names of places and firms, abbreviations, addresses and numbers are no slips."""
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Các cơ quan , đơn vị gửi tin.", "quan ,"),
        ("Các cơ quan,đơn vị gửi tin.", "quan,đơn"),
        ("Gửi trước ngày 30/9/2026.Nguồn: Sở.", "2026.Nguồn"),
        ("Sở đã đăng tin.Các đơn vị đã gửi bài.", "tin.Các"),
    ],
)
def test_spaces_around_marks_are_told(text: str, words: str) -> None:
    """A space before a mark, and none after it."""
    assert told(text) == [("spacing", words)]


def test_a_small_letter_after_a_full_stop_is_told() -> None:
    """A full stop typed for a comma, or a sentence that begins small."""
    assert told("Các cơ quan. đơn vị đã gửi tin.") == [("small-letter", "quan. đơn")]


@pytest.mark.parametrize(
    "text",
    [
        "Lúc 8:30 ngày 05/7/2026, tỷ lệ 12,5 % (63.657 lượt)...",
        "TP. Hồ Chí Minh, TS. Nguyễn Văn A, v.v. và một số nơi khác; 30/9/2026./.",
        "1. Tin tức\n2. Bài viết\na) Ảnh; b) Video.",
        "| Mục | Số tin |\n| --- | ---: |\n| Tin tức | 12 |",
        "**Tồn tại:** *Tối thiểu 50 tin* (năm 2026); “có ngoặc”, ‘có nháy’!",
    ],
)
def test_right_punctuation_is_passed_by(text: str) -> None:
    """Times, decimals, titles, lists, tables and Markdown."""
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Buổi làm việc diễn ra sáng ngày 15/9 tại Sở.",
        "Các đơn vị gửi báo cáo trước ngày 30/9.",
        "Sở đã gửi kết quả vào ngày 15 tháng 9 tới các đơn vị.",
        "Theo Công văn số 12/UBND-VX ngày 02/3/2026, Sở gửi báo cáo trước ngày 30/9.",
    ],
)
def test_a_date_without_a_year_is_told(text: str) -> None:
    """A day and a month alone; the year of a document cited is not the year of the date."""
    assert rules(text) == {"date-without-year"}


@pytest.mark.parametrize(
    "text",
    [
        "Sáng ngày 15/9/2026 và chiều ngày 16 tháng 9 năm 2026.",
        "Từ ngày 15/12 đến ngày 14/6/2026, Sở đăng 12 tin.",
        "Trong năm 2026, các đơn vị gửi tin trước ngày 30/9.",
        "Trước ngày 01/12 hằng năm, Sở gửi báo cáo.",
        "Kỷ niệm ngày 30/4 và ngày 1/5, Sở đăng 12 tin.",
        "Đã tích hợp 18/19 cơ quan, 11/12 xã và 65/65 thủ tục.",
        "Các ngày 3, 4 và ngày 5/6 năm 2026.",
    ],
)
def test_a_date_whose_year_is_told_is_passed_by(text: str) -> None:
    """The year stands right after, before it in the sentence, or the day comes back every year."""
    assert "date-without-year" not in rules(text)


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("Số: /KH-KHCN", "blank-number", "Số: /KH-KHCN"),
        ("Số:      /BC-SKHCN", "blank-number", "Số: /BC-SKHCN"),
        ("Theo Quyết định số …/QĐ-UBND của tỉnh.", "blank-number", "số …/QĐ-UBND"),
        ("Minh Châu, ngày tháng 01 năm 2022", "blank-date", "ngày tháng 01 năm 2022"),
        ("Minh Châu, ngày ... tháng ... năm 2026", "blank-date", "ngày ... tháng ... năm 2026"),
        ("Minh Châu, ngày 05 tháng  năm 2026", "blank-date", "ngày 05 tháng năm 2026"),
    ],
)
def test_what_was_left_blank_is_told(text: str, rule: str, words: str) -> None:
    """The number or the date of a document that nobody filled in."""
    assert (rule, words) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Số: 467 /SKHCN-TTr", "Số: 09/BC-BBT", "Minh Châu, ngày 05 tháng 7 năm 2026",
        "Họ và tên, ngày tháng năm sinh, chức vụ.", "Số lượng tin, bài: 592", "ngày 5 tháng Năm năm 2026",
    ],
)  # fmt: skip
def test_what_is_filled_in_is_passed_by(text: str) -> None:
    """A number with a stray space, a whole date, and words that speak of dates."""
    assert not rules(text) & {"blank-number", "blank-date"}


AS_OWN = [
    "Kênh thông tin về hoạt động quản lý nhà nước về lĩnh vực Ngành Nông nghiệp và Phát triển nông thôn.",
    "Kênh phản ánh hoạt động quản lý nhà nước về lĩnh vực Nông nghiệp và Môi trường trên mạng.",
    "Thực hiện nhiệm vụ quản lý nhà nước về ngành Xây dựng.",
    "Trên đây là báo cáo kết quả hoạt động của Sở Tài nguyên và Môi trường, đề nghị tổng hợp.",
    "Giám đốc Sở Giáo dục và Đào tạo là người chịu trách nhiệm về nội dung của Trang.",
    "Thực hiện Công văn số 02/UBND ngày 27/5/2026, Sở Công Thương báo cáo tình hình như sau:",
]


@pytest.mark.parametrize("text", AS_OWN)
def test_the_name_of_another_agency_as_one_s_own_is_told(text: str) -> None:
    """A text copied from the report of another department still bears its field or its name."""
    assert rules(text, FOREIGN_AFFAIRS) == {"other-agency"}


@pytest.mark.parametrize(
    "text",
    [
        "Kính gửi: Sở Thông tin và Truyền thông",
        "Phối hợp với Sở Nông nghiệp và Phát triển nông thôn và ngành Y tế đăng tin.",
        "Thực hiện Công văn số 12/SNN-VP ngày 02/3/2026 của Sở Nông nghiệp và Phát triển nông thôn.",
        "Một số đơn vị như Sở Tư pháp, Sở Tài chính, Sở Giao thông vận tải không gửi tin.",
        "Đề nghị Sở Tài chính bố trí kinh phí.",
        "Đề tài ứng dụng trong lĩnh vực nông nghiệp và môi trường đã nghiệm thu.",
        "Quản lý nhà nước về lĩnh vực ngoại vụ; quản lý nhà nước về tài chính của đơn vị.",
        "Giám đốc Sở Nội vụ dự hội nghị.",
        "Trên đây là báo cáo của Sở Ngoại vụ.\n\nNơi nhận:\n- Sở Nông nghiệp và Phát triển nông thôn;",
    ],
)
def test_another_agency_named_by_right_is_passed_by(text: str) -> None:
    """Addressee, partner, issuer, list of silent units, recipients, one's own field."""
    assert "other-agency" not in rules(text, FOREIGN_AFFAIRS)


def test_one_s_own_field_is_never_another_s() -> None:
    """What one agency may not say of itself, the agency whose field it is may."""
    farming = lint_facts(VOCABULARIES, ["Sở Nông nghiệp và Phát triển nông thôn tỉnh Minh Châu"])

    assert "other-agency" not in rules(AS_OWN[0], farming)


def test_one_word_in_two_spellings_is_told_once() -> None:
    """The seldom place of the tone is told at its first place; names keep theirs."""
    text = "Ủy ban nhân dân tỉnh họp. Uỷ ban nhân dân xã họp. Ủy ban và Uỷ ban họp. Bà Nguyễn Thị Thuý và thủy lợi."

    assert told(text) == [("two-spellings", "Uỷ")]


def test_a_finding_tells_line_column_and_words_of_the_text_as_written() -> None:
    """Markdown before the slip does not move its place, and the finding becomes a problem."""
    (found,) = lint("# Báo cáo\n\n- **Về** [trang](https://a.gov.vn): đã *cập nhập* tin.\n", FACTS)
    problem = found.problem("report/notes.md")

    assert (found.line, found.column) == (3, 41)
    assert (problem.place, problem.rule, problem.value) == ("report/notes.md:3", "typing-slip", "cập nhập")
    assert "cập nhật" in problem.told()


def test_accepted_words_are_no_longer_told() -> None:
    """What editors looked at and kept stays out of the list."""
    facts = lint_facts(VOCABULARIES, ["Sở Ngoại vụ"], accepted=["cập nhập"])

    assert lint("Đã cập nhập tin.", facts) == []


def test_an_english_report_is_read_by_the_rules_that_hold_in_english() -> None:
    """Doubled words and spaces are told; Vietnamese syllables are not asked for."""
    facts = lint_facts(VOCABULARIES, ["Department of Foreign Affairs"], language="en")

    assert told("The the site had 12 items , and it had had none before.", facts) == [
        ("doubled-word", "The the"), ("spacing", "items ,"),
    ]  # fmt: skip


PIECES = st.sampled_from(
    [text for text, _, _ in SLIPS]
    + AS_OWN
    + ["Số: /KH-KHCN", "ngày 15/9", "| a | b |", "```\nx\n```", "**", "<", "{{ x }}", "\n", "%", "(", "é\u0301"]
)


@given(st.lists(PIECES | st.text(max_size=12), max_size=12))
def test_findings_are_sorted_single_and_within_the_text(pieces: list[str]) -> None:
    """Whatever the text, every finding points into it, in order, and none is told twice."""
    text = " ".join(pieces)
    found = lint(text, FOREIGN_AFFAIRS)
    places = [(f.line, f.column, f.rule, f.message, str(f.params)) for f in found]

    assert places == sorted(set(places))
    assert all(1 <= f.line <= text.count("\n") + 1 and f.column >= 1 and f.words for f in found)
