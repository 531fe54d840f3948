"""Boards: sums agree with the items behind them, what is missing says so, figures are told beside their charts."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from congtinh.build.run import Build
from congtinh.languages import LANGUAGES, Language
from congtinh.model import SiteModel
from congtinh.pages.boards import BoardPage
from congtinh.pages.facts_pages import FactsPage
from congtinh.pages.items import item_page
from congtinh.pages.list_parts import ListPart
from congtinh.pages.listings import listings
from congtinh.pages.of_type.registry import pages_of
from congtinh.pages.parts import Counterpart
from congtinh.pages.site import Site
from congtinh.pages.tables import Table
from congtinh.settings import Settings
from tests.sites.copies import PROJECT, copied

TYPES = ("project", "tender", "plan", "science_task", "statistic", "finance")


@dataclass(frozen=True)
class Boards:
    model: SiteModel
    settings: Settings
    problems: tuple[tuple[str, int | None, str, str], ...]

    def site(self, language: Language) -> Site:
        return Site(self.model, self.settings, language)

    def board(self, name: str, language: Language) -> BoardPage:
        site = self.site(language)
        listing = next(one for one in listings(site) if one.key == (name,))
        make = pages_of(name).list_page
        assert make
        page = make(site, ListPart(listing, 1, 1, listing.items, True, Counterpart(language, "", True)))
        assert isinstance(page, BoardPage)
        return page

    def page(self, name: str, identity: str, language: Language = "vi") -> FactsPage:
        item = self.model.find(name, identity, language)
        assert item
        page = item_page(self.site(item.lang), item)
        assert isinstance(page, FactsPage)
        return page


@pytest.fixture(scope="module")
def boards(tmp_path_factory: pytest.TempPathFactory) -> Boards:
    """The small site with the demonstration's items of these types; nothing is rendered."""
    site = copied("small", tmp_path_factory.mktemp("boards") / "site")
    for name in TYPES:
        shutil.copytree(PROJECT / "content" / name, site.content / name)
    for path in (PROJECT / "content/files").iterdir():
        if path.suffix == ".csv" or path.stem.startswith("bao-cao-"):
            shutil.copy(path, site.content / "files" / path.name)
    for path in (PROJECT / "content/vocabulary").glob("expected_*"):
        shutil.copy(path, site.content / "vocabulary" / path.name)
    break_table(site.content / "files/quyet-toan-2025.csv")
    build = Build(site.settings())
    model = build.gather()
    told = tuple((p.path, p.line, p.rule, p.field) for p in build.report.problems)
    return Boards(model, build.settings, told)


def break_table(path: Path) -> None:
    path.write_text(path.read_text("utf-8").replace("37.892", "37.893"), "utf-8")


def numbers(table: Table, column: int) -> list[int]:
    return [row[column].number or 0 for row in table.rows]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["project", "tender"])
def test_sums_are_those_of_the_items(boards: Boards, name: str, language: Language) -> None:
    """Rows of the summary add up to its last row, and to all items, in both languages alike."""
    page = boards.board(name, language)
    records = [item.record for item in boards.model.either(name, language)]
    assert page.summary
    (foot,) = page.summary.foot
    for column in range(1, len(page.summary.head)):
        assert foot[column].number == sum(numbers(page.summary, column))

    assert foot[1].number == len(records) == sum(len(group.table.rows) for group in page.groups if group.table)
    money = "budget" if name == "project" else "price"
    assert foot[2].number == sum(getattr(record, money) or 0 for record in records)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_total_of_a_state_is_that_of_its_rows(boards: Boards, language: Language) -> None:
    """Below each list of projects stands what its budgets make."""
    tables = [group.table for group in boards.board("project", language).groups if group.table]

    assert len(tables) == 5
    for table in tables:
        assert table.foot[0][4].number == sum(numbers(table, 4))


def test_the_lists_of_the_decree_stand_there_though_empty(boards: Boards) -> None:
    """A department without completed projects says so; a list that no decree wants is left out."""
    none = Site(SiteModel((), (), boards.model.vocabularies, boards.model.today, {}, {}), boards.settings, "vi")
    listing = next(one for one in listings(boards.site("vi")) if one.key == ("project",))
    make = pages_of("project").list_page
    assert make
    page = make(none, ListPart(replace(listing, items=()), 1, 1, (), True, Counterpart("vi", "", True)))
    assert isinstance(page, BoardPage)

    assert [group.id for group in page.groups] == ["state-chuan-bi", "state-dang-trien-khai", "state-hoan-tat"]


def test_what_the_decree_wants_and_is_missing_is_marked(boards: Boards) -> None:
    """On the page of the project and in its row of the board (Điều 10 khoản 1 điểm h)."""
    page = boards.page("project", "vuon-uom-cong-nghe")
    assert {row.key for row in page.attributes if row.missing} == {"goal", "funding_kind"}

    row = next(
        row
        for group in boards.board("project", "vi").groups
        for row in (group.table.rows if group.table else ())
        if row[0].address == page.address
    )
    assert [bool(cell.label) for cell in row] == [False, False, False, False, False, True, False]


def test_each_item_stands_once_on_its_board(boards: Boards) -> None:
    """In both languages, whether it has an English version or not."""
    for name in TYPES:
        for language in LANGUAGES:
            shown = [
                row[0].address
                for group in boards.board(name, language).groups
                if group.table
                for row in group.table.rows
            ]
            assert sorted(shown) == sorted(item.address for item in boards.model.either(name, language))


def drawn(page: FactsPage) -> Iterator[str]:
    for one in page.drawings:
        yield "columns" if one.columns else "lines" if one.lines else "bars"


@pytest.mark.parametrize(
    ("identity", "kinds"),
    [
        ("ho-so-truc-tuyen-10-thang-2026", ["columns"]),
        ("nhan-luc-nghien-cuu-2025", ["lines"]),
        ("kiem-dinh-9-thang-2026", ["bars", "bars", "bars"]),
    ],
)
def test_figures_are_drawn_as_suits_them(boards: Boards, identity: str, kinds: list[str]) -> None:
    """Months as columns, years as lines, long names as bars; totals and shares are not drawn among them."""
    page = boards.page("statistic", identity)

    assert list(drawn(page)) == kinds
    (table,) = page.tables
    assert bool(table.foot) == (identity != "nhan-luc-nghien-cuu-2025")
    for one in page.drawings:
        for bar in one.bars:
            assert any(bar.label == row[0].text for row in table.rows)


def test_a_table_without_english_says_its_language(boards: Boards) -> None:
    """A screen reader must not read Vietnamese words out as English."""
    (table,) = boards.page("statistic", "nhan-luc-nghien-cuu-2025", "en").tables
    (english,) = boards.page("statistic", "ho-so-truc-tuyen-10-thang-2026", "en").tables

    assert (table.lang, english.lang, english.head[0]) == ("vi", "", "Month")



@pytest.mark.parametrize(
    "told",
    [
        ("plan/cai-cach-hanh-chinh-2025.vi.md", 7, "R27", "kind"),
        ("finance/thuc-hien-quy-2-2026.vi.md", 8, "E.21", "kind"),
        ("vocabulary/expected_project.csv", 4, "E.17", ""),
        ("vocabulary/expected_science_task.csv", 10, "E.19", ""),
        ("files/quyet-toan-2025.csv", 6, "R23", ""),
    ],
)
def test_gaps_are_told_where_they_are_mended(boards: Boards, told: tuple[str, int, str, str]) -> None:
    """With file and line: beside the last of its kind, in the list of what is expected, in the table itself."""
    assert told in boards.problems


def test_what_is_expected_is_found_by_code_or_name(boards: Boards) -> None:
    """Each list tells the one row that nothing on the site meets, whatever marks its name has."""
    lists = [p[0] for p in boards.problems if p[0].startswith("vocabulary/expected_")]

    assert sorted(lists) == ["vocabulary/expected_project.csv", "vocabulary/expected_science_task.csv"]
