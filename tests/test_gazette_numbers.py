"""Numbers of real documents: the records of the national gazette and of the national database."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from congtinh.numbering import (
    DocumentNumber,
    candidates,
    match_key,
    parse,
    same,
    type_fits,
    type_of,
)
from congtinh.vocabulary.registry import Vocabularies

DATA = Path(__file__).resolve().parents[1] / "../shared/data"
DOCUMENT_TYPES = Vocabularies.load()[0]["document_types"]

pytestmark = pytest.mark.skipif(
    not DATA.is_dir(), reason="the collected records are not beside this project"
)

CORRECTED_BY_LETTER = {
    "12066/BTC-ĐT", "1500/TTg-PL", "1346/BCA-C61", "8584/BYT-ATTP", "764/BYT-DP", "199/BYT-YDCT",
}  # fmt: skip
"""The record names what the letter does (đính chính); its symbol is that of a công văn."""
JOINT_AS_PLAIN = {"10/2013/TTLT-BNNPTNT-BKHĐT", "31/2014/TTLT-BNNPTNT-BTC"}
"""The record says thông tư of what its symbol and its issuers call thông tư liên tịch."""
MISTAKEN = {"1492/QĐ-BTC"}
"""The record says thông tư of a quyết định, as its symbol and its title say."""


def records(name: str) -> list[dict[str, Any]]:
    with gzip.open(DATA / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def parts(number: DocumentNumber) -> tuple[object, ...]:
    return (number.number, number.year, number.type_code, number.issuer, number.unit)


def label(code: str) -> str:
    return DOCUMENT_TYPES.label(code, "vi")


@pytest.mark.parametrize(("name", "count"), [("gazette", 2023), ("documents", 600)])
def test_every_number_is_read(name: str, count: int) -> None:
    """Each has a number and a symbol that says something, and reads the same once printed."""
    numbers = [parse(record["number"]) for record in records(name)]

    assert len(numbers) == count
    for number in numbers:
        assert number.number
        assert number.type_code or number.issuer
        again = parse(number.canonical)
        assert again.canonical == number.canonical
        assert parts(again) == parts(number)
        assert same(again, number)


def test_the_symbol_decides_the_type_of_the_record() -> None:
    """Where a symbol decides, at least 99 % of the records agree; each other one has its reason."""
    typed = [(parse(r["number"]), r["type"]) for r in records("gazette") if r["type"]]
    decided = [(n, type_of(n, DOCUMENT_TYPES), recorded) for n, recorded in typed]
    told = [(n, label(code), recorded) for n, code, recorded in decided if code]
    differing = {n.text for n, told_type, recorded in told if told_type != recorded}

    assert len(typed) == 2018
    assert len(told) >= 1900
    assert differing == CORRECTED_BY_LETTER | JOINT_AS_PLAIN | MISTAKEN
    assert 1 - len(differing) / len(told) >= 0.99


def test_the_type_of_the_record_is_among_the_first_candidates() -> None:
    """At least 99.5 % of the recorded types are among the first three; each other one has its reason."""
    typed = [(parse(r["number"]), r["type"]) for r in records("gazette") if r["type"]]
    missed = {
        n.text
        for n, recorded in typed
        if recorded not in map(label, candidates(n, DOCUMENT_TYPES)[:3])
    }

    assert missed == JOINT_AS_PLAIN | MISTAKEN
    assert 1 - len(missed) / len(typed) >= 0.995


def test_types_of_whole_documents() -> None:
    """In the 600 documents of the national database, old ones among them, no symbol misleads."""
    for record in records("documents"):
        number = parse(record["number"])
        decided = type_of(number, DOCUMENT_TYPES)

        assert decided is None or label(decided) == record["type"]
        assert record["type"] in map(label, candidates(number, DOCUMENT_TYPES)[:3])


@pytest.mark.parametrize("name", ["gazette", "documents"])
def test_rule_r3_accepts_what_is_recorded(name: str) -> None:
    """A recorded type is refused only where the record is at odds with its own symbol."""
    refused = set()
    for record in records(name):
        term = DOCUMENT_TYPES.find(record["type"] or "")
        forms = [*term.texts("abbreviation"), *term.texts("aliases")] if term else []
        if term and type_fits(parse(record["number"]), forms) is False:
            refused.add(record["number"])

    assert refused <= JOINT_AS_PLAIN | MISTAKEN


def test_one_key_is_one_document_but_for_the_national_assembly() -> None:
    """Numbers that name their year differ by key; laws and resolutions of one term share theirs."""
    types: dict[tuple[object, ...], set[str]] = {}
    numbers: dict[tuple[object, ...], DocumentNumber] = {}
    for record in [*records("gazette"), *records("documents")]:
        number = parse(record["number"])
        if number.year and record["type"]:
            types.setdefault(match_key(number), set()).add(record["type"])
            numbers[match_key(number)] = number
    shared = {key for key, found in types.items() if len(found) > 1}

    assert {numbers[key].issuer for key in shared} == {"QH13"}
    assert all("Nghị quyết" in types[key] for key in shared)
