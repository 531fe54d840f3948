"""Rows of the scorecards that editors write: limits of sections, reviews, lost points, scores, changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from congtinh.errors import N_
from congtinh.vocabulary.columns import (
    Column,
    day,
    flag,
    one_of,
    points,
    profile_list,
    row_faults,
    section,
    section_list,
    text,
    whole,
    year,
)
from congtinh.vocabulary.entries import Entries, KeyFault

CHANGE_KINDS = ("technique", "layout", "content")
"""What a change of the site concerns."""

_DAY, _YEAR = N_("Write the day, such as 2026-11-22"), N_("Write the year, such as 2025")
_POINTS = N_("Write the number of points")
_LABELS: Mapping[str, Column] = {"vi": text, "en": text}

_LIMITS: Mapping[str, Column] = {
    **_LABELS,
    "sections": section_list,
    "profiles": profile_list,
    **dict.fromkeys(("thin", "stale_days", "late_percent", "review_months"), whole),
    **dict.fromkeys(("unit", "not_ours", "not_ours_en"), text),
    **dict.fromkeys(("english", "when_needed"), flag),
    "filled_by": one_of(("english",), N_("Write english")),
}
_REVIEW: Mapping[str, Column] = {
    **_LABELS,
    "section": section,
    "day": day,
    **dict.fromkeys(("by", "unit", "note", "note_en"), text),
}
_LOST: Mapping[str, Column] = {
    **_LABELS,
    "year": year,
    **dict.fromkeys(("maximum", "awarded"), points),
    **dict.fromkeys(("criterion", "gap", "gap_en", "remedy", "remedy_en"), text),
    **dict.fromkeys(("unit", "evidence"), text),
    **dict.fromkeys(("due", "done"), day),
}
_SCORE: Mapping[str, Column] = {
    **_LABELS,
    "year": year,
    **dict.fromkeys(("maximum", "own", "official"), points),
    **dict.fromkeys(("rank", "of"), whole),
    "document": text,
}
_CHANGE: Mapping[str, Column] = {
    **_LABELS,
    "day": day,
    "kind": one_of(CHANGE_KINDS, N_("Write one of: technique, layout, content")),
    "section": section,
    "unit": text,
}


def limit_faults(keys: Mapping[str, object], every: Mapping[str, Entries]) -> Iterator[KeyFault]:
    """What is wrong with one entry of ``coverage``."""
    names = N_(
        "Write one of: vi, en, sections, profiles, thin, stale_days, late_percent, review_months, "
        "unit, not_ours, not_ours_en, english, when_needed, filled_by"
    )
    yield from row_faults(keys, every, _LIMITS, {}, names)


def review_faults(keys: Mapping[str, object], every: Mapping[str, Entries]) -> Iterator[KeyFault]:
    """What is wrong with one entry of ``reviews``."""
    mandatory = {
        "section": N_("Write the code of the section, such as 43:10.1.b"),
        "day": _DAY,
        "by": N_("Write who signed the review off"),
    }
    names = N_("Write one of: vi, en, section, day, by, unit, note, note_en")
    yield from row_faults(keys, every, _REVIEW, mandatory, names)


def lost_point_faults(
    keys: Mapping[str, object], every: Mapping[str, Entries]
) -> Iterator[KeyFault]:
    """What is wrong with one entry of ``lost_points``."""
    mandatory = {"year": _YEAR, "maximum": _POINTS, "awarded": _POINTS}
    names = N_(
        "Write one of: vi, en, criterion, year, maximum, awarded, gap, gap_en, remedy, remedy_en, "
        "unit, due, done, evidence"
    )
    yield from row_faults(keys, every, _LOST, mandatory, names)
    yield from _above(keys, "awarded", "maximum")


def score_faults(keys: Mapping[str, object], every: Mapping[str, Entries]) -> Iterator[KeyFault]:
    """What is wrong with one entry of ``scores``."""
    names = N_("Write one of: vi, en, year, maximum, own, official, rank, of, document")
    yield from row_faults(keys, every, _SCORE, {"year": _YEAR, "maximum": _POINTS}, names)
    for name, most in (("own", "maximum"), ("official", "maximum"), ("rank", "of")):
        yield from _above(keys, name, most)


def change_faults(keys: Mapping[str, object], every: Mapping[str, Entries]) -> Iterator[KeyFault]:
    """What is wrong with one entry of ``site_changes``."""
    names = N_("Write one of: vi, en, day, kind, section, unit")
    yield from row_faults(keys, every, _CHANGE, {"day": _DAY}, names)


def _above(keys: Mapping[str, object], name: str, most: str) -> Iterator[KeyFault]:
    value, limit = keys.get(name), keys.get(most)
    if isinstance(value, int | float) and isinstance(limit, int | float) and value > limit >= 0:
        yield name, str(value), N_("is more than there can be"), N_("Check both numbers")
