"""The annexes of a report by their numbers (law.md B.11); 14 is this project's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from congtinh.languages import LANGUAGES, Language
from congtinh.report import annexes_dialogue as dialogue
from congtinh.report import annexes_published as published
from congtinh.report import annexes_receptions as receptions
from congtinh.report import annexes_scored as scored
from congtinh.report import annexes_services as services
from congtinh.report import annexes_standing as standing
from congtinh.report.annex_data import kept_annex
from congtinh.report.annex_parts import Label
from congtinh.report.annexes_projects import projects
from congtinh.report.document import Table
from congtinh.statistics.scorecards import Scorecards

Annex = Callable[[Scorecards, Language], Table]


def _counted(measure: str, caption: Label) -> Annex:
    return partial(_things, measure=measure, caption=caption)


def _things(cards: Scorecards, language: Language, *, measure: str, caption: Label) -> Table:
    return published.counted_things(cards, measure, caption, language)


ANNEXES: Mapping[int, Annex] = {
    1: published.news,
    2: published.documents,
    3: standing.units,
    4: standing.law,
    5: standing.quotas,
    6: dialogue.questions,
    7: dialogue.consultations,
    8: services.procedures,
    9: receptions.receptions,
    10: projects,
    11: published.visits,
    12: scored.self_scores,
    13: published.authors,
    14: standing.tasks,
}


def annexes(cards: Scorecards) -> dict[str, list[dict[str, Any]]]:
    """Every annex in each language, as it is kept in the data of a report."""
    return {
        language: [kept_annex(number, made(cards, language)) for number, made in ANNEXES.items()]
        for language in LANGUAGES
    }
