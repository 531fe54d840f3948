"""Amounts of money: what editors write is whole đồng, or a fault that says what to write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from congtinh.languages import LANGUAGES
from congtinh.records.money import money_text, parse_money


@given(st.integers(0, 10**16), st.sampled_from(LANGUAGES))
def test_what_is_printed_is_read_back(amount: int, language: str) -> None:
    """The words of either language mean the same amount."""
    assert parse_money(money_text(amount, language)) == amount


@given(st.integers(0, 10**6), st.integers(0, 999))
def test_units_count(whole: int, thousandths: int) -> None:
    """Millions and billions with a decimal comma or point are exact, however many digits follow."""
    amount = whole * 10**9 + thousandths * 10**6
    for mark in ",.":
        text = f"{whole}{mark}{thousandths:03d}0"
        assert parse_money(f"{text} tỷ") == amount
        assert parse_money(f"{text} tỷ đồng") == amount


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("1.500.000.000", 1_500_000_000),
        ("1,5 tỷ", 1_500_000_000),
        ("1500 triệu", 1_500_000_000),
        ("1.234,5 triệu đồng", 1_234_500_000),
        ("VND 1,500,000,000", 1_500_000_000),
        ("950.000đ", 950_000),
        (12_000_000, 12_000_000),
    ],
)
def test_ways_of_writing(written: object, amount: int) -> None:
    """What editors of departments are known to write."""
    assert parse_money(written) == amount


@pytest.mark.parametrize("written", ["", "-5", "1,5", "nhiều", "1 tỷ 5", "2 USD", True, [1], "99999999999999999"])
def test_what_is_no_amount(written: object) -> None:
    """Half a đồng, other currencies, and a zero too many are told, never guessed."""
    with pytest.raises(PydanticCustomError):
        parse_money(written)
