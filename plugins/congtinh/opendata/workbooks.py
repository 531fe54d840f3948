"""Workbooks of several sheets (ECMA-376, SpreadsheetML): the same bytes for the same sheets.

Written here and not through openpyxl, which takes ten times as long; drop-down lists and the notes
that appear beside a chosen cell are one element each, so templates need no other library either.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from congtinh.opendata.sheet_xml import (
    HEAD,
    MAIN,
    STYLES,
    WRAPPED,
    Cell,
    clean,
    letters,
    row_xml,
)

_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME, _LONGEST_TITLE, _LONGEST_NOTE = 31, 32, 255
_EPOCH = (1980, 1, 1, 0, 0, 0)
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PACKAGE = "application/vnd.openxmlformats-package.relationships+xml"


@dataclass(frozen=True, slots=True)
class Note:
    """What is told when a cell of a column is chosen, and the words that it offers.

    ``column``, ``first`` and ``last`` count from 1; ``source``: a range such as ``'_lists'!$A$1:$A$9``;
    ``is_strict``: another word is refused, not only warned of.
    """

    column: int
    first: int
    last: int
    title: str
    text: str
    source: str = ""
    is_strict: bool = False


@dataclass(frozen=True, slots=True)
class SheetOf:
    """One sheet: the rows of its head and those below; ``widths`` of its columns in letters.

    ``styles``: of the cells below the head, by column; ``head_styles``: of each row of the head;
    ``hidden_rows``: of the head, from 1; ``is_filtered``: the last row of the head filters.
    """

    name: str
    head: Sequence[Sequence[Cell]]
    rows: Sequence[Sequence[Cell]] = ()
    widths: Sequence[int] = ()
    styles: Sequence[int] = (WRAPPED,)
    head_styles: Sequence[Sequence[int]] = ((HEAD,),)
    hidden_rows: frozenset[int] = frozenset()
    row_styles: Sequence[Sequence[int]] = ()
    notes: Sequence[Note] = ()
    is_hidden: bool = False
    is_filtered: bool = True


def sheet_name(text: str) -> str:
    """A text as the name of a sheet."""
    return _NOT_IN_NAMES.sub(" ", clean(text))[:_LONGEST_NAME].strip() or "1"


def packed_workbook(sheets: Sequence[SheetOf]) -> bytes:
    """The workbook as a file; the names of the sheets are taken as ``sheet_name`` makes them."""
    numbers = range(1, len(sheets) + 1)
    parts = {
        "[Content_Types].xml": _content_types(len(sheets)),
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": _book_relations(len(sheets)),
        "xl/styles.xml": STYLES,
        "xl/workbook.xml": _book(sheets),
        **{f"xl/worksheets/sheet{n}.xml": _sheet(one) for n, one in zip(numbers, sheets, strict=True)},
    }
    made = io.BytesIO()
    with ZipFile(made, "w") as archive:
        for path, text in parts.items():
            entry = ZipInfo(path, _EPOCH)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 0
            archive.writestr(entry, f"{_XML}{text}".encode())
    return made.getvalue()


def _content_types(sheets: int) -> str:
    listed = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_KIND}.worksheet+xml"/>'
        for n in range(1, sheets + 1)
    )
    return (
        f'<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType="{_PACKAGE}"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/>{listed}</Types>'
    )


def _book_relations(sheets: int) -> str:
    listed = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, sheets + 1)
    )
    return (
        f'<Relationships xmlns="{_RELATIONS}">{listed}'
        f'<Relationship Id="rId{sheets + 1}" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
    )


def _book(sheets: Sequence[SheetOf]) -> str:
    listed, areas = "", ""
    for place, sheet in enumerate(sheets):
        name, hidden = sheet_name(sheet.name), ' state="hidden"' if sheet.is_hidden else ""
        listed += f'<sheet name={quoteattr(name)} sheetId="{place + 1}"{hidden} r:id="rId{place + 1}"/>'
        if sheet.is_filtered:
            area = escape(f"'{name}'!{_area(sheet, '$')}")
            areas += (
                f'<definedName name="_xlnm._FilterDatabase" localSheetId="{place}" hidden="1">{area}'
                "</definedName>"
            )
    names = f"<definedNames>{areas}</definedNames>" if areas else ""
    return f'<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets>{names}</workbook>'


def _area(sheet: SheetOf, sign: str = "") -> str:
    """The cells that the filter is over: ``A1:K90``."""
    head, last = len(sheet.head), len(sheet.head) + len(sheet.rows)
    return f"{sign}A{sign}{head}:{sign}{letters(len(sheet.head[-1]))}{sign}{last}"


def _sheet(sheet: SheetOf) -> str:
    head = len(sheet.head)
    below = [*sheet.row_styles, *([sheet.styles] * (len(sheet.rows) - len(sheet.row_styles)))]
    rows = [
        row_xml(n, cells, sheet.head_styles[min(n, len(sheet.head_styles)) - 1], n in sheet.hidden_rows)
        for n, cells in enumerate(sheet.head, 1)
    ] + [row_xml(n, cells, styles) for n, (cells, styles) in enumerate(zip(sheet.rows, below, strict=True), head + 1)]
    cols = "".join(
        f'<col min="{n}" max="{n}" width="{width}" style="{sheet.styles[min(n, len(sheet.styles)) - 1]}"'
        ' customWidth="1"/>'
        for n, width in enumerate(sheet.widths, 1)
    )
    pane = (
        f'<pane ySplit="{head}" topLeftCell="A{head + 1}" activePane="bottomLeft" state="frozen"/>'
        if head
        else ""
    )
    return (
        f'<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0">{pane}</sheetView>'
        f"</sheetViews>{f'<cols>{cols}</cols>' if cols else ''}<sheetData>{''.join(rows)}</sheetData>"
        + (f'<autoFilter ref="{_area(sheet)}"/>' if sheet.is_filtered else "")
        + _notes(sheet.notes)
        + "</worksheet>"
    )


def _notes(notes: Sequence[Note]) -> str:
    inner = "".join(map(_note, notes))
    return f'<dataValidations count="{len(notes)}">{inner}</dataValidations>' if notes else ""


def _note(note: Note) -> str:
    at = f"{letters(note.column)}{note.first}:{letters(note.column)}{note.last}"
    kind = (
        f' type="list" errorStyle="{"stop" if note.is_strict else "warning"}" showErrorMessage="1"'
        if note.source
        else ""
    )
    told = f" promptTitle={_attribute(note.title, _LONGEST_TITLE)} prompt={_attribute(note.text, _LONGEST_NOTE)}"
    return (
        f'<dataValidation{kind} allowBlank="1" showInputMessage="1"{told} sqref="{at}">'
        f"{f'<formula1>{escape(note.source)}</formula1>' if note.source else ''}</dataValidation>"
    )


def _attribute(text: str, longest: int) -> str:
    short = clean(text) if len(text) <= longest else clean(text)[: longest - 1] + "…"
    return quoteattr(short, {"\n": "&#10;"})
