"""What a department says of its reports: every fault of the file at once, and a report's own over those of all."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from congtinh.errors import ContentError
from congtinh.report.report_facts import fact_words, in_language, read_facts


def test_a_reports_own_facts_stand_over_those_of_all(tmp_path: Path) -> None:
    """In English those written for it, else the Vietnamese ones."""
    reports, own = tmp_path / "reports", tmp_path / "reports/6T-2026-x"
    own.mkdir(parents=True)
    every = 'place = "Minh Châu"\nsigner_name = "A"\ncapacity = "KT. GIÁM ĐỐC"\ncapacity_en = "FOR"\n'
    (reports / "report.toml").write_text(every, "utf-8")
    (own / "report.toml").write_text('signer_name = "B"\nday = 2026-07-05\n', "utf-8")
    facts = read_facts(reports, own)

    assert (facts["place"], facts["signer_name"], facts["day"]) == ("Minh Châu", "B", dt.date(2026, 7, 5))
    assert in_language(facts, "en")["capacity"] == "FOR"
    assert in_language(facts, "vi")["capacity"] == "KT. GIÁM ĐỐC"
    assert fact_words(facts, "vi")["day"] == "05/7/2026"
    assert fact_words(facts, "en")["day"] == "5 July 2026"


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    """Keys that are none, values of another kind; and TOML that cannot be read, with its line."""
    reports, own = tmp_path / "reports", tmp_path / "reports/6T-2026-x"
    own.mkdir(parents=True)
    (reports / "report.toml").write_text('sgner_name = "A"\nday = "2026-07-05"\nrecipients = "A"\n', "utf-8")
    (own / "report.toml").write_text('place = "A"\nnumber = \n', "utf-8")

    with pytest.raises(ContentError) as found:
        read_facts(reports, own)
    assert sorted((p.path, p.line, p.field) for p in found.value.problems) == [
        ("reports/6T-2026-x/report.toml", 2, ""),
        ("reports/report.toml", 1, "sgner_name"),
        ("reports/report.toml", 2, "day"),
        ("reports/report.toml", 3, "recipients"),
    ]


def test_no_file_is_no_fault(tmp_path: Path) -> None:
    """A department that has said nothing yet gets a report all the same."""
    assert read_facts(tmp_path / "reports", tmp_path / "reports/x") == {}
