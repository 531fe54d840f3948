"""What LibreOffice makes of the files: pages of the report, sums of the workbook."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PageObject, PdfReader
from python_calamine import CalamineWorkbook

from congtinh.report.docx import docx
from congtinh.report.xlsx import xlsx
from tests.report.written_samples import report

SOFFICE = shutil.which("soffice")

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed"),
]


def converted(kind: str, folder: Path, *files: Path) -> list[Path]:
    """The files turned into another kind, in a folder of their own, by one run of the program."""
    assert SOFFICE
    out = folder / "out"
    command = [SOFFICE, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}",
               "--convert-to", kind, "--outdir", str(out), *map(str, files)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return [out / file.with_suffix(f".{kind}").name for file in files]


def words(page: PageObject) -> str:
    """The page's words with single spaces."""
    return " ".join(page.extract_text().split())


def test_the_report_as_pages(tmp_path: Path) -> None:
    """A4; no number on a first page, numbers above from the second; annexes on pages of their own.

    The wide annex lies on its side and repeats its head; nobody signs on a page without text.
    """
    files = [tmp_path / "vi.docx", tmp_path / "en.docx"]
    for file in files:
        file.write_bytes(docx(report("en" if file.stem == "en" else "vi")))
    for pdf, head in zip(converted("pdf", tmp_path, *files), ("STT", "No."), strict=True):
        pages = list(PdfReader(pdf).pages)
        sizes = [(round(p.mediabox.width / 72 * 25.4), round(p.mediabox.height / 72 * 25.4)) for p in pages]
        assert sizes == [(210, 297), (210, 297), (297, 210), (297, 210), (210, 297)]
        texts = list(map(words, pages))
        assert [text.startswith("2 ") for text in texts] == [False, True, False, True, False]
        assert head in texts[2] and head in texts[3]
        assert "./." in texts[1] and "VT, VP." in texts[1]


def test_the_formulas_reckon(tmp_path: Path) -> None:
    """With one row changed and stored values gone, LibreOffice finds the new total by our formula."""
    document = report("vi")
    book = load_workbook(io.BytesIO(xlsx(document)))
    sheet = book.worksheets[0]
    before = document.annexes[0].rows[0][2].value
    assert isinstance(before, int) and sheet["C6"].value == before
    sheet["C6"].value = before + 1000
    changed = tmp_path / "changed.xlsx"
    book.save(changed)
    (made,) = converted("xlsx", tmp_path, changed)
    rows = CalamineWorkbook.from_path(made).get_sheet_by_name("Phụ lục I").to_python(skip_empty_area=False)
    totals = document.annexes[0].totals
    assert totals is not None
    expected = [cell.value if cell else None for cell in totals[2:10]]
    assert isinstance(expected[0], int)
    assert rows[50][2:10] == [expected[0] + 1000, *expected[1:]]
