"""Names of laws: the vocabulary ``instruments``, and what becomes of a name that it does not hold."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from congtinh.citations.finding import find
from congtinh.citations.names import (
    Law,
    Names,
    default_names,
    faults,
    names_of,
    names_of_law,
    resolve,
)
from congtinh.citations.settling import settled
from congtinh.numbering import parse
from congtinh.vocabulary.registry import Vocabularies

VOCABULARIES = Vocabularies.load()[0]
VERSIONS = [
    (term.code, *[*version.split(), ""][:3])
    for term in VOCABULARIES["instruments"]
    for version in term.texts("versions")
]
TYPES = {"hien-phap", "bo-luat", "luat", "phap-lenh"}


def test_the_names_are_those_of_national_laws() -> None:
    """At least 150 laws, codes and ordinances, each under the word for its type."""
    terms = list(VOCABULARIES["instruments"])

    assert len(terms) >= 150
    assert {term.text("doc_type") for term in terms} == TYPES
    for term in terms:
        label = VOCABULARIES["document_types"].label(term.text("doc_type"), "vi")
        assert term.label.vi.startswith(label), term.code
        assert term.texts("versions"), term.code


def test_numbers_and_days_agree() -> None:
    """Numbers are canonical, bear the year of issue, and take effect after it; none stands twice."""
    assert faults(VOCABULARIES) == []
    numbers = [number for _, number, _, _ in VERSIONS if number != "-"]
    assert len(numbers) == len(set(numbers))
    for code, number, issued, effective in VERSIONS:
        if number != "-":
            read = parse(number)
            assert read.canonical == number, code
            # 24/1999/PL-UBTVQH10 was signed in April 2000
            assert read.year in {int(issued[:4]), int(issued[:4]) - 1}, number
        assert not effective or effective >= issued, number


def test_numbers_of_one_assembly_rise_with_the_days() -> None:
    """Of two laws of one term the one with the higher number is not the older one."""
    of_term: dict[str, list[tuple[int, str]]] = {}
    for _, number, issued, _ in VERSIONS:
        if found := re.fullmatch(r"(\d+)/\d{4}/(QH\d+)", number):
            of_term.setdefault(found[2], []).append((int(found[1]), issued))

    assert len(of_term) >= 7
    for laws in of_term.values():
        days = [day for _, day in sorted(laws)]
        assert days == sorted(days)


@pytest.mark.parametrize(
    ("phrase", "number", "name"),
    [
        ("Luật Đất đai, Luật Nhà ở", "31/2024/QH15", "Luật Đất đai"),
        ("Luật đầu tư công và", "58/2024/QH15", "Luật đầu tư công"),
        ("Luật Giáo dục đại học.", "125/2025/QH15", "Luật Giáo dục đại học"),
        (
            "Luật phòng, chống tác hại của thuốc lá",
            "09/2012/QH13",
            "Luật phòng, chống tác hại của thuốc lá",
        ),
        ("Luật Xử lý vi phạm hành chính về", "15/2012/QH13", "Luật Xử lý vi phạm hành chính"),
        ("Luật An toàn\nthực phẩm", "55/2010/QH12", "Luật An toàn\nthực phẩm"),
        ("Bộ luật Lao động năm 2012", "10/2012/QH13", "Bộ luật Lao động"),
        ("Law on Access to Information of", "01/2026/QH16", "Law on Access to Information"),
    ],
)
def test_the_longest_known_name(phrase: str, number: str, name: str) -> None:
    """Case, commas and one line end do not count; a year after the name picks."""
    found = resolve(phrase, default_names())

    assert found is not None
    law, end = found
    assert law is not None
    assert (law.number, phrase[:end]) == (number, name)


def test_an_unknown_name_resolves_to_nothing() -> None:
    """“Luật” alone, and a word that only begins like a known name, are not known."""
    assert resolve("Luật Đấtđai", default_names()) is None
    assert resolve("Luật", default_names()) is None
    assert resolve("Luật Đất. đai", default_names()) is None


def test_a_department_adds_names(tmp_path: Path) -> None:
    """``content/vocabulary/instruments.toml`` joins the vocabulary; a broken version is told."""
    (tmp_path / "instruments.toml").write_text(
        '[luat-ten-lua]\nvi = "Luật Tên lửa"\nen = "Law on Rockets"\ndoc_type = "luat"\n'
        'versions = ["99/2031/QH17 2031-06-01", "ngày mai"]\n',
        "utf-8",
    )
    vocabularies, problems = Vocabularies.load(tmp_path)
    names = names_of(vocabularies)

    assert problems == []
    assert find("Luật Tên lửa", "vi", names)[0].number == "99/2031/QH17"
    assert find("Luật Đất đai", "vi", names)[0].number == "31/2024/QH15"
    (problem,) = faults(vocabularies)
    assert (problem.field, problem.value) == ("luat-ten-lua.versions", "ngày mai")


def test_names_that_a_register_makes() -> None:
    """Type and abstract make the name, unless the abstract begins with the type."""
    assert list(names_of_law("Luật", "Tên lửa", "vi")) == ["Luật Tên lửa"]
    assert list(names_of_law("Luật", "luật Tên lửa", "vi")) == ["luật Tên lửa"]
    assert list(names_of_law("Law", "Rockets", "en")) == ["Law Rockets", "Law on Rockets"]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("theo Luật Chế tạo tên lửa và các văn bản", ["Luật Chế tạo tên lửa"]),
        (
            "theo Luật Chế tạo tên lửa, máy bay năm 2031 thì",
            ["Luật Chế tạo tên lửa, máy bay năm 2031"],
        ),
        ("Luật Chế tạo được Quốc hội thông qua", ["Luật Chế tạo"]),
        ("khoản 1 Điều 2 Luật chế tạo tên lửa quy định", ["khoản 1 Điều 2 Luật chế tạo tên lửa"]),
        (
            "Pháp lệnh đê sông ngày 24 tháng 8 năm 2000 hết hiệu lực",
            ["Pháp lệnh đê sông ngày 24 tháng 8 năm 2000"],
        ),
        ("Luật thi đấu bóng đá, Bộ luật IMDG, Luật được thông qua", []),
        ("Luật Sao Hỏa và Luật Đất đai", ["Luật Sao Hỏa", "Luật Đất đai"]),
    ],
)
def test_names_left_open_are_settled(text: str, spans: list[str]) -> None:
    """A capital letter, parts or a day say that it is a name; it ends where a sentence goes on."""
    citations = list(settled(text, find(text), default_names()))

    assert [text[one.start : one.end] for one in citations] == spans
    assert not any(one.open for one in citations)


def test_settling_knows_the_register() -> None:
    """What was open when the text was read is found among the names that came later."""
    text = "theo Điều 5 Luật tên lửa, máy bay năm 2031 và"
    law = Law("Luật Tên lửa, máy bay", "99/2031/QH17", "luat", dt.date(2031, 6, 1))
    (one,) = settled(text, find(text), Names.of([(law.name, law)]))

    assert (one.number, one.issued, one.parts) == ("99/2031/QH17", dt.date(2031, 6, 1), ("dieu-5",))
    assert text[one.start : one.end] == "Điều 5 Luật tên lửa, máy bay năm 2031"
