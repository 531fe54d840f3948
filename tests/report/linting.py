"""What tests of the linter share: the facts of two agencies, and short ways to ask."""

from __future__ import annotations

from congtinh.report.findings import Finding, Rule
from congtinh.report.lint_facts import LintFacts, lint_facts
from congtinh.report.linter import lint
from congtinh.vocabulary.registry import Vocabularies

VOCABULARIES = Vocabularies.load()[0]
FACTS = lint_facts(VOCABULARIES, ["Sở Khoa học và Công nghệ tỉnh Minh Châu", "Sở Khoa học và Công nghệ"])
FOREIGN_AFFAIRS = lint_facts(VOCABULARIES, ["Sở Ngoại vụ"])


def told(text: str, facts: LintFacts = FACTS) -> list[tuple[str, str]]:
    """The rule and the words of each finding."""
    return [(f.rule.value, f.words) for f in lint(text, facts)]


def rules(text: str, facts: LintFacts = FACTS) -> set[str]:
    return {rule for rule, _ in told(text, facts)}


def of_rule(rule: Rule, text: str, facts: LintFacts = FACTS) -> list[Finding]:
    return [f for f in lint(text, facts) if f.rule is rule]
