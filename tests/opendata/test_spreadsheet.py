"""Workbooks are read back by openpyxl, cell by cell, and are the same bytes for the same table."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

import openpyxl
from hypothesis import given
from hypothesis import strategies as st

from congtinh.opendata.sheet_xml import letters as _letters
from congtinh.opendata.spreadsheet import workbook

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40)
DAYS = st.dates(dt.date(1900, 3, 1), dt.date(2199, 12, 31))
CELLS = st.none() | TEXTS | DAYS | st.integers(-(10**9), 10**9)
TABLES = st.integers(1, 6).flatmap(
    lambda n: st.tuples(
        st.lists(TEXTS.filter(bool), min_size=n, max_size=n),
        st.lists(st.lists(CELLS, min_size=n, max_size=n), max_size=6),
    )
)


def read(data: bytes) -> Any:
    """The one sheet of a workbook."""
    (sheet,) = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    return sheet


def as_read(cell: object) -> object:
    """What a reader of spreadsheets finds in a cell."""
    if isinstance(cell, dt.date):
        return dt.datetime.combine(cell, dt.time())
    return None if cell == "" else cell


@given(TABLES)
def test_every_cell_is_read_back(table: tuple[list[str], list[list[Any]]]) -> None:
    """Texts, days, numbers and empty cells, whatever letters they hold; days are days."""
    head, rows = table
    sheet = read(workbook("Danh mục", head, rows, [20] * len(head)))
    found = [[cell.value for cell in line] for line in sheet.iter_rows(max_col=len(head))]

    assert found[0] == head
    wanted = [[as_read(cell) for cell in line] for line in rows]
    assert found[1:] == wanted[: len(found) - 1]
    assert all(cell is None for line in wanted[len(found) - 1 :] for cell in line)


def test_a_text_is_never_a_formula() -> None:
    """What an editor typed is a text to a spreadsheet, even with a sign of equality before it."""
    sheet = read(workbook("a", ["=1+1"], [["=HYPERLINK(1)"]], [10]))

    assert [sheet["A1"].data_type, sheet["A2"].data_type] == ["s", "s"]
    assert sheet["A2"].value == "=HYPERLINK(1)"


def test_signs_that_xml_has_not_are_left_out() -> None:
    """A lone control sign of an old system breaks no file."""
    assert read(workbook("a", ["x"], [["a\x00b\x0bc\ufffe"]], [10]))["A2"].value == "abc"


@given(st.text(max_size=60))
def test_any_title_names_the_sheet(name: str) -> None:
    """31 letters at most and none of those that a sheet's name may not have."""
    title = read(workbook(name, ["x"], [], [10])).title

    assert 1 <= len(title) <= 31
    assert not set(title) & set(r"[]:*?/\'")


def test_the_same_table_has_the_same_bytes() -> None:
    """No clock and no system stands in the file, so that a build can be repeated."""
    rows = [["Kế hoạch", dt.date(2026, 11, 22)]]
    data = workbook("Danh mục", ["a", "b"], rows, [10, 10])
    entries = zipfile.ZipFile(io.BytesIO(data)).infolist()

    assert data == workbook("Danh mục", ["a", "b"], rows, [10, 10])
    assert {(entry.date_time, entry.create_system) for entry in entries} == {
        ((1980, 1, 1, 0, 0, 0), 0)
    }


def test_the_head_stays_in_sight_and_filters() -> None:
    """A long list can be scrolled and narrowed at once."""
    sheet = read(workbook("a", ["x"] * 28, [["1"] * 28] * 3, [10] * 28))

    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:AB4"
    assert [_letters(n) for n in (1, 26, 27, 52, 53, 702, 703)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]
