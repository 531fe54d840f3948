"""Law as data: the profiles of what a site must publish, their sections, and when each holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from congtinh.languages import Bilingual
from congtinh.vocabulary.registry import Vocabularies
from congtinh.vocabulary.terms import Term

UNKNOWN_CLAUSE = "unknown"
"""The clause of a section whose text could not be had."""
REGISTER, WHOM_TO_ASK = "42:4.danh-muc-cong-khai", "43:10.1.l"
"""The list of what must be public, which the site makes itself, and where to turn with a request.

Each law has both in one of its points; these sections lead to them.
"""


@dataclass(frozen=True, slots=True)
class LawProfile:
    """One instrument that says what a site must publish, and the days on which it is in force.

    ``kind`` is ``website`` (decrees on information of state agencies online) or ``access`` (laws
    on access to information); one of each holds at a time. ``in_force_until`` is the last day.
    ``default_deadline`` counts working days from the making of the information.  By the end of
    ``backlog_until`` older information that only now must be public is there too.
    """

    code: str
    label: Bilingual
    kind: str
    instrument: str
    in_force_from: dt.date
    in_force_until: dt.date | None
    default_deadline: int | None
    source: str
    read: dt.date
    backlog_until: dt.date | None = None

    def holds_on(self, day: dt.date) -> bool:
        """Whether the instrument is in force on ``day``."""
        return self.in_force_from <= day and (
            self.in_force_until is None or day <= self.in_force_until
        )


@dataclass(frozen=True, slots=True)
class Section:
    """One group of information that a profile orders to be published.

    ``clause`` is the place in the instrument (“điểm a khoản 1 Điều 10”) or ``unknown``.
    ``deadline_days`` counts working days, ``None`` where the law gives no number; ``same_as``
    are the sections of other profiles that cover the same matter.
    """

    code: str
    profile: str
    label: Bilingual
    clause: str
    duty: str
    deadline_days: int | None
    source: str
    same_as: tuple[str, ...]

    @property
    def has_text(self) -> bool:
        """Whether the text of the clause was read."""
        return self.clause != UNKNOWN_CLAUSE


def profiles(vocabularies: Vocabularies) -> list[LawProfile]:
    """Every law profile, in the order of the data."""
    return [_profile(term) for term in vocabularies["law_profiles"]]


def profile_on(
    vocabularies: Vocabularies, day: dt.date, kind: str = "website"
) -> LawProfile | None:
    """The profile of ``kind`` in force on ``day``, if one is."""
    held = (p for p in profiles(vocabularies) if p.kind == kind and p.holds_on(day))
    return next(held, None)


def sections(vocabularies: Vocabularies, profile: str | None = None) -> list[Section]:
    """The sections of ``profile``, or of all profiles, in the order of the law."""
    every = (_section(term) for term in vocabularies["sections"])
    return [section for section in every if profile in (None, section.profile)]


def section(vocabularies: Vocabularies, code: str) -> Section | None:
    """The section with exactly this code."""
    term = vocabularies["sections"].get(code)
    return _section(term) if term else None


def access_profile(vocabularies: Vocabularies, day: dt.date) -> LawProfile:
    """The law on access to information that holds on ``day``; before the first one, the first."""
    every = [profile for profile in profiles(vocabularies) if profile.kind == "access"]
    return next((profile for profile in reversed(every) if profile.in_force_from <= day), every[0])


def section_in_force(vocabularies: Vocabularies, code: str, day: dt.date) -> bool:
    """Whether the section ``code`` exists and its instrument is in force on ``day``."""
    found = section(vocabularies, code)
    profile = vocabularies["law_profiles"].get(found.profile) if found else None
    return profile is not None and _profile(profile).holds_on(day)


def equivalents(vocabularies: Vocabularies, code: str, day: dt.date | None = None) -> list[Section]:
    """The sections of other profiles on the matter of ``code``, told in either direction.

    With ``day``, only those in force on it: what an item filed under a repealed section counts
    for today.
    """
    named = vocabularies["sections"].get(code)
    own = named.texts("same_as") if named else ()
    return [
        other
        for other in sections(vocabularies)
        if (other.code in own or code in other.same_as)
        and (day is None or section_in_force(vocabularies, other.code, day))
    ]


def filed_under(vocabularies: Vocabularies, profile: str) -> Mapping[str, str]:
    """Code of a section, of any profile, to that of ``profile`` under which its content is listed.

    Where several cover the same matter, the first in the order of the law counts.  Of the sections
    named by ``part_of`` only a part falls under the one that names them: they lead nowhere.
    """
    found: dict[str, str] = {}
    terms = list(vocabularies["sections"])
    own = [term for term in terms if term.text("profile") == profile]
    for term in own:
        partly = term.texts("part_of")
        told = (other.code for other in terms if term.code in other.texts("same_as"))
        for code in (term.code, *term.texts("same_as"), *told):
            if code not in partly:
                found.setdefault(code, term.code)
    return found | {term.code: term.code for term in own}


def groups_of(
    filed: Mapping[str, str],
    own: Iterable[str],
    of_type: Iterable[str] = (),
    of_use: Iterable[str] = (),
) -> tuple[str, ...]:
    """The groups under which an item is listed (``filed``: see ``filed_under``), each once.

    Those of its ``own`` sections; where these lead to none, those of its type; and those of its use.
    """
    by_own, by_type, by_use = (
        [filed[code] for code in codes if code in filed] for codes in (own, of_type, of_use)
    )
    return tuple(dict.fromkeys((by_own or by_type) + by_use))


def _profile(term: Term) -> LawProfile:
    return LawProfile(
        code=term.code,
        label=term.label,
        kind=term.text("kind", "website"),
        instrument=term.text("instrument"),
        in_force_from=_day(term, "in_force_from") or dt.date.min,
        in_force_until=_day(term, "in_force_until"),
        default_deadline=_number(term, "default_deadline"),
        source=term.text("source"),
        read=_day(term, "read") or dt.date.min,
        backlog_until=_day(term, "backlog_until"),
    )


def _section(term: Term) -> Section:
    return Section(
        code=term.code,
        profile=term.text("profile"),
        label=term.label,
        clause=term.text("clause", UNKNOWN_CLAUSE),
        duty=term.text("duty"),
        deadline_days=_number(term, "deadline_days"),
        source=term.text("source"),
        same_as=term.texts("same_as"),
    )


def _day(term: Term, key: str) -> dt.date | None:
    value = term.extra.get(key)
    return value if isinstance(value, dt.date) else None


def _number(term: Term, key: str) -> int | None:
    value = term.extra.get(key)
    return value if isinstance(value, int) else None
