"""Tables of service quality are read from files beside the items; their faults name file, row and column."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from congtinh.build.run import Build
from congtinh.records.quality_rows import QualityRow
from congtinh.records.service_quality import ServiceQuality
from tests.sites.copies import SiteCopy
from tests.sites.desk import desk
from tests.sites.twins import Twins

ITEM = """---
title: Cam kết chất lượng dịch vụ của Sở
slug: cam-ket
summary: Các chỉ tiêu mà Sở cam kết.
date: 2026-10-05
part: cam-ket
unit: van-phong
measured_on: 2026-09-30
next_due: {due}
table: {table}
status: published
approved_by: Lê Văn Thử
---

Nội dung.
"""
HEAD = "Chỉ tiêu,Đơn vị tính,Kết quả,Kỳ,Nguồn số liệu"
GOOD = f'{HEAD}\nHồ sơ đúng hạn,%,"98,6",Quý II/2026,Văn phòng\nHồ sơ đúng hạn,%,99,Quý III/2026,Văn phòng\n'


def write(site: SiteCopy, table: str, name: str = "cam-ket.csv", due: str = "2027-01-15") -> None:
    site.write("service_quality/cam-ket.vi.md", ITEM.format(table=name, due=due))
    site.write(f"service_quality/{name}", table)


def rows_of(site: SiteCopy) -> tuple[QualityRow, ...]:
    (item,) = (i for i in Build(site.settings()).gather().items if i.type == "service_quality")
    assert isinstance(item.record, ServiceQuality)
    return item.record.rows or ()


def test_a_csv_and_a_workbook_are_read_alike(small: SiteCopy) -> None:
    """The same cells give the same rows, with headings of either language or the names of fields."""
    write(small, GOOD)
    of_csv = rows_of(small)
    book = Workbook()
    book.active.append(["indicator", "Unit of measure", "KẾT QUẢ", "Period", "source"])
    book.active.append(["Hồ sơ đúng hạn", "%", 98.6, "Q2-2026", "Văn phòng"])
    book.active.append(["Hồ sơ đúng hạn", "%", 99, "Q3-2026", "Văn phòng"])
    book.save(Path(small.content, "service_quality/cam-ket.xlsx"))
    small.write("service_quality/cam-ket.vi.md", ITEM.format(table="cam-ket.xlsx", due="2027-01-15"))

    assert len(of_csv) == 2
    assert rows_of(small) == of_csv


@pytest.mark.parametrize(
    ("table", "line", "column"),
    [
        (GOOD.replace("99,", "chín chín,"), 3, "Kết quả"),
        (GOOD.replace("Quý III/2026", "mùa thu"), 3, "Kỳ"),
        (GOOD.replace("Văn phòng\n", "\n", 1), 2, "Nguồn số liệu"),
        (GOOD.replace("Kỳ", "Giai đoạn"), 1, "Giai đoạn"),
        (f"{HEAD},Là một phần của\nA,phiếu,3,Q2-2026,S,Tổng\nTổng,phiếu,4,Q2-2026,S,\n", 2, "Kết quả"),
    ],
)
def test_a_fault_names_file_row_and_column(small: SiteCopy, table: str, line: int, column: str) -> None:
    """The column is named as the file names it; the build does not go on."""
    write(small, table)
    found = [p for p in small.check().problems if p.path == "service_quality/cam-ket.csv"]

    assert (line, column) in [(p.line, p.field) for p in found]
    assert all(p.is_error and p.rule == "R23" for p in found)


@pytest.mark.parametrize("name", ["khong-co.csv", "cam-ket.pdf"])
def test_a_table_that_is_none_is_told_of_its_item(small: SiteCopy, name: str) -> None:
    """A file that is not there, or no table, is a fault of the field that names it."""
    small.write("service_quality/cam-ket.vi.md", ITEM.format(table=name, due="2027-01-15"))
    found = [p for p in small.check().problems if p.is_error]

    assert "table" in {p.field for p in found}


def test_a_table_that_changes_changes_its_page(tmp_path: Path) -> None:
    """The page, its list and the open data follow the table as a clean build has them; a day may make it late."""
    made = desk(tmp_path / "site")
    made.settings["TODAY"] = "2026-11-22"
    write(made.site, GOOD, due="2026-11-30")
    twins = Twins(made)
    twins.first_build()
    page = twins.output / "chat-luong-dich-vu/cam-ket/index.html"
    assert "98,6" in page.read_text("utf-8")
    made.site.write("service_quality/cam-ket.csv", GOOD.replace("98,6", "97,4"))
    twins.build("another value")
    assert "97,4" in page.read_text("utf-8")
    assert "status--in-force" in page.read_text("utf-8")
    made.settings["TODAY"] = "2026-12-01"
    twins.build("a day later than due")
    assert "status--partly-expired" in page.read_text("utf-8")
