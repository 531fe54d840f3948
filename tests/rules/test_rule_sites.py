"""Each rule has a site that breaks it and one that keeps it, and is told as ``docs/rules.md`` says."""

from __future__ import annotations

import shutil
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from congtinh.build.run import Build
from congtinh.errors import Problem
from congtinh.periods import parse_period
from congtinh.report.findings import Rule
from congtinh.report.lint_facts import lint_facts
from congtinh.report.linter import lint
from congtinh.rules import register
from congtinh.statistics.counting import counting_of
from congtinh.statistics.marks import BEHIND, MISSED
from congtinh.statistics.scorecards import Scorecards
from congtinh.statistics.site_counts import SiteCounts
from congtinh.vocabulary.registry import Vocabularies
from tests.sites.copies import PROJECT, SITES, SiteCopy

RULE_SITES = SITES / "rules"
VOCABULARIES = Vocabularies.load()[0]
BY_BUILD = [term.code.upper() for term in VOCABULARIES["rules"] if term.text("told") == "build"]
END_OF_YEAR = date(2026, 11, 22)


def sites(rule: str, verdict: str) -> list[Path]:
    """The sites of a rule: ``breaks``, ``breaks-by-mail`` and the like."""
    return sorted(path for path in (RULE_SITES / rule).glob(f"{verdict}*") if path.is_dir())


CASES = [(rule, site) for rule in BY_BUILD for v in ("breaks", "keeps") for site in sites(rule, v)]


def laid_out(site: Path, root: Path) -> SiteCopy:
    """The base with the files of a site laid over it."""
    shutil.copytree(RULE_SITES / "base", root)
    target = root if (site / "content").is_dir() or (site / "settings.toml").is_file() else root / "content"
    shutil.copytree(site, target, dirs_exist_ok=True)
    return SiteCopy(root)


def overrides(site: Path) -> dict[str, Any]:
    file = site / "settings.toml"
    return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}


def found(rule: str, problems: tuple[Problem, ...]) -> list[Problem]:
    return [problem for problem in problems if problem.rule == rule]


@pytest.mark.parametrize(("rule", "site"), CASES, ids=[f"{rule}-{site.name}" for rule, site in CASES])
def test_a_build_tells_what_breaks_a_rule_and_nothing_else_of_it(
    rule: str, site: Path, tmp_path: Path
) -> None:
    """A site that breaks a rule is told so by its code and at a level that the rule has; one that keeps it is not."""
    problems = found(rule, laid_out(site, tmp_path / "site").check(**overrides(site)).problems)

    assert bool(problems) is site.name.startswith("breaks"), problems
    levels = VOCABULARIES["rules"].find(rule).texts("level")  # type: ignore[union-attr]
    assert {str(problem.severity) for problem in problems} <= {*levels}


def test_every_rule_has_both_sites() -> None:
    """No rule is without a site that breaks it and one that keeps it."""
    lacking = [
        f"{term.code.upper()} {verdict}"
        for term in VOCABULARIES["rules"]
        for verdict in ("breaks", "keeps")
        if not sites(term.code.upper(), verdict)
    ]

    assert lacking == []


def scorecards(rule: str, verdict: str, root: Path) -> Scorecards:
    settings = laid_out(RULE_SITES / rule / verdict, root).settings()
    counts = SiteCounts(Build(settings).gather(), counting_of(settings))
    return Scorecards(counts, parse_period("N-2026").at(END_OF_YEAR), settings.agency)


@pytest.mark.parametrize(("verdict", "late"), [("breaks", 1), ("keeps", 0)])
def test_late_posting_is_told_on_the_dashboard(verdict: str, late: int, tmp_path: Path) -> None:
    """R7: a document posted after its term is late on the scorecard of deadlines."""
    assert len(scorecards("R7", verdict, tmp_path / "site").deadlines.late) == late


@pytest.mark.parametrize(("verdict", "behind"), [("breaks", True), ("keeps", False)])
def test_a_quota_behind_its_pace_is_told_on_the_dashboard(
    verdict: str, behind: bool, tmp_path: Path
) -> None:
    """R22: a target that will not be reached at the pace so far is behind."""
    marks = {quota.mark for quota in scorecards("R22", verdict, tmp_path / "site").quotas}

    assert bool(marks & {BEHIND, MISSED}) is behind


@pytest.mark.parametrize(("verdict", "told"), [("breaks", True), ("keeps", False)])
def test_names_of_other_agencies_are_told_by_the_report(verdict: str, told: bool) -> None:
    """R25: a report that speaks of the sector of others as its own is told so."""
    text = (RULE_SITES / "R25" / verdict / "report.md").read_text("utf-8")
    rules = {fault.rule for fault in lint(text, lint_facts(VOCABULARIES, ["Sở Khoa học và Công nghệ"]))}

    assert (Rule.OTHER_AGENCY in rules) is told


def test_rules_that_the_program_tells_are_in_the_vocabulary() -> None:
    """Every code of a rule in the source is one that ``docs/rules.md`` explains."""
    known = {term.code.upper() for term in VOCABULARIES["rules"]}
    told = register.sentences()

    assert {"R1", "R8", "R32"} <= told.keys()
    assert told.keys() <= known


def test_the_page_of_rules_follows_from_the_rules() -> None:
    """``docs/rules.md`` is what ``invoke schemas`` writes: each rule in both languages."""
    text = (PROJECT / register.ADDRESS).read_text("utf-8")

    assert text == register.document(VOCABULARIES)
    for term in VOCABULARIES["rules"]:
        assert text.count(f"## {term.code.upper()}. ") == 2
