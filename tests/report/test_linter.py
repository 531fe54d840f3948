"""The linter of reports: each slip of its rules is told, and what is right is passed by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.report.findings import Finding, Rule
from congtinh.report.lint_facts import LintFacts, lint_facts
from congtinh.report.linter import lint
from congtinh.vocabulary.registry import Vocabularies

VOCABULARIES = Vocabularies.load()[0]
FACTS = lint_facts(VOCABULARIES, ["Sở Khoa học và Công nghệ tỉnh Minh Châu", "Sở Khoa học và Công nghệ"])
FOREIGN_AFFAIRS = lint_facts(VOCABULARIES, ["Sở Ngoại vụ"])


def told(text: str, facts: LintFacts = FACTS) -> list[tuple[str, str]]:
    """The rule and the words of each finding."""
    return [(f.rule.value, f.words) for f in lint(text, facts)]


def rules(text: str, facts: LintFacts = FACTS) -> set[str]:
    return {rule for rule, _ in told(text, facts)}


def of_rule(rule: Rule, text: str, facts: LintFacts = FACTS) -> list[Finding]:
    return [f for f in lint(text, facts) if f.rule is rule]


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


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("Cung cấp dịch vụ công trực tuyến theo cấp độ 3 và 4. Duy trì 37 TTHC cấp độ 3.", ["4"]),
        ("Tất cả thủ tục hành chính đều được cung cấp trực tuyến ở mức độ 2 và mức độ 3.", ["2", "3"]),
        ("Dịch vụ công trực tuyến mức độ 3, mức độ 4: 37 TTHC mức độ 3.", ["4"]),
        ("Sở có 10 dịch vụ công trực tuyến toàn trình và dịch vụ công trực tuyến một phần.", ["một phần"]),
    ],
)
def test_a_level_without_a_count_is_told(text: str, levels: list[str]) -> None:
    """A level of online service is announced, and no sentence counts the procedures at it."""
    assert [f.params["level"] for f in of_rule(Rule.LEVEL_WITHOUT_COUNT, text)] == levels


@pytest.mark.parametrize(
    "text",
    [
        "Các thủ tục được cung cấp trực tuyến ở mức độ 2 và mức độ 3: 04 bộ TTHC mức độ 2 và 01 bộ TTHC mức độ 3.",
        "Đã có 01 dịch vụ công trực tuyến mức độ 3 và 03 dịch vụ công trực tuyến mức độ 4. "
        "Tiếp tục nâng cao Dịch vụ công trực tuyến mức độ 3, 4.",
        "Phấn đấu đưa dịch vụ công trực tuyến lên mức độ 4.",
        "Hệ thống được phê duyệt an toàn thông tin cấp độ 3 phục vụ dịch vụ công.",
        "Mức 3 triệu đồng mỗi thủ tục.",
        "Cung cấp 25 dịch vụ công trực tuyến toàn trình, 12 dịch vụ công trực tuyến một phần.",
        "Dịch vụ công trực tuyến mức độ 3: 12, mức độ 4: 5.",
    ],
)
def test_a_counted_level_is_passed_by(text: str) -> None:
    """The count stands elsewhere in the text, the level is only planned, or it is of another scale."""
    assert "level-without-count" not in rules(text)


def test_the_count_of_the_records_is_offered_for_a_level() -> None:
    """The remedy names the number where the records have it, and says so where they have none."""
    text = "Sở cung cấp dịch vụ công trực tuyến mức độ 3 và 4."
    facts = lint_facts(VOCABULARIES, ["Sở Ngoại vụ"], service_levels={"3": 37, "4": 0})
    three, four = of_rule(Rule.LEVEL_WITHOUT_COUNT, text, facts)

    assert "37" in three.problem("a.md").told()
    assert "no procedure" in four.problem("a.md").told()


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


def test_two_values_for_one_label_are_told() -> None:
    """The second value is told with the first and its line."""
    text = "Đã cập nhật 446 văn bản chỉ đạo của tỉnh;\nđăng nhập 258 văn bản chỉ đạo, 188 văn bản pháp quy."
    (found,) = of_rule(Rule.TWO_VALUES, text)

    assert (found.words, found.line, found.params) == (
        "258 văn bản chỉ đạo", 2, {"value": 446, "line": 1},
    )  # fmt: skip


def test_lines_with_a_label_and_a_number_are_counts_too() -> None:
    """“Số lượng …: 592” and “Số lượng …: 590” have one label."""
    text = "- Số lượng tin, bài, ảnh đã đăng: 592\n- Số lượng văn bản đã đăng: 56\n- Số lượng tin, bài, ảnh đã đăng: 590"
    (found,) = of_rule(Rule.TWO_VALUES, text)

    assert (found.line, found.params["value"]) == (3, 592)


@pytest.mark.parametrize(
    "text",
    [
        "Đã đăng 446 văn bản chỉ đạo. Trong kỳ có 446 văn bản chỉ đạo.",
        "Năm 2025 có 90 văn bản chỉ đạo. Năm 2026 có 56 văn bản chỉ đạo.",
        "Trang tiếng Việt có 228 tin hoạt động ngành; trang tiếng Anh có 137 tin hoạt động ngành.",
        "Có 05 bộ thủ tục hành chính, trong đó 04 bộ thủ tục hành chính mức độ 2.",
        "Có 446 văn bản chỉ đạo của tỉnh và 12 văn bản chỉ đạo của Sở.",
        "Trung tâm A đăng 12 tin bài mới; Trung tâm B đăng 15 tin bài mới.",
    ],
)
def test_different_labels_are_passed_by(text: str) -> None:
    """Equal values, other periods, languages, parts and owners."""
    assert "two-values" not in rules(text)


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        ("Trang có 571 tin (trong đó có 228 tin và 353 ảnh).", 571, 581),
        ("Có 446 văn bản (258 văn bản chỉ đạo, 178 văn bản pháp quy).", 446, 436),
        ("Tổng số 1.344 phiếu (1.180 + 107 + 58).", 1344, 1345),
        ("Sở có 05 bộ thủ tục, trong đó 04 bộ mức hai và 02 bộ mức ba.", 5, 6),
    ],
)
def test_parts_that_do_not_make_the_total_are_told(text: str, total: int, parts: int) -> None:
    """A total with its parts after it, in brackets or in the sentence."""
    (found,) = of_rule(Rule.PARTS_AND_TOTAL, text)

    assert found.params == {"sum": parts, "total": total}


@pytest.mark.parametrize(
    "text",
    [
        "Trang có 571 tin (trong đó có 228 tin và 343 ảnh).",
        "Tổng số 1.344 phiếu (1.180 + 107 + 57).",
        "Có 05 bộ thủ tục hành chính, trong đó 04 bộ mức độ 2 và 01 bộ mức độ 3.",
        "Lớp học có 45 học viên (trong 3 ngày, từ ngày 05/7/2026).",
        "Giải thưởng 52.000.000 đồng (03 giải Nhất, 05 giải Nhì).",
        "Có 105 đại biểu, trong đó có 20 nữ và 15 người dân tộc thiểu số.",
    ],
)
def test_sums_that_hold_and_what_is_no_sum_are_passed_by(text: str) -> None:
    """Right sums, days, money, and parts that are counted in another unit."""
    assert "parts-and-total" not in rules(text)


@given(st.lists(st.integers(1, 5000), min_size=2, max_size=5), st.integers(-3, 3))
def test_a_total_is_told_if_and_only_if_it_is_not_the_sum(parts: list[int], off: int) -> None:
    """Whatever the numbers, only the sum of the parts goes through."""
    total = sum(parts) + off
    listed = ", ".join(f"{n} tin" for n in parts)
    found = of_rule(Rule.PARTS_AND_TOTAL, f"Trang có {total} tin ({listed}).") if total > 0 else []

    assert bool(found) == (off != 0 and total > 0)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Đạt 1.180 phiếu (88 %), chưa đạt 107 phiếu (8 %), cần thêm 57 phiếu (6 %).", "57 phiếu (6 %)"),
        ("Tin trong tỉnh chiếm 60 %, tin trong nước chiếm 30 %, tin quốc tế chiếm 14 %.", None),
        ("Đã có 18/19 cơ quan, đạt 90 %.", None),
    ],
)
def test_shares_that_do_not_fit_are_told(text: str, words: str | None) -> None:
    """A share beside its count, shares of one whole, and a share of some of all."""
    found = of_rule(Rule.PERCENTAGES, text)

    assert found
    assert words is None or found[0].words == words


@pytest.mark.parametrize(
    "text",
    [
        "Đạt 1.180 phiếu (88 %), chưa đạt 107 phiếu (8 %), cần thêm 57 phiếu (4 %).",
        "Tin trong tỉnh chiếm 33,3 %, tin trong nước chiếm 33,3 %, tin quốc tế chiếm 33,3 %.",
        "Tăng 12 % so với cùng kỳ, đạt 95 % kế hoạch và chiếm 5 % cả tỉnh.",
        "Đã có 18/19 cơ quan, đạt 94,7 %.",
    ],
)
def test_shares_that_fit_are_passed_by(text: str) -> None:
    """Rounded shares make nearly 100; other percentages are of different wholes."""
    assert "percentages" not in rules(text)


def test_more_than_all_is_told() -> None:
    """19 of 18 is a slip; 18 of 19, a date or a number of a document is none."""
    assert rules("Đã tích hợp 19/18 cơ quan của tỉnh.") == {"more-than-all"}
    assert "more-than-all" not in rules("Đã có 18/19 cơ quan; ngày 15/9 cơ quan họp; số 43/12 xã hội.")


def test_a_total_below_the_last_report_is_told() -> None:
    """A cumulative figure never falls; a figure of the period may."""
    facts = lint_facts(VOCABULARIES, ["Sở Ngoại vụ"], last_totals={"lượt truy cập": 3_910_575})
    (found,) = of_rule(Rule.FALLING_TOTAL, "Tính đến ngày 30/6/2026, trang có 3.900.000 lượt truy cập.", facts)

    assert found.params == {"last": 3_910_575, "value": 3_900_000}
    assert not rules("Tính đến ngày 30/6/2026, trang có 4.000.000 lượt truy cập.", facts)
    assert not rules("Trong kỳ, trang có 90.000 lượt truy cập.", facts)


def test_a_figure_that_is_not_that_of_the_records_is_told() -> None:
    """A count with the label of a figure has its value, but with a period, owner or part of its own."""
    facts = lint_facts(VOCABULARIES, ["Sở Ngoại vụ"], figures={"văn bản chỉ đạo": 56})

    assert rules("Sở đã đăng 65 văn bản chỉ đạo.", facts) == {"figure-differs"}
    assert not rules("Sở đã đăng 56 văn bản chỉ đạo.", facts)
    assert not rules("Năm 2025 đã đăng 90 văn bản chỉ đạo.", facts)


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
