"""Document numbers in what people type."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.search.numbers import OwnNumber, names, number_keys, read_numbers, tidy
from congtinh.text.fold import strip_marks
from tests.search.analysis_cases import CASES, DATA, NO_DATA, records

WORDS = {
    "nd": "nghị định", "tt": "thông tư", "qd": "quyết định", "nq": "nghị quyết", "ct": "chỉ thị",
    "ttlt": "thông tư liên tịch", "vbhn": "văn bản hợp nhất", "cv": "công văn",
}  # fmt: skip
PIECES = st.lists(
    st.sampled_from(
        ["nghị định", "nd", "số", "năm", "43", "2011", "/", "-", " ", "NĐ-CP", "13/6/2011", ".", "1.013126",
         "TT-BTC", "luật", "kế hoạch", "a", "ế", "\u200b", "%", "QH12", "ngày", "&"]
    )
)  # fmt: skip


@pytest.mark.parametrize(("query", "expected"), CASES["numbers"])
def test_the_table_of_numbers(query: str, expected: list[list[Any]]) -> None:
    """Numbers are read where they stand, whatever the spelling, and dates and figures are none."""
    assert [list(number) for number in read_numbers(query)] == expected


@pytest.mark.parametrize(("number", "year", "expected"), CASES["own_numbers"])
def test_the_numbers_that_records_bear(
    number: str, year: int | None, expected: list[Any] | None
) -> None:
    """The number's own year goes before that of the issue; a type that the symbol leaves open stays so."""
    assert number_keys(number, year) == (tuple(expected) if expected else None)


@pytest.mark.parametrize(("query", "own", "does"), CASES["names"])
def test_whether_a_number_names_a_record(query: str, own: list[Any], does: bool) -> None:
    """What the query does not say decides nothing, what it says has to agree."""
    (asked,) = read_numbers(query)
    assert names(asked, OwnNumber(*own)) is does


@given(PIECES.map("".join))
def test_places_are_in_order_and_in_the_query(query: str) -> None:
    """Numbers do not overlap, and each begins or ends with what it was read from."""
    end = 0
    for number in read_numbers(query):
        assert end <= number.start < number.end <= len(tidy(query))
        assert number.no[-1] in tidy(query)[number.start : number.end].lower()
        end = number.end


def spellings(number: str, own: OwnNumber, type_name: str | None) -> Iterator[str]:
    """The ways in which one number is typed."""
    yield from (number, number.lower(), strip_marks(number), strip_marks(number).lower())
    yield strip_marks(number).replace("/", "-")
    yield from (number.replace("/", " / "), number.replace("-", "–"), f"số {number}")
    yield f"theo {number} về việc gì"
    if type_name:
        yield from (f"{type_name} số {number}", strip_marks(f"{type_name} {number}".lower()))
    word = WORDS.get(own.type_code or "")
    if word and own.year:
        yield from (f"{word} {own.no}/{own.year}", f"{word} số {own.no} năm {own.year}")
        yield from (f"{own.type_code} {own.no}/{own.year}", f"{own.type_code}{own.no}/{own.year}")
        yield from (f"{word} số {own.no}", f"{own.no}/{own.year}")


@pytest.mark.skipif(not DATA.is_dir(), reason=NO_DATA)
def test_every_spelling_of_every_real_number() -> None:
    """Each way of typing a number that a collected record bears is read as one that names the record."""
    numbers = {
        (record["number"], record["type"], int((record["date"] or "0")[:4]) or None)
        for record in records() if record.get("number")
    }  # fmt: skip
    assert len(numbers) > 2_500
    for number, type_name, year in numbers:
        own = number_keys(number, year)
        assert own, number
        for query in spellings(number, own, type_name):
            asked = read_numbers(query)
            assert len(asked) == 1, query
            assert names(asked[0], own), query
