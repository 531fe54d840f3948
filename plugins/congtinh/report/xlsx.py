"""The annexes as a workbook: a sheet each, totals that are formulas and bear their value already."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator, Sequence
from copy import copy
from fractions import Fraction
from math import ceil

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from congtinh.languages import Language
from congtinh.report.document import Cell, Column, ReportDocument, Table, full_address
from congtinh.report.packing import packed, parts_of
from congtinh.report.table_widths import widths_of_lines
from congtinh.report.wording import attached_to, clean, shown

FONT = "Times New Roman"
_BOLD, _PLAIN = Font(name=FONT, size=12, bold=True), Font(name=FONT, size=12)
_TITLE = Font(name=FONT, size=14, bold=True)
_LINK = Font(name=FONT, size=12, color="0B3D91", underline="single")
_NOTE = Font(name=FONT, size=12, italic=True)
_THIN = Side(style="thin")
_EDGES = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_SIDES = {"text": "left", "number": "right", "day": "center", "percent": "right"}
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_NO_DAY = dt.datetime(2020, 3, 5)
_LONGEST_NAME, _LONGEST_TEXT, _SURE = 31, 32_767, 10**15
_LINE, _UNITS = 16.5, 1.15
"""Points of a line, and units of a column's width for a letter, at 12 points."""
_UPRIGHT = 90
"""Letters that a page holds upright without being made much smaller."""
_TOP = 3
"""Rows above the head: the annex's name, what it is attached to, and an empty one."""
_CORE_TIME = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
_FORMULA = re.compile(rb'(<c r="([A-Z]+[0-9]+)"[^>]*>)<f>([^<]*)</f><v ?/?>(?:</v>)?')

Number = int | float


class SumFault(ValueError):
    """A total that is not what its rows make: the document would say two things of one figure."""


def xlsx(document: ReportDocument) -> bytes:
    """The workbook; the same bytes for the same document.

    Raises ``SumFault`` where a total that is said to be a sum is not the sum of its rows.
    """
    book = Workbook()
    first = book.active
    values: dict[str, dict[str, Number]] = {}
    taken: set[str] = set()
    for place, annex in enumerate(document.annexes, 1):
        sheet = book.create_sheet(_name(annex, place, taken))
        values[f"xl/worksheets/sheet{place}.xml"] = _Sheet(sheet, annex, document).write()
    if first is not None and document.annexes:
        book.remove(first)
    facts = book.properties
    facts.creator, facts.title = clean(document.agency), clean(document.title.replace("\n", " "))
    facts.language = document.language
    if book.calculation:
        book.calculation.fullCalcOnLoad = True
    file = io.BytesIO()
    book.save(file)
    return _bytes_of(file.getvalue(), document, values)


def _bytes_of(
    data: bytes, document: ReportDocument, values: dict[str, dict[str, Number]]
) -> bytes:
    """The archive with the document's day for the clock's, and each formula's value beside it."""
    parts = parts_of(data)
    day = dt.datetime.combine(document.day, dt.time()) if document.day else _NO_DAY
    stamp = rb"\g<1>" + day.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    parts["docProps/core.xml"] = _CORE_TIME.sub(stamp, parts["docProps/core.xml"])
    for path, known in values.items():
        def told(found: re.Match[bytes], known: dict[str, Number] = known) -> bytes:
            value = known[found[2].decode()]
            return found[1] + b"<f>" + found[3] + b"</f><v>" + repr(value).encode() + b"</v>"

        parts[path] = _FORMULA.sub(told, parts[path])
    return packed(parts)


def _name(annex: Table, place: int, taken: set[str]) -> str:
    """A name for the sheet that no other has: the annex's number, or its caption, or its place."""
    wanted = _NOT_IN_NAMES.sub(" ", clean(annex.number or annex.caption)).replace("\n", " ").strip()
    name, turn = wanted[:_LONGEST_NAME].strip() or str(place), 1
    while name.casefold() in taken:
        turn += 1
        name = f"{wanted[: _LONGEST_NAME - 4].strip()} ({turn})"
    taken.add(name.casefold())
    return name


class _Sheet:
    """One annex on its sheet, from the first row down."""

    def __init__(self, sheet: Worksheet, annex: Table, document: ReportDocument) -> None:
        self._sheet, self._annex, self._document = sheet, annex, document
        self._language: Language = document.language
        self._deep = any(column.group for column in annex.columns)
        self._first = _TOP + (3 if self._deep else 2)
        self._widths = widths_of_lines(annex, document.language)
        self._looks: dict[tuple[str, bool, bool, str], StyleArray] = {}

    def write(self) -> dict[str, Number]:
        """Everything written; the value of each formula by its cell."""
        self._write_title()
        self._write_head()
        for number, row in enumerate(self._annex.rows, self._first):
            self._write_row(number, row, bold=False)
        values = self._write_totals()
        self._shape()
        return values

    @property
    def _last(self) -> int:
        return self._first + len(self._annex.rows) - 1

    def _write_title(self) -> None:
        name = " – ".join(filter(None, (self._annex.number, self._annex.caption)))
        self._put(1, 1, name, _TITLE)
        self._put(2, 1, attached_to(self._document), _NOTE)

    def _write_head(self) -> None:
        columns, row = self._annex.columns, _TOP + 1
        at = 0
        for group, count in self._annex.groups if self._deep else ():
            for place in range(at, at + count):
                self._head(row, place, group or columns[place].label)
                self._head(row + 1, place, columns[place].label if group else "")
            if group and count > 1:
                self._sheet.merge_cells(None, row, at + 1, row, at + count)
            elif not group:
                self._sheet.merge_cells(None, row, at + 1, row + 1, at + 1)
            at += count
        if not self._deep:
            for place, column in enumerate(columns):
                self._head(row, place, column.label)
        self._set_height(row + self._deep, [column.label for column in columns])

    def _head(self, row: int, place: int, words: str) -> None:
        cell = self._put(row, place + 1, words, _BOLD)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = _EDGES

    def _write_row(self, number: int, cells: Sequence[Cell | None], *, bold: bool) -> None:
        texts = []
        for place, (cell, column) in enumerate(zip(cells, self._annex.columns, strict=True), 1):
            made = self._put(number, place, _value(cell))
            address = full_address(cell.href, self._document.site) if cell else ""
            if address:
                made.hyperlink = clean(address)
            is_bold = bold or bool(cell and cell.bold)
            self._dress(made, column, is_bold, bool(address), _format(column, cell, self._language))
            texts.append(shown(cell, column, self._language))
        self._set_height(number, texts)

    def _dress(
        self, cell: SheetCell, column: Column, is_bold: bool, is_linked: bool, number_format: str
    ) -> None:
        """The look of a cell; one that was made before is taken over, which is much faster."""
        key = (column.kind, is_bold, is_linked, number_format)
        if (known := self._looks.get(key)) is not None:
            cell._style = copy(known)  # type: ignore[attr-defined]
            return
        cell.font = _LINK if is_linked else _BOLD if is_bold else _PLAIN
        cell.border, cell.number_format = _EDGES, number_format
        cell.alignment = Alignment(
            horizontal=_SIDES[column.kind], vertical="center", wrap_text=column.kind == "text"
        )
        self._looks[key] = copy(cell._style)  # type: ignore[attr-defined]

    def _set_height(self, number: int, texts: Sequence[str]) -> None:
        """A row as high as its words want: not every program sees to that when it opens a sheet."""
        lines = max(
            (sum(ceil(len(line) / width) or 1 for line in text.split("\n"))
             for text, width in zip(texts, self._widths, strict=True)), default=1,
        )  # fmt: skip
        if lines > 1:
            self._sheet.row_dimensions[number].height = lines * _LINE

    def _write_totals(self) -> dict[str, Number]:
        annex, values = self._annex, dict[str, Number]()
        if annex.totals is None:
            return values
        number = self._last + 1
        self._write_row(number, annex.totals, bold=True)
        for place in annex.sums if annex.rows else ():
            total = _total(annex, place)
            letter = get_column_letter(place + 1)
            cell = self._sheet.cell(number, place + 1)
            cell.value = f"=SUM({letter}{self._first}:{letter}{self._last})"
            values[cell.coordinate] = _number(total)
        return values

    def _shape(self) -> None:
        """Widths, what stays in sight, and how it is printed; the note below."""
        sheet, annex = self._sheet, self._annex
        if annex.note:
            self._put(self._last + 2 + (annex.totals is not None), 1, annex.note, _NOTE)
        for place, width in enumerate(self._widths, 1):
            sheet.column_dimensions[get_column_letter(place)].width = round(width * _UNITS + 1, 1)
        sheet.freeze_panes = f"A{self._first}"
        sheet.print_title_rows = f"{_TOP + 1}:{self._first - 1}"
        page = sheet.page_setup
        page.orientation = "landscape" if sum(self._widths) > _UPRIGHT else "portrait"
        sheet.print_options.horizontalCentered = True
        page.paperSize, page.fitToWidth, page.fitToHeight = 9, 1, 0
        if sheet.sheet_properties.pageSetUpPr:
            sheet.sheet_properties.pageSetUpPr.fitToPage = True
        if sheet.oddHeader is not None:
            sheet.oddHeader.center.text = "&P"

    def _put(
        self, row: int, column: int, value: Number | str | dt.date | None, font: Font | None = None
    ) -> SheetCell:
        cell = self._sheet.cell(row, column)
        assert isinstance(cell, SheetCell)
        text = clean(value)[:_LONGEST_TEXT] if isinstance(value, str) else value
        cell.value = text or (text if text == 0 else None)
        if isinstance(text, str) and text:
            cell.data_type = "s"  # words that begin with = are no formula
        if font:
            cell.font = font
        return cell


def _value(cell: Cell | None) -> Number | str | dt.date | None:
    value = cell.value if cell else None
    return _number(value) if isinstance(value, Fraction | int) else value


def _number(value: Fraction | int) -> Number:
    """Whole numbers as they are, others as the nearest that a workbook holds."""
    exact = Fraction(value)
    return int(exact) if exact.denominator == 1 and abs(exact) < _SURE else float(exact)


def _format(column: Column, cell: Cell | None, language: Language) -> str:
    if cell is not None and isinstance(cell.value, dt.date):
        return "dd/mm/yyyy"
    decimals = "." + "0" * column.decimals if column.decimals else ""
    if column.kind == "percent":
        return f"0{decimals}%" if language == "en" else f"0{decimals}\\ %"
    return f"#,##0{decimals}" if column.kind == "number" else "General"


def _total(annex: Table, place: int) -> Fraction:
    found = sum(_numbers(annex, place), Fraction(0))
    cell = annex.totals[place] if annex.totals else None
    given = cell.value if cell else None
    if isinstance(given, int | Fraction) and given != found:
        where = " – ".join(filter(None, (annex.number, annex.columns[place].group, annex.columns[place].label)))
        raise SumFault(f"{where}: {given} ≠ {found}")
    return found


def _numbers(annex: Table, place: int) -> Iterator[Fraction]:
    for row in annex.rows:
        value = row[place].value
        if isinstance(value, int | Fraction):
            yield Fraction(value)
