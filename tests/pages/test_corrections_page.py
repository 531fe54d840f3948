"""Corrections: their page, feed, marks, counts and rules (Luật 01/2026/QH16, Điều 22)."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from congtinh.build.run import Build
from congtinh.pages.corrections import corrected, corrections_page
from congtinh.pages.plan import Plan
from congtinh.statistics.counting import counting_of
from congtinh.statistics.counts import Wanted
from congtinh.statistics.site_counts import SiteCounts
from tests.sites.copies import SiteCopy, copied

NEWS = "news/2026/khai-truong.vi.md"
TEXT = "Bản đăng ghi ba đơn vị; con số đúng là hai đơn vị."
ATOM = "{http://www.w3.org/2005/Atom}"


def correct(site: SiteCopy, *days: str, text: str = TEXT, path: str = NEWS) -> None:
    """Write corrections of these days into a file."""
    lines = "".join(f"- date: {day}\n  text: {text}\n" for day in days)
    site.replace(path, "\n---\n\n", f"\ncorrections:\n{lines}---\n\n")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SiteCopy:
    """The small site with three corrections of one news item, two of them on one day, built."""
    made = copied("small", tmp_path_factory.mktemp("corrected") / "site")
    correct(made, "2026-11-10", "2026-11-20", "2026-11-20")
    made.build(PAGE_SIZE=20)
    return made


def read(site: SiteCopy, path: str) -> str:
    return (site.output / path).read_text("utf-8")


def test_the_page_has_them_by_month_newest_first(site: SiteCopy) -> None:
    """Every correction once, with the item it is of; the other language has none and says so."""
    settings = site.settings()
    plan = Plan(Build(settings).gather(), settings)
    vietnamese = plan.sites["vi"]
    page = corrections_page(vietnamese, corrected(vietnamese))

    assert [(row.day.isoformat(), row.words) for month in page.months for row in month.rows] == [
        ("2026-11-20", TEXT), ("2026-11-20", TEXT), ("2026-11-10", TEXT),
    ]  # fmt: skip
    assert {row.item.address for month in page.months for row in month.rows} == {"tin-tuc/khai-truong/"}
    assert corrected(plan.sites["en"]) == ()
    assert 'class="empty"' in read(site, "en/corrections/index.html")


def test_the_feed_tells_each_apart(site: SiteCopy) -> None:
    """An Atom feed of each language; two corrections of one day have ids of their own."""
    entries = ElementTree.fromstring(read(site, "feeds/corrections.vi.atom")).findall(f"{ATOM}entry")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]

    assert len(ids) == len(set(ids)) == 3
    assert ElementTree.fromstring(read(site, "feeds/corrections.en.atom")).findall(f"{ATOM}entry") == []


def test_a_corrected_item_is_marked_where_it_is_listed(site: SiteCopy) -> None:
    """The card bears the day of the newest correction; cards of other items bear none."""
    text = read(site, "tin-tuc/index.html")
    cards = re.findall(r'<article class="card.*?</article>', text, re.S)
    marked = [card for card in cards if "card__corrected" in card]

    assert len(marked) == 1 < len(cards)
    assert "khai-truong/" in marked[0]
    assert "20/11/2026" in marked[0]


def test_the_page_of_the_item_tells_machines(site: SiteCopy) -> None:
    """schema.org: ``correction`` with words and day; an item without has no such key."""
    def data(path: str) -> dict[str, object]:
        found = re.search(r'<script type="application/ld\+json">(.*?)</script>', read(site, path), re.S)
        assert found
        told: dict[str, object] = json.loads(found[1])
        return told

    told = data("tin-tuc/khai-truong/index.html")["correction"]
    assert isinstance(told, list)
    assert [one["datePublished"] for one in told] == ["2026-11-10", "2026-11-20", "2026-11-20"]
    assert "correction" not in data("gioi-thieu/chuc-nang/index.html")


def test_a_link_to_them_stands_where_there_are_some(site: SiteCopy) -> None:
    """The footer of the Vietnamese pages leads there, that of the English ones does not."""
    assert "dinh-chinh/" in read(site, "tin-tuc/index.html")
    assert "corrections/" not in read(site, "en/news/index.html")


def test_a_correction_counts_once_in_both_languages(small: SiteCopy) -> None:
    """The pair of files tells one correction: one in both languages together, one in each."""
    correct(small, "2026-11-10")
    correct(small, "2026-11-10", path="news/2026/khai-truong.en.md", text="There are two units, not three as we wrote.")
    settings = small.settings()
    counts = SiteCounts(Build(settings).gather(), counting_of(settings)).counts

    assert [counts.value(Wanted("corrections", language=code)) for code in ("", "vi", "en", "each")] == [1, 1, 1, 2]


@pytest.mark.parametrize(
    ("day", "text", "field"),
    [
        ("2026-01-01", TEXT, "corrections[1].date"),
        ("2026-12-24", TEXT, "corrections[1].date"),
        ("2026-11-20", "Sửa lỗi.", "corrections[1].text"),
        ("2026-11-20", TEXT, ""),
    ],
)
def test_a_correction_says_enough_and_in_its_time(small: SiteCopy, day: str, text: str, field: str) -> None:
    """Not before its item, not ahead of the day; as a warning, what was wrong and what is right; with its line."""
    correct(small, day, text=text)
    found = [p for p in small.check().problems if p.field.startswith("corrections")]
    lines = Path(small.content, NEWS).read_text("utf-8").split("\n")

    assert [p.field for p in found] == ([field] if field else [])
    for problem in found:
        assert problem.is_error is not problem.field.endswith("text")
        assert problem.line
        assert (problem.value or "") in lines[problem.line - 1]
