"""Gaps in the agency's own sequences of numbers, with the reasons that editors give."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.languages import Bilingual
from congtinh.numbering_gaps import NOT_POSTED, Gap, Series, gaps, idle_lines, own_issuers, ranges
from congtinh.records.legal_document import LegalDocument
from congtinh.records.unit import Unit
from congtinh.vocabulary.registry import Vocabularies
from congtinh.vocabulary.terms import Term, Vocabulary
from tests.sites.copies import SiteCopy
from tests.sites.documents import write_document

OWN = frozenset({"so-thu"})


def reasons(
    numbers: dict[str, list[str]] | None = None, series: list[str] | None = None
) -> Vocabulary:
    """The reasons of a department, by code."""
    given = {"mat": [], "noi-bo": [], **(numbers or {})}
    terms = [Term(c, Bilingual(c, c), 1, {"numbers": tuple(n)}) for c, n in given.items()]
    shared = Term("danh-so-chung", Bilingual("c", "c"), 2, {"series": tuple(series or ())})
    return Vocabulary("number_gaps", [*terms, shared])


def document(
    symbol: str, issued: str = "2026-03-02", issuer: tuple[str, ...] = ("so-thu",)
) -> LegalDocument:
    return LegalDocument.model_construct(
        symbol=symbol, issuer=issuer, issued=dt.date.fromisoformat(issued)
    )


def found(
    *symbols: str, told: Vocabulary | None = None, hidden: tuple[str, ...] = ()
) -> tuple[Series, ...]:
    posted, unseen = ([document(symbol) for symbol in group] for group in (symbols, hidden))
    return gaps(posted, unseen, OWN, told or reasons())


def test_missing_numbers_below_the_highest() -> None:
    """Every number from 1 on that is not on the site is named; none above the highest."""
    assert found("02/KH-STN", "06/KH-STN", "07/KH-STN") == (
        Series("KH-STN 2026", 2026, 7, 3, (Gap("", "1, 3–5", 4),)),
    )
    assert found("01/KH-STN", "02/KH-STN") == ()


@given(st.sets(st.integers(1, 60), min_size=1))
def test_numbers_are_posted_or_missing(numbers: set[int]) -> None:
    """Posted and missing numbers together are those from 1 to the highest, and no other."""
    series = found(*(f"{n:02d}/QĐ-STN" for n in numbers))
    missing = {n for one in series for gap in one.gaps for n in numbers_of(gap.numbers)}

    assert missing | numbers == set(range(1, max(numbers) + 1))
    assert not missing & numbers
    assert all(gap.total == len(numbers_of(gap.numbers)) for one in series for gap in one.gaps)


def numbers_of(text: str) -> list[int]:
    """The numbers that a text such as ``3–5, 9`` means."""
    spans = [part.split("–") for part in text.split(", ")]
    return [n for span in spans for n in range(int(span[0]), int(span[-1]) + 1)]


@given(st.sets(st.integers(1, 60)))
def test_ranges_read_back(numbers: set[int]) -> None:
    """Ranges name each number once, in order, as shortly as they can."""
    text = ranges(sorted(numbers))

    assert (numbers_of(text) if text else []) == sorted(numbers)
    assert text.count(",") + 1 == len([n for n in numbers if n - 1 not in numbers]) or not numbers


def test_each_type_and_year_is_a_sequence() -> None:
    """Plans and notices, last year and this, normative ones and others of the same type count apart."""
    documents = [
        document("02/KH-STN"),
        document("02/TB-STN"),
        document("02/KH-STN", "2025-02-01"),
        document("02/2026/QĐ-STN"),
        document("02/QĐ-STN"),
    ]
    labels = [one.label for one in gaps(documents, [], OWN, reasons())]

    assert labels == ["2026/QĐ-STN", "KH-STN 2026", "QĐ-STN 2026", "TB-STN 2026", "KH-STN 2025"]


def test_official_letters_are_one_sequence() -> None:
    """The unit that drafted a letter stands in its symbol, and numbers nothing of its own."""
    assert found("01/STN-VP", "02/STN-CĐS", "04/STN-VP") == (
        Series("STN 2026", 2026, 4, 3, (Gap("", "3", 1),)),
    )


def test_a_number_with_a_letter_fills_its_place() -> None:
    """``02a`` was given beside or in place of 02; a number of both languages counts once."""
    assert found("01/KH-STN", "01/KH-STN", "02a/KH-STN", "03/KH-STN") == ()


def test_only_documents_of_the_agency_alone_count() -> None:
    """Others number their own, and a joint document stands in the sequence of one of them."""
    documents = [
        document("09/2026/QĐ-UBND", issuer=("ubnd",)),
        document("09/KH-STN", issuer=("so-thu", "ubnd")),
        document("/QĐ-STN"),
    ]
    assert gaps(documents, [], OWN, reasons()) == ()


def test_reasons_stand_beside_the_numbers() -> None:
    """Numbers are told apart by why they are missing, those that nobody has explained first."""
    told = reasons(
        {"noi-bo": ["kh-stn 2026: 3-5, 9", "TB-STN 2026: 1"], "mat": ["KH-STN  2026: 7"]}
    )
    (series,) = found("01/KH-STN", "10/KH-STN", told=told)

    assert series.gaps == (Gap("", "2, 6, 8", 3), Gap("mat", "7", 1), Gap("noi-bo", "3–5, 9", 4))


def test_a_document_that_waits_explains_its_number() -> None:
    """A draft or a scheduled document holds its number; a reason that is written counts before."""
    told = reasons({"mat": ["KH-STN 2026: 3"]})
    (series,) = found("04/KH-STN", hidden=("02/KH-STN", "03/KH-STN"), told=told)

    assert series.gaps == (Gap("", "1", 1), Gap("mat", "3", 1), Gap(NOT_POSTED, "2", 1))


def test_types_that_are_numbered_together() -> None:
    """The head of an agency may give all administrative types one sequence (NĐ 30/2020, Điều 15)."""
    told = reasons({"mat": ["TB-STN 2026: 3"]}, ["KH-STN, TB-STN"])
    (series,) = found("01/KH-STN", "02/TB-STN", "05/KH-STN", told=told)

    assert series == Series(
        "KH-STN, TB-STN 2026", 2026, 5, 3, (Gap("", "4", 1), Gap("mat", "3", 1))
    )


def test_lines_that_explain_nothing_are_told() -> None:
    """No such sequence, or a number that is posted by now; a number above the highest may yet come."""
    told = reasons(
        {"mat": ["KH-STN 2026: 3", "KH-STN 2026: 2", "KH-STN 2025: 1", "KH-STN 2026: 99"]}
    )
    idle = idle_lines([document("02/KH-STN"), document("04/KH-STN")], OWN, told)

    assert [line.line for line in idle] == ["KH-STN 2026: 2", "KH-STN 2025: 1"]


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        ({"name": "Bộ Tài chính", "code": "X"}, {"btc"}),
        ({"name": "Văn phòng lạ", "code": "BTC"}, {"btc"}),
        ({"name": "Văn phòng lạ", "code": "KHONG"}, set()),
    ],
)
def test_the_agency_among_the_issuers(facts: dict[str, str], codes: set[str]) -> None:
    """By its name, else by the symbol of its numbers; else it is none of them."""
    assert own_issuers(Unit(**facts), Vocabularies.load()[0]["issuers"]) == codes


def test_gaps_stand_in_the_build_report(small: SiteCopy) -> None:
    """Beside the output, never in it, with reasons in the editors' language and a warning for idle lines."""
    write_document(small, "a", "03/KH-STN", status="draft")
    small.write(
        "vocabulary/number_gaps.toml",
        '[mat]\nnumbers = ["KH-STN 2026: 5, 8"]\n[huy]\nnumbers = ["KH-STN 2026: 12"]\n',
    )
    report = small.build()
    told = json.loads(Path(small.root, "output-report/build-report.json").read_bytes())
    (series,) = told["number_gaps"]

    assert (series["series"], series["highest"], series["posted"]) == ("KH-STN 2026", 12, 1)
    assert [(one["numbers"], one["reason"]) for one in series["missing"]] == [
        ("1–2, 4, 6–7, 9–11", ""), ("5, 8", "mat"), ("3", NOT_POSTED),
    ]  # fmt: skip
    assert series["missing"][1]["label"] == "Bí mật nhà nước"
    assert [(p.field, p.value) for p in report.warnings if p.rule == "D28"] == [
        ("huy", "KH-STN 2026: 12")
    ]
    assert not any(b"number_gaps" in path.read_bytes() for path in small.output.rglob("*.json"))
