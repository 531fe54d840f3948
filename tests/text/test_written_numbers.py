"""Numbers as people write them are read back exactly, whichever language wrote them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.languages import LANGUAGES
from congtinh.text.numbers import number_of, written


@given(st.integers(-(10**15), 10**15), st.sampled_from(LANGUAGES))
def test_whole_numbers_come_back(value: int, language: str) -> None:
    """With the marks of thousands of a language, and without."""
    assert number_of(written(Decimal(value), language)) == value
    assert number_of(str(value)) == value


@given(st.integers(-(10**9), 10**9), st.sampled_from((1, 2, 4)), st.sampled_from(LANGUAGES))
def test_decimals_come_back(value: int, places: int, language: str) -> None:
    """Three decimals alone look like thousands, which is what a table of the state means by them."""
    number = Decimal(value).scaleb(-places)

    assert number_of(written(number, language)) == number


@pytest.mark.parametrize(
    ("text", "value"),
    [("1.500", 1500), ("0.125", "0.125"), ("(1.250)", -1250), ("−3,5", "-3.5"), ("12 000", 12000)],
)
def test_marks_of_thousands_and_signs(text: str, value: int | str) -> None:
    """A mark before three digits divides thousands but after a lone zero; brackets are a minus."""
    assert number_of(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "-", "12a", "1.2.3", "1,23,456", "1.500,", "٣", "1e3"])
def test_what_is_no_number(text: str) -> None:
    """Words, broken groups and digits of other scripts are none."""
    assert number_of(text) is None
