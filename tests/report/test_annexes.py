"""The annexes of the demonstration's report: every total is the sum of its rows, and that of the text."""

from __future__ import annotations

import pytest

from congtinh.build.run import Build
from congtinh.languages import LANGUAGES, Language
from congtinh.periods import parse_period
from congtinh.report.annex_data import annex_of, kept_annex
from congtinh.report.annexes import ANNEXES, annexes
from congtinh.report.document import Table
from congtinh.report.reminding import letters
from congtinh.settings import Settings
from congtinh.statistics.counting import counting_of
from congtinh.statistics.gaps import gaps
from congtinh.statistics.scorecards import Scorecards
from congtinh.statistics.site_counts import SiteCounts


@pytest.fixture(scope="module")
def cards(department: tuple[Build, Settings]) -> Scorecards:
    build, settings = department
    assert build.model
    return Scorecards(SiteCounts(build.model, counting_of(settings)), parse_period("N-2026"), settings.agency)


def table_of(cards: Scorecards, number: int, language: Language = "vi") -> Table:
    return ANNEXES[number](cards, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", ANNEXES)
def test_totals_are_the_sums_of_the_rows(cards: Scorecards, number: int, language: Language) -> None:
    """Each row has a cell for each column, and each total is what the rows make."""
    table = table_of(cards, number, language)

    assert table.caption
    for row in table.rows:
        assert len(row) == len(table.columns)
    for place in table.sums if table.totals else ():
        total = table.totals[place] if table.totals else None
        assert total is not None
        assert total.value == sum(row[place].value or 0 for row in table.rows)  # type: ignore[misc]


def test_news_by_category_are_all_news(cards: Scorecards) -> None:
    """Annex 1 and the figures of the text tell the same."""
    table, figures = table_of(cards, 1), cards.counts.figures(cards.period)
    wanted = [figures.figure(key, code).value for code in LANGUAGES for key in ("tin", "bai", "anh")]

    assert table.totals
    assert [cell.value for cell in table.totals[2:8] if cell] == wanted
    assert table.totals[8].value == figures.figure("tin_bai_anh", "each").value  # type: ignore[union-attr]


def test_units_keep_zero_rows(cards: Scorecards) -> None:
    """Every unit that existed has a row, whatever it sent; the sum is that of the text."""
    table = table_of(cards, 3)
    names = {row[1].value for row in table.rows}

    assert {cards.units.label(unit).vi for unit in cards.units.existing(*cards.period.days)} - names <= {
        cards.units.label(cards.units.agency).vi
    }
    assert table.totals
    assert table.totals[3].value == cards.counts.figures(cards.period).figure("tin_bai").value  # type: ignore[union-attr]


def test_annexes_come_back_as_they_were_kept(cards: Scorecards) -> None:
    """Days, shares, links and totals, through the JSON of a report."""
    data = {"annexes": annexes(cards)}
    for language in LANGUAGES:
        for number in ANNEXES:
            table = annex_of(data, number, language)
            assert kept_annex(number, table) == kept_annex(number, table_of(cards, number, language))


def test_what_a_unit_owes_stands_in_its_letter(cards: Scorecards) -> None:
    """One letter for each unit with gaps, as many things in it as it has gaps; the agency writes none to itself."""
    owed = [gap.unit for gap in gaps(cards) if gap.unit and gap.unit != cards.units.agency]
    agency = {"code": "SKHCN", "name": {"vi": "Sở", "en": "Department"}, "site": ""}
    made = list(letters(cards, {}, agency, "vi", None))

    assert {one.unit for one in made} == set(owed)
    assert all(one.gaps == owed.count(one.unit) for one in made)
    assert cards.units.agency not in {one.unit for one in made}


def test_procedures_by_level_are_all_procedures(cards: Scorecards) -> None:
    """Annex 8: levels of every scale add up to the procedures, and both to the figures of the text."""
    table, figures = table_of(cards, 8), cards.counts.figures(cards.period)
    numbers = [[cell.value or 0 for cell in row[2:]] for row in table.rows]

    assert table.totals
    assert all(row[0] == sum(row[1:-3]) for row in numbers)  # type: ignore[arg-type]
    assert all("Thang" in column.group for column in table.columns[3:-3])
    keys = ("ho_so_tiep_nhan", "ho_so_da_xu_ly", "ho_so_dung_han")
    told = [table.totals[2], *table.totals[-3:]]
    assert [cell.value for cell in told if cell] == [figures.figure(k, "").value for k in ("thu_tuc", *keys)]
