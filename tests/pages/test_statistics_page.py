"""The statistics page and the pages behind its figures: every number can be counted after."""

from __future__ import annotations

import csv
import io
import re
from functools import cache
from typing import Any

import pytest

from congtinh import addresses
from congtinh.build.run import Build
from congtinh.languages import LANGUAGES, Language
from congtinh.pages.contexts import FigurePage, StatisticsPage
from congtinh.pages.figure_files import figure_file
from congtinh.pages.plan import Plan
from congtinh.pages.public_figures import PublicFigure
from congtinh.pages.statistics_parts import FigureRow
from congtinh.records.registry import RECORD_TYPES
from tests.sites.copies import PROJECT, SiteCopy

OWN = """[bai_phong_su]
vi = "Phóng sự ảnh"
en = "Photo stories"
group = "news"
measure = "items"
type = "news"
kind = "phong-su-anh"
public = true
chart = true

[don_vi]
public = true

[so_chia]
vi = "Một phần không"
en = "A part of nothing"
group = "own"
formula = "bai_phong_su / bai_phong_su"
style = "percent"
public = true
"""


@pytest.fixture
def small(small: SiteCopy) -> SiteCopy:
    """The small site with every public figure that the package has, not the few of its own choice."""
    (small.content / "vocabulary/figures.toml").unlink()
    return small


@pytest.fixture
def every(small: SiteCopy) -> SiteCopy:
    """The same, built."""
    small.build()
    return small


def plan_of(site: SiteCopy, **settings: Any) -> Plan:
    read = site.settings(**settings)
    return Plan(Build(read).gather(), read)


@cache
def demonstration() -> Plan:
    return plan_of(SiteCopy(PROJECT))


def statistics(plan: Plan, language: Language = "vi") -> StatisticsPage:
    address = addresses.fixed("statistics", language)
    (page,) = [one.make() for one in plan.planned() if one.address == address]
    assert isinstance(page, StatisticsPage)
    return page


def pages_behind(plan: Plan, figure: PublicFigure, language: Language) -> list[FigurePage]:
    """The pages of a figure, the oldest first."""
    base = addresses.of_figure(figure.formula.key, language)
    found = [one.make() for one in plan.planned() if one.address.startswith(base)]
    pages = [page for page in found if isinstance(page, FigurePage)]
    assert pages[-1].address == base
    return pages


def rows_of(page: StatisticsPage) -> dict[str, FigureRow]:
    return {row.address: row for group in page.groups for row in group.rows}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_public_figure_stands_on_the_page_and_no_other(language: Language) -> None:
    """The page shows what formulas call public, each once, with a link to what is behind it."""
    plan = demonstration()
    public = [one.key for one in plan.counts.formulas.values() if one.public]
    rows = rows_of(statistics(plan, language))

    assert sorted(rows) == sorted(addresses.of_figure(key, language) for key in public)
    assert rows.keys() <= {one.address for one in plan.planned()}


def test_tables_beside_charts_add_up_to_the_figure() -> None:
    """Months, and what a figure is made of, sum to it in both languages together and in either."""
    charts = [one for group in statistics(demonstration()).groups for one in group.charts]
    figures = {addresses.facet_word(one.formula.key): one for one in demonstration().figures}

    assert len(charts) >= 3
    for chart in charts:
        now = tuple(one.value for one in figures[chart.id].this_year)
        months = [row.values for row in chart.months]
        assert tuple(map(sum, zip(*months, strict=True))) == now == tuple(chart.total)
        assert chart.months[-1].this_year == now[0]
        for table in chart.tables:
            sums = tuple(map(sum, zip(*(row.values for row in table.rows), strict=True)))
            assert sums == now or table.note


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_behind_a_figure_is_listed_once(language: Language) -> None:
    """Over all pages of its list, the columns of what a figure counts sum to its values."""
    for figure in demonstration().figures:
        pages = pages_behind(demonstration(), figure, language)
        rows = [row for page in pages for month in page.months for row in month.rows]
        columns = zip(*(row.values for row in rows), strict=True)
        assert tuple(map(sum, columns)) == tuple(one.value for one in figure.this_year)
        assert len(rows) == pages[-1].total == len(figure.things)


def test_long_lists_are_paged_from_the_oldest(small: SiteCopy) -> None:
    """Pages hold ten lines where lists have two; a new item leaves the first page as it was."""
    for number in range(25):
        text = (small.content / "news/2026/so-ket.vi.md").read_text("utf-8")
        small.write(f"news/2026/n{number}.vi.md", text.replace("2026-11-16", f"2026-03-{number + 1:02d}"))
    before = {one.address: one.decided for one in plan_of(small).planned()}
    small.write("news/2026/moi.vi.md", text.replace("2026-11-16", "2026-11-21"))
    after = {one.address: one.decided for one in plan_of(small).planned()}

    assert before["thong-ke/tin/trang-1/"] == after["thong-ke/tin/trang-1/"]
    assert before["thong-ke/tin/"] != after["thong-ke/tin/"]
    assert before["thong-ke/"] != after["thong-ke/"]


def changed(small: SiteCopy, path: str, old: str, new: str) -> set[str]:
    """The pages of the statistics that an edit decides anew."""
    before = {one.address: one.decided for one in plan_of(small).planned()}
    small.replace(path, old, new)
    after = {one.address: one.decided for one in plan_of(small).planned()}
    assert before.keys() == after.keys()
    return {at for at in before if "thong-ke" in at and before[at] != after[at]}


def test_a_title_changes_the_lists_that_show_it_and_no_figure(small: SiteCopy) -> None:
    """The statistics page shows no titles, so that it stays; the lists behind the figures follow."""
    found = changed(small, "news/2026/so-ket.vi.md", "Sơ kết mười tháng", "Sơ kết 10 tháng")

    assert found == {f"thong-ke/{key}/" for key in ("tin", "tin-bai", "tin-bai-anh")}


def test_words_of_a_text_change_nothing(small: SiteCopy) -> None:
    """What is not counted decides no page of the statistics."""
    assert changed(small, "news/2026/so-ket.vi.md", "Nội dung ngắn.", "Nội dung khác.") == set()


def test_a_genre_moves_an_item_from_one_figure_to_another(small: SiteCopy) -> None:
    """The figures that count it before and after change, those that count neither stay."""
    found = changed(small, "news/2026/so-ket.vi.md", "genre: tin", "genre: bai")

    assert {"thong-ke/", "thong-ke/tin/", "thong-ke/bai/", "thong-ke/tin-bai/"} <= found
    assert "thong-ke/van-ban/" not in found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_shows_how_it_comes_about(language: Language) -> None:
    """The working names the values of the parts, whose pages are linked, and the result last."""
    plan = demonstration()
    (figure,) = [one for one in plan.figures if one.formula.key == "tin_bai_anh"]
    page = pages_behind(plan, figure, language)[-1]
    parts = [part.value for part in figure.this_year[0].parts]

    assert page.formula == "tin + bai + anh"
    assert page.workings[0].words == f"{parts[0]} + {parts[1]} + {parts[2]} = {figure.this_year[0].value}"
    assert [one.address for one in page.made_of] == [
        addresses.of_figure(key, language) for key in ("tin", "bai", "anh")
    ]


def test_a_department_adds_figures_by_data_alone(small: SiteCopy) -> None:
    """A formula in the department's own file has its row, its page, its chart and its words."""
    small.write("vocabulary/figures.toml", OWN)
    plan = plan_of(small)
    rows = rows_of(statistics(plan))
    figures = {one.formula.key: one for one in plan.figures}

    assert rows["thong-ke/so-chia/"].once == "–"
    assert rows["thong-ke/don-vi/"].once == "1"  # the agency itself is none
    assert statistics(plan).groups[-1].title == "own"
    empty = pages_behind(plan, figures["bai_phong_su"], "en")[-1]
    assert (empty.title, empty.months, empty.total) == ("Photo stories – year 2026", (), 0)
    assert pages_behind(plan, figures["don_vi"], "vi")[-1].note
    assert pages_behind(plan, figures["don_vi"], "vi")[-1].charts is None


def test_pages_name_no_content_type() -> None:
    """Types that join later are counted by their own formulas; nothing of these pages knows any."""
    folder = PROJECT / "plugins" / "congtinh" / "pages"
    sources = [*folder.glob("statistics*.py"), *folder.glob("*figure*.py"), folder / "charts.py"]
    sources = [path for path in sources if path.name != "figures.py"]
    named = [
        (path.name, name)
        for path in sources
        for name in RECORD_TYPES
        if re.search(rf"[\"']{name}[\"']", path.read_text("utf-8"))
    ]

    assert len(sources) >= 6
    assert named == []


def test_withdrawn_items_are_counted_without_their_title(small: SiteCopy) -> None:
    """Where the settings count what was withdrawn, the list tells that it was there, and no more."""
    plan = plan_of(small, COUNT_WITHDRAWN=True)
    without = plan_of(small)
    (figure,) = [one for one in plan.figures if one.formula.key == "tin_bai"]
    (fewer,) = [one for one in without.figures if one.formula.key == "tin_bai"]
    title = re.findall("title: (.*)", (small.content / "news/2026/da-go.vi.md").read_text("utf-8"))[0]
    rows = [r for p in pages_behind(plan, figure, "en") for m in p.months for r in m.rows]

    assert len(figure.things) == len(fewer.things) + 1
    assert [row.address for row in rows if row.text == "Item that has been withdrawn"] == [""]
    assert title not in [row.text for row in rows]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_behind_a_figure_sums_to_it(language: Language) -> None:
    """The file has a line for each thing; its columns sum to the figure, its addresses are of this language."""
    plan = demonstration()
    site = plan.sites[language]
    for figure in plan.figures:
        rows = list(csv.reader(io.StringIO(figure_file(site, figure).decode("utf-8-sig"))))[1:]
        sums = tuple(sum(int(row[place]) for row in rows) for place in (3, 4, 5))
        assert sums == tuple(one.value for one in figure.this_year)
        dated = [row[0] for row in rows]
        assert dated == sorted(dated)


def test_pages_are_built_with_files_charts_and_links(every: SiteCopy) -> None:
    """The files stand where the pages lead; a chart has a name and words, and no style of its own."""
    for language, at in (("vi", "thong-ke/"), ("en", "en/statistics/")):
        text = (every.output / at / "index.html").read_text("utf-8")
        assert (every.output / f"open-data/statistics/tin.{language}.csv").is_file()
        assert "open-data/statistics.json" in text
        for svg in re.findall(r"<svg class=\"chart__picture\".*?</svg>", text, re.DOTALL):
            assert re.search(r'role="img" aria-labelledby="(\S+) (\S+)"', svg)
            assert "<title" in svg
            assert "<desc" in svg
        assert text.count('class="chart__picture"') >= 4
        assert not re.search(r"\sstyle=", text)
        ids = re.findall(r'\sid="([^"]+)"', text)
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_can_be_reached(built: SiteCopy, small: SiteCopy, language: Language) -> None:
    """From the foot of every page, the site map and the guide to open data; the menu may name it."""
    at = addresses.fixed("statistics", language)
    for key in ("sitemap", "open_data"):
        text = (built.output / addresses.fixed(key, language) / "index.html").read_text("utf-8")
        assert text.count(f'{at.rpartition("/")[0].rpartition("/")[2]}/"') >= 1
    frames = plan_of(small, MENU=("news", "statistics")).frames()

    assert frames[language].menu[-1].address == at
    assert at in [link.address for _, links in frames[language].footer for link in links]
