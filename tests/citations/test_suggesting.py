"""What relations a text suggests: its own statements, not the titles and notes of others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.citations.finding import find
from congtinh.citations.suggesting import suggested
from congtinh.vocabulary.registry import Vocabularies

KINDS = set(Vocabularies.load()[0]["relations"].codes)
Told = list[tuple[str, str, tuple[str, ...]]]


def told(text: str, language: str = "vi") -> Told:
    found = suggested(text, find(text, language))
    assert {one.kind for one in found} <= KINDS
    return [(one.kind, one.citation.number, one.clause_to) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Căn cứ Luật Tổ chức Chính phủ số 63/2025/QH15;\nCăn cứ Luật Giá số 16/2023/QH15;",
         [("can-cu", "63/2025/QH15", ()), ("can-cu", "16/2023/QH15", ())]),
        ("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020; Căn cứ Nghị định số 42/2022/NĐ-CP;",
         [("can-cu", "30/2020/NĐ-CP", ()), ("can-cu", "42/2022/NĐ-CP", ())]),
        ("Nghị định này có hiệu lực từ ngày 01/7/2026 và thay thế Nghị định số 42/2022/NĐ-CP.",
         [("thay-the", "42/2022/NĐ-CP", ())]),
        ("Thông tư này thay thế Thông tư số 01/2016/TT-BTC của Bộ Tài chính quy định về phí; Thông tư số "
         "02/2017/TT-BTC sửa đổi một số điều của Thông tư số 01/2016/TT-BTC.",
         [("thay-the", "01/2016/TT-BTC", ()), ("thay-the", "02/2017/TT-BTC", ())]),
        ("Bãi bỏ Nghị định số 64/2007/NĐ-CP.", [("bai-bo-toan-bo", "64/2007/NĐ-CP", ())]),
        ("2. Bãi bỏ khoản 3 Điều 4 và Điều 12 Thông tư số 22/2011/TT-BYT kể từ ngày Thông tư này có hiệu lực.",
         [("bai-bo-mot-phan", "22/2011/TT-BYT", ("dieu-4-khoan-3", "dieu-12"))]),
        ("Bãi bỏ một số điều của Nghị định số 64/2007/NĐ-CP", [("bai-bo-mot-phan", "64/2007/NĐ-CP", ())]),
        ("Nghị định số 12/2010/NĐ-CP của Chính phủ về phí hết hiệu lực kể từ ngày Nghị định này có hiệu lực.",
         [("bai-bo-toan-bo", "12/2010/NĐ-CP", ())]),
        ("Kể từ ngày Thông tư này có hiệu lực, Điều 5 Thông tư số 115/2017/TT-BTC hết hiệu lực.",
         [("bai-bo-mot-phan", "115/2017/TT-BTC", ("dieu-5",))]),
        ("Thông tư này bãi bỏ Quyết định số 149/2002/QĐ-BQP về chế độ nghỉ và thay thế Quyết định số "
         "126/2002/QĐ-BQP.", [("bai-bo-toan-bo", "149/2002/QĐ-BQP", ()), ("thay-the", "126/2002/QĐ-BQP", ())]),
        ("Hủy bỏ Quyết định số 12/QĐ-UBND.", [("huy-bo", "12/QĐ-UBND", ())]),
        ("NGHỊ ĐỊNH\nSửa đổi, bổ sung một số điều của Nghị định số 43/2011/NĐ-CP",
         [("sua-doi-bo-sung", "43/2011/NĐ-CP", ())]),
        ("Điều 1. Sửa đổi khoản 2 Điều 5 Nghị định số 43/2011/NĐ-CP như sau:",
         [("sua-doi-bo-sung", "43/2011/NĐ-CP", ("dieu-5-khoan-2",))]),
        ("Thay thế cụm từ “a” bằng cụm từ “b” tại Điều 5 Nghị định số 43/2011/NĐ-CP",
         [("sua-doi-bo-sung", "43/2011/NĐ-CP", ("dieu-5",))]),
        ("Thay thế Phụ lục I ban hành kèm theo Thông tư số 39/2016/TT-BTC",
         [("sua-doi-bo-sung", "39/2016/TT-BTC", ("phu-luc-1",))]),
        ("Đính chính Thông tư số 02/2020/TT-BTC.", [("dinh-chinh", "02/2020/TT-BTC", ())]),
        ("Nghị định này quy định chi tiết và hướng dẫn thi hành một số điều của Luật Giá số 16/2023/QH15.",
         [("quy-dinh-chi-tiet", "16/2023/QH15", ())]),
        ("Thông tư này hướng dẫn thực hiện một số điều của Nghị định số 29/2018/NĐ-CP.",
         [("huong-dan-ap-dung", "29/2018/NĐ-CP", ())]),
        ("Ngưng hiệu lực thi hành Thông tư số 02/2020/TT-BTC.", [("tam-ngung-hieu-luc", "02/2020/TT-BTC", ())]),
        ("Đình chỉ việc thi hành Quyết định số 12/QĐ-UBND.", [("dinh-chi", "12/QĐ-UBND", ())]),
        ("Kéo dài thời hạn áp dụng Nghị quyết số 98/2023/QH15.", [("keo-dai-hieu-luc", "98/2023/QH15", ())]),
        ("Hợp nhất Thông tư số 02/2020/TT-BTC.", [("hop-nhat", "02/2020/TT-BTC", ())]),
    ],
)  # fmt: skip
def test_statements(text: str, expected: Told) -> None:
    """The verb and whether parts are named decide the kind."""
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Việc bồi thường thực hiện theo Nghị định số 13/2010/NĐ-CP và Luật Giá số 16/2023/QH15.",
        "theo Nghị định số 01/2020/NĐ-CP (được sửa đổi, bổ sung bởi Nghị định số 02/2021/NĐ-CP).",
        "theo Nghị định số 01/2020/NĐ-CP đã được sửa đổi, bổ sung một số điều theo Nghị định số 02/2021/NĐ-CP",
        "“Bãi bỏ Nghị định số 64/2007/NĐ-CP.”",
        "“2. Thay thế:\na) Nghị định số 64/2007/NĐ-CP;”",
        "Điều 1. Phạm vi\nCăn cứ Nghị định số 64/2007/NĐ-CP, Giám đốc quyết định.",
        "Trường hợp Nghị định số 64/2007/NĐ-CP hết hiệu lực thì thực hiện theo quy định mới.",
        "Hồ sơ hợp nhất gồm:\na) Giấy tờ theo Nghị định số 64/2007/NĐ-CP.",
        "Bãi bỏ quyết định này theo quy định của Nghị định số 64/2007/NĐ-CP.",
        "Thông tư này bãi bỏ Thông tư này.",
        "",
    ],
)
def test_what_is_no_statement_of_this_text(text: str) -> None:
    """Mere mentions, notes of amendment, quoted words, conditions and what others do."""
    assert told(text) == []


def test_the_title_of_another_document_says_nothing_of_this_one() -> None:
    """“Bãi bỏ Thông tư A sửa đổi, bổ sung Thông tư B hướng dẫn Luật C” repeals A alone."""
    text = (
        "Bãi bỏ Thông tư số 18/2017/TT-NHNN ngày 27/12/2017 của Thống đốc sửa đổi, bổ sung một số điều của "
        "Thông tư số 24/2015/TT-NHNN và Thông tư số 25/2015/TT-NHNN hướng dẫn Luật Giá số 16/2023/QH15."
    )

    assert told(text) == [("bai-bo-toan-bo", "18/2017/TT-NHNN", ())]


def test_a_list_inherits_the_verb_above_it() -> None:
    """Items of a list belong to the words before the colon, until a line of their level."""
    text = (
        "Điều 2. Hiệu lực\n"
        "1. Bãi bỏ các văn bản sau đây:\n"
        "a) Nghị định số 64/2007/NĐ-CP;\n"
        "b) Điều 5 Nghị định số 45/2026/NĐ-CP.\n"
        "2. Thông tư số 01/2020/TT-BTC được áp dụng đến hết năm 2026.\n"
        "3. Các văn bản sau đây hết hiệu lực kể từ ngày Nghị định này có hiệu lực:\n"
        "- Quyết định số 12/QĐ-UBND;\n"
        "- Quyết định số 13/QĐ-UBND."
    )

    assert told(text) == [
        ("bai-bo-toan-bo", "64/2007/NĐ-CP", ()),
        ("bai-bo-mot-phan", "45/2026/NĐ-CP", ("dieu-5",)),
        ("bai-bo-toan-bo", "12/QĐ-UBND", ()),
        ("bai-bo-toan-bo", "13/QĐ-UBND", ()),
    ]


def test_english_statements() -> None:
    """English texts suggest the same kinds."""
    text = (
        "Pursuant to the Law on Access to Information No. 104/2016/QH13;\n"
        "Article 1. This Decree details the Law on Land No. 31/2024/QH15.\n"
        "Article 2. This Decree takes effect on 1 July 2026 and replaces Decree No. 42/2022/ND-CP. "
        "Decree No. 64/2007/ND-CP ceases to have effect."
    )

    assert told(text, "en") == [
        ("can-cu", "104/2016/QH13", ()),
        ("quy-dinh-chi-tiet", "31/2024/QH15", ()),
        ("thay-the", "42/2022/NĐ-CP", ()),
        ("bai-bo-toan-bo", "64/2007/NĐ-CP", ()),
    ]


def test_the_sentence_that_says_it() -> None:
    """A suggestion shows where it was read, and each is made once."""
    text = (
        "Điều 3. Khác.\n1. Bãi bỏ Nghị định số 64/2007/NĐ-CP. Việc khác giữ nguyên.\n"
        "2. Bãi bỏ Nghị định số 64/2007/NĐ-CP."
    )
    (one,) = suggested(text, find(text))

    assert text[one.start : one.end].strip() == "Bãi bỏ Nghị định số 64/2007/NĐ-CP."


@given(
    st.lists(
        st.sampled_from(
            ["Căn cứ ", "Bãi bỏ ", "thay thế ", "Nghị định số 64/2007/NĐ-CP", " hết hiệu lực", ", ", "; ", " và ",
             "Thông tư này ", "“", "”", "(được sửa đổi bởi ", ")", ":\n", "\na) ", "\n1. ", ". ", "trừ ", "Điều 5 ",
             "của ", "sửa đổi, bổ sung ", "Luật Giá", "\nĐiều 1. "]
        ),
        max_size=16,
    ).map("".join)
)  # fmt: skip
def test_suggestions_are_of_citations_in_their_sentence(text: str) -> None:
    """However a text runs, a suggestion names a citation of another document within its sentence."""
    citations = find(text)
    for one in suggested(text, citations):
        assert one.citation in citations
        assert not one.citation.is_self
        assert one.start <= one.citation.start < one.end
        assert one.kind in KINDS - {"dan-chieu"}
