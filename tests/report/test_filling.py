"""Places in a text: figures in the style of official prose, periods beside one another, and what cannot be filled."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from congtinh.languages import Language
from congtinh.periods import parse_period
from congtinh.report.filling import Filling
from congtinh.report.report_data import Told, changes, joined, report_data
from tests.sites.copies import copied
from tests.statistics.made_up import MadeUp, documents, news, visits

D = dt.date


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    settings = replace(copied("small", tmp_path_factory.mktemp("s") / "site").settings(), agency="")
    site = MadeUp(D(2026, 11, 22))
    news(site, 3, D(2026, 3, 1))
    news(site, 1, D(2026, 3, 1), "en")
    news(site, 2, D(2025, 9, 1))
    news(site, 12, D(2025, 3, 1))
    documents(site, 4, D(2026, 3, 1), "vbqppl")
    visits(site, "2026-03", 1_234_567, 1)
    return Told(report_data(site.site(), parse_period("6T-2026"), settings))


def filled(told: Told, text: str, language: Language = "vi") -> str:
    filling = Filling(told, language, {"ky": "6 tháng", "trong": ""}, {"ten": ["A", "B", "C"], "khong": []})
    made = filling.fill(text)
    assert filling.faults == []
    return made


@pytest.mark.parametrize(
    ("text", "vi", "en"),
    [
        ("{tin_bai}", "04", "4"),
        ("{tin_bai.vi} {tin_bai.en} {tin_bai.each}", "03 01 04", "3 1 4"),
        ("{tin_bai|so}", "4", "4"),
        ("{tin_bai@truoc} {tin_bai@cung_ky}", "02 12", "2 12"),
        ("{tin_bai@so_sanh}", "+100,0 %", "+100.0%"),
        ("{van_ban@so_sanh}", "–", "–"),
        ("{luot_truy_cap.vi}", "1.234.567", "1,234,567"),
        ("{ty_le_ky_so}", "0 %", "0%"),
        ("{ky}: {ten}", "6 tháng: A, B và C", "6 tháng: A, B and C"),
        ("- {?tin_bai} có {tin_bai}", "- có 04", "- có 4"),
        ("a\n- {?buoi_tiep_dan} {buoi_tiep_dan}\nb", "a\nb", "a\nb"),
        ("{?khong} x\n{?ten} y\n{?trong} z\n{?ky} k", "y\nk", "y\nk"),
        ("{bang.3} và 100 % {không phải} {}", "{bang.3} và 100 % {không phải} {}", "{bang.3} và 100 % {không phải} {}"),
    ],
)  # fmt: skip
def test_places_are_filled(told: Told, text: str, vi: str, en: str) -> None:
    """In each language as its official texts write numbers; a line of nothing goes."""
    assert filled(told, text) == vi
    assert filled(told, text, "en") == en


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a\n{tin_baii}", 2, "{tin_baii}"),
        ("{tin_bai.fr}", 1, "{tin_bai.fr}"),
        ("{tin_bai@sau}", 1, "{tin_bai@sau}"),
        ("{tin_bai|to}", 1, "{tin_bai|to}"),
        ("{?tin_baii} x", 1, "{?tin_baii}"),
    ],
)
def test_what_cannot_be_filled_is_told(told: Told, text: str, line: int, words: str) -> None:
    """With its line and its words, and what to write."""
    filling = Filling(told, "vi", {}, {})
    filling.fill(text)

    assert [(f.line, f.words) for f in filling.faults] == [(line, words)]
    assert filling.faults[0].remedy


def test_names_with_commas_are_kept_apart() -> None:
    """Semicolons stand between them."""
    assert joined(["A, a", "B"], "vi") == "A, a; B"
    assert joined(["A"], "vi") == "A"
    assert joined([], "vi") == ""


def test_what_changed_is_told_by_figure(told: Told, tmp_path: Path) -> None:
    """Of this period alone, in each language that it differs in."""
    other = {**told.data, "figures": [dict(f) for f in told.data["figures"]]}
    for figure in other["figures"]:
        if figure["key"] == "tin" and figure["language"] == "vi":
            figure["value"] += 1

    assert [*changes(told.data, other)] == [("tin", "vi", 3, 4)]
    assert [*changes(told.data, told.data)] == []
