"""``invoke numbers``: what a line says of its document, as JSON."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from congtinh.commands.numbers import numbers

KEYS = ["text", "canonical", "number", "year", "type_code", "type", "issuer", "unit", "candidates",
        "candidate_types", "warnings"]  # fmt: skip


def told(source: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    assert numbers(source) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_one_object_for_each_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Empty lines are passed over; a byte order mark and ends of any kind are no part of a line."""
    file = tmp_path / "so.txt"
    file.write_bytes("\ufeff467 /SKHCN-TTr\r\n\n43/2011/nd-cp\n148/2025/QH15".encode())
    letter, decree, law = told(str(file), capsys)

    assert list(letter) == KEYS
    assert letter | {"candidates": [], "candidate_types": []} == {
        "text": "467 /SKHCN-TTr", "canonical": "467/SKHCN-TTr", "number": "467", "year": None,
        "type_code": None, "type": "Công văn", "issuer": "SKHCN", "unit": "TTr",
        "candidates": [], "candidate_types": [], "warnings": [],
    }  # fmt: skip
    assert (decree["canonical"], decree["type_code"], decree["type"], decree["year"]) == (
        "43/2011/NĐ-CP", "NĐ", "Nghị định", 2011,
    )  # fmt: skip
    assert (law["type"], law["candidates"][:2], law["candidate_types"][:2]) == (
        None, ["luat", "nghi-quyet"], ["Luật", "Nghị quyết"],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "issuer", "type_code", "candidates"),
    [
        ("/QH15", "QH15", None, ["luat", "nghi-quyet", "bo-luat"]),
        ("QH15", "QH15", None, ["luat", "nghi-quyet", "bo-luat"]),
        ("/UBTVQH15", "UBTVQH15", None, ["nghi-quyet", "phap-lenh"]),
        ("/NĐ-CP", "CP", "NĐ", ["nghi-dinh"]),
        ("NĐ-CP", "CP", "NĐ", ["nghi-dinh"]),
        ("/CP", "CP", None, ["nghi-dinh", "quyet-dinh", "nghi-quyet"]),
        ("/TTg", "TTg", None, ["quyet-dinh", "chi-thi", "thong-bao"]),
        ("/SKHCN-TTr", "SKHCN", None, ["cong-van"]),
    ],
)
def test_a_symbol_alone(
    line: str, issuer: str, type_code: str | None, candidates: list[str],
    tmp_path: Path, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """A symbol without a number tells who issues under it and which types it allows."""
    file = tmp_path / "so.txt"
    file.write_text(line, encoding="utf-8")
    (one,) = told(str(file), capsys)

    assert (one["issuer"], one["type_code"], one["number"]) == (issuer, type_code, None)
    assert one["candidates"][: len(candidates)] == candidates
    assert one["warnings"] == []


def test_editors_are_told_the_right_form(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Rule R4: a code outside the table is named with the official one; other text is no number."""
    file = tmp_path / "so.txt"
    file.write_text("02/CV-BBT\n12/UQ-SKHCN\nkhông số\n43/2011/NĐ-CP", encoding="utf-8")
    letter, power, text, decree = told(str(file), capsys)

    assert ["CV" in w and "02/BBT-" in w for w in letter["warnings"]] == [True]
    assert ["“UQ”" in w and "“GUQ”" in w for w in power["warnings"]] == [True]
    assert (text["canonical"], text["candidates"], len(text["warnings"])) == ("không số", [], 1)
    assert decree["warnings"] == []


def test_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A hyphen stands for standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"27/CP\n")))

    assert [one["issuer"] for one in told("-", capsys)] == ["CP"]


def test_what_cannot_be_read_is_told(
    tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that is missing, a folder, or text in another encoding ends with 1 and a sentence."""
    folder = tmp_path_factory.mktemp("a")  # short enough to be quoted whole
    other = folder / "so.txt"
    other.write_bytes("12/QĐ-UBND".encode("utf-16"))
    for source in (folder / "khong-co.txt", folder, other):
        assert numbers(str(source)) == 1
        out = capsys.readouterr().out
        assert source.name in out.replace("\n", "")
        assert "--from" in out
