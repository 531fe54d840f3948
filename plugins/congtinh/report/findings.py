"""What the linter finds in the text of a report: where, which words, what is wrong and what to write."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from congtinh.errors import Problem, Severity


class Rule(StrEnum):
    """The rules of the linter; the code stands in the report of faults."""

    OTHER_AGENCY = "other-agency"
    FALLING_TOTAL = "falling-total"
    FIGURE_DIFFERS = "figure-differs"
    LEVEL_WITHOUT_COUNT = "level-without-count"
    DATE_WITHOUT_YEAR = "date-without-year"
    TYPING_SLIP = "typing-slip"
    NO_SYLLABLE = "no-syllable"
    UNKNOWN_WORD = "unknown-word"
    DOUBLED_WORD = "doubled-word"
    TWO_SPELLINGS = "two-spellings"
    SPACING = "spacing"
    SMALL_LETTER = "small-letter"
    TWO_VALUES = "two-values"
    PARTS_AND_TOTAL = "parts-and-total"
    PERCENTAGES = "percentages"
    MORE_THAN_ALL = "more-than-all"
    BLANK_NUMBER = "blank-number"
    BLANK_DATE = "blank-date"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of a text; ``line`` and ``column`` count from 1, ``words`` are as written.

    ``message`` and ``remedy`` are English message ids whose ``{name}`` places ``params`` fills.
    """

    line: int
    column: int
    words: str
    rule: Rule
    message: str
    remedy: str
    params: Mapping[str, object] = dataclasses.field(default_factory=dict)
    severity: Severity = Severity.WARNING

    def problem(self, path: str) -> Problem:
        """The finding as a fault of the file ``path``."""
        return Problem(
            path=path,
            message=self.message,
            remedy=self.remedy,
            value=self.words,
            line=self.line,
            severity=self.severity,
            rule=self.rule.value,
            params=self.params,
        )


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault before its place is counted: ``start`` and ``end`` in the words of a ``Prose``."""

    start: int
    end: int
    rule: Rule
    message: str
    remedy: str
    params: Mapping[str, object] = dataclasses.field(default_factory=dict)
    severity: Severity = Severity.WARNING
