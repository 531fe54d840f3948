"""All records together: what must be one of a kind is, and references lead to items."""

from __future__ import annotations

from congtinh.errors import Problem
from tests.sites.copies import SiteCopy


def told(site: SiteCopy, **overrides: object) -> list[Problem]:
    return [p for p in site.check(**overrides).problems if p.is_error]


def test_the_small_site_has_no_fault(small: SiteCopy) -> None:
    """The site that other tests change is itself sound; it is too small for the sections of the law (R21)."""
    assert [problem for problem in small.check().problems if problem.rule != "R21"] == []


def test_a_problem_between_files_has_the_line_of_its_field(small: SiteCopy) -> None:
    """Whoever opens the file finds the field without searching."""
    small.replace("news/2026/khai-truong.vi.md", "unit: van-phong", "unit: phong-ma")
    (problem,) = told(small)
    assert (problem.path, problem.line, problem.field) == ("news/2026/khai-truong.vi.md", 6, "unit")
    assert problem.value == "phong-ma"


def test_an_inherited_fault_is_told_of_the_vietnamese_file_alone(small: SiteCopy) -> None:
    """The English file takes the faulty picture over, and has nothing to mend."""
    small.replace("news/2026/khai-truong.vi.md", "file: /images/toa-nha.jpg", "file: /images/x.jpg")
    problems = told(small)
    assert [(p.path, p.field) for p in problems] == [
        ("news/2026/khai-truong.vi.md", "images[1].file")
    ]
    assert problems[0].line is not None


def test_a_unit_may_be_named_in_three_ways(small: SiteCopy) -> None:
    """The name of its file, its id, or its path below the type's folder."""
    for written in ("unit/van-phong", "van-phong"):
        text = (small.content / "contact/le-thu.vi.md").read_text(encoding="utf-8")
        lines = [f"unit: {written}" if n.startswith("unit:") else n for n in text.split("\n")]
        small.write("contact/le-thu.vi.md", "\n".join(lines))
        assert told(small) == []


def test_the_same_number_in_another_year_is_another_document(small: SiteCopy) -> None:
    """R3: a number is unique for an issuer and year, and may return the year after."""
    source = (small.content / "legal_document/2026/12-kh-stn.vi.md").read_text(encoding="utf-8")
    later = source.replace("issued: 2026-01-15", "issued: 2025-01-15")
    small.write("legal_document/2025/12-kh-stn.vi.md", later)
    assert told(small) == []
    small.write("legal_document/2025/12-kh-stn.vi.md", source)
    assert [p.rule for p in told(small)] == ["R3"]


def test_a_wrong_agency_is_told_of_the_settings(small: SiteCopy) -> None:
    """The fault stands in ``pelicanconf.py`` and says so."""
    problems = [p for p in small.check(AGENCY="so-khac").problems if p.field == "AGENCY"]
    assert [p.path for p in problems] == ["pelicanconf.py"]
