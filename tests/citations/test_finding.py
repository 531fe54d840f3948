"""Citations in running text: what is one, what it names, and what only looks like one."""

from __future__ import annotations

import datetime as dt
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from congtinh.citations.cited import Cited
from congtinh.citations.finding import Citation, find
from congtinh.citations.marking import marked
from congtinh.citations.names import Law, Names, default_names

DAY = dt.date(2011, 6, 13)


def only(text: str, language: str = "vi") -> Citation:
    (one,) = find(text, language)
    return one


def words(text: str, language: str = "vi") -> list[str]:
    return [text[one.start : one.end] for one in find(text, language)]


@pytest.mark.parametrize(
    ("text", "span", "number", "doc_type", "issued", "parts"),
    [
        ("theo khoản 2 Điều 17 Nghị định số 43/2011/NĐ-CP ngày 13 tháng 6 năm 2011 của Chính phủ",
         "khoản 2 Điều 17 Nghị định số 43/2011/NĐ-CP ngày 13 tháng 6 năm 2011", "43/2011/NĐ-CP",
         "nghi-dinh", DAY, ("dieu-17-khoan-2",)),
        ("tại Nghị định 43/2011/NĐ-CP ngày 13/6/2011 về", "Nghị định 43/2011/NĐ-CP ngày 13/6/2011",
         "43/2011/NĐ-CP", "nghi-dinh", DAY, ()),
        ("NĐ 43/2011/NĐ-CP", "NĐ 43/2011/NĐ-CP", "43/2011/NĐ-CP", "nghi-dinh", None, ()),
        ("nghị định số 43/2011/nđ-cp", "nghị định số 43/2011/nđ-cp", "43/2011/NĐ-CP", "nghi-dinh",
         None, ()),
        ("Nghị định số 43 / 2011/ NĐ - CP quy định", "Nghị định số 43 / 2011/ NĐ - CP",
         "43/2011/NĐ-CP", "nghi-dinh", None, ()),
        ("Nghị định số 43/2011/NĐCP", "Nghị định số 43/2011/NĐCP", "43/2011/NĐ-CP", "nghi-dinh",
         None, ()),
        ("Nghị định số 43/2011/NÐ-CP", "Nghị định số 43/2011/NÐ-CP", "43/2011/NĐ-CP", "nghi-dinh",
         None, ()),
        ("Nghịđịnh số 68/CP ngày 01/11/1996", "Nghịđịnh số 68/CP ngày 01/11/1996", "68/CP",
         "nghi-dinh", dt.date(1996, 11, 1), ()),
        ("Nghị định số 140/2017/NĐ-CPngày 08/12/2017", "Nghị định số 140/2017/NĐ-CPngày 08/12/2017",
         "140/2017/NĐ-CP", "nghi-dinh", dt.date(2017, 12, 8), ()),
        ("Nghị định số\n43/2011/NĐ-CP", "Nghị định số\n43/2011/NĐ-CP", "43/2011/NĐ-CP",
         "nghi-dinh", None, ()),
        ("Nghị định của Chính phủ số 24/2000/NĐ-CP", "Nghị định của Chính phủ số 24/2000/NĐ-CP",
         "24/2000/NĐ-CP", "nghi-dinh", None, ()),
        ("Nghị định 43/2011 quy định", "Nghị định 43/2011", "43/2011", "nghi-dinh", None, ()),
        ("Nghị quyết số 30a/2008/NQ-CP", "Nghị quyết số 30a/2008/NQ-CP", "30a/2008/NQ-CP",
         "nghi-quyet", None, ()),
        ("Nghị quyết số 66.13/2026/NQ-CP", "Nghị quyết số 66.13/2026/NQ-CP", "66.13/2026/NQ-CP",
         "nghi-quyet", None, ()),
        ("Nghị quyết số 29-NQ/TW ngày 04/11/2013", "Nghị quyết số 29-NQ/TW ngày 04/11/2013",
         "29-NQ/TW", "nghi-quyet", dt.date(2013, 11, 4), ()),
        ("Kết luận số 12-KL/TW", "Kết luận số 12-KL/TW", "12-KL/TW", "ket-luan", None, ()),
        ("công văn số 6329/UBND-VP", "công văn số 6329/UBND-VP", "6329/UBND-VP", "cong-van",
         None, ()),
        ("số 467/SKHCN-TTr", "số 467/SKHCN-TTr", "467/SKHCN-TTr", "cong-van", None, ()),
        ("Văn bản hợp nhất số 07/VBHN-VPQH", "Văn bản hợp nhất số 07/VBHN-VPQH", "07/VBHN-VPQH",
         "van-ban-hop-nhat", None, ()),
        ("Thông tư liên tịch số 15/2001/TTLT/BTM-BCA", "Thông tư liên tịch số 15/2001/TTLT/BTM-BCA",
         "15/2001/TTLT/BTM-BCA", "thong-tu-lien-tich", None, ()),
        ("Quyết định số 46/2003/QĐ-BGD&ĐT", "Quyết định số 46/2003/QĐ-BGD&ĐT",
         "46/2003/QĐ-BGD&ĐT", "quyet-dinh", None, ()),
        ("Quyết định số 415/TCCP-VC", "Quyết định số 415/TCCP-VC", "415/TCCP-VC", "quyet-dinh",
         None, ()),
        ("Nghị định số 242-HĐBT", "Nghị định số 242-HĐBT", "242-HĐBT", "nghi-dinh", None, ()),
        ("Sắc lệnh số 102-SL/L-004", "Sắc lệnh số 102-SL/L-004", "102-SL/L-004", "sac-lenh",
         None, ()),
        ("QĐ 12/2010/QĐ-UBND", "QĐ 12/2010/QĐ-UBND", "12/2010/QĐ-UBND", "quyet-dinh", None, ()),
        ("Luật số 50/2014/QH13", "Luật số 50/2014/QH13", "50/2014/QH13", "luat", None, ()),
        ("Nghị quyết số 36/2021/QH15", "Nghị quyết số 36/2021/QH15", "36/2021/QH15", "nghi-quyet",
         None, ()),
        ("(22/2025/QĐ-TTg)", "22/2025/QĐ-TTg", "22/2025/QĐ-TTg", "quyet-dinh", None, ()),
        ("Phụ lục I ban hành kèm theo Thông tư số 39/2016/TT-BTC",
         "Phụ lục I ban hành kèm theo Thông tư số 39/2016/TT-BTC", "39/2016/TT-BTC", "thong-tu",
         None, ("phu-luc-1",)),
    ],
)  # fmt: skip
def test_citations_by_number(
    text: str, span: str, number: str, doc_type: str, issued: dt.date | None, parts: tuple[str, ...]
) -> None:
    """The span runs from the first part or the type word to the number, or to the date after it."""
    one = only(text)

    assert text[one.start : one.end] == span
    assert (one.number, one.doc_type, one.issued, one.parts) == (number, doc_type, issued, parts)
    assert one.start <= one.number_start < one.number_end <= one.end
    assert not one.is_self
    assert not one.open


@pytest.mark.parametrize(
    "text",
    [
        "…/ubnd/4/467/46741/Thu-tuc-hanh-chinh/",
        "https://vanban.chinhphu.vn/2011/43/2011/ND-CP.html",
        "https://so.vn/?so=43/2011/NĐ-CP",
        "thư về 12/QĐ-UBND@so.gov.vn",
        "theo Mẫu số 29-TTr kèm theo",
        "Mẫu số 01/TT và Mẫu số 02/TT, biểu số 03/BC-BNG",
        "Mẫu Quyết định số 15/QĐ-XPHC",
        "TCVN 9001:2015, QCVN 01:2009/BYT, QCVN 22/2016/BYT và ISO/IEC 27001",
        "ngày 13/6/2011, tháng 6/2011, 13-6-2011",
        "điện thoại 0254-3852.123, fax 84/24-38",
        "tỷ lệ 1/500, 3/4 số đại biểu, 50-60 người",
        "tài khoản 3713.0.1/KB, hợp đồng số 12/HĐ-SKHCN, Giấy phép số 41/GP-BTTTT",
        "bản án số 12/2019/DS-ST",
        "Phu luc I_Kem theo Thong tu so 30-2013-TT-BCT.doc",
        "43/2011 là một số",
        "giai đoạn 2021-2025, Chương trình 2021-2025",
        "theo quyết định của Giám đốc; một nghị định; dự thảo Nghị định về đất đai",
        "Nghị định của Chính phủ, Nghị quyết Đại hội XIII",
        "pháp luật về đất đai, luật pháp, luật sư, kỷ luật Đảng, Đoàn Luật sư thành phố",
        "khoản 2 Điều này, Điều 5, điểm a khoản 1 Điều 3",
        "quyết định này của Tòa án, quy định này, hợp đồng này",
        "Dự án Luật Đất đai; dự thảo Bộ luật Lao động",
        "Nghị định số 43, QĐ số 45",
        "Vé 12-CP, ghế 5-TW, toa 7-UBND, đợt 3-TTg",
        "Nghị định số 2011/43/NĐ-CP",
        "COVID-19, Boeing 737-MAX, T-34, mũi 2-A",
    ],
)
def test_what_is_no_citation(text: str) -> None:
    """Addresses, forms, standards, dates, telephone numbers, fractions, files and plain words."""
    assert [one for one in find(text) if not one.open] == []


def test_several_instruments_in_a_row() -> None:
    """One citation each; the type word belongs to the first, and its type to all."""
    text = "các Nghị định số 01/2020/NĐ-CP, số 02/2021/NĐ-CP và 03/2022/NĐ-CP; các Luật số 12/2017/QH14, số 14/2018/QH14"
    found = find(text)

    assert words(text) == [
        "Nghị định số 01/2020/NĐ-CP", "số 02/2021/NĐ-CP", "03/2022/NĐ-CP",
        "Luật số 12/2017/QH14", "số 14/2018/QH14",
    ]  # fmt: skip
    assert [one.doc_type for one in found] == ["nghi-dinh"] * 3 + ["luat"] * 2


def test_an_old_number_in_a_row_needs_no_word_before_it() -> None:
    """“12-CP” is a citation after a type word, after “số”, and next to another in a row."""
    text = "Nghị định số 12-CP ngày 1/2/1996, 13-CP và số 14-CP; vé 15-CP; theo số 16-CP"

    assert words(text) == [
        "Nghị định số 12-CP ngày 1/2/1996", "13-CP", "số 14-CP", "số 16-CP",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "language", "doc_type"),
    [
        ("Nghị định 43/2011", "vi", "nghi-dinh"),
        ("NĐ 43/2011", "vi", "nghi-dinh"),
        ("Thông tư số 43/2011", "vi", "thong-tu"),
        ("TT 43/2011", "vi", "thong-tu"),
        ("QĐ 43/2011", "vi", "quyet-dinh"),
        ("Luật số 43/2011", "vi", "luat"),
        ("Decree 43/2011", "en", "nghi-dinh"),
        ("Circular No. 43/2011", "en", "thong-tu"),
    ],
)
def test_short_forms_tell_type_number_and_year(text: str, language: str, doc_type: str) -> None:
    """Without the symbol the number is as written, and the word before it tells the type."""
    one = only(text, language)

    assert (one.number, one.doc_type) == ("43/2011", doc_type)
    assert marked(f"<p>{text}</p>", language)[1] == (Cited("43/2011", doc_type),)


def test_parts_belong_to_the_instrument_that_follows_them() -> None:
    """What stands before “và” and another document is no part of that one."""
    text = "khoản 1 Điều 3 Nghị định số 01/2020/NĐ-CP, Điều 5 và Luật Đất đai, khoản 2 Điều này và Luật Giá"

    assert [one.parts for one in find(text)] == [("dieu-3-khoan-1",), (), ()]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Trong Luật này và khoản 2 Điều 5 Luật này", ["Luật này", "khoản 2 Điều 5 Luật này"]),
        ("thông tư này, Nghị định này", ["thông tư này", "Nghị định này"]),
        ("theo Quyết định này.", ["Quyết định này"]),
        ("Quyết định này có hiệu lực", ["Quyết định này"]),
        ("Thông tư này. Quyết định này phải được gửi cho đương sự", ["Thông tư này"]),
        ("kèm theo Quy chế này", ["Quy chế này"]),
        ("theo Thông\xa0tư\nnày", ["Thông\xa0tư\nnày"]),
        ("Phụ lục ban hành kèm theo Thông tư này", ["Phụ lục ban hành kèm theo Thông tư này"]),
        ("Điều 5\nLuật này quy định", ["Luật này"]),
        ("theo quy định tại khoản 2\nĐiều 17 Luật này", ["khoản 2\nĐiều 17 Luật này"]),
    ],
)
def test_the_text_itself(text: str, spans: list[str]) -> None:
    """“Luật này” is the text itself; a heading above it is no part that it names."""
    assert words(text) == spans
    assert all(one.is_self and not one.number for one in find(text))


@pytest.mark.parametrize(
    ("text", "span", "number"),
    [
        ("theo Luật Tiếp cận thông tin và", "Luật Tiếp cận thông tin", "01/2026/QH16"),
        ("Luật Tiếp cận thông tin năm 2016", "Luật Tiếp cận thông tin năm 2016", "104/2016/QH13"),
        ("Luật tiếp cận thông tin 2016", "Luật tiếp cận thông tin 2016", "104/2016/QH13"),
        ("luật Đất đai năm 2013", "luật Đất đai năm 2013", "45/2013/QH13"),
        ("LUẬT ĐẤT ĐAI năm 2013", "LUẬT ĐẤT ĐAI năm 2013", "45/2013/QH13"),
        ("khoản 2 Điều 5 của Luật Đất đai", "khoản 2 Điều 5 của Luật Đất đai", "31/2024/QH15"),
        ("Luật Xây dựng ngày 18 tháng 6 năm 2014", "Luật Xây dựng ngày 18 tháng 6 năm 2014", "50/2014/QH13"),
        ("Bộ luật Dân sự năm 2015", "Bộ luật Dân sự năm 2015", "91/2015/QH13"),
        ("Luật Phòng chống tham nhũng", "Luật Phòng chống tham nhũng", "36/2018/QH14"),
        ("Luật Hoá chất", "Luật Hoá chất", "69/2025/QH15"),
        ("Luật Luật sư", "Luật Luật sư", "65/2006/QH11"),
        ("Điều 5 BLHS", "Điều 5 BLHS", "100/2015/QH13"),
        ("Hiến pháp năm 2013", "Hiến pháp năm 2013", ""),
        ("Luật Đất đai năm 2099", "Luật Đất đai năm 2099", ""),
        ("Luật Đất đai số 45/2013/QH13 ngày 29/11/2013", "Luật Đất đai số 45/2013/QH13 ngày 29/11/2013", "45/2013/QH13"),
        ("Luật Đất đai 45/2013/QH13", "Luật Đất đai 45/2013/QH13", "45/2013/QH13"),
        ("Luật Giáo dục đại học", "Luật Giáo dục đại học", "125/2025/QH15"),
        ("Luật sửa đổi, bổ sung một số điều của Luật Điện lực",
         "Luật sửa đổi, bổ sung một số điều của Luật Điện lực", "24/2012/QH13"),
        ("Luật sửa đổi, bổ sung một số điều của Luật Thú y", "Luật sửa đổi, bổ sung một số điều của Luật Thú y", ""),
        ("Luật sửa đổi, bổ sung một số điều của Luật Thú y và Luật Giá",
         "Luật sửa đổi, bổ sung một số điều của Luật Thú y và Luật Giá", ""),
        ("Luật sửa đổi, bổ sung một số điều của Luật Thú y số 99/2030/QH17",
         "Luật sửa đổi, bổ sung một số điều của Luật Thú y số 99/2030/QH17", "99/2030/QH17"),
    ],
)  # fmt: skip
def test_citations_by_name(text: str, span: str, number: str) -> None:
    """The longest name wins; the year or day that is named picks among laws of one name."""
    one = only(text)

    assert (text[one.start : one.end], one.number) == (span, number)
    assert one.name
    assert not one.open


def test_the_law_of_the_day_of_the_text() -> None:
    """Without a year the latest law that is not younger than the text is meant; else the newest."""
    names = default_names()
    numbers = {
        day: find("Luật Đất đai", "vi", names.dated(day))[0].number
        for day in (None, dt.date(2000, 1, 1), dt.date(2010, 1, 1), dt.date(2014, 1, 1))
    }

    assert list(numbers.values()) == [
        "31/2024/QH15",
        "31/2024/QH15",
        "13/2003/QH11",
        "45/2013/QH13",
    ]


def test_a_date_of_another_instrument_is_not_the_law_s() -> None:
    """“… một số điều của Luật Nhà ở ngày 24/07/2024 của Chính phủ” dates the decree."""
    one = only("quy định chi tiết một số điều của Luật Nhà ở ngày 24/07/2021 của Chính phủ")

    assert (one.number, one.issued) == ("27/2023/QH15", dt.date(2023, 11, 27))


def test_a_law_whose_name_is_not_known_is_open() -> None:
    """Its citation ends with the type word, and its name goes on with the words after it."""
    text = "theo khoản 1 Điều 2 Luật Chế tạo tên lửa, máy bay của nước ta. Luật"
    one = only(text)

    assert text[one.start : one.end] == "khoản 1 Điều 2 Luật"
    assert (one.open, one.number, one.doc_type) == (True, "", "luat")
    assert one.name == "Luật Chế tạo tên lửa, máy bay của nước ta"


@pytest.mark.parametrize(
    ("text", "span", "number", "issued", "parts"),
    [
        ("under Decree No. 43/2011/ND-CP dated 13 June 2011 of the Government",
         "Decree No. 43/2011/ND-CP dated 13 June 2011", "43/2011/NĐ-CP", DAY, ()),
        ("Clause 2, Article 17 of Decree No. 43/2011/ND-CP",
         "Clause 2, Article 17 of Decree No. 43/2011/ND-CP", "43/2011/NĐ-CP", None, ("dieu-17-khoan-2",)),
        ("Decree 43/2011/NĐ-CP of June 13, 2011", "Decree 43/2011/NĐ-CP of June 13, 2011", "43/2011/NĐ-CP", DAY, ()),
        ("Articles 5 to 7 of the Law on Land", "Articles 5 to 7 of the Law on Land", "31/2024/QH15",
         dt.date(2024, 1, 18), ("dieu-5", "dieu-6", "dieu-7")),
        ("the Law on Access to Information No. 104/2016/QH13", "Law on Access to Information No. 104/2016/QH13",
         "104/2016/QH13", None, ()),
        ("the 2013 Land Law", "2013 Land Law", "45/2013/QH13", dt.date(2013, 11, 29), ()),
        ("the Civil Code 2015", "Civil Code 2015", "91/2015/QH13", dt.date(2015, 11, 24), ()),
        ("Joint Circular No. 15/2001/TTLT/BTM-BCA", "Joint Circular No. 15/2001/TTLT/BTM-BCA",
         "15/2001/TTLT/BTM-BCA", None, ()),
        ("Decision No. 12/QD-TTg dated 01/02/2020", "Decision No. 12/QD-TTg dated 01/02/2020", "12/QĐ-TTg",
         dt.date(2020, 2, 1), ()),
    ],
)  # fmt: skip
def test_english(
    text: str, span: str, number: str, issued: dt.date | None, parts: tuple[str, ...]
) -> None:
    """English text has its own type words, dates and order of parts, and the same anchors."""
    one = only(text, "en")

    assert text[one.start : one.end] == span
    assert (one.number, one.issued, one.parts) == (number, issued, parts)


def test_english_speaks_of_itself_and_of_what_is_no_citation() -> None:
    """“this Decree” is the text; “the law”, “by law” and forms are nothing."""
    text = "Point a, Clause 1, Article 5 of this Decree; by law; the law; Form No. 29-TTr; ISO/IEC 27001"
    one = only(text, "en")

    assert one.is_self
    assert one.parts == ("dieu-5-khoan-1-diem-a",)


def test_offsets_are_those_of_the_text_as_given() -> None:
    """Letters typed apart from their marks are read as if they were joined."""
    composed = "Sở: theo Điều 5 Nghị định số 43/2011/NĐ-CP và Luật Đất đai"
    text = unicodedata.normalize("NFD", composed)

    assert [unicodedata.normalize("NFC", piece) for piece in words(text)] == words(composed)


def test_names_of_a_register_are_known_when_they_are_given() -> None:
    """The finder knows the names that it is given, and no others."""
    names = Names.of(
        [("Luật Chế tạo tên lửa", Law("Luật Chế tạo tên lửa", "99/2031/QH17", "luat"))]
    )
    found = find("Luật Chế tạo tên lửa năm 2031, Luật Đất đai", "vi", names)

    assert [(one.number, one.open) for one in found] == [("", False), ("", True)]
    assert find("Luật Chế tạo tên lửa", "vi", names)[0].number == "99/2031/QH17"


PIECES = st.lists(
    st.sampled_from(
        ["Nghị định", "Luật", "số", "43/2011/NĐ-CP", "ngày 13/6/2011", "này", "khoản 2", "Điều 17",
         "điểm a", ",", "và", "của", "Đất đai", "năm 2013", "\n", ".", ";", "Mẫu số", "Phụ lục",
         "từ", "đến", "12/QĐ", "https://a/1/2", "\u0301", "(", "No.", "Decree", "Law on Land", "(2)", "(a)",
         "Quy chế ban hành kèm theo", "12-CP", "45/2013/QH13", "this Decree", "Article 5", "of", "Hiến pháp",
         "sửa đổi, bổ sung một số điều của"]
    ),
    max_size=14,
)  # fmt: skip


@given(PIECES.map(" ".join), st.sampled_from(["vi", "en"]))
@example("Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 43/2011/NĐ-CP", "vi")
def test_citations_are_in_order_and_never_overlap(text: str, language: str) -> None:
    """Whatever stands in a text, each citation holds its core, ends before the next, and is real."""
    last = 0
    for one in find(text, language):
        assert last <= one.start <= one.number_start < one.number_end <= len(text)
        assert one.number_end <= one.end or one.open
        assert one.end <= len(text)
        assert one.is_self or one.open or one.number or one.name
        last = one.end


@given(st.text(max_size=200), st.sampled_from(["vi", "en"]))
def test_any_text_can_be_read(text: str, language: str) -> None:
    """No sequence of characters makes the finder fail."""
    assert isinstance(find(text, language), list)
