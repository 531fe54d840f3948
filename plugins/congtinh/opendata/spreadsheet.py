"""A table as a workbook of one sheet (ECMA-376, SpreadsheetML): the same bytes for the same table.

Written here and not through openpyxl, which takes ten times as long: the list of public information
is made anew whenever a document joins.  Tests read every workbook back through openpyxl.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

Cell = str | int | dt.date | None

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_LONGEST_TEXT, _LONGEST_NAME = 32_767, 31
_FIRST_DAY, _FIRST_SURE_DAY = dt.date(1899, 12, 30), dt.date(1900, 3, 1)
_EPOCH = (1980, 1, 1, 0, 0, 0)
_HEAD, _WRAPPED, _DAY = 1, 2, 3
"""Styles of a cell, by their place in ``cellXfs``."""

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_TYPES}">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELATIONS}">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}">'
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Arial"/></font>'
    '<font><b/><sz val="11"/><name val="Arial"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    + "".join(
        f'<xf numFmtId="{number}" fontId="{font}" fillId="0" borderId="0" xfId="0"'
        f' applyNumberFormat="1" applyFont="1" applyAlignment="1">'
        f'<alignment vertical="top" wrapText="{wrap}"/></xf>'
        for number, font, wrap in ((0, 1, 1), (0, 0, 1), (164, 0, 0))
    )
    + '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>",
}


def workbook(
    name: str, head: Sequence[str], rows: Iterable[Sequence[Cell]], widths: Sequence[int]
) -> bytes:
    """A workbook with the sheet ``name``; ``widths`` of its columns in letters.

    The head stays in sight and filters; days are days; signs that XML does not know are left out.
    """
    table = [_row(1, head, _HEAD), *(_row(n, cells, _WRAPPED) for n, cells in enumerate(rows, 2))]
    parts = _PARTS | {
        "xl/workbook.xml": _book(name, len(head), len(table)),
        "xl/worksheets/sheet1.xml": _sheet(table, len(head), widths),
    }
    made = io.BytesIO()
    with ZipFile(made, "w") as archive:
        for path, text in parts.items():
            entry = ZipInfo(path, _EPOCH)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 0
            archive.writestr(entry, f"{_XML}{text}".encode())
    return made.getvalue()


def _book(name: str, columns: int, rows: int) -> str:
    title = _NOT_IN_NAMES.sub(" ", _clean(name))[:_LONGEST_NAME].strip() or "1"
    quoted = quoteattr(title)
    area = escape(f"'{title}'!$A$1:${_letters(columns)}${rows}")
    return (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        f'<sheets><sheet name={quoted} sheetId="1" r:id="rId1"/></sheets>'
        f'<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">{area}'
        f"</definedName></definedNames></workbook>"
    )


def _sheet(table: Sequence[str], columns: int, widths: Sequence[int]) -> str:
    cols = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>'
        for n, width in enumerate(widths, 1)
    )
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>'
        f"</sheetViews><cols>{cols}</cols><sheetData>{''.join(table)}</sheetData>"
        f'<autoFilter ref="A1:{_letters(columns)}{len(table)}"/></worksheet>'
    )


def _row(number: int, cells: Sequence[Cell], style: int) -> str:
    inner = "".join(
        _cell(f"{_letters(column)}{number}", value, style)
        for column, value in enumerate(cells, 1)
        if value not in (None, "")
    )
    return f'<row r="{number}">{inner}</row>'


def _cell(at: str, value: Cell, style: int) -> str:
    if isinstance(value, int):
        return f'<c r="{at}" s="{style}"><v>{value}</v></c>'
    if isinstance(value, dt.date) and value >= _FIRST_SURE_DAY:
        return f'<c r="{at}" s="{_DAY}"><v>{(value - _FIRST_DAY).days}</v></c>'
    text = escape(_clean(str(value))[:_LONGEST_TEXT])
    return f'<c r="{at}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _clean(text: str) -> str:
    return _NOT_IN_XML.sub("", text)


def _letters(column: int) -> str:
    """``A`` for 1, ``Z`` for 26, ``AA`` for 27."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
