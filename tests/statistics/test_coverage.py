"""Coverage of the law: one state for each section and language, from the same items as the list of information."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congtinh.languages import LANGUAGES
from congtinh.model import Item
from congtinh.statistics.coverage import EMPTY, NOT_OURS, PRESENT, STATES
from congtinh.vocabulary.law import sections
from tests.pages.test_public_information import public
from tests.sites.copies import SiteCopy
from tests.sites.documents import write_document
from tests.statistics.carded_sites import (
    PROFILES,
    TODAY,
    in_memory,
    made,
    on_disk,
    vocabularies,
    write_vocabulary,
)

CODES = tuple(section.code for section in sections(vocabularies()))
NEWS = "43:10.1.b"


def limits(site: SiteCopy, section: str, *lines: str) -> None:
    """The department's own limits of one section."""
    head = f'[rieng]\nvi = "Riêng"\nen = "Own"\nsections = ["{section}"]\n'
    write_vocabulary(site, "coverage", head + "".join(f"{line}\n" for line in lines))


@pytest.mark.parametrize(
    ("section", "lines", "state"),
    [
        (NEWS, ("thin = 1", "stale_days = 0"), "present"),
        (NEWS, ("thin = 50", "stale_days = 0"), "thin"),
        (NEWS, ("thin = 50", "stale_days = 2"), "stale"),
        ("43:11", (), "empty"),
        ("43:11", ('not_ours = "Sở không có đề tài"',), "not_ours"),
        (NEWS, ('not_ours = "Không có"',), "not_ours"),
    ],
)
def test_a_section_is_in_the_state_that_its_limits_say(
    small: SiteCopy, section: str, lines: tuple[str, ...], state: str
) -> None:
    """What is there, held against least number and greatest age; the graver fault is the state."""
    limits(small, section, *lines)
    cell = on_disk(small).row(section).vi

    assert cell.state == state
    assert cell.mark.word == STATES[state].word


@pytest.mark.parametrize(("posted", "state"), [("2026-10-12", "present"), ("2026-10-13", "late")])
def test_a_section_is_late_as_the_deadline_monitor_says(small: SiteCopy, posted: str, state: str) -> None:
    """Five working days for an own document under Luật 01/2026/QH16, Điều 18; the sixth is late."""
    limits(small, "tctt26:17.1.b", "thin = 1", "stale_days = 0", "late_percent = 0")
    write_document(small, "13", "13/KH-STN", issued="2026-10-05", date=posted)
    cell = on_disk(small).row("tctt26:17.1.b").vi

    assert cell.state == state
    assert [item.path for item in cell.late] == (["legal_document/13.vi.md"] if state == "late" else [])


def test_some_lateness_is_borne(small: SiteCopy) -> None:
    """Up to the percentage of settled terms that the limits allow."""
    write_document(small, "13", "13/KH-STN", issued="2026-10-05", date="2026-10-13")
    write_document(small, "14", "14/KH-STN", issued="2026-10-05", date="2026-10-06")
    states = {}
    for percent in (30, 70):
        limits(small, "tctt26:17.1.b", "thin = 1", "stale_days = 0", f"late_percent = {percent}")
        states[percent] = on_disk(small).row("tctt26:17.1.b").vi.state

    assert states == {30: "late", 70: "present"}


def test_what_is_public_elsewhere_counts_where_a_link_leads_to_it(small: SiteCopy) -> None:
    """By Điều 19 khoản 1 all must stand on the site: a notice on the wall does not, a linked page does."""
    row = '[{0}]\nvi = "Bảng {0}"\nen = "Table {0}"\ngroup = "tctt26:17.1.{0}"\nform = "Niêm yết"\n'
    text = row.format("d") + "\n" + row.format("e") + 'url = "https://a.example"\n'
    write_vocabulary(small, "public_information", text)
    site = on_disk(small)
    wall, linked = site.row("tctt26:17.1.d").vi, site.row("tctt26:17.1.e").vi

    assert (wall.state, wall.count, len(wall.unlinked)) == ("empty", 0, 1)
    assert (linked.state, linked.count, len(linked.linked)) == ("present", 1, 1)


def test_the_list_of_public_information_is_there_by_itself(small: SiteCopy) -> None:
    """The site makes it in both languages, and no age makes it stale."""
    row = on_disk(small).row("tctt26:17.1.u")

    assert row.vi.own_page
    assert row.en.own_page
    assert {row.vi.state, row.en.state} == {"present"}


def test_a_section_that_refers_to_another_law_holds_what_that_law_wants() -> None:
    """NĐ 224/2026, Điều 9 khoản 1 điểm d: the information of the law on access that is in force."""
    site = in_memory([made("news", "pho-bien", section=("43:10.1.d",)), made("news", "tin")])
    row = site.row("224:9.1.d")

    assert [item.id for item in row.vi.items] == ["pho-bien"]


@pytest.mark.parametrize("today", ["2026-08-31", "2026-11-22"])
def test_coverage_and_the_list_of_public_information_agree(small: SiteCopy, today: str) -> None:
    """What stands under a group of the list, in either language, stands in its row, and nothing else."""
    listed = public(small, TODAY=today)
    grid = on_disk(small, today).grid(listed.law.code)
    by_list = {g.section.code: {one.id for one in g.lines if isinstance(one, Item)} for g in listed.groups}
    by_grid = {
        row.section.code: {item.id for cell in (row.vi, row.en) for item in cell.items} for row in grid.rows
    }

    assert by_grid == by_list
    assert any(by_list.values())


@pytest.mark.parametrize(
    ("section", "required"),
    [("43:10.1.a", True), ("43:10.1.k", True), ("43:18", True), (NEWS, False), ("224:9.1.b", True),
     ("tctt26:17.1.c", False)],
)  # fmt: skip
def test_english_is_required_where_article_13_wants_it(section: str, required: bool) -> None:
    """NĐ 43/2011, Điều 13; kept for the decrees after it, while the laws on access are silent."""
    row = in_memory([]).row(section)

    assert row.en.required is required
    assert row.vi.required


def test_what_need_not_be_told_is_no_gap() -> None:
    """A notice of an interruption is only wanted when there is one."""
    cell = in_memory([]).row("224:13").vi

    assert cell.state == EMPTY
    assert not cell.is_gap


def test_a_section_on_foreign_languages_is_filled_by_english_items() -> None:
    """NĐ 43/2011, Điều 13 names no item of its own."""
    site = in_memory([made("news", "a"), made("news", "a", "en")])

    assert [item.path for item in site.row("43:13").vi.items] == ["news/a.en.md"]


def test_the_last_update_is_that_of_any_item() -> None:
    """Posted, updated or corrected, whatever came last."""
    moment = dt.datetime(2026, 11, 20, 8, tzinfo=dt.UTC)
    old = made("news", "a", day=dt.date(2026, 1, 5), updated=moment)
    site = in_memory([old, made("news", "b", day=dt.date(2026, 5, 5))])

    assert site.row(NEWS).vi.last_update == dt.date(2026, 11, 20)


filed = st.lists(
    st.tuples(
        st.sampled_from(CODES),
        st.sampled_from(LANGUAGES),
        st.dates(dt.date(2016, 1, 1), dt.date(2026, 12, 31)),
        st.sampled_from(("published", "draft", "withdrawn")),
    ),
    max_size=25,
)


@given(filed, st.sampled_from(PROFILES))
def test_every_section_has_one_state_in_each_language(rows, profile) -> None:  # type: ignore[no-untyped-def]
    """States partition the sections; only visible items count; percentages lie between 0 and 100."""
    items = [made("news", f"tin-{n}", lang, day, section=(code,)) for n, (code, lang, day, _) in enumerate(rows)]
    for item, (_, _, _, status) in zip(items, rows, strict=True):
        object.__setattr__(item, "record", item.record.model_copy(update={"status": status}))
    grid = in_memory(items).grid(profile)

    for language in LANGUAGES:
        states = grid.states(language)
        assert sum(states.values()) == len(grid.rows) == len(sections(vocabularies(), profile))
        assert set(states) <= set(STATES)
        percent = grid.percent(language)
        assert percent is None or 0 <= percent <= 100
    for row in grid.rows:
        for cell in (row.vi, row.en):
            assert (cell.state == PRESENT) == (not cell.faults and row.limits.not_ours is None)
            assert (cell.state == NOT_OURS) == (row.limits.not_ours is not None)
            assert all(item.record.visible(TODAY) for item in cell.items)
            assert (cell.missing == 0) == (cell.state == PRESENT) or cell.missing is None


@settings(max_examples=25)
@given(filed)
def test_an_item_stands_under_its_own_section(rows) -> None:  # type: ignore[no-untyped-def]
    """Whatever is filed under a code is found in the row of that code, once."""
    items = [made("news", f"tin-{n}", lang, section=(code,)) for n, (code, lang, _, _) in enumerate(rows)]
    site = in_memory(items)
    grids = {profile: site.grid(profile) for profile in PROFILES}

    for item in items:
        (code,) = item.sections
        term = vocabularies()["sections"].get(code)
        row = grids[term.text("profile")].row(code) if term else None
        assert row is not None
        found = row.cell(item.lang).items
        if row.limits.filled_by:
            assert all(one.lang == "en" for one in found)
        else:
            assert [one.path for one in found].count(item.path) == 1
