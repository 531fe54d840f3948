"""How complete each section of the law is: for ``build-report.json``, and as a few warnings (R21)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from congtinh.errors import N_, Problem, Severity
from congtinh.languages import Bilingual
from congtinh.model import SiteModel
from congtinh.statistics.counting import Counting
from congtinh.statistics.coverage import EMPTY, STALE, THIN, Coverage, Row
from congtinh.statistics.missing import missing
from congtinh.statistics.scorecards import Scorecards
from congtinh.statistics.site_counts import SiteCounts
from congtinh.vocabulary.registry import Vocabularies

Grids = tuple[Coverage, ...]

_NAMED = 5
"""Sections that a warning names; it counts all."""
_TOLD = {
    EMPTY: N_("{law}: sections without content: {count} ({sections})"),
    STALE: N_("{law}: sections not updated in time: {count} ({sections})"),
    THIN: N_("{law}: sections with little content: {count} ({sections})"),
}
_REMEDIES = {
    EMPTY: N_("“invoke new --missing” lists them all and begins what is missing"),
    STALE: N_("“invoke dashboard” shows since when, and which unit answers for each"),
    THIN: N_("“invoke dashboard” shows how many items are wanted"),
}


def scorecards_of(model: SiteModel, agency: str) -> Scorecards:
    """The scorecards of the year up to the day of the model."""
    counts = SiteCounts(model, Counting())
    return Scorecards(counts, counts.year_to_date, agency)


def coverage_grids(model: SiteModel, agency: str) -> Grids:
    """The grids of the laws that hold on the day, each once."""
    cards = scorecards_of(model, agency)
    laws = dict.fromkeys((cards.website_law.code, cards.access_law.code))
    return tuple(cards.coverage(code) for code in laws)


def coverage_told(grids: Grids, vocabularies: Vocabularies, language: str) -> dict[str, Any]:
    """The sections by law: the state of each in both languages, and what would serve an empty one."""
    found = {}
    for grid in grids:
        empty = {one.row.section.code: list(one.types) for one in missing(grid, vocabularies)}
        found[grid.profile.code] = [_row(row, empty, language) for row in grid.rows]
    return found


def _row(row: Row, empty: dict[str, list[str]], language: str) -> dict[str, Any]:
    reason = row.limits.not_ours
    code = row.section.code
    served = {"types": empty[code]} if code in empty else {}
    return served | {
        "section": code,
        "label": row.section.label.of(language),
        "vi": row.vi.state,
        "en": row.en.state,
        "items": {"vi": row.vi.count, "en": row.en.count},
        "last_update": row.vi.last_update.isoformat() if row.vi.last_update else "",
        "unit": row.limits.unit,
        "not_ours": reason.of(language) if reason else "",
    }


def coverage_problems(grids: Grids) -> Iterator[Problem]:
    """R21: one warning for each law and each way in which its sections fall short."""
    for grid in grids:
        gaps = grid.gaps("vi")
        for state, message in _TOLD.items():
            rows = [row for row in gaps if row.vi.state == state]
            if rows:
                params = {"count": len(rows), "law": grid.profile.label, "sections": _names(rows)}
                yield Problem(
                    "vocabulary/coverage.toml",
                    message,
                    _REMEDIES[state],
                    severity=Severity.WARNING,
                    rule="R21",
                    params=params,
                )


def _names(rows: Iterable[Row]) -> Bilingual:
    labels = [row.section.label for row in rows]
    more = ", …" if len(labels) > _NAMED else ""
    vi, en = (", ".join(label.of(code) for label in labels[:_NAMED]) + more for code in ("vi", "en"))
    return Bilingual(vi, en)
