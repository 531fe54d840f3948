"""What goes wrong in spreadsheets: each fault told once, of its cell, and never as a failure of the program."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from congtinh.errors import Problem
from congtinh.records.reading import field_keys
from congtinh.records.registry import RECORD_TYPES
from congtinh.sheets.columns import column_of, heading_words
from congtinh.sheets.expanding import Expanded, cell_of, expanded
from congtinh.sheets.filling import in_one_cell, several
from congtinh.sheets.number_formats import format_of, shown_as
from congtinh.sheets.shapes import shapes_of

HEAD = ("tep", "Họ và tên", "Điện thoại", "Ngày đăng", "Đầu mối cung cấp thông tin")


def book(*rows: tuple[object, ...], formats: dict[str, str] | None = None, merged: str = "") -> bytes:
    made = Workbook()
    sheet = made.active
    sheet.title = "Danh bạ"
    for row in (HEAD, *rows):
        sheet.append(row)
    for at, code in (formats or {}).items():
        sheet[at].number_format = code
    if merged:
        sheet.merge_cells(merged)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def of(data: bytes, path: str = "contact/danh-ba.xlsx") -> Expanded:
    return expanded(path, data)


def told(data: bytes, path: str = "contact/danh-ba.xlsx") -> list[tuple[str, int, str]]:
    return [
        (p.message, p.cell.row if p.cell else 0, p.cell.column if p.cell else "") for p in of(data, path).problems
    ]


def text(found: Expanded, name: str = "an", lang: str = "vi") -> str:
    return found.files[f"contact/danh-ba.xlsx/{name}.{lang}.md"].decode()


def test_cells_become_what_fields_want() -> None:
    """Days, times and months as dates, zeros that a format shows, yes and no in words."""
    row = ("an", "An", 254385, dt.datetime(2026, 5, 4, 14, 30), "x")
    found = of(book(row, formats={"C2": "0000000000"}))
    assert found.problems == ()
    assert 'phone: "0000254385"' in text(found) and 'date: "2026-05-04 14:30"' in text(found)
    assert "info_focal: true" in text(found)


@pytest.mark.parametrize(
    ("rows", "more", "message", "row", "column"),
    [
        ([("an", "An", 2543852485)], {}, "has lost the zero that it began with", 2, "Điện thoại"),
        ([("an", "=A1")], {}, "is a formula whose value was not saved", 2, "Họ và tên"),
        ([("an", dt.date(2026, 1, 2))], {}, "was taken for a day by the spreadsheet program", 2, "Họ và tên"),
        ([("an", 1.5)], {}, "is a number, in which zeros at the end are lost", 2, "Họ và tên"),
        ([("an", "An"), ("an", "Bình")], {}, "is the id of another row too: {other}", 3, "tep"),
        ([("họ an", "An")], {}, "is not a name for a file", 2, "tep"),
        ([("../an", "An")], {}, "is not a name for a file", 2, "tep"),
        ([("", "", "0000")], {}, "has neither a title nor an id", 2, ""),
        ([("an", "An", "", "", "", "thừa")], {}, "stands in a column without a heading", 2, "F"),
        ([("an", "An"), ("b", "B")], {"merged": "B2:B3"}, "is merged with other cells", 2, "Họ và tên"),
        ([], {}, "holds no rows", 0, ""),
        ([("# ví dụ", "An")], {}, "holds no rows", 0, ""),
    ],
)  # fmt: skip
def test_a_fault_names_its_cell(
    rows: list[tuple[object, ...]], more: dict[str, str], message: str, row: int, column: str
) -> None:
    """The message, the row and the words over the column."""
    assert (message, row, column) in told(book(*rows, **more))  # type: ignore[arg-type]


def _zip(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


BOMB = _zip(**{"xl/workbook.xml": b'<!DOCTYPE a [<!ENTITY a "aaa">]><workbook>&a;</workbook>'})


@pytest.mark.parametrize(
    ("data", "path", "message"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "contact/a.xlsx", "is locked by a password, or is an old .xls file"),
        (b"PK\x03\x04 cut", "contact/a.xlsx", "is a damaged workbook"),
        (book(("an", "An"))[:900], "contact/a.xlsx", "is a damaged workbook"),
        (b"", "contact/a.xlsx", "is a damaged workbook"),
        (BOMB, "contact/a.xlsx", "is a damaged workbook"),
        (_zip(**{"xl/vbaProject.bin": b""}), "contact/a.xlsx", "holds macros"),
        (b"", "contact/a.csv", "holds no rows"),
        (b"", "contact/a.ods", "is not a spreadsheet that can be read"),
        ("tep;Họ và tên\nan;Lê".encode("utf-16"), "contact/a.csv", "is not UTF-8 but {encoding}"),
        ("tep;Chức vụ\nan;Trưởng phòng".encode("cp1258", "ignore"), "contact/a.csv", "is not UTF-8 but {encoding}"),
        (b'tep,name\nan,"An\n', "contact/a.csv", "has a quotation mark without its pair from line {line} on"),
        ("Họ và tên,Tuổi,Quê,Lớp\nan,5".encode(), "contact/a.csv", "has no row with the names of fields"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_spreadsheet(data: bytes, path: str, message: str) -> None:
    """Locked, damaged, empty, with macros or in another encoding: one fault of the file."""
    assert [one[0] for one in told(data, path)] == [message]


def test_a_table_of_something_else_is_left_alone() -> None:
    """A file to download that lies beside items names no field: it is neither read nor told of."""
    assert of("Năm,Sản lượng\n2025,5".encode(), "news/so-lieu.csv") == Expanded({}, {}, (), ())


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_csv_of_any_delimiter(sign: str, mark: bytes) -> None:
    """Commas, semicolons and tabs; quoted cells may hold them and line ends; headings in either language."""
    rows = (("STT", "Full name", "Phone", "Định danh"), ("1", f'"Lê{sign}\nAn"', "0254 3852 485", "an"))
    data = mark + "\r\n".join(sign.join(row) for row in rows).encode()
    (file,) = of(data, "contact/a.csv").files.items()
    assert file[0] == "contact/a.csv/an.vi.md"
    assert f'name: "Lê{sign.replace(chr(9), chr(92) + "t")}\\nAn"' in file[1].decode()


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 4000), st.sampled_from(("contact/a.xlsx", "contact/a.csv")))
def test_no_bytes_are_a_failure_of_the_program(noise: bytes, at: int, path: str) -> None:
    """A workbook with any bytes put over its own gives items or faults."""
    good = book(("an", "An", "0000 555 010"))
    found = of(good[:at] + noise + good[at + len(noise) :], path)
    assert isinstance(found, Expanded) and all(isinstance(one, Problem) for one in found.problems)


@pytest.mark.parametrize("name", RECORD_TYPES)
def test_every_heading_reads_back_to_its_field(name: str) -> None:
    """Names and labels in both languages, with the star of mandatory columns, mean one field only."""
    model = RECORD_TYPES[name]
    for field, shape in shapes_of(model).items():
        for words in (field, heading_words(model, field, "vi"), heading_words(model, field, "en")):
            column = column_of(model, f"{words} *", whole=True)
            assert column is not None and column.keys == (field,), words
            english = column_of(model, f"{words} (en)", whole=True)
            assert english is not None and (english.keys, english.language) == ((field,), "en")
        for inner in shapes_of(shape.group) if shape.is_listed and shape.group else ():
            column = column_of(model, f"{field}[2].{inner}", whole=True)
            assert column is not None and column.keys == (field, 1, inner)


@given(st.lists(st.text(st.characters(exclude_categories=("C", "Z")), min_size=1), min_size=1))
def test_lists_read_back_from_one_cell(entries: list[str]) -> None:
    """Also entries that hold semicolons, which then stand on lines of their own."""
    assert several(in_one_cell(entries)) == entries


@pytest.mark.parametrize(
    ("raw", "code", "shown"),
    [
        ("46147", "dd/mm/yyyy", dt.date(2026, 5, 5)), ("46147", "mmm-yy", "2026-05"),
        ("46147.5", "yyyy-mm-dd hh:mm", dt.datetime(2026, 5, 5, 12)), ("0.25", "hh:mm", dt.time(6)),
        ("7", "000", "007"), ("7", '#,##0 "đồng"', 7), ("7.50", "0.00", 7.5), ("7", "", 7),
    ],
)  # fmt: skip
def test_numbers_as_their_format_shows_them(raw: str, code: str, shown: object) -> None:
    """A number is a day, a month, a time or a code with zeros by its format alone."""
    assert shown_as(raw, format_of(0, code)) == shown


def test_parts_have_sheets_of_their_own(tmp_path: Path) -> None:
    """Rows of the sheet named by a list field join the item whose id or title they bear, in their order."""
    made = Workbook()
    items, pictures = made.active, made.create_sheet("Ảnh")
    items.title = "Tin"
    for row in (("id", "Tiêu đề", "Tiêu đề (en)"), ("tin-a", "Tin A", "News A")):
        items.append(row)
    for row in (("id", "Tệp ảnh", "Chữ thay thế", "Chữ thay thế (en)"), ("tin-a", "a.jpg", "Một", "One"),
                ("Tin A", "b.jpg", "Hai", ""), ("tin-b", "c.jpg", "", "")):  # fmt: skip
        pictures.append(row)
    file = io.BytesIO()
    made.save(file)
    found = expanded("news/2026/tin.xlsx", file.getvalue())
    assert [p.message for p in found.problems] == ["is not the id of a row of this workbook"]
    path = "news/2026/tin.xlsx/tin-a.vi.md"
    assert found.files[path].decode() == (
        '---\ntitle: "Tin A"\nimages:\n  - file: "a.jpg"\n    alt: "Một"\n    alt_en: "One"\n'
        '  - file: "b.jpg"\n    alt: "Hai"\n---\n'
    ).removesuffix("\n") + "\n"  # fmt: skip
    cell = cell_of(found, path, field_keys("images[2].alt"))
    assert cell and (cell.sheet, cell.row, cell.column) == ("Ảnh", 3, "Chữ thay thế")


def test_case_counts_are_named_by_procedure_and_period() -> None:
    """One workbook holds the cases of many procedures in one period, without a name for each row."""
    rows = "procedure,period,received,done\na,Q1-2026,1,1\nb,Q1-2026,2,2\na,Q2-2026,3,3\n"
    found = of(rows.encode(), "case_count/q.csv")
    assert found.problems == ()
    assert [path.rpartition("/")[2] for path in found.files] == [
        "a-q1-2026.vi.md", "b-q1-2026.vi.md", "a-q2-2026.vi.md",
    ]  # fmt: skip
