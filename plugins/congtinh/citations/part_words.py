"""Anchors of parts spelled as people cite them: “điểm a khoản 2 Điều 17”, “Article 17(2)(a)”."""

from __future__ import annotations

import re

_STEP = re.compile(
    r"(phan-kem-theo|phu-luc|phan|chuong|tieu-muc|muc|dieu|khoan)(?:-(\d+[a-z]*))?(?:-|$)|(diem)-([0-9a-z]+)"
)
_IN_ROMAN = ("phan", "chuong", "phu-luc")
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_VI = {
    "phan-kem-theo": "phần kèm theo",
    "phu-luc": "Phụ lục",
    "phan": "Phần",
    "chuong": "Chương",
    "muc": "Mục",
    "tieu-muc": "Tiểu mục",
    "dieu": "Điều",
    "khoan": "khoản",
    "diem": "điểm",
}
_EN = {
    "phan-kem-theo": "attached part",
    "phu-luc": "Appendix",
    "phan": "Part",
    "chuong": "Chapter",
    "muc": "Section",
    "tieu-muc": "Subsection",
    "dieu": "Article",
    "khoan": "Clause",
    "diem": "Point",
}


def spelled_part(anchor: str, language: str) -> str:
    """The words for an anchor of ``congtinh.text.articles``, the smallest part first.

    In English clauses and points stand in brackets after their article: “Article 17(2)(a)”.
    """
    found = ((one or two, sign or letter) for one, sign, two, letter in _STEP.findall(anchor))
    steps = [(unit, _sign(unit, sign)) for unit, sign in found]
    if language != "en":
        return " ".join(f"{_VI[unit]} {sign}".strip() for unit, sign in reversed(steps))
    words: list[str] = []
    for unit, sign in steps:
        if unit in ("khoan", "diem") and words:
            words[-1] += f"({sign})"
        else:
            words.append(f"{_EN[unit]} {sign}".strip())
    return ", ".join(reversed(words))


def _sign(unit: str, written: str) -> str:
    """As drafters write it: ``dd`` is the point “đ”; chapters and appendices have Roman numbers."""
    if unit in _IN_ROMAN and written.isdigit() and int(written) < 40:
        return _roman(int(written))
    return "đ" if unit == "diem" and written == "dd" else written


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        while number >= value:
            written, number = written + sign, number - value
    return written
