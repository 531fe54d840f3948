"""The number that stands right after the name of a law."""

from __future__ import annotations

import datetime as dt

import pytest

from congtinh.citations.finding import find
from congtinh.citations.names import Law, Names

LAW_OF_2016 = "104/2016/QH13"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Law on Access to Information (No. 104/2016/QH13", "en"),
        ("Law on Access to Information (Law No. 104/2016/QH13", "en"),
        ("Law on Access to Information [No. 104/2016/QH13", "en"),
        ("Law on Access to Information, No. 104/2016/QH13", "en"),
        ("Law on Access to Information, Law No. 104/2016/QH13", "en"),
        ("Access to Information Law (Law No. 104/2016/QH13", "en"),
        ("2016 Law on Access to Information (104/2016/QH13", "en"),
        ("Article 5(2) of the Law on Access to Information (“Law No. 104/2016/QH13 dated 6 April 2016", "en"),
        ("Luật Tiếp cận thông tin (Luật số 104/2016/QH13", "vi"),
        ("Luật Tiếp cận thông tin (số 104/2016/QH13", "vi"),
        ("Luật Tiếp cận thông tin (104/2016/QH13", "vi"),
        ("Luật Tiếp cận thông tin, số 104/2016/QH13", "vi"),
        ("Luật Tiếp cận thông tin, Luật số 104/2016/QH13", "vi"),
        ("khoản 2 Điều 5 Luật Tiếp cận thông tin năm 2016 (Luật số 104/2016/QH13 ngày 06/4/2016", "vi"),
        ("Luật Tiếp cận thông tin ngày 06/4/2016 (Luật số 104/2016/QH13", "vi"),
    ],
)  # fmt: skip
def test_a_number_right_after_a_name_is_that_of_the_law(text: str, language: str) -> None:
    """In brackets or after a comma it belongs to the name, whatever other laws bear that."""
    names = Names.of(
        [(name, Law(name, number, "luat", dt.date(year, 4, 6)))
         for name in ("Luật Tiếp cận thông tin", "Law on Access to Information", "Access to Information Law")
         for number, year in ((LAW_OF_2016, 2016), ("01/2026/QH16", 2026))]
    )  # fmt: skip
    (one,) = find(f"theo {text})", language, names)

    assert f"theo {text})"[one.start : one.end] == text
    assert (one.number, one.doc_type) == (LAW_OF_2016, "luat")
    assert one.name


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Luật Đất đai, Luật số 12/2017/QH14", ["31/2024/QH15", "12/2017/QH14"]),
        ("Luật Đất đai (sửa đổi theo Luật số 12/2017/QH14)", ["31/2024/QH15", "12/2017/QH14"]),
        ("Luật Đất đai (Nghị định số 43/2014/NĐ-CP)", ["31/2024/QH15", "43/2014/NĐ-CP"]),
        ("Luật Đất đai (Luật số 45/2013/QH13) và Luật Nhà ở (Luật số 65/2014/QH13)",
         ["45/2013/QH13", "65/2014/QH13"]),
        ("Luật Chế tạo tên lửa (Luật số 99/2031/QH17)", ["99/2031/QH17"]),
        ("Luật sửa đổi, bổ sung một số điều của Luật Thú y (Luật số 99/2030/QH17)", ["99/2030/QH17"]),
        ("theo quy định của pháp luật (Luật số 45/2013/QH13)", ["45/2013/QH13"]),
        ("Luật này (Luật số 45/2013/QH13)", ["", "45/2013/QH13"]),
    ],
)  # fmt: skip
def test_numbers_near_the_name_of_a_law(text: str, numbers: list[str]) -> None:
    """Other words between, another type, or another law of a list are citations of their own."""
    assert [one.number for one in find(text)] == numbers
