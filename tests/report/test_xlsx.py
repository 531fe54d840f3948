"""The annexes as a workbook, read back by openpyxl and by calamine."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from congtinh.report.document import Cell, Column, Table, annex_number
from congtinh.report.xlsx import SumFault, xlsx
from tests.report.written_samples import items_annex, report

DOCUMENT = report("vi")


def sheets(*annexes: Table) -> list[Worksheet]:
    """The sheets of a workbook with these annexes."""
    book = load_workbook(io.BytesIO(xlsx(replace(DOCUMENT, annexes=annexes))))
    return [sheet for sheet in book.worksheets if isinstance(sheet, Worksheet)]


def read_by_another(*annexes: Table) -> list[list[list[object]]]:
    """Values of all sheets as calamine reads them, which knows no formula."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(xlsx(replace(DOCUMENT, annexes=annexes))))
    return [book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names]  # type: ignore[misc]


def test_a_sheet_for_each_annex() -> None:
    """Named by its number, its name above, the head in sight and printed on each page."""
    first, second = sheets(*DOCUMENT.annexes)
    assert (first.title, second.title) == ("Phụ lục I", "Phụ lục III")
    assert first["A1"].value == "Phụ lục I – Tin, bài, ảnh đã đăng"
    assert first.freeze_panes == "A6" and first.print_title_rows == "$4:$5"
    assert second.freeze_panes == "A5" and second.print_title_rows == "$4:$4"
    assert first["C4"].value == "Tiếng Việt" and "C4:E4" in first.merged_cells and first["C5"].value == "Tin"
    assert first["C4"].font.bold and first["A4"].font.bold


def test_totals_are_formulas_that_bear_their_value() -> None:
    """``SUM`` over the rows, and the value beside it for programs that do not reckon."""
    annex = items_annex("vi", rows=45)
    (sheet,) = sheets(annex)
    assert sheet["C51"].value == "=SUM(C6:C50)" and sheet["J51"].value == "=SUM(J6:J50)"
    assert annex.totals is not None
    ((*_, totals, _note_gap, _note),) = read_by_another(annex)
    expected = [cell.value if cell else None for cell in annex.totals]
    assert [value for value in totals if value != ""] == [value for value in expected if value is not None]


def test_numbers_shares_and_days_are_what_they_are() -> None:
    """A share is a number of percent, a day a day, a count has its thousands set apart."""
    columns = (Column("n", "number"), Column("p", "percent", decimals=1), Column("d", "day"),
               Column("f", "number", decimals=2))  # fmt: skip
    row = (Cell(3_910_575), Cell(Fraction(1, 8)), Cell(dt.date(2026, 7, 5)), Cell(Fraction(1, 4)))
    (sheet,) = sheets(Table("t", columns, (row, (Cell("không"), Cell(), Cell("chưa"), Cell(0)))))
    count, share, day, fraction = (sheet.cell(5, n) for n in range(1, 5))
    assert (count.value, count.number_format) == (3_910_575, "#,##0")
    assert (share.value, share.number_format) == (0.125, "0.0\\ %")
    assert (day.value, day.number_format) == (dt.datetime(2026, 7, 5), "dd/mm/yyyy")
    assert (fraction.value, fraction.number_format) == (0.25, "#,##0.00")
    assert [sheet.cell(6, n).value for n in range(1, 5)] == ["không", None, "chưa", 0]


def test_words_are_no_formulas() -> None:
    """A name that begins with ``=`` stays a name; signs that no file holds are left out."""
    (sheet,) = sheets(Table("t", (Column("=A1"),), ((Cell("=1+1"),), (Cell("a\x00b"),))))
    assert [sheet.cell(row, 1).data_type for row in (4, 5, 6)] == ["s", "s", "s"]
    assert sheet.cell(5, 1).value == "=1+1" and sheet.cell(6, 1).value == "ab"


def test_sheets_have_names_that_workbooks_allow() -> None:
    """Names are short, differ in more than case, and hold no forbidden sign."""
    long = "Danh sách [dự án]: chuẩn bị / đang triển khai?*" * 2
    annexes = [Table(name, (Column("a"),), ()) for name in (long, long, "", "x", "X")]
    titles = [sheet.title for sheet in sheets(*annexes)]
    assert len({title.casefold() for title in titles}) == 5 and all(0 < len(title) <= 31 for title in titles)
    assert not any(sign in title for sign in "[]:*?/\\" for title in titles)


def test_a_total_that_its_rows_do_not_make_is_refused() -> None:
    """Total = parts: the workbook would say another figure than the text."""
    wrong = Table("t", (Column("a"), Column("n", "number")), ((Cell("x"), Cell(2)),), (None, Cell(3)),
                  annex_number(2, "vi"), (1,))  # fmt: skip
    with pytest.raises(SumFault, match="Phụ lục II – n: 3 ≠ 2"):
        xlsx(replace(DOCUMENT, annexes=(wrong,)))


NUMBERS = st.one_of(st.integers(-(10**9), 10**9), st.fractions(-1000, 1000, max_denominator=50), st.none())


@given(st.lists(st.tuples(NUMBERS, NUMBERS), min_size=1, max_size=8))
def test_the_value_beside_a_formula_is_the_sum(rows: list[tuple[int | Fraction | None, ...]]) -> None:
    """Whatever the rows hold, the value that is stored is what a reader would add up."""
    columns = (Column("tên"), Column("a", "number"), Column("b", "number"))
    made = tuple((Cell("x"), *(Cell(value) for value in row)) for row in rows)
    table = Table("t", columns, made, (Cell("Tổng"), Cell(), Cell()), sums=(1, 2))
    ((*_, totals),) = read_by_another(table)
    for place in (0, 1):
        assert totals[place + 1] == pytest.approx(float(sum(row[place] or 0 for row in rows)), rel=1e-12)


def test_the_same_document_makes_the_same_bytes() -> None:
    """No clock in the file; and a workbook of no annexes opens too."""
    assert xlsx(DOCUMENT) == xlsx(DOCUMENT)
    assert xlsx(DOCUMENT) != xlsx(replace(DOCUMENT, number="10"))
    book = load_workbook(io.BytesIO(xlsx(DOCUMENT)))
    assert book.properties.modified == dt.datetime(2026, 7, 5)
    assert len(sheets()) == 1
