"""Bilingual parity: what has no English, what is older than its original, and what to translate first."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.model import Item
from congtinh.periods import parse_period
from congtinh.records.parts import Correction
from congtinh.statistics.parity import Parity, is_stale, parity, share_of
from tests.statistics.carded_sites import HANOI, in_memory, made

DAY = dt.date(2026, 3, 2)


def moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=HANOI)


def of(items: list[Item]) -> Parity:
    return parity(in_memory(items).filing, "43-2011")


def pair(vi: dict[str, Any] | None = None, en: dict[str, Any] | None = None) -> tuple[Item, Item]:
    return made("news", "a", "vi", DAY, **vi or {}), made("news", "a", "en", DAY, **en or {})


@pytest.mark.parametrize(
    ("vi", "en", "stale"),
    [
        ({}, {}, False),
        ({"updated": moment("2026-03-05")}, {}, True),
        ({"updated": moment("2026-03-05")}, {"updated": moment("2026-03-04")}, True),
        ({"updated": moment("2026-03-05T09:00")}, {"updated": moment("2026-03-05")}, False),
        ({"updated": moment("2026-03-05")}, {"translated_from_rev": "2026-03-05"}, False),
        ({"updated": moment("2026-03-05")}, {"translated_from_rev": "2026-03-04T10:00"}, True),
        ({"updated": moment("2026-03-05")}, {"translated_from_rev": "a1b2c3d"}, True),
        ({}, {"updated": moment("2026-09-01")}, False),
        ({"corrections": (Correction(date=dt.date(2026, 4, 1), text="Sửa số liệu"),)}, {}, True),
    ],
)
def test_english_is_stale_when_the_original_changed_on_a_later_day(
    vi: dict[str, Any], en: dict[str, Any], stale: bool
) -> None:
    """Updates and corrections change an item; the English one is as new as what it says of itself."""
    assert is_stale(*pair(vi, en)) is stale


def test_shares_are_told_by_type_and_section() -> None:
    """Missing, stale and up to date make up the originals; English alone is told apart."""
    found = of(
        [
            *pair(),
            made("news", "b", "vi", DAY),
            made("news", "c", "vi", DAY, updated=moment("2026-05-05")),
            made("news", "c", "en", DAY),
            made("notice", "d", "vi", DAY),
            made("news", "e", "en", DAY),
        ]
    )
    news = next(share for share in found.types if share.key == "news")
    section = next(share for share in found.sections if share.key == "43:10.1.b")

    assert (news.originals, news.missing, news.stale, news.translated, news.up_to_date) == (3, 1, 1, 2, 1)
    assert news.percent is not None
    assert round(news.percent, 1) == 33.3 or float(news.percent) == pytest.approx(100 / 3)
    assert (found.every.originals, section.originals) == (4, 4)
    assert [item.id for item in found.english_only] == ["e"]


def test_an_english_draft_is_no_english() -> None:
    """What visitors cannot see does not count."""
    vi, en = pair()
    hidden = made("news", "a", "en", dt.date(2027, 1, 1))

    assert of([vi, hidden]).every.missing == 1
    assert of([vi, en]).every.missing == 0


def test_the_minimum_is_what_article_13_names() -> None:
    """About the agency and contacts of officials (NĐ 43/2011, Điều 13), whatever else is on the site."""
    items = [
        made("about", "chuc-nang", part="chuc-nang"),
        made("contact", "can-bo", name="Lê Thử", info_focal=True),
        made("contact", "can-bo", "en", name="Lê Thử"),
        made("news", "tin"),
    ]
    found = of(items)

    assert (found.minimum.originals, found.minimum.missing) == (2, 1)
    assert found.minimum.percent == 50
    assert [p.vi.id for p in found.to_do] == ["chuc-nang", "tin"]


def test_the_most_valuable_comes_first() -> None:
    """The minimum of Điều 13, then foreigners, featured items, documents in force, then the newest."""
    items = [
        made("news", "moi", day=dt.date(2026, 11, 1)),
        made("news", "cu", day=dt.date(2024, 1, 1)),
        made("legal_document", "van-ban", day=dt.date(2023, 1, 1), doc_class="hanh-chinh",
             symbol="1/KH-STN", issued=dt.date(2023, 1, 1)),
        made("news", "noi-bat", day=dt.date(2022, 1, 1), featured=True),
        made("news", "nuoc-ngoai", day=dt.date(2021, 1, 1), audience=("foreigner",)),
        made("unit", "don-vi", day=None, name="Văn phòng"),
    ]  # fmt: skip
    found = of(items)

    assert [p.vi.id for p in found.to_do][:3] == ["don-vi", "nuoc-ngoai", "noi-bat"]
    assert [p.vi.id for p in found.to_do][-2:] == ["moi", "cu"]
    assert found.to_do[0].values == ("minimum",)


def test_a_missing_one_comes_before_a_stale_one_of_equal_value() -> None:
    """Something in English is better than nothing."""
    stale = made("news", "cu", "vi", dt.date(2026, 9, 1), updated=moment("2026-10-01"))
    found = of([stale, made("news", "cu", "en", dt.date(2026, 9, 1)), made("news", "b", "vi", DAY)])

    assert [p.vi.id for p in found.to_do] == ["b", "cu"]


def test_a_period_takes_only_what_was_posted_in_it() -> None:
    """The target of a period is held against the items of that period."""
    site = in_memory([made("news", "a", day=DAY), made("news", "b", day=dt.date(2025, 1, 1))])

    assert parity(site.filing, "43-2011", parse_period("Q1-2026")).every.originals == 1


def test_figures_without_words_need_no_translation() -> None:
    """Visits of a month are the same in both languages."""
    assert of([made("usage", "2026-05", period="2026-05", visits_vi=5)]).every.originals == 0


def test_a_share_is_found_by_what_rules_call_it() -> None:
    """All, the minimum, a content type, a section of any profile; nothing else."""
    site = in_memory([*pair(), made("about", "x")])
    found = parity(site.filing, "43-2011")
    shares = {part: share_of(site.filing, found, part) for part in ("all", "minimum", "news", "tctt26:17.1.c")}

    assert {part: share.originals if share else None for part, share in shares.items()} == {
        "all": 2, "minimum": 1, "news": 1, "tctt26:17.1.c": 1,
    }  # fmt: skip
    assert share_of(site.filing, found, "khong-co") is None


@given(st.lists(st.tuples(st.sampled_from(("news", "notice", "about")), st.booleans(), st.booleans()), max_size=20))
def test_shares_add_up(rows: list[tuple[str, bool, bool]]) -> None:
    """Types add up to all; what is to do is what is missing or stale; percentages lie between 0 and 100."""
    items = []
    for number, (name, has_english, is_updated) in enumerate(rows):
        facts = {"updated": moment("2026-06-01")} if is_updated else {}
        items.append(made(name, f"muc-{number}", "vi", DAY, **facts))
        if has_english:
            items.append(made(name, f"muc-{number}", "en", DAY))
    found = of(items)

    assert sum(share.originals for share in found.types) == found.every.originals == len(rows)
    assert sum(share.missing for share in found.types) == found.every.missing
    assert len(found.to_do) == found.every.missing + found.every.stale
    for share in (found.every, found.minimum, *found.types, *found.sections):
        assert share.percent is None or 0 <= share.percent <= 100
