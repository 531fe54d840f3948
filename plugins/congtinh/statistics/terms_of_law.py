"""How many working days the law gives for posting: of the day on which its term begins."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from congtinh.vocabulary.law import LawProfile, Section, filed_under, profiles, sections
from congtinh.vocabulary.registry import Vocabularies

GOVERNED = "deadline_days_governed"
"""Key of a section: the term for the documents of other bodies that the agency is governed by."""


class TimeLimit(NamedTuple):
    """``days`` working days by the law ``profile``, at the place ``section`` of it or at none in particular.

    ``in_force`` is false where no law of that day gives a term, and one that held before is taken
    as a yardstick.
    """

    days: int
    profile: str
    section: str
    in_force: bool


class TermsOfLaw:
    """The terms that the law profiles of a site give, worked out once for each kind of question."""

    def __init__(self, vocabularies: Vocabularies) -> None:
        self._vocabularies = vocabularies
        self._filings: dict[str, Mapping[str, str]] = {}
        self._known: dict[tuple[tuple[str, ...], tuple[str, ...], bool], TimeLimit | None] = {}

    def of(self, day: dt.date, codes: tuple[str, ...], own: bool = True) -> TimeLimit | None:
        """The term that begins on ``day`` for what is filed under the sections ``codes``.

        The decree on websites of that day comes first, then the law on access to information, which
        binds the agency for what it made itself (``own``), by its section or by its general term.
        Where neither gives one, that of the sections themselves counts as a yardstick.
        """
        holding = tuple(profile.code for profile in self._profiles if profile.holds_on(day))
        asked = (holding, codes, own)
        if asked not in self._known:
            self._known[asked] = next(self._terms(holding, codes, own), None)
        return self._known[asked]

    @cached_property
    def _profiles(self) -> list[LawProfile]:
        """Decrees on websites before laws on access."""
        return sorted(profiles(self._vocabularies), key=lambda one: one.kind == "access")

    def _filed(self, profile: str) -> Mapping[str, str]:
        found = self._filings.get(profile)
        if found is None:
            found = self._filings[profile] = filed_under(self._vocabularies, profile)
        return found

    @cached_property
    def _sections(self) -> dict[str, Section]:
        return {one.code: one for one in sections(self._vocabularies)}

    def _terms(self, holding: tuple[str, ...], codes: tuple[str, ...], own: bool) -> Iterator[TimeLimit]:
        for profile in self._profiles:
            if profile.code not in holding or (profile.kind == "access" and not own):
                continue
            filed = self._filed(profile.code)
            groups = dict.fromkeys(filed[code] for code in codes if code in filed)
            yield from self._told(groups, own, in_force=True)
            if profile.default_deadline is not None:
                yield TimeLimit(profile.default_deadline, profile.code, "", True)
        yield from self._told(dict.fromkeys(codes), own, in_force=False)

    def _told(self, codes: dict[str, None], own: bool, in_force: bool) -> Iterator[TimeLimit]:
        """The terms of these sections, the shortest first."""
        found = [(days, code) for code in codes if (days := self._days(code, own)) is not None]
        for days, code in sorted(found):
            yield TimeLimit(days, self._sections[code].profile, code, in_force)

    def _days(self, code: str, own: bool) -> int | None:
        known = self._sections.get(code)
        if known is None:
            return None
        term = self._vocabularies["sections"].get(code)
        governed = term.extra.get(GOVERNED) if term and not own else None
        return governed if isinstance(governed, int) else known.deadline_days
