"""Feeds of changes of validity: what changed by the day of the build, for all documents and by type."""

from __future__ import annotations

import datetime as dt
from xml.etree import ElementTree

import pytest

from congtinh.build.run import Build
from congtinh.languages import Language
from congtinh.opendata.changes import ChangeFeed
from congtinh.opendata.feeds import NEWEST
from congtinh.pages.changes import change_feeds
from congtinh.pages.plan import Plan
from tests.sites.copies import SiteCopy
from tests.sites.documents import write_document

ATOM = "{http://www.w3.org/2005/Atom}"
ALL = "feeds/legal_document-hieu-luc.vi.atom"


def feeds_of(site: SiteCopy, day: str, language: Language = "vi") -> dict[str, ChangeFeed]:
    settings = site.settings(TODAY=day)
    plan = Plan(Build(settings).gather(), settings)
    return {feed.address: feed for feed in change_feeds(plan.sites[language])}


def replaced(site: SiteCopy) -> None:
    """A decision that holds from June 2026 and is replaced in September by another one."""
    write_document(site, "a", "02/QĐ-STN", doc_type="quyet-dinh", effective="2026-06-01")
    write_document(
        site,
        "b",
        "03/QĐ-STN",
        doc_type="quyet-dinh",
        issued="2026-08-20",
        date="2026-08-21",
        effective="2026-09-01",
        relations=[{"kind": "thay-the", "target": "02/QĐ-STN"}],
    )


@pytest.mark.parametrize(
    ("day", "titles"),
    [
        ("2026-05-31", []),
        ("2026-06-01", [("02/QĐ-STN: Còn hiệu lực ", " 01/06/2026")]),
        (
            "2026-09-01",
            [
                ("03/QĐ-STN: Còn hiệu lực ", " 01/09/2026"),
                ("02/QĐ-STN: Hết hiệu lực toàn bộ ", " 01/09/2026"),
                ("02/QĐ-STN: Còn hiệu lực ", " 01/06/2026"),
            ],
        ),
    ],
)
def test_changes_up_to_the_day(small: SiteCopy, day: str, titles: list[tuple[str, str]]) -> None:
    """Newest first; nothing that is to come, and nothing that was so from the day of issue."""
    replaced(small)
    found = [change.title for change in feeds_of(small, day)[ALL].changes]

    assert len(found) == len(titles)
    for title, (begin, end) in zip(found, titles, strict=True):
        assert title.startswith(begin) and title.endswith(end)


def test_a_change_names_its_cause(small: SiteCopy) -> None:
    """The summary says by what document, and what the changed one is about."""
    replaced(small)
    change = feeds_of(small, "2026-11-22")[ALL].changes[1]

    assert change.summary == "Bị thay thế bởi 03/QĐ-STN. Kiểm định cân ở chợ"


def test_each_type_has_its_own_changes(small: SiteCopy) -> None:
    """A type that never changed has an empty feed, since its list names one."""
    replaced(small)
    feeds = feeds_of(small, "2026-11-22")
    decisions = feeds["feeds/legal_document-hieu-luc-quyet-dinh.vi.atom"]

    assert decisions.changes == feeds[ALL].changes
    assert feeds["feeds/legal_document-hieu-luc-ke-hoach.vi.atom"].changes == ()
    assert decisions.page == "van-ban/loai/quyet-dinh/"


def test_an_entry_keeps_its_id(small: SiteCopy) -> None:
    """Neither another day nor another text of the document makes an entry new to a feed reader."""
    replaced(small)

    def ids(day: str) -> list[str]:
        small.build(TODAY=day)
        root = ElementTree.parse(small.output / ALL).getroot()
        return [entry.findtext(f"{ATOM}id") or "" for entry in root.iter(f"{ATOM}entry")]

    before = ids("2026-09-01")
    small.replace("legal_document/a.vi.md", "Kiểm định cân ở chợ", "Kiểm định cân ở chợ Thử")
    after = ids("2026-11-22")

    assert before == after
    assert before[1] == (
        "https://thu.example/van-ban/02-qd-stn-so-thu-2026/#het-hieu-luc-toan-bo-2026-09-01"
    )


def test_a_feed_holds_the_newest(small: SiteCopy) -> None:
    """Thirty entries at most, however many documents have changed."""
    for number in range(1, 41):
        day = dt.date(2026, 3, 3) + dt.timedelta(days=number)
        write_document(small, f"n{number}", f"{number + 20}/KH-STN", effective=day.isoformat())
    changes = feeds_of(small, "2026-11-22")[ALL].changes

    assert len(changes) == NEWEST
    assert [change.day for change in changes] == sorted((c.day for c in changes), reverse=True)
    assert changes[0].day == dt.date(2026, 4, 12)


def test_lists_name_their_feeds(small: SiteCopy) -> None:
    """The register and the list of a type lead to both feeds, in the head and on the page; a field to one."""
    small.build()
    feeds = {path.name for path in (small.output / "feeds").iterdir()}
    for page, names in {
        "van-ban/": ["legal_document", "legal_document-hieu-luc"],
        "van-ban/loai/ke-hoach/": [
            "legal_document-loai-ke-hoach",
            "legal_document-hieu-luc-ke-hoach",
        ],
        "van-ban/linh-vuc/khoa-hoc-cong-nghe/": ["legal_document-linh-vuc-khoa-hoc-cong-nghe"],
        "van-ban/nam/2026/": [],
    }.items():
        text = (small.output / page / "index.html").read_text("utf-8")
        for name in names:
            assert f"{name}.vi.atom" in feeds
            assert text.count(f"/{name}.vi.atom") == 2, (page, name)
        assert text.count(".atom") == 2 * len(names), page
    guide = (small.output / "du-lieu-mo/index.html").read_text("utf-8")
    assert {name for name in feeds if name.endswith(".vi.atom") and f"/{name}" not in guide} <= {
        name for name in feeds if name.startswith("news-")
    }
