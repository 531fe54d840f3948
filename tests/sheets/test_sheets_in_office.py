"""A workbook in the hands of LibreOffice: a template is filled in, saved by it and read back."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from congtinh.build.reader import read_content
from congtinh.records.contact import Contact
from congtinh.sheets.template import template
from congtinh.vocabulary.registry import Vocabularies

SOFFICE = shutil.which("soffice")
VOCABULARIES, _ = Vocabularies.load()

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed"),
]

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_MACRO = """
Sub Fill(source, target)
Dim hidden(0) As New com.sun.star.beans.PropertyValue
hidden(0).Name = "Hidden"
hidden(0).Value = True
book = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
sheet = book.Sheets.getByIndex(0)
{steps}
Dim kind(0) As New com.sun.star.beans.PropertyValue
kind(0).Name = "FilterName"
kind(0).Value = "Calc MS Excel 2007 XML"
book.storeToURL(ConvertToURL(target), kind())
book.close(True)
End Sub
"""


def edited(source: Path, target: Path, steps: list[str], folder: Path) -> None:
    """``source`` opened by LibreOffice, changed by lines of Basic and saved as ``target``."""
    assert SOFFICE
    start = [SOFFICE, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    subprocess.run([*start, "--terminate_after_init"], check=True, capture_output=True, timeout=300)
    code = _MACRO.format(steps="\n".join(steps)).replace("&", "&amp;").replace("<", "&lt;")
    (folder / "profile/user/basic/Standard/Module1.xba").write_text(
        f'{_HEAD}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" '
        f'script:language="StarBasic">{code}</script:module>',
        "utf-8",
    )
    command = [*start, f'macro:///Standard.Module1.Fill("{source}","{target}")']
    subprocess.run(command, check=True, capture_output=True, timeout=300)


def test_a_template_filled_in_by_libreoffice_reads_back(tmp_path: Path) -> None:
    """Words of drop-down lists, a day, a formula and a telephone in a text column; the example is no item."""
    source, target = tmp_path / "mau.xlsx", tmp_path / "content/contact/danh-ba.xlsx"
    target.parent.mkdir(parents=True)
    source.write_bytes(template(Contact, VOCABULARIES, dt.date(2026, 11, 22)))
    heads = [str(cell.value).rstrip(" *") for cell in load_workbook(source).worksheets[0][1]]
    row = {
        "Tên tệp (không đuôi)": '.String = "an"', "Họ và tên": '.String = "Lê An"',
        "Nhiệm vụ (en)": '.String = "Measuring"', "Chức vụ": '.String = "Trưởng phòng"',
        "Cấp": '.String = "Trưởng phòng và tương đương"', "Điện thoại": '.FormulaLocal = "0000555010"',
        "Trạng thái": '.String = "Đã đăng"', "Ngày đăng": '.FormulaLocal = "2026-01-05"',
        "Thứ tự": '.Formula = "=1+2"', "Đầu mối cung cấp thông tin": '.String = "có"',
    }  # fmt: skip
    steps = [f"sheet.getCellByPosition({heads.index(head)}, 4){step}" for head, step in row.items() if head in heads]
    assert len(steps) == len(row)
    edited(source, target, steps, tmp_path)
    reading = read_content(tmp_path / "content", VOCABULARIES)
    told = [problem for problem in reading.problems if problem.rule != "R1"]
    assert [(item.id, item.lang) for item in reading.items] == [("contact/an", "en"), ("contact/an", "vi")]
    record = reading.items[1].record
    assert isinstance(record, Contact), told
    assert (record.name, record.phone, record.status, record.rank_order) == ("Lê An", "0000555010", "published", 3)
    assert record.date and record.date.date() == dt.date(2026, 1, 5) and record.info_focal is True
    kept = load_workbook(target)
    assert kept["_danh-muc"].sheet_state == "hidden"
    assert any(one.type == "list" and one.formula1 for one in kept.worksheets[0].data_validations.dataValidation)
