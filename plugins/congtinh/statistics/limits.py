"""When a section is thin, stale or late, who answers for it, and what is not the department's to publish."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from congtinh.languages import Bilingual
from congtinh.vocabulary.law import Section
from congtinh.vocabulary.registry import Vocabularies
from congtinh.vocabulary.terms import Term


@dataclass(frozen=True, slots=True)
class Limits:
    """What the vocabulary ``coverage`` says of one section; nought sets no limit.

    ``thin`` is the least number of items that is not thin.  ``late_percent`` is the share of items
    posted after their deadline that is still borne.  ``unit`` is the reference of the unit that
    answers for the section; ``not_ours`` the reason why the department publishes nothing there.
    """

    thin: int = 1
    stale_days: int = 0
    late_percent: int = 0
    review_months: int = 0
    unit: str = ""
    not_ours: Bilingual | None = None
    english: bool = False
    when_needed: bool = False
    filled_by: str = ""


class SectionLimits:
    """The limits of every section: entries on sections outweigh those on profiles, these the rest."""

    def __init__(self, vocabularies: Vocabularies) -> None:
        self._vocabularies = vocabularies
        self._made: dict[str, Limits] = {}

    @cached_property
    def _keys(self) -> tuple[dict[str, object], Mapping[str, dict[str, object]], Mapping[str, dict[str, object]]]:
        """What is said of all, of each profile and of each section."""
        every: dict[str, object] = {}
        profiles: dict[str, dict[str, object]] = {}
        sections: dict[str, dict[str, object]] = {}
        for term in self._vocabularies["coverage"]:
            named, of_profiles = term.texts("sections"), term.texts("profiles")
            if not named and not of_profiles:
                every |= term.extra
            for code in of_profiles:
                profiles.setdefault(code, {}).update(term.extra)
            for written in named:
                if found := self._vocabularies["sections"].find(written):
                    sections.setdefault(found.code, {}).update(term.extra)
        return every, profiles, sections

    def of(self, section: Section) -> Limits:
        if section.code not in self._made:
            every, profiles, sections = self._keys
            keys = every | profiles.get(section.profile, {}) | sections.get(section.code, {})
            term = self._vocabularies["sections"].get(section.code)
            self._made[section.code] = _limits(keys, bool(term and term.flag("english_minimum")))
        return self._made[section.code]


def _limits(keys: Mapping[str, object], english_by_law: bool) -> Limits:
    term = Term("", Bilingual("", ""), 0, keys)
    reason = term.text("not_ours")
    return Limits(
        **{name: _number(keys, name) for name in ("thin", "stale_days", "late_percent", "review_months")},
        unit=term.text("unit"),
        not_ours=Bilingual(reason, term.text("not_ours_en") or reason) if reason else None,
        english=english_by_law or term.flag("english"),
        when_needed=term.flag("when_needed"),
        filled_by=term.text("filled_by"),
    )


def _number(keys: Mapping[str, object], name: str) -> int:
    value = keys.get(name)
    return value if isinstance(value, int) else 0
