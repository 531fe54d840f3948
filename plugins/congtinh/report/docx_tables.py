"""Tables in a DOCX file: heads that come again on each page, rows that no page cuts, totals bold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.table import CT_Tbl

from congtinh.languages import Language
from congtinh.report.document import Cell, Column, Table
from congtinh.report.table_widths import fitted_widths
from congtinh.report.wording import legible, shown

_TWENTIETHS = 56.6929
"""Twentieths of a point in a millimetre."""
_SIDES = {"text": "left", "number": "right", "day": "center", "percent": "right"}
_EDGES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_ROOM = '<w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>'

Linked = Callable[[str], str]
"""The relationship's id for a full address, ``""`` where it leads nowhere."""


def table_element(
    table: Table, language: Language, room: float, size: float, linked: Linked
) -> CT_Tbl:
    """The table as ``w:tbl``, ``room`` millimetres wide, letters of ``size`` points."""
    millimetres = fitted_widths(table, language, room, size)
    widths = [round(one * _TWENTIETHS) for one in millimetres]
    writer = _Rows(table, language, widths, size, linked)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    shape = (
        f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{_EDGES}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar>{_ROOM}</w:tblCellMar>{_described(table)}</w:tblPr>'
    )
    rows = "".join(writer.all())
    made: CT_Tbl = parse_xml(f"<w:tbl {nsdecls('w', 'r')}>{shape}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>")
    return made


def _described(table: Table) -> str:
    """The caption for those who hear the table read."""
    words = " – ".join(filter(None, (table.number, table.caption)))
    return f"<w:tblCaption w:val={quoteattr(legible(words))}/>" if words else ""


class _Rows:
    """The rows of one table as XML."""

    def __init__(
        self, table: Table, language: Language, widths: Sequence[int], size: float, linked: Linked
    ) -> None:
        self._table, self._language, self._widths, self._linked = table, language, widths, linked
        self._size = f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'

    def all(self) -> Iterator[str]:
        columns = self._table.columns
        if any(column.label or column.group for column in columns):
            yield from self._head()
        for row in self._table.rows:
            yield _row("".join(self._cell(at, cell) for at, cell in enumerate(row)))
        if self._table.totals:
            yield _row("".join(
                self._cell(at, cell, bold=True) for at, cell in enumerate(self._table.totals)
            ))  # fmt: skip

    def _head(self) -> Iterator[str]:
        columns = self._table.columns
        if not any(column.group for column in columns):
            yield _row("".join(self._label(at, column) for at, column in enumerate(columns)), head=True)
            return
        upper, at = "", 0
        for group, count in self._table.groups:
            width = sum(self._widths[at : at + count])
            if group:
                span = f'<w:gridSpan w:val="{count}"/>' if count > 1 else ""
                upper += self._square(group, width, "center", span, bold=True)
            else:
                below = '<w:vMerge w:val="restart"/>'
                upper += self._square(columns[at].label, width, "center", below, bold=True)
            at += count
        yield _row(upper, head=True)
        yield _row(
            "".join(
                self._label(at, column) if column.group
                else self._square("", self._widths[at], "center", "<w:vMerge/>")
                for at, column in enumerate(columns)
            ),
            head=True,
        )  # fmt: skip

    def _label(self, at: int, column: Column) -> str:
        return self._square(column.label, self._widths[at], "center", bold=True)

    def _cell(self, at: int, cell: Cell | None, *, bold: bool = False) -> str:
        column = self._table.columns[at]
        side = _SIDES[column.kind]
        if column.kind == "day" and cell and isinstance(cell.value, str):
            side = "left"
        return self._square(
            shown(cell, column, self._language), self._widths[at], side,
            bold=bold or bool(cell and cell.bold), href=cell.href if cell else "",
        )  # fmt: skip

    def _square(
        self, text: str, width: int, side: str, merge: str = "", *, bold: bool = False, href: str = ""
    ) -> str:
        face = f"<w:rPr>{'<w:b/><w:bCs/>' if bold else ''}{self._size}</w:rPr>"
        lines = [f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in legible(text).split("\n")]
        run = f"<w:r>{face}{'<w:br/>'.join(lines)}</w:r>" if text else ""
        if run and href and (known := self._linked(href)):
            run = f'<w:hyperlink r:id="{known}">{run}</w:hyperlink>'
        middle = '<w:vAlign w:val="center"/>'
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merge}{middle}</w:tcPr>'
            f'<w:p><w:pPr><w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>'
            f'<w:ind w:firstLine="0"/><w:jc w:val="{side}"/><w:rPr>{self._size}</w:rPr></w:pPr>{run}</w:p></w:tc>'
        )


def _row(cells: str, *, head: bool = False) -> str:
    again = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{again}</w:trPr>{cells}</w:tr>"
