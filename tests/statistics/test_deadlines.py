"""Documents and what explains them, posted in time or late, in working days."""

from __future__ import annotations

from fractions import Fraction

import pytest

from congtinh.periods import WorkingDays
from congtinh.statistics.deadlines import Deadline, Deadlines, deadlines
from congtinh.statistics.units_of_site import UnitsOfSite
from tests.sites.copies import SiteCopy
from tests.sites.documents import write_document
from tests.statistics.unit_sites import counted, write_news

GOVERNMENT = {"doc_class": "vbqppl", "doc_type": "nghi-dinh", "issuer": "chinh-phu", "effective": "2026-12-01"}


def found(site: SiteCopy, today: str, period: str) -> Deadlines:
    model, _, counted_days = counted(site, today, period)
    working = WorkingDays(model.vocabularies["holidays"])
    return deadlines(model, counted_days, working, UnitsOfSite(model, "so-thu"))


def of(site: SiteCopy, name: str, today: str = "2026-11-22", period: str = "N-2026") -> Deadline:
    """The term of one item."""
    return next(row for row in found(site, today, period).rows if row.path.endswith(f"/{name}.vi.md"))


@pytest.mark.parametrize(
    ("issued", "posted", "days", "limit", "due", "mark"),
    [
        ("2026-10-05", "2026-10-12", 5, 5, "2026-10-12", "on-time"),
        ("2026-10-05", "2026-10-13", 6, 5, "2026-10-12", "late"),
        ("2026-02-13", "2026-02-23", 1, 5, "2026-02-27", "on-time"),
        ("2026-10-05", "2026-10-05", 0, 5, "2026-10-12", "on-time"),
    ],
)
def test_own_documents_have_five_working_days(
    small: SiteCopy, issued: str, posted: str, days: int, limit: int, due: str, mark: str
) -> None:
    """Luật TCTT, Điều 18 khoản 4: five working days from making; Tết does not count."""
    write_document(small, "30", "30/KH-STN", issued=issued, date=posted)
    row = of(small, "30")

    assert (row.days, row.limit_days, row.mark.code) == (days, limit, mark)
    assert row.due is not None
    assert row.due.isoformat() == due
    assert row.over == max(0, days - limit)
    assert row.law is not None
    assert row.law.in_force
    assert row.unlisted_years == ()


def test_another_body_s_document_runs_from_its_receipt(small: SiteCopy) -> None:
    """Ten working days for the bodies that it governs, from the day it came, else from its issue."""
    write_document(small, "31", "31/2026/NĐ-CP", issued="2026-09-04", received="2026-09-21", date="2026-10-05", **GOVERNMENT)
    write_document(small, "32", "32/2026/NĐ-CP", issued="2026-09-04", date="2026-10-05", **GOVERNMENT)
    received, issued = of(small, "31"), of(small, "32")

    assert (received.days, received.limit_days, received.mark.code) == (10, 10, "on-time")
    assert (issued.days, issued.limit_days, issued.mark.code) == (21, 10, "late")
    assert received.law is not None
    assert not received.law.in_force
    assert received.what != issued.what


def test_an_old_document_posted_for_reference_is_not_late(small: SiteCopy) -> None:
    """A decree of another body from years ago stands apart; one's own old document is late."""
    old = {"issued": "2020-03-05", "date": "2026-07-06"}
    write_document(small, "33", "33/2020/NĐ-CP", **{**GOVERNMENT, "effective": "2020-04-01", **old})
    write_document(small, "34", "34/KH-STN", **old)

    assert of(small, "33").mark.code == "backfilled"
    assert of(small, "34").mark.code == "late"
    assert of(small, "34").unlisted_years == (2020, 2021, 2022, 2023, 2024)


def test_the_first_item_that_explains_a_law_keeps_its_term(small: SiteCopy) -> None:
    """15 working days from the issue of the law (NĐ 43/2011, Điều 17); later items on it have no term."""
    write_document(small, "35", "35/2026/NĐ-CP", issued="2026-09-04", date="2026-09-07", **GOVERNMENT)
    write_news(small, 1, "2026-10-20", more="legal_info: '35'\n")
    write_news(small, 2, "2026-09-10", more="legal_info: '35'\n")
    rows = [row for row in found(small, "2026-11-22", "N-2026").rows if row.type == "news"]

    assert [(row.path, row.days, row.limit_days, row.mark.code) for row in rows] == [
        ("news/2026/tin-2.vi.md", 4, 15, "on-time")
    ]
    assert rows[0].section == "43:10.1.d"


def test_a_draft_has_no_term(small: SiteCopy) -> None:
    """It was not issued."""
    write_document(small, "36", "DT/KH-STN", doc_class="du-thao", issued="2026-10-01", date="2026-11-01")

    assert all("/36." not in row.path for row in found(small, "2026-11-22", "N-2026").rows)


def test_a_term_is_open_at_the_end_of_a_period_and_settled_in_the_next(small: SiteCopy) -> None:
    """Issued on the last day of June and posted in July: in time so far, then late."""
    write_document(small, "37", "37/KH-STN", issued="2026-06-29", date="2026-07-20")
    first, second = of(small, "37", period="6T-2026"), of(small, "37", period="6TC-2026")

    assert (first.end, first.days, first.mark.code) == (None, 1, "running")
    assert (second.days, second.mark.code) == (15, "late")
    assert all("/37." not in r.path for r in found(small, "2026-11-22", "Q1-2026").rows)


def test_punctuality_of_units_adds_up(small: SiteCopy) -> None:
    """Per cent on time of what was kept or passed, by unit and of all."""
    write_document(small, "38", "38/KH-STN", issued="2026-10-05", date="2026-10-06", unit="van-phong")
    write_document(small, "39", "39/KH-STN", issued="2026-10-05", date="2026-10-30", unit="van-phong")
    write_document(small, "40", "40/KH-STN", issued="2026-10-05", date="2026-10-29", unit="khong-co")
    every = found(small, "2026-10-31", "T10-2026")
    office = next(one for one in every.by_unit if one.unit == "unit/van-phong")

    assert (office.on_time, office.late, office.percent) == (1, 1, Fraction(50))
    assert every.whole.percent == Fraction(100, 3)
    assert sum(one.all for one in every.by_unit) == every.whole.all == len(every.rows) == 3
    assert [row.path[-8:-6] for row in every.late] == ["39", "40"]
