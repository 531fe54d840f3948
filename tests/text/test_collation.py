from __future__ import annotations

import random
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.text.collation import name_key, sort_key


def in_order(words: list[str], language: str) -> list[str]:
    shuffled = random.Random(7).sample(words, len(words))
    return sorted(shuffled, key=lambda word: sort_key(word, language))


@pytest.mark.parametrize(
    "words",
    [
        list("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"),
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["tê", "tề", "tể", "tễ", "tế", "tệ", "ti"],
        ["An Giang", "Bà Rịa", "Bắc Giang", "Bắc Ninh", "Cà Mau", "Cao Bằng", "Cần Thơ"],
        ["Đà Nẵng", "Đắk Lắk", "Điện Biên", "Đồng Nai", "Đồng Tháp", "Gia Lai"],
        ["Dân", "Dũng", "Dương", "Đào", "Đặng", "Em", "Ê-đê"],
        ["mà cả", "má bé", "má cả"],
        ["Điều 1", "Điều 2", "Điều 2a", "Điều 10", "Điều 10 khoản 1"],
        ["2 tin", "009 tin", "10 tin", "An"],
        ["ba", "Ba", "ba ba"],
    ],
)
def test_vietnamese_order(words: list[str]) -> None:
    """Alphabet, then tones from ngang to nặng, syllable by syllable; numbers by value, first."""
    assert in_order(words, "vi") == words


def test_english_order_looks_at_bare_letters() -> None:
    """Case and marks do not part names in English lists; đ stands with d."""
    words = ["Da Nang", "Đà Nẵng", "Dak Lak", "Điện Biên", "Dong Nai", "item 9", "item 10"]

    assert in_order(words, "en") == words


def test_people_are_listed_by_given_name() -> None:
    """The last syllable leads, then family and middle name; titles and notes do not count."""
    people = [
        "Trần Thị An",
        "PGS.TS. Lê Văn Ánh",
        "Nguyễn Văn Dũng",
        "Bà Nguyễn Thị Đào",
        "Lê Đức",
        "Đỗ Minh Hà (Phó Giám đốc)",
        "Đặng Thu Hà",
        "Nguyễn Thu Hà",
        "Vũ Thị Hạ",
        "Y",
    ]
    expected = [*people[:5], people[6], people[5], *people[7:]]

    assert sorted(people, key=name_key) == expected


@given(st.text(max_size=12), st.text(max_size=12), st.sampled_from(["vi", "en"]))
def test_order_is_total(one: str, other: str, language: str) -> None:
    """Any text has a key, any two keys compare, and they tie only where the texts are the same."""
    first, second = sort_key(one, language), sort_key(other, language)

    assert (first < second) + (first > second) + (first == second) == 1
    assert (first == second) == (normalize("NFC", one) == normalize("NFC", other))
