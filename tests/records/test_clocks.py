"""Which terms of law run on a record."""

from __future__ import annotations

import datetime as dt

import pytest

from congtinh.records.legal_document import FROM_ISSUE, FROM_RECEIPT, LegalDocument
from congtinh.records.news import News
from congtinh.records.notice import Notice

AGENCY = frozenset({"so-thu"})
ISSUED, RECEIVED = dt.date(2026, 3, 2), dt.date(2026, 3, 9)
POSTED = dt.datetime(2026, 3, 10, 8, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("issuer", "received", "start", "what", "own"),
    [
        (("so-thu",), None, ISSUED, FROM_ISSUE, True),
        (("so-thu",), RECEIVED, ISSUED, FROM_ISSUE, True),
        (("bkhcn", "so-thu"), RECEIVED, ISSUED, FROM_ISSUE, True),
        (("bkhcn",), RECEIVED, RECEIVED, FROM_RECEIPT, False),
        (("bkhcn",), None, ISSUED, FROM_ISSUE, False),
        (None, None, ISSUED, FROM_ISSUE, False),
    ],
)
def test_a_document_runs_from_issue_or_receipt(
    issuer: tuple[str, ...] | None, received: dt.date | None, start: dt.date, what: object, own: bool
) -> None:
    """Receipt counts for documents of other bodies alone; one that is joint is the agency's own."""
    record = LegalDocument.model_construct(
        issuer=issuer, issued=ISSUED, received=received, date=POSTED, doc_class="hanh-chinh"
    )
    (clock,) = record.clocks(AGENCY)

    assert (clock.start, clock.end, clock.what, clock.own) == (start, POSTED.date(), what, own)
    assert clock.limit_days is None


def test_news_has_a_clock_where_it_explains_a_document() -> None:
    """The document starts it; other news and other types have none."""
    (clock,) = News.model_construct(legal_info="09-2026-qd-ubnd", date=POSTED).clocks(AGENCY)

    assert (clock.after, clock.section, clock.end) == ("09-2026-qd-ubnd", "43:10.1.d", POSTED.date())
    assert list(News.model_construct(legal_info=None, date=POSTED).clocks(AGENCY)) == []
    assert list(Notice.model_construct(date=POSTED).clocks(AGENCY)) == []
