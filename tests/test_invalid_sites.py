"""Sites with a fault each: every fault is told where it stands, no other is, and nothing is lost."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from congtinh.errors import ContentError, Problem, sorted_problems
from congtinh.messages import editors_words
from tests.sites.copies import SITES, SiteCopy, tree

INVALID = SITES / "invalid"
NAMES = sorted(path.name for path in INVALID.iterdir() if path.is_dir())
AGENCY_OF_NONE = {"AGENCY": "", "MARK": ""}


def huge_file(content: Path) -> None:
    """An attachment of 50 MB that takes no room on the disk."""
    (content / "files").mkdir()
    with (content / "files" / "lon.pdf").open("wb") as file:
        file.truncate(50_000_000)


def symlink_out(content: Path) -> None:
    """A file and a folder that lie elsewhere."""
    outside = content.parent / "outside"
    outside.mkdir()
    (outside / "tin.vi.md").write_text("---\ntitle: Bí mật\n---\n", encoding="utf-8")
    try:
        (content / "news" / "2026" / "ngoai.vi.md").symlink_to(outside / "tin.vi.md")
        (content / "notice").symlink_to(outside, target_is_directory=True)
        (content / "news" / "2026" / "mat.vi.md").symlink_to(content / "news" / "khong-co.md")
    except (OSError, NotImplementedError) as fault:
        pytest.skip(f"no symlinks here: {fault}")


PREPARED: dict[str, Callable[[Path], None]] = {"huge_file": huge_file, "symlink_out": symlink_out}
"""What git cannot or should not hold is made when the test runs."""


def laid_over(built: SiteCopy, name: str, root: Path) -> SiteCopy:
    """The last good site of ``built``, whose content is now that of the faulty site ``name``."""
    shutil.copytree(built.root, root)
    shutil.rmtree(root / "content")
    shutil.copytree(INVALID / name / "content", root / "content")
    if name in PREPARED:
        PREPARED[name](root / "content")
    return SiteCopy(root)


def expected(name: str) -> list[dict[str, Any]]:
    with (INVALID / name / "expected.toml").open("rb") as file:
        faults: list[dict[str, Any]] = tomllib.load(file).get("fault", [])
    return faults


def told(problem: Problem) -> dict[str, Any]:
    """The problem in the form of ``expected.toml``, where what is empty is left out."""
    facts = {
        "path": problem.path,
        "line": problem.line,
        "field": problem.field,
        "value": problem.value,
        "message": problem.message,
        "severity": str(problem.severity),
        "rule": problem.rule,
    }
    return {name: value for name, value in facts.items() if value not in (None, "")}


def order(fault: dict[str, Any]) -> tuple[object, ...]:
    return tuple(str(fault.get(key, "")) for key in ("path", "line", "field", "message", "value"))


@pytest.mark.parametrize("name", NAMES)
def test_faults_are_told_and_the_last_good_site_stays(
    name: str, built: SiteCopy, tmp_path: Path
) -> None:
    """All faults of a site and no other are told; with an error among them nothing is committed."""
    site = laid_over(built, name, tmp_path / "site")
    before = tree(site.output)
    wanted = expected(name)
    if any(fault["severity"] == "error" for fault in wanted):
        with pytest.raises(ContentError) as raised:
            site.build(**AGENCY_OF_NONE)
        problems = raised.value.problems
        assert tree(site.output) == before
        assert not (site.root / ".output-staging").exists()
    else:
        report = site.build(**AGENCY_OF_NONE)
        assert report.committed
        problems = sorted_problems(report.problems)
    assert sorted(map(told, problems), key=order) == sorted(wanted, key=order)


def test_every_fault_has_a_place_and_a_remedy(built: SiteCopy, tmp_path: Path) -> None:
    """In both languages a fault names its file, quotes the value and says what to write instead."""
    words = [editors_words(language).gettext for language in ("vi", "en")]
    for name in NAMES:
        if name == "symlink_out":
            continue
        site = laid_over(built, name, tmp_path / name)
        for problem in site.check(**AGENCY_OF_NONE).problems:
            assert problem.path
            assert problem.remedy, problem
            for say in words:
                assert_clear(problem.told(say), problem)


def assert_clear(sentence: str, problem: Problem) -> None:
    """The wording rule: field, value in quotes, no empty place, an end."""
    assert "{" not in sentence.replace(problem.value or "{", ""), sentence
    assert sentence.endswith((".", "?", "!", "…")) and not sentence.endswith("?."), sentence
    assert not problem.field or sentence.startswith(f"{problem.field}: "), sentence
    assert not problem.value or "“" in sentence, sentence


def test_each_site_says_what_it_expects() -> None:
    """A faulty site without its list of faults would pass for a good one."""
    for name in NAMES:
        assert (INVALID / name / "expected.toml").is_file(), name
    assert {"broken_yaml", "utf16", "symlink_out", "huge_file", "only_in_english"} <= set(NAMES)


def test_all_faults_of_all_files_are_told_at_once(built: SiteCopy, tmp_path: Path) -> None:
    """One run tells the faults of every file, not those of the first."""
    site = laid_over(built, "not_a_date", tmp_path / "site")
    other = INVALID / "unknown_code" / "content" / "news" / "2026" / "tin.vi.md"
    shutil.copyfile(other, site.content / "news" / "2026" / "khac.vi.md")
    shutil.copyfile(
        INVALID / "utf16" / "content" / "news" / "2026" / "tin.vi.md",
        site.content / "news" / "2026" / "utf.vi.md",
    )
    with pytest.raises(ContentError) as raised:
        site.build(**AGENCY_OF_NONE)
    assert {problem.path for problem in raised.value.problems} == {
        "news/2026/khac.vi.md",
        "news/2026/tin.vi.md",
        "news/2026/utf.vi.md",
    }
