"""The linter of reports, its figures: levels, counts, sums and shares that do not agree are told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.report.findings import Rule
from congtinh.report.lint_facts import lint_facts
from tests.report.linting import VOCABULARIES, of_rule, rules


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
