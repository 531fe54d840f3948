"""Numbers and days in the official style."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.languages import Language
from congtinh.report.number_style import (
    counted,
    grouped,
    numeric_day,
    percent,
    unbroken,
    written_day,
)

LANGUAGES = st.sampled_from(("vi", "en"))
FRACTIONS = st.fractions(min_value=-(10**12), max_value=10**12)


def read_back(told: str, language: Language) -> Fraction:
    """What a reader understands by the number."""
    point, comma = (".", ",") if language == "en" else (",", ".")
    return Fraction(told.replace(comma, "").replace(point, "."))


def test_the_numbers_of_the_seeds() -> None:
    """Five reports write these: dotted thousands, an average that is cut, shares, counts of two digits."""
    assert grouped(3_910_575, "vi") == "3.910.575"
    assert grouped(3_910_575, "en") == "3,910,575"
    assert grouped(Fraction(330_552 + 51_394, 6), "vi", cut=True) == "63.657"
    assert grouped(Fraction(330_552 + 51_394, 6), "vi") == "63.658"
    assert [percent(Fraction(votes, 1344), "vi") for votes in (1180, 107, 57)] == ["88 %", "8 %", "4 %"]
    assert percent(Fraction(88, 100), "en") == "88%"
    assert [counted(n, "vi") for n in (0, 1, 9, 10, 592, 1180)] == ["0", "01", "09", "10", "592", "1.180"]
    assert [counted(n, "en") for n in (1, 9, 1180)] == ["1", "9", "1,180"]


@given(FRACTIONS, st.integers(0, 6), LANGUAGES)
def test_a_rounded_number_is_the_nearest_and_halves_go_outwards(
    value: Fraction, decimals: int, language: Language
) -> None:
    """Read back it is off by half a unit at most, and never nearer to nothing at just a half."""
    error = read_back(grouped(value, language, decimals=decimals), language) - value
    half = Fraction(1, 2 * 10**decimals)
    assert abs(error) <= half
    assert abs(error) < half or error * value > 0


@given(FRACTIONS, st.integers(0, 6), LANGUAGES)
def test_a_cut_number_is_never_more_than_the_truth(
    value: Fraction, decimals: int, language: Language
) -> None:
    """Cut goes towards nothing, by less than a unit."""
    told = read_back(grouped(value, language, decimals=decimals, cut=True), language)
    assert abs(told) <= abs(value) < abs(told) + Fraction(1, 10**decimals)


@given(st.integers(-(10**15), 10**15), LANGUAGES)
def test_whole_numbers_lose_nothing(value: int, language: Language) -> None:
    """A whole number reads back as itself, in groups of three."""
    told = grouped(value, language)
    assert read_back(told, language) == value
    groups = told.lstrip("-").split("," if language == "en" else ".")
    assert all(len(group) == 3 for group in groups[1:]) and 1 <= len(groups[0]) <= 3


@given(st.fractions(min_value=-1, max_value=1))
def test_signs_of_a_change(share: Fraction) -> None:
    """``+`` and ``-`` stand before what is not nothing as it is told; nothing bears no sign."""
    told = percent(share, "vi", decimals=1, signed=True)
    number = read_back(told.removesuffix(" %"), "vi")
    assert told[0] == ("+" if number > 0 else "-" if number < 0 else "0")


def test_decimals_cannot_be_fewer_than_none() -> None:
    """A negative number of decimals is an error of the caller."""
    with pytest.raises(ValueError, match="decimals"):
        grouped(5, "vi", decimals=-1)


def test_days() -> None:
    """Days under 10 and months 1 and 2 bear a zero, the other months none (NĐ 30/2020, Phụ lục I)."""
    assert written_day(dt.date(2026, 7, 5), "vi") == "ngày 05 tháng 7 năm 2026"
    assert written_day(dt.date(2026, 2, 12), "vi") == "ngày 12 tháng 02 năm 2026"
    assert written_day(dt.date(2026, 7, 5), "en") == "5 July 2026"
    assert numeric_day(dt.date(2018, 6, 29)) == "29/6/2018"
    assert numeric_day(dt.date(2018, 1, 9)) == "09/01/2018"


def test_a_line_ends_at_no_percent_sign() -> None:
    """Only the space between a number and its sign is held."""
    assert unbroken("đạt 88 % và 12,5 %, x %") == "đạt 88\u00a0% và 12,5\u00a0%, x %"
