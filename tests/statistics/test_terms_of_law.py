"""How many working days the law of a day gives."""

from __future__ import annotations

import datetime as dt

import pytest

from congtinh.statistics.terms_of_law import TermsOfLaw
from congtinh.vocabulary.registry import Vocabularies

TERMS = TermsOfLaw(Vocabularies.load()[0])


@pytest.mark.parametrize(
    ("day", "section", "own", "days", "profile", "in_force"),
    [
        ("2020-05-04", "43:10.1.e", True, 2, "43-2011", True),
        ("2020-05-04", "43:10.1.e", False, 10, "43-2011", True),
        ("2020-05-04", "43:10.1.đ", False, 10, "43-2011", True),
        ("2023-05-04", "43:10.1.e", False, 10, "43-2011", False),
        ("2023-05-04", "43:10.1.e", True, 5, "tctt-2016", True),
        ("2026-10-05", "43:10.1.e", True, 5, "tctt-2026", True),
        ("2026-10-05", "43:10.1.b", True, 5, "tctt-2026", True),
        ("2026-10-05", "43:10.1.d", False, 15, "43-2011", False),
    ],
)
def test_the_term_is_that_of_the_law_in_force(
    day: str, section: str, own: bool, days: int, profile: str, in_force: bool
) -> None:
    """NĐ 43/2011, Điều 17 while it held; the law on access for what the agency made; else a yardstick."""
    found = TERMS.of(dt.date.fromisoformat(day), (section,), own)

    assert found is not None
    assert (found.days, found.profile, found.in_force) == (days, profile, in_force)


def test_another_body_s_document_has_no_term_where_no_law_names_days() -> None:
    """“Thường xuyên, chính xác” is no number of days."""
    assert TERMS.of(dt.date(2026, 10, 5), ("43:10.1.c",), own=False) is None
    assert TERMS.of(dt.date(2026, 10, 5), ("khong-co",), own=False) is None


def test_of_several_sections_the_shortest_term_holds() -> None:
    """What is filed under two sections is due when the first of them wants it."""
    found = TERMS.of(dt.date(2020, 5, 4), ("43:11", "43:10.1.e"))

    assert found is not None
    assert (found.days, found.section) == (2, "43:10.1.e")
