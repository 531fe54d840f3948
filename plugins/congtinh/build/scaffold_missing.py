"""``invoke new --missing``: a starting pair of files for each section of the law that is empty."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import NamedTuple

from congtinh.build.scaffold import Beginning, new_pair, pair_paths
from congtinh.records.registry import RECORD_TYPES
from congtinh.statistics.missing import Missing
from congtinh.vocabulary.registry import Vocabularies

_ANYTHING = "news"
"""The type of a page for a section that no type serves by itself."""


class Begun(NamedTuple):
    """What was, or would be, written for one section; ``exists``: its files stand there already."""

    missing: Missing
    type: str
    paths: tuple[Path, ...]
    exists: bool


def begun(
    content: Path, one: Missing, today: dt.date, vocabularies: Vocabularies, write: bool
) -> Begun:
    """The pair for a section; nothing that exists is written over."""
    name, title = _type(one), one.row.section.label
    paths = tuple(pair_paths(content, name, title.vi, today))
    exists = any(path.exists() for path in paths)
    if write and not exists:
        paths = tuple(new_pair(content, name, title.vi, title.en, today, vocabularies, _beginning(one, name, vocabularies)))
    return Begun(one, name, paths, exists)


def _type(one: Missing) -> str:
    """The first type with pages of its own; news where none serves the section by itself."""
    return next((name for name in one.types if RECORD_TYPES[name].own_page), _ANYTHING)


def _beginning(one: Missing, name: str, vocabularies: Vocabularies) -> Beginning:
    """The section's own words as comments, and the fields that follow from it."""
    section, unit = one.row.section, one.row.limits.unit
    duty = " ".join(section.duty.split())
    values = {"section": f"[{_quoted(section.code)}]"} | ({"unit": unit} if unit else {})
    for fact in RECORD_TYPES[name].facts().values():
        if fact.vocabulary not in vocabularies:
            continue
        for term in vocabularies[fact.vocabulary]:
            if section.code in term.texts("section"):
                values.setdefault(fact.name, term.code)
    vi, en = one.law.label.vi, one.law.label.en
    notes = (f"Mục: {section.label.vi} ({section.clause}, {vi})", f"Luật yêu cầu: {duty}" if duty else "")
    notes_en = (f"Section: {section.label.en} ({section.clause}, {en})",)
    return Beginning(tuple(filter(None, notes)), notes_en, values)


def _quoted(code: str) -> str:
    return f'"{code}"'
