"""Rows and cells of a sheet as SpreadsheetML, and the styles that they name."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from xml.sax.saxutils import escape

Cell = str | int | float | dt.date | None

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LONGEST_TEXT = 32_767
PLAIN, HEAD, WRAPPED, DAY, TEXT, MANDATORY, QUIET = range(7)
"""Styles of a cell, by their place in ``cellXfs``."""

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LIKE_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FIRST_DAY, _FIRST_SURE_DAY = dt.date(1899, 12, 30), dt.date(1900, 3, 1)
_LOOKS = ((0, 1, 0, 1), (0, 0, 0, 1), (164, 0, 0, 0), (49, 0, 0, 1), (0, 1, 2, 1), (49, 2, 0, 1))
"""Of each style but the first: number format, font, fill, whether long text is wrapped."""

STYLES = (
    f'<styleSheet xmlns="{MAIN}">'
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>'
    '<fonts count="3"><font><sz val="11"/><name val="Arial"/></font>'
    '<font><b/><sz val="11"/><name val="Arial"/></font>'
    '<font><i/><sz val="11"/><color rgb="FF595959"/><name val="Arial"/></font></fonts>'
    '<fills count="3"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill>'
    '<fill><patternFill patternType="solid"><fgColor rgb="FFFFF2CC"/></patternFill></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    f'<cellXfs count="{len(_LOOKS) + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    + "".join(
        f'<xf numFmtId="{number}" fontId="{font}" fillId="{fill}" borderId="0" xfId="0"'
        f' applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">'
        f'<alignment vertical="top" wrapText="{wrap}"/></xf>'
        for number, font, fill, wrap in _LOOKS
    )
    + '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)


def row_xml(number: int, cells: Sequence[Cell], styles: Sequence[int], is_hidden: bool = False) -> str:
    """One row; ``styles`` of its cells, the last of them for all that follow."""
    inner = "".join(
        cell_xml(f"{letters(column)}{number}", value, styles[min(column, len(styles)) - 1])
        for column, value in enumerate(cells, 1)
        if value not in (None, "")
    )
    hidden = ' hidden="1"' if is_hidden else ""
    return f'<row r="{number}"{hidden}>{inner}</row>'


def cell_xml(at: str, value: Cell, style: int) -> str:
    """One cell; days are days, signs that XML does not know are left out."""
    if isinstance(value, int | float):
        return f'<c r="{at}" s="{style}"><v>{value}</v></c>'
    if isinstance(value, dt.date) and value >= _FIRST_SURE_DAY:
        return f'<c r="{at}" s="{DAY}"><v>{(value - _FIRST_DAY).days}</v></c>'
    text = escape(clean(str(value))[:LONGEST_TEXT])
    text = _LIKE_ESCAPED.sub("_x005F_", text)
    return f'<c r="{at}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def clean(text: str) -> str:
    """Text without the signs that XML does not know."""
    return _NOT_IN_XML.sub("", text)


def letters(column: int) -> str:
    """``A`` for 1, ``Z`` for 26, ``AA`` for 27."""
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found
