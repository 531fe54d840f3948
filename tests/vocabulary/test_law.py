"""The law profiles and their sections, each in its time."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest

from congtinh.vocabulary import law
from congtinh.vocabulary.registry import Vocabularies

VOCABULARIES = Vocabularies.load()[0]


@pytest.mark.parametrize(
    ("day", "kind", "code"),
    [
        (dt.date(2011, 9, 30), "website", None),
        (dt.date(2011, 10, 1), "website", "43-2011"),
        (dt.date(2022, 8, 14), "website", "43-2011"),
        (dt.date(2022, 8, 15), "website", "42-2022"),
        (dt.date(2026, 6, 30), "website", "42-2022"),
        (dt.date(2026, 7, 1), "website", "224-2026"),
        (dt.date(2026, 8, 31), "access", "tctt-2016"),
        (dt.date(2026, 9, 1), "access", "tctt-2026"),
    ],
)
def test_the_profile_of_a_day(day: dt.date, kind: str, code: str | None) -> None:
    """Each profile holds from its first to its last day, both counted."""
    profile = law.profile_on(VOCABULARIES, day, kind)

    assert (profile.code if profile else None) == code


def test_profiles_of_one_kind_never_overlap() -> None:
    """On no day do two decrees on sites, or two access laws, hold together."""
    for kind in ("website", "access"):
        held = [p for p in law.profiles(VOCABULARIES) if p.kind == kind]
        for earlier, later in itertools.pairwise(held):
            assert earlier.in_force_until is not None
            assert earlier.in_force_until + dt.timedelta(days=1) == later.in_force_from


@pytest.mark.parametrize(
    ("profile", "letters"),
    [
        ("43-2011", "abcdđeghikl"),
        ("tctt-2016", "abcdđeghiklmnop"),
        ("tctt-2026", "abcdđeghiklmnopqrstuv"),
    ],
)
def test_every_point_of_the_law_is_a_section(profile: str, letters: str) -> None:
    """The lettered points of Điều 10 (43/2011) and Điều 17 (access laws), none left out."""
    lettered = [
        s.code.rpartition(".")[2]
        for s in law.sections(VOCABULARIES, profile)
        if s.clause.startswith("điểm")
    ]

    assert lettered == list(letters)


def test_a_section_whose_text_was_not_read_says_so() -> None:
    """Only Nghị định 42/2022 could not be had; its clauses are unknown, all others are named."""
    unread = {s.profile for s in law.sections(VOCABULARIES) if not s.has_text}
    read = {s.profile for s in law.sections(VOCABULARIES) if s.has_text}

    assert unread == {"42-2022"}
    assert "42-2022" not in read


@pytest.mark.parametrize(
    ("code", "days"),
    [
        ("43:10.1.d", 15),
        ("43:10.1.đ", 10),
        ("43:10.1.e", 2),
        ("43:11", 20),
        ("43:10.1.b", None),
        ("224:9.1.b", None),
        ("tctt26:17.1.a", 5),
    ],
)
def test_deadlines_of_sections(code: str, days: int | None) -> None:
    """Working days of Nghị định 43/2011 Điều 17 and of the access law's Điều 18 khoản 4."""
    section = law.section(VOCABULARIES, code)

    assert section is not None
    assert section.deadline_days == days


def test_a_section_is_in_force_with_its_profile() -> None:
    """A repealed section is known but not in force; an unknown one is neither."""
    day = dt.date(2026, 11, 22)

    assert law.section_in_force(VOCABULARIES, "224:9.1.b", day)
    assert law.section_in_force(VOCABULARIES, "lcds:34.2.a", day)
    assert not law.section_in_force(VOCABULARIES, "43:10.1.a", day)
    assert law.section_in_force(VOCABULARIES, "43:10.1.a", dt.date(2012, 1, 1))
    assert not law.section_in_force(VOCABULARIES, "43:99", day)


def test_an_item_filed_under_a_repealed_section_counts_for_todays() -> None:
    """The about pages of 2011 are those of Điều 9 today and of group c of the access law."""
    today = law.equivalents(VOCABULARIES, "43:10.1.a", dt.date(2026, 11, 22))

    assert {s.code for s in today} == {"224:9.1.b", "224:9.1.c", "tctt26:17.1.c"}


def test_equal_sections_stand_in_different_profiles_and_hold_both_ways() -> None:
    """Sameness is told once in the data and read from either side."""
    for section in law.sections(VOCABULARIES):
        for other in law.equivalents(VOCABULARIES, section.code):
            back = law.equivalents(VOCABULARIES, other.code)
            assert section in back
