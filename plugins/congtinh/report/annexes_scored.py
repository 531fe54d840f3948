"""The annex of the self-scoring sheet, with the points that are easiest to get (law.md B.11, 12)."""

from __future__ import annotations

from fractions import Fraction

from congtinh.languages import Language
from congtinh.report.annex_parts import Rows, column, link, table
from congtinh.report.document import Cell, Table, Value
from congtinh.statistics.score_facts import SiteFacts
from congtinh.statistics.scorecards import Scorecards
from congtinh.statistics.self_score import COLUMNS, Scored, Sheet, self_score


def sheets(cards: Scorecards) -> tuple[Sheet, ...]:
    """The sheet of every set of criteria that the department works with."""
    on_time = cards.deadlines.whole.percent
    facts = SiteFacts(cards.filing, cards.period, cards.coverage, cards.parity, {"on_time": on_time}.get)
    return tuple(self_score(facts, term.code) for term in cards.model.vocabularies["criteria_sets"])


def self_scores(cards: Scorecards, language: Language) -> Table:
    """Annex 12: the seven columns of the sheet."""
    label = [(one.vi, one.en) for one in COLUMNS[1:]]
    widths = (4, 0.8, 0.8, 0.8, 3, 2)
    heads = [column(one, language, width=width) for one, width in zip(label, widths, strict=True)]
    rows: Rows = [_row(scored, language) for sheet in sheets(cards) for scored in sheet.rows]
    return table(("Tự chấm điểm", "Self-scoring"), language, heads, rows)


def _row(scored: Scored, language: Language) -> list[Value | Cell]:
    evidence = scored.evidence[0] if scored.evidence else None
    shown = link(evidence.label.of(language), evidence.address) if evidence else Cell()
    return [
        scored.label.of(language),
        _points(scored.maximum, language),
        _points(scored.computed, language),
        _points(scored.given, language),
        shown,
        scored.note.of(language),
    ]


def _points(value: Fraction | None, language: Language) -> str:
    if value is None:
        return ""
    told = f"{float(value):g}"
    return told if language == "en" else told.replace(".", ",")
