"""One report made: its data gathered or taken as it was kept, its document composed, its files written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from congtinh.errors import Problem
from congtinh.languages import Language
from congtinh.later import Later
from congtinh.periods import Period, PeriodFault
from congtinh.report.annex_data import annex_of
from congtinh.report.annexes import annexes
from congtinh.report.checks import report_faults
from congtinh.report.composing import Composed, composed
from congtinh.report.document import ReportDocument
from congtinh.report.frozen import FILE, sealed, text_of
from congtinh.report.lint_facts import lint_facts
from congtinh.report.linter import lint
from congtinh.report.profiles import NARRATIVE, Profile
from congtinh.report.report_data import Told, period_told, report_data
from congtinh.report.report_facts import read_facts
from congtinh.report.standing import standing
from congtinh.settings import Settings
from congtinh.statistics.scorecards import Scorecards
from congtinh.vocabulary.registry import Vocabularies

_docx = Later("congtinh.report.docx")
_html = Later("congtinh.report.html")
_markdown = Later("congtinh.report.markdown")
_xlsx = Later("congtinh.report.xlsx")
NAME = "report"


@dataclass(frozen=True)
class Made:
    """A report: its data, its document, the faults of its text."""

    data: Mapping[str, Any]
    composed: Composed
    findings: tuple[Problem, ...]


def data_of(cards: Scorecards, settings: Settings, commit: str) -> dict[str, Any]:
    """The whole data of a report, sealed."""
    data = report_data(cards.counts, cards.period, settings, commit)
    data["period"]["next"] = period_told(following(cards.period))
    return sealed({**data, **standing(cards), "annexes": annexes(cards)})


def following(period: Period) -> Period:
    """The period that a report plans for: the next of the same kind, as long in free days."""
    if period.kind in ("free", "9m"):
        return Period.of("year", 1, period.end.year + 1)
    try:
        return Period.of(period.kind, period.number + 1, period.year, period.rule)
    except PeriodFault:
        return Period.of(period.kind, 1, period.year + 1, period.rule)


def made(
    data: Mapping[str, Any], profile: Profile, folder: Path, reports: Path, vocabularies: Vocabularies
) -> Made:
    """The document of the data, in the words of the profile and the department."""
    facts = read_facts(reports, folder)
    found = composed(profile, data, facts, (folder, reports / NARRATIVE))
    faults = report_faults(data, reports, f"{folder.name}/{FILE}")
    return Made(data, found, (*faults, *_linted(found, data, vocabularies, profile.language)))


def _linted(
    found: Composed, data: Mapping[str, Any], vocabularies: Vocabularies, language: Language
) -> list[Problem]:
    told = Told(data)
    before = {
        told.label(key, language).lower(): value
        for key, formula in told.formulas.items()
        if formula["cumulative"] and isinstance(value := told.value(key, "", "previous"), int)
    }
    levels = {
        formula["level"]: value
        for key, formula in told.formulas.items()
        if formula["level"] and isinstance(value := told.value(key), int)
    }
    known = lint_facts(
        vocabularies,
        [data["agency"]["name"]["vi"]],
        language=language,
        last_totals=before,
        service_levels=levels,
    )
    return [
        replace(finding.problem(piece.path), line=finding.line + piece.line - 1)
        for piece in found.pieces
        for finding in lint(piece.text, known)
    ]


def files(report: Made) -> dict[str, bytes]:
    """The five files of a report by name; the workbook has every annex, the document those of its profile."""
    document = report.composed.document
    every = tuple(annex_of(report.data, one["number"], document.language)
                  for one in report.data["annexes"][document.language])  # fmt: skip
    return {
        f"{NAME}.docx": _docx.docx(document),
        f"{NAME}.html": _html.html(document).encode(),
        f"{NAME}.md": _markdown.markdown(document).encode(),
        f"{NAME}.xlsx": _xlsx.xlsx(replace(document, annexes=every)),
        f"{NAME}.json": text_of(report.data).encode(),
    }



def docx_of(document: ReportDocument) -> bytes:
    """One document alone, such as a letter."""
    made: bytes = _docx.docx(document)
    return made
