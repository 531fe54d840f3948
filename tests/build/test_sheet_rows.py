"""Rows of workbooks in a site: built as files are, an edit at a time, and told of by sheet, row and column."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from congtinh.build.cache import CacheState
from congtinh.build.reader import read_content
from congtinh.build.sheet_rows import in_sheets
from congtinh.errors import Cell
from congtinh.opendata.workbooks import SheetOf, packed_workbook
from congtinh.vocabulary.registry import Vocabularies
from tests.sites.desk import desk
from tests.sites.twins import Twins

VOCABULARIES, _ = Vocabularies.load()
HEAD = ("tep", "Họ và tên", "Họ và tên (en)", "Chức vụ", "Cấp", "Đơn vị công tác", "Điện thoại",
        "Thư điện tử công vụ", "Trạng thái", "Người duyệt", "Ngày đăng")  # fmt: skip
FIRST = ("le-van-hai", "Lê Văn Hải", "Lê Văn Hải", "Trưởng phòng", "division-head", "phong-do-luong",
         "0000 555 0111", "hai@thu.example", "Đã đăng", "Lê Thử", "05/01/2026")  # fmt: skip
SECOND = ("pham-minh", "Phạm Minh", "", "Chuyên viên", "officer", "phong-do-luong",
          "0000 555 0112", "minh@thu.example", "Đã đăng", "Lê Thử", "06/01/2026")  # fmt: skip
PATH = "contact/danh-ba.xlsx"


def book(*rows: tuple[str, ...], name: str = "Danh bạ") -> bytes:
    return packed_workbook([SheetOf(name, (HEAD,), rows)])


def with_cell(row: tuple[str, ...], heading: str, value: str) -> tuple[str, ...]:
    return tuple(value if head == heading else cell for head, cell in zip(HEAD, row, strict=True))


@pytest.mark.parametrize("long_lived", [True, False])
def test_an_edited_workbook_is_built_as_from_nothing(long_lived: bool, tmp_path: Path) -> None:
    """Rows added, changed, sorted anew, at fault, mended and taken away: the bytes of a clean build each time."""
    twins = Twins(desk(tmp_path / "site"), long_lived)
    file = twins.desk.content / PATH
    third = ("tran-an", *SECOND[1:])
    steps = [
        ("two rows", book(FIRST, SECOND), True),
        ("sorted anew, one changed", book(SECOND, with_cell(FIRST, "Điện thoại", "0000 555 0199")), True),
        ("the id of a file", book(SECOND, third), False),
        ("another sheet", book(SECOND, FIRST, name="Cán bộ"), True),
    ]
    twins.first_build()
    for told, data, is_good in steps if long_lived else steps[:2]:
        file.write_bytes(data)
        assert twins.build(told).committed is is_good
    file.unlink()
    assert twins.build("no workbook").committed


def test_only_changed_rows_are_read_again(tmp_path: Path) -> None:
    """Of a workbook whose rows were sorted and one of them changed, that one row is read."""
    file = tmp_path / "content" / PATH
    file.parent.mkdir(parents=True)
    file.write_bytes(book(FIRST, SECOND))
    content, cache = tmp_path / "content", tmp_path / "cache"
    assert read_content(content, VOCABULARIES, cache=cache).read == 3  # one of them in English too
    file.write_bytes(book(SECOND, with_cell(FIRST, "Họ và tên (en)", "Le Van Hai")))
    again = read_content(content, VOCABULARIES, cache=cache)
    assert (again.read, again.state) == (1, CacheState.USED)
    assert {item.id for item in again.items} == {"contact/le-van-hai", "contact/pham-minh"}


def test_a_fault_is_told_of_its_cell(tmp_path: Path) -> None:
    """Path of the workbook, sheet, row and the column's own words, in Vietnamese and for machines."""
    file = tmp_path / PATH
    file.parent.mkdir(parents=True)
    file.write_bytes(book(FIRST, with_cell(SECOND, "Điện thoại", "không rõ")))
    (told,) = [p for p in in_sheets(tmp_path, read_content(tmp_path, VOCABULARIES).problems) if p.is_error]
    assert (told.path, told.cell) == (PATH, Cell("Danh bạ", 3, "Điện thoại"))
    words = {"sheet {name}": "trang tính {name}", "row {name}": "hàng {name}", "column {name}": "cột {name}"}
    assert told.told(lambda text: words.get(text, text)).startswith(
        "trang tính Danh bạ, hàng 3, cột Điện thoại: “không rõ” "
    )
    assert told.as_dict()["cell"] == {"sheet": "Danh bạ", "row": 3, "column": "Điện thoại"}


def test_a_workbook_and_a_file_cannot_be_one_item(tmp_path: Path) -> None:
    """An id that a row and a file share is told, with the row that bears it."""
    small = desk(tmp_path / "site")
    (small.content / PATH).write_bytes(book(("tran-an", *FIRST[1:])))
    (told,) = [p for p in small.site.check().problems if "is the id of" in p.message]
    assert (told.path, told.params["other"]) == ("contact/tran-an.vi.md", Cell("Danh bạ", 2, file=PATH))


def test_links_and_files_are_meant_from_the_folder_of_the_workbook(tmp_path: Path) -> None:
    """A picture beside the workbook is found, and other files link to a row as to a file beside it."""
    small = desk(tmp_path / "site")
    head, row = (*HEAD, "Ảnh chân dung"), (*FIRST, "../images/chan-dung.png")
    (small.content / PATH).write_bytes(packed_workbook([SheetOf("Danh bạ", (head,), [row])]))
    news = next(path for path in small.items("news") if path.endswith(".vi.md"))
    up = "../" * news.count("/")
    small.set_body(news, f"Hỏi [ông Lê Văn Hải]({up}contact/le-van-hai.vi.md).")
    assert [p for p in small.site.check().problems if p.is_error] == []


def test_a_workbook_edited_by_openpyxl_reads_as_before(tmp_path: Path) -> None:
    """Shared strings, styles and empty rows that other programs write change nothing."""
    file = tmp_path / PATH
    file.parent.mkdir(parents=True)
    opened = load_workbook(io.BytesIO(book(FIRST, SECOND)))
    opened.active.cell(40, 1).value = None
    opened.create_sheet("Trang trống")
    opened.save(file)
    reading = read_content(tmp_path, VOCABULARIES)
    assert {item.id for item in reading.items} == {"contact/le-van-hai", "contact/pham-minh"}
    assert [p for p in reading.problems if p.rule == "D42"] == []
