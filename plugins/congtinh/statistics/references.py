"""Units and items that the rows of the scorecards name, and that are not on the site."""

from __future__ import annotations

from collections.abc import Iterator

from congtinh.errors import N_, Problem, Severity
from congtinh.model import SiteModel
from congtinh.statistics.filing import shown
from congtinh.vocabulary.terms import Term

_WITH_UNITS = ("coverage", "reviews", "lost_points", "site_changes")
_UNIT_REMEDY = N_("Write the id of a unit, which is the name of its file without .vi.md")
_ITEM_REMEDY = N_("Write the id of an item, which is the name of its file without .vi.md")


def reference_faults(model: SiteModel) -> Iterator[Problem]:
    """A warning for each unit of these vocabularies, and each evidence, that the content does not have."""
    for name in _WITH_UNITS:
        for term in model.vocabularies[name]:
            unit = term.text("unit")
            if unit and model.find("unit", unit, "vi") is None:
                yield _fault(name, term, "unit", unit, N_("is not a unit of the content"), _UNIT_REMEDY)
    hidden = {name for item in model.hidden for name in (item.id, item.id.rpartition("/")[2])}
    for term in model.vocabularies["lost_points"]:
        evidence = term.text("evidence")
        if evidence and evidence not in hidden and shown(model, evidence) is None:
            told = N_("is not an item of the content")
            yield _fault("lost_points", term, "evidence", evidence, told, _ITEM_REMEDY)
    sections = model.vocabularies["sections"]
    for term in model.vocabularies["criteria"]:
        for named in term.texts("evidence"):
            is_known = named.startswith(("https://", "http://")) or named in sections or named in hidden
            if not is_known and shown(model, named) is None:
                told = N_("is neither a section, an item nor an address")
                remedy = N_("Write 43:10.1.b, the id of an item, or an address with https://")
                yield _fault("criteria", term, "evidence", named, told, remedy)


def _fault(name: str, term: Term, key: str, value: str, message: str, remedy: str) -> Problem:
    path, place = f"vocabulary/{name}.toml", f"{term.code}.{key}"
    return Problem(path, message, remedy, place, value, severity=Severity.WARNING)
