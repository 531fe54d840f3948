"""Parts of documents in words."""

from __future__ import annotations

import pytest

from congtinh.citations.part_words import spelled_part


@pytest.mark.parametrize(
    ("anchor", "vi", "en"),
    [
        ("dieu-17-khoan-2-diem-dd", "điểm đ khoản 2 Điều 17", "Article 17(2)(đ)"),
        ("dieu-10a", "Điều 10a", "Article 10a"),
        ("chuong-4-muc-1", "Mục 1 Chương IV", "Section 1, Chapter IV"),
        ("chuong-2-muc-1-tieu-muc-3", "Tiểu mục 3 Mục 1 Chương II", "Subsection 3, Section 1, Chapter II"),
        ("phu-luc-9", "Phụ lục IX", "Appendix IX"),
        ("phan-kem-theo-dieu-3-khoan-1", "khoản 1 Điều 3 phần kèm theo", "Article 3(1), attached part"),
        ("phan-kem-theo-2-dieu-1", "Điều 1 phần kèm theo 2", "Article 1, attached part 2"),
        ("phan-2", "Phần II", "Part II"),
    ],
)  # fmt: skip
def test_a_part_is_named_as_people_cite_it(anchor: str, vi: str, en: str) -> None:
    """The smallest part first; in English clauses and points in brackets."""
    assert (spelled_part(anchor, "vi"), spelled_part(anchor, "en")) == (vi, en)
