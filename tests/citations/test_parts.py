"""Parts named before an instrument, as anchors of ``congtinh.text.articles``."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.citations.parts import parts_before
from congtinh.relations.clauses import named_parts
from congtinh.text.anchors import spelled
from congtinh.text.markup import render


@pytest.mark.parametrize(
    ("text", "words", "parts"),
    [
        ("theo khoản 2 Điều 17 ", "khoản 2 Điều 17 ", ["dieu-17-khoan-2"]),
        ("điểm a, b và c khoản 2 Điều 17 của ", "điểm a, b và c khoản 2 Điều 17 của ",
         ["dieu-17-khoan-2-diem-a", "dieu-17-khoan-2-diem-b", "dieu-17-khoan-2-diem-c"]),
        ("tại Điều 17 khoản 2 điểm đ của ", "Điều 17 khoản 2 điểm đ của ", ["dieu-17-khoan-2-diem-dd"]),
        ("Điều 17, khoản 2, điểm a ", "Điều 17, khoản 2, điểm a ", ["dieu-17-khoan-2-diem-a"]),
        ("từ Điều 5 đến Điều 7 ", "Điều 5 đến Điều 7 ", ["dieu-5", "dieu-6", "dieu-7"]),
        ("các Điều 5 - 7 ", "Điều 5 - 7 ", ["dieu-5", "dieu-6", "dieu-7"]),
        ("từ điểm a đến điểm đ khoản 2 Điều 5 ", "điểm a đến điểm đ khoản 2 Điều 5 ",
         [f"dieu-5-khoan-2-diem-{point}" for point in ("a", "b", "c", "d", "dd")]),
        ("các khoản 1, 3 Điều 5 và Điều 9 ", "khoản 1, 3 Điều 5 và Điều 9 ",
         ["dieu-5-khoan-1", "dieu-5-khoan-3", "dieu-9"]),
        ("điểm a khoản 1, điểm b khoản 2 Điều 17 ", "điểm a khoản 1, điểm b khoản 2 Điều 17 ",
         ["dieu-17-khoan-1-diem-a", "dieu-17-khoan-2-diem-b"]),
        ("Điểm a, b khoản 1; điểm b khoản 2 Điều 11; Điều 13 của ",
         "Điểm a, b khoản 1; điểm b khoản 2 Điều 11; Điều 13 của ",
         ["dieu-11-khoan-1-diem-a", "dieu-11-khoan-1-diem-b", "dieu-11-khoan-2-diem-b", "dieu-13"]),
        ("Điều 10a, Điều 12b ", "Điều 10a, Điều 12b ", ["dieu-10a", "dieu-12b"]),
        ("Mục 1 Chương II ", "Mục 1 Chương II ", ["chuong-2-muc-1"]),
        ("tiểu mục 2 Mục 1 Chương II ", "tiểu mục 2 Mục 1 Chương II ", ["chuong-2-muc-1-tieu-muc-2"]),
        ("Điều 3 Chương II Phần thứ hai ", "Điều 3 Chương II Phần thứ hai ", ["dieu-3"]),
        ("khoản 1 Mục II ", "khoản 1 Mục II ", ["muc-2-khoan-1"]),
        ("Phụ lục số 05 của ", "Phụ lục số 05 của ", ["phu-luc-05"]),
        ("các Phụ lục I, IIA và V kèm theo ", "Phụ lục I, IIA và V kèm theo ",
         ["phu-luc-1", "phu-luc-2a", "phu-luc-5"]),
        ("Phụ lục ban hành kèm theo ", "Phụ lục ban hành kèm theo ", ["phu-luc"]),
        ("Điều 4 và Phụ lục 2 ban hành kèm theo ", "Điều 4 và Phụ lục 2 ban hành kèm theo ",
         ["dieu-4", "phu-luc-2"]),
        ("điểm d.1 khoản 5 Điều 7 ", "điểm d.1 khoản 5 Điều 7 ", ["dieu-7-khoan-5-diem-d-1"]),
        ("khoản 2\nĐiều 17 ", "khoản 2\nĐiều 17 ", ["dieu-17-khoan-2"]),
        ("Điều 10(2)(a) ", "Điều 10(2)(a) ", ["dieu-10-khoan-2-diem-a"]),
        ("điểm (a) và (b) khoản (1) Điều 5 ", "điểm (a) và (b) khoản (1) Điều 5 ",
         ["dieu-5-khoan-1-diem-a", "dieu-5-khoan-1-diem-b"]),
        ("Điều 5(2), khoản 1 Điều 6 ", "Điều 5(2), khoản 1 Điều 6 ", ["dieu-5-khoan-2", "dieu-6-khoan-1"]),
        ("Điều 3.", "", []),
        ("khoản 1 Điều này và ", "", []),
        ("Điều 12 và ", "", []),
        ("Điều 5\n", "", []),
        ("Điều 5.\n", "", []),
        ("khoản 2 Điều 17\n\n", "", []),
        ("phần lớn các ", "", []),
        ("", "", []),
    ],
)  # fmt: skip
def test_parts_right_before(text: str, words: str, parts: list[str]) -> None:
    """Lists and ranges are spelled out, in either order; what only looks like a part is none."""
    start, found = parts_before(text, len(text))

    assert (text[start:], list(found)) == (words, parts)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Clause 2, Article 17 of ", ["dieu-17-khoan-2"]),
        ("point a of clause 2 of Article 17 of the ", ["dieu-17-khoan-2-diem-a"]),
        ("Points a and b, Clause 2, Article 17 of ", ["dieu-17-khoan-2-diem-a", "dieu-17-khoan-2-diem-b"]),
        ("Articles 5 to 7 of the ", ["dieu-5", "dieu-6", "dieu-7"]),
        ("Section 1, Chapter II of ", ["chuong-2-muc-1"]),
        ("Appendix I issued together with ", ["phu-luc-1"]),
        ("Article 10(2)(a) of ", ["dieu-10-khoan-2-diem-a"]),
        ("Article 10 (2) (a) of ", ["dieu-10-khoan-2-diem-a"]),
        ("Articles 5(1) and 7(2) of ", ["dieu-5-khoan-1", "dieu-7-khoan-2"]),
        ("Article 5(1)(a) and (b) of ", ["dieu-5-khoan-1-diem-a", "dieu-5-khoan-1-diem-b"]),
        ("Article 5(1)(a) and (2) of ", ["dieu-5-khoan-1-diem-a", "dieu-5-khoan-2"]),
        ("Article 5(1)-(3) of ", ["dieu-5-khoan-1", "dieu-5-khoan-2", "dieu-5-khoan-3"]),
        ("Articles 5(1) to 7(2) of ", ["dieu-5-khoan-1", "dieu-6", "dieu-7-khoan-2"]),
        ("Article 5(2)(b), 7 and 9(1) of ", ["dieu-5-khoan-2-diem-b", "dieu-7", "dieu-9-khoan-1"]),
        ("Clause 2(a), Article 17 of ", ["dieu-17-khoan-2-diem-a"]),
        ("Article 10(a) of ", ["dieu-10-diem-a"]),
        ("Article 5(1)(a)(ii) of ", ["dieu-5-khoan-1-diem-a"]),
        ("points (a)(i) and (b) of Article 6(1) of ", ["dieu-6-khoan-1-diem-a", "dieu-6-khoan-1-diem-b"]),
    ],
)  # fmt: skip
def test_english_parts(text: str, parts: list[str]) -> None:
    """English names the same anchors; brackets after a number hold what is below it."""
    assert list(parts_before(text, len(text), "en")[1]) == parts


@given(
    st.integers(1, 300), st.integers(1, 30), st.sampled_from([*"abcdeghiklmnopqrstuvxy", "đ"]),
    st.sampled_from(["điểm {p} khoản {k} Điều {d} ", "Điều {d} khoản {k} điểm {p} của "]),
)  # fmt: skip
def test_either_order_names_one_part(article: int, clause: int, point: str, words: str) -> None:
    """The smallest first, or the largest first: the anchor is the same."""
    text = words.format(d=article, k=clause, p=point)
    sign = "dd" if point == "đ" else point

    assert parts_before(text, len(text)) == (0, (f"dieu-{article}-khoan-{clause}-diem-{sign}",))


@given(st.integers(1, 300), st.integers(1, 30), st.sampled_from([*"abcdeghiklmnopqrstuvxy", "đ"]))
def test_brackets_name_what_words_do(article: int, clause: int, point: str) -> None:
    """“Article 10(2)(a)” is Point a, Clause 2, Article 10, in either language and without one."""
    (anchor,) = parts_before(
        words := f"điểm {point} khoản {clause} Điều {article}", len(words), "vi"
    )[1]
    for unit in ("Article", "Điều"):
        text = f"{unit} {article}({clause})({point})"
        assert parts_before(text, len(text)) == (0, (anchor,))
        assert named_parts(text) == (anchor,)


def test_a_clause_may_be_written_in_either_language() -> None:
    """The parts that an editor names in a relation are read in Vietnamese and in English."""
    assert named_parts("Article 5(2)") == ("dieu-5-khoan-2",)
    assert named_parts("Clause 2, Article 5; Article 7(1)(b)") == (
        "dieu-5-khoan-2", "dieu-7-khoan-1-diem-b",
    )  # fmt: skip
    assert named_parts("khoản 2 Điều 5; Điều 7 Quy định") == ("dieu-5-khoan-2", "dieu-7")


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        ("Điều 9 của Quy chế ban hành kèm theo ", "vi", ["phan-kem-theo-dieu-9"]),
        ("khoản 2, 3 Điều 9 Quy định kèm theo ", "vi",
         ["phan-kem-theo-dieu-9-khoan-2", "phan-kem-theo-dieu-9-khoan-3"]),
        ("Chương II Điều lệ được ban hành kèm theo ", "vi", ["phan-kem-theo-chuong-2"]),
        ("Article 9(1) of the Regulation issued together with ", "en", ["phan-kem-theo-dieu-9-khoan-1"]),
        ("Phụ lục I Quy chế ban hành kèm theo ", "vi", ["phu-luc-1"]),
        ("Điều 4 ban hành kèm theo ", "vi", ["dieu-4"]),
        ("Điều 9 của Quy chế làm việc ban hành kèm theo ", "vi", []),
        ("Quy chế ban hành kèm theo ", "vi", []),
        ("Điều 3. Quy chế ban hành kèm theo ", "vi", []),
    ],
)  # fmt: skip
def test_parts_of_a_text_issued_with_the_instrument(
    text: str, language: str, parts: list[str]
) -> None:
    """Its units are a second run; with a title between, the words for them are left alone."""
    assert list(parts_before(text, len(text), language)[1]) == parts


def test_the_attached_text_has_these_anchors() -> None:
    """What is cited of a regulation is where the body of its decision has the anchor."""
    body = render(
        "Điều 1. Ban hành\nBan hành kèm theo Quyết định này.\n\nQUY CHẾ\nTổ chức\n"
        "(Ban hành kèm theo Quyết định số 88/QĐ-SKHCN)\n\n"
        "Điều 1. Phạm vi\n1. Một.\n",
        legal=True,
    )
    (anchor,) = parts_before(words := "khoản 1 Điều 1 của Quy chế ban hành kèm theo ", len(words))[
        1
    ]

    assert f'id="{anchor}"' in body.html


@given(st.lists(st.integers(1, 200), min_size=1, max_size=8, unique=True))
def test_a_list_names_each_of_its_articles(articles: list[int]) -> None:
    """“Điều 3, 7 và 9” is three parts, in the order of the text."""
    *first, last = map(str, articles)
    text = f"Điều {', '.join(first)} và {last} " if first else f"Điều {last} "

    assert list(parts_before(text, len(text))[1]) == [f"dieu-{number}" for number in articles]


@given(st.integers(1, 150), st.integers(0, 40))
def test_a_range_names_all_between(first: int, more: int) -> None:
    """Both ends count, and a range of one is one."""
    text = f"từ Điều {first} đến Điều {first + more} của "
    expected = [f"dieu-{number}" for number in range(first, first + more + 1)]

    assert list(parts_before(text, len(text))[1]) == expected


def test_the_anchors_are_those_of_the_text() -> None:
    """What a citation names is where the body of a law has its anchor."""
    body = render(
        "Chương II\nQUY ĐỊNH\n\nMục 1\nCHUNG\n\nĐiều 5. Phạm vi\n1. Một.\na) Điểm;\nđ) Điểm.\n\nPHỤ LỤC I\nMẪU",
        legal=True,
    )
    for words in ("điểm đ khoản 1 Điều 5 ", "Mục 1 Chương II ", "Chương II ", "Phụ lục I "):
        (anchor,) = parts_before(words, len(words))[1]
        assert f'id="{anchor}"' in body.html
        assert spelled(anchor, "vi").lower() == words.strip().lower()
