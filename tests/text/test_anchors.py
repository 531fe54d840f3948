"""Anchors of units, told apart from other ids and read out in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.text.anchors import above, parts_of, spelled
from congtinh.text.markup import render

SPELLED = (
    ("dieu-10", "Điều 10", "Article 10"),
    ("dieu-10a", "Điều 10a", "Article 10a"),
    ("dieu-10-khoan-1", "khoản 1 Điều 10", "Clause 1, Article 10"),
    ("dieu-10-khoan-1-diem-dd", "điểm đ khoản 1 Điều 10", "Point đ, Clause 1, Article 10"),
    ("dieu-4-diem-c", "điểm c Điều 4", "Point c, Article 4"),
    ("chuong-4", "Chương IV", "Chapter IV"),
    ("chuong-2-muc-1-tieu-muc-3", "Tiểu mục 3 Mục 1 Chương II", "Subsection 3, Section 1, Chapter II"),
    ("phan-1-chuong-19", "Chương XIX Phần I", "Chapter XIX, Part I"),
    ("phu-luc-2-khoan-3a", "khoản 3a Phụ lục II", "Clause 3a, Appendix II"),
    ("phu-luc", "Phụ lục", "Appendix"),
    ("phan-kem-theo-dieu-7", "Điều 7 văn bản kèm theo", "Article 7, attached text"),
    ("phan-kem-theo-2-dieu-1", "Điều 1 văn bản kèm theo 2", "Article 1, attached text 2"),
    ("dieu-3-3-nd-1-khoan-2", "khoản 2 Điều 3.3.ND.1", "Clause 2, Article 3.3.ND.1"),
)  # fmt: skip
UNITS = {
    "phan": st.integers(1, 60), "chuong": st.integers(1, 60), "muc": st.integers(1, 30),
    "dieu": st.integers(1, 700), "khoan": st.integers(1, 40),
}  # fmt: skip


@pytest.mark.parametrize(("anchor", "vi", "en"), SPELLED)
def test_anchors_in_words(anchor: str, vi: str, en: str) -> None:
    """The innermost unit first, chapters and appendices in roman numbers, as decisions cite them."""
    assert (spelled(anchor, "vi"), spelled(anchor, "en")) == (vi, en)


@pytest.mark.parametrize(
    "other",
    ("", "muc-dich", "dieu-kien", "phan-mem", "phu-luc-so-lieu", "dieu-", "dieu-5-", "fn-1"),
)
def test_other_ids_are_no_anchors(other: str) -> None:
    """The slug of a heading may begin with the word of a unit; without a number it is none."""
    assert parts_of(other) == ()
    assert above(other) == ()
    assert spelled(other, "vi") == ""


def test_above_are_the_units_of_a_clause_or_point() -> None:
    """The nearest first, up to the article; an article does not say its chapter."""
    assert above("phan-kem-theo-dieu-2-khoan-1-diem-a") == (
        "phan-kem-theo-dieu-2-khoan-1",
        "phan-kem-theo-dieu-2",
    )
    assert above("dieu-2") == above("khoan-2") == ()


@given(st.lists(st.sampled_from(sorted(UNITS)), min_size=1, max_size=5, unique=True), st.data())
def test_an_anchor_is_its_parts_again(units: list[str], data: st.DataObject) -> None:
    """Taken apart and joined, it is as it was."""
    anchor = "-".join(f"{unit}-{data.draw(UNITS[unit])}" for unit in units)

    assert "-".join(f"{part.unit}-{part.number}" for part in parts_of(anchor)) == anchor


def test_every_anchor_of_a_decision_is_one() -> None:
    """What reading gives to units, this tells apart from the ids of other headings."""
    text = (
        "Phần I\nCHUNG\n## Mục đích\nChương II. A\nMục 1. B\nTiểu mục 2. C\nĐiều 5đ. D\n1. Một\nđ) Hai\n"
        "QUY CHẾ\n(Ban hành kèm theo Quyết định này)\nĐiều 1. E\n1. Ba\nPhụ lục III\n1. Bốn\n"
    )
    html = render(text, legal=True).html
    ids = [part.split('"')[0] for part in html.split(' id="')[1:]]
    assert [found for found in ids if not parts_of(found)] == ["muc-dich"]
