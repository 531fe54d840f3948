"""The linter of the text of a report (ideas.md, D3): slips that reports of departments go out with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from congtinh.report.findings import Fault, Finding, Rule
from congtinh.report.lint_blanks import blanks, dates_without_year
from congtinh.report.lint_facts import LintFacts
from congtinh.report.lint_figures import figures_told, two_values
from congtinh.report.lint_levels import levels_without_count
from congtinh.report.lint_names import other_agencies
from congtinh.report.lint_prose import Prose, prose_of
from congtinh.report.lint_shares import more_than_all, percentages
from congtinh.report.lint_slips import slips
from congtinh.report.lint_spacing import doubled_words, spacing
from congtinh.report.lint_sums import parts_and_totals
from congtinh.report.lint_syllables import syllables
from congtinh.report.lint_tones import two_spellings

Check = Callable[[Prose, LintFacts], Iterable[Fault]]

_OF_BOTH: tuple[Check, ...] = (figures_told, percentages, more_than_all, doubled_words, spacing)
_OF_VIETNAMESE: tuple[Check, ...] = (
    slips, other_agencies, levels_without_count, dates_without_year, blanks, two_values,
    parts_and_totals, syllables, two_spellings,
)  # fmt: skip


def lint(text: str, facts: LintFacts) -> list[Finding]:
    """The faults of a text, plain or Markdown, by place, each once.

    Where two rules find fault with the same word, the one that says what to write wins.
    """
    prose = prose_of(text)
    checks = _OF_VIETNAMESE + _OF_BOTH if facts.language == "vi" else _OF_BOTH
    faults = [fault for check in checks for fault in check(prose, facts)]
    found = [_finding(prose, fault) for fault in _without_doubles(faults)]
    kept = {
        (f.line, f.column, f.rule, f.message, str(f.params)): f
        for f in found
        if f.words not in facts.accepted
    }
    return [kept[key] for key in sorted(kept)]


_OF_WORDS = {
    Rule.TYPING_SLIP,
    Rule.NO_SYLLABLE,
    Rule.UNKNOWN_WORD,
    Rule.DOUBLED_WORD,
    Rule.TWO_SPELLINGS,
}


def _without_doubles(faults: list[Fault]) -> Iterator[Fault]:
    """The faults but those of words that an earlier rule found fault with already."""
    told: set[int] = set()
    for fault in faults:
        if fault.rule not in _OF_WORDS:
            yield fault
        elif fault.start not in told:
            told.update(range(fault.start, fault.end))
            yield fault


def _finding(prose: Prose, fault: Fault) -> Finding:
    line, column = prose.place(fault.start)
    words = " ".join(prose.text[fault.start : fault.end].split())
    return Finding(
        line, column, words, fault.rule, fault.message, fault.remedy, fault.params, fault.severity
    )
