"""Sections of a law that are demanded and empty, with the content types that would serve them (A3.17)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from congtinh.records.registry import RECORD_TYPES
from congtinh.statistics.coverage import EMPTY, Coverage, Row
from congtinh.vocabulary.law import LawProfile, filed_under
from congtinh.vocabulary.registry import Vocabularies


class Missing(NamedTuple):
    """A section without content; ``types`` serve it by themselves, ``categories`` are those of news that do."""

    law: LawProfile
    row: Row
    types: tuple[str, ...]
    categories: tuple[str, ...]


def serving_types(vocabularies: Vocabularies, profile: str) -> Mapping[str, tuple[str, ...]]:
    """Code of a section of a profile to the content types whose items stand there unless they say otherwise."""
    filed = filed_under(vocabularies, profile)
    found: dict[str, dict[str, None]] = {}
    for name, record_type in RECORD_TYPES.items():
        for code in record_type.default_section:
            if code in filed:
                found.setdefault(filed[code], {})[name] = None
    return {code: tuple(names) for code, names in found.items()}


def missing(grid: Coverage, vocabularies: Vocabularies) -> tuple[Missing, ...]:
    """What a law demands in Vietnamese and nothing is there of, in the order of the law."""
    types = serving_types(vocabularies, grid.profile.code)
    filed = filed_under(vocabularies, grid.profile.code)
    categories: dict[str, list[str]] = {}
    for term in vocabularies["categories"]:
        for code in term.texts("section"):
            categories.setdefault(filed.get(code, ""), []).append(term.code)
    return tuple(
        Missing(grid.profile, row, types.get(row.section.code, ()), tuple(categories.get(row.section.code, ())))
        for row in grid.rows
        if row.vi.required and row.vi.state == EMPTY
    )
