"""A table as a workbook of one sheet: the same bytes for the same table.  Tests read each back by openpyxl."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from congtinh.opendata.sheet_xml import Cell
from congtinh.opendata.workbooks import SheetOf, packed_workbook

__all__ = ["Cell", "workbook"]


def workbook(
    name: str, head: Sequence[str], rows: Iterable[Sequence[Cell]], widths: Sequence[int]
) -> bytes:
    """A workbook with the sheet ``name``; ``widths`` of its columns in letters.

    The head stays in sight and filters; days are days; signs that XML does not know are left out.
    """
    return packed_workbook([SheetOf(name, (head,), tuple(rows), widths)])
