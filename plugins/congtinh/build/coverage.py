"""How complete each section of the law is, for ``build-report.json``: what editors have still to publish."""

from __future__ import annotations

from typing import Any

from congtinh.model import SiteModel
from congtinh.statistics.counting import Counting
from congtinh.statistics.coverage import Row
from congtinh.statistics.scorecards import Scorecards
from congtinh.statistics.site_counts import SiteCounts


def coverage_told(model: SiteModel, agency: str, language: str) -> dict[str, Any]:
    """The sections of the laws that hold on the day, by law: the state of each in both languages."""
    counts = SiteCounts(model, Counting())
    cards = Scorecards(counts, counts.year_to_date, agency)
    laws = dict.fromkeys((cards.website_law.code, cards.access_law.code))
    return {code: [_row(row, language) for row in cards.coverage(code).rows] for code in laws}


def _row(row: Row, language: str) -> dict[str, Any]:
    reason = row.limits.not_ours
    return {
        "section": row.section.code,
        "label": row.section.label.of(language),
        "vi": row.vi.state,
        "en": row.en.state,
        "items": {"vi": row.vi.count, "en": row.en.count},
        "last_update": row.vi.last_update.isoformat() if row.vi.last_update else "",
        "unit": row.limits.unit,
        "not_ours": reason.of(language) if reason else "",
    }
