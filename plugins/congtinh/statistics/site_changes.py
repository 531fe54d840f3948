"""Changes of the site itself, in technique and content, as its editors keep them (seed A0.13)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import NamedTuple

from congtinh.languages import Bilingual
from congtinh.model import SiteModel
from congtinh.statistics.counts import Days
from congtinh.statistics.row_values import day_of

KINDS: Mapping[str, Bilingual] = {
    "technique": Bilingual("Kỹ thuật", "Technique"),
    "layout": Bilingual("Giao diện", "Layout"),
    "content": Bilingual("Nội dung", "Content"),
}


class SiteChange(NamedTuple):
    """One change; ``kind`` is a code of ``KINDS`` or empty, ``unit`` the reference of who made it."""

    code: str
    day: dt.date
    label: Bilingual
    kind: str
    section: str
    unit: str


def site_changes(model: SiteModel, days: Days | None = None) -> tuple[SiteChange, ...]:
    """The changes made by the day of the model, of some days or of all, oldest first."""
    found = []
    for term in model.vocabularies["site_changes"]:
        day = day_of(term, "day")
        if day is None or day > model.today or (days and not days.start <= day <= days.last):
            continue
        told = (term.text(key) for key in ("kind", "section", "unit"))
        found.append(SiteChange(term.code, day, term.label, *told))
    return tuple(sorted(found, key=lambda one: (one.day, one.code)))
