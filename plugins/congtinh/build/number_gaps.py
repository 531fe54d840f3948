"""Gaps in the agency's own sequences of numbers, for the build report, and reasons that explain nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from congtinh.errors import N_, Problem, Severity
from congtinh.messages import editors_words
from congtinh.model import Item, SiteModel
from congtinh.numbering_gaps import NOT_POSTED, Gap, gaps, idle_lines, own_issuers
from congtinh.records.legal_document import LegalDocument
from congtinh.records.unit import Unit

_REASONS = "number_gaps"
_NOT_POSTED = N_("in the content, and not shown to visitors yet")


def gap_table(model: SiteModel, agency: str, language: str) -> list[dict[str, Any]]:
    """The sequences with gaps: ``series``, ``year``, ``highest``, ``posted``, and ``missing``.

    ``missing`` has ``numbers``, ``total``, and ``reason`` with its ``label`` in ``language``, both
    empty where nobody has said why.  ``agency`` is the reference of the site's unit.
    """
    reasons = model.vocabularies[_REASONS]
    found = gaps(_documents(model.items), _documents(model.hidden), _own(model, agency), reasons)
    return [
        {
            "series": series.label,
            "year": series.year,
            "highest": series.highest,
            "posted": series.posted,
            "missing": [_missing(model, gap, language) for gap in series.gaps],
        }
        for series in found
    ]


def gap_problems(model: SiteModel, agency: str) -> Iterator[Problem]:
    """A warning for each line of ``number_gaps.toml`` that explains no gap, or not only gaps."""
    posted, own = _documents(model.items), _own(model, agency)
    for line in idle_lines(posted, own, model.vocabularies[_REASONS]):
        yield Problem(
            f"vocabulary/{_REASONS}.toml",
            N_("names no sequence of the agency, or a number that stands on the site"),
            N_(
                "Write the sequence as the build report names it, and take out numbers that are posted"
            ),
            line.reason,
            line.line,
            severity=Severity.WARNING,
            rule="D28",
        )


def _missing(model: SiteModel, gap: Gap, language: str) -> dict[str, Any]:
    label = model.vocabularies[_REASONS].label(gap.reason, language)
    if gap.reason == NOT_POSTED:
        label = editors_words(language).gettext(_NOT_POSTED)
    return {"numbers": gap.numbers, "total": gap.total, "reason": gap.reason, "label": label}


def _own(model: SiteModel, agency: str) -> frozenset[str]:
    item = model.find("unit", agency, "vi")
    unit = item.record if item else None
    return (
        own_issuers(unit, model.vocabularies["issuers"]) if isinstance(unit, Unit) else frozenset()
    )


def _documents(items: Iterable[Item]) -> list[LegalDocument]:
    return [item.record for item in items if isinstance(item.record, LegalDocument)]
