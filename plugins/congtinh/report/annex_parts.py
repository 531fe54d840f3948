"""Parts that the annexes of a report share: columns, cells, and rows that are numbered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from congtinh.languages import Bilingual, Language
from congtinh.report.document import Cell, Column, ColumnKind, Table, Value

Rows = list[list[Value | Cell]]
Label = tuple[str, str]
"""In Vietnamese and English."""
TOTAL: Label = ("Tổng cộng", "Total")
PLACE: Label = ("STT", "No.")


def column(label: Label, language: Language, kind: ColumnKind = "text", width: float = 1, group: Label = ("", "")) -> Column:
    """A column in one language."""
    decimals = 1 if kind == "percent" else 0
    return Column(Bilingual(*label).of(language), kind, width, Bilingual(*group).of(language), decimals)


def table(
    caption: Label,
    language: Language,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Value | Cell]],
    sums: Sequence[int] = (),
    note: Label = ("", ""),
) -> Table:
    """An annex whose rows are numbered; ``sums`` are columns, from 0 without the number, that add up."""
    cells = [tuple(one if isinstance(one, Cell) else Cell(one) for one in row) for row in rows]
    numbered = tuple((Cell(place), *row) for place, row in enumerate(cells, 1))
    places = tuple(place + 1 for place in sums)
    heads = (column(PLACE, language, "number", 0.4), *columns)
    label = Cell(Bilingual(*TOTAL).of(language))
    totals = totals_of(numbered, places, len(heads), (None, label)) if sums and numbered else None
    said, under = Bilingual(*caption).of(language), Bilingual(*note).of(language)
    return Table(said, heads, numbered, totals, sums=places, note=under)


def totals_of(
    rows: tuple[tuple[Cell, ...], ...],
    sums: tuple[int, ...],
    width: int,
    labelled: Sequence[Cell | None] | None,
) -> tuple[Cell | None, ...] | None:
    """The row of totals, with the label of one that was; none where nothing adds up."""
    if not labelled or not sums:
        return None
    told: list[Cell | None] = [None] * width
    told[1] = labelled[1]
    for place in sums:
        values = (row[place].value for row in rows)
        told[place] = Cell(sum(v for v in values if isinstance(v, int)))
    return tuple(told)


def share(part: int | Fraction | None, whole: int | Fraction | None) -> Fraction | None:
    """A part of a whole; nothing of nothing."""
    return Fraction(part) / Fraction(whole) if part is not None and whole else None


def link(text: Value, address: str) -> Cell:
    """A cell that leads to a page of the site."""
    return Cell(text, f"/{address}" if address else "")
