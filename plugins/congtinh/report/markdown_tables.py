"""A table of HTML, cell by cell, as a table of the document."""

from __future__ import annotations

from dataclasses import dataclass, field

from congtinh.report.document import Cell, Column, ColumnKind, Runs, Table, plain


@dataclass(slots=True)
class OpenTable:
    """A table being read: its rows of cells, each with the runs, columns, rows and alignment it has."""

    caption: str = ""
    section: str = "tbody"
    rows: list[tuple[str, list[Square]]] = field(default_factory=list)


@dataclass(slots=True)
class Square:
    """One cell: how many columns and rows it covers, and whether it names what stands by it."""

    runs: Runs = ()
    columns: int = 1
    rows: int = 1
    align: str = ""
    names: bool = False


def table_of(table: OpenTable) -> Table:
    """The table as it was read; what wide and high cells cover stays empty, but in the head."""
    squares = _filled(_with_head(table))
    width = max((len(row) for _, row in squares), default=0)
    for _, row in squares:
        row += [Square()] * (width - len(row))
    head = [row for section, row in squares if section == "thead"]
    foot = [row for section, row in squares if section == "tfoot"]
    body = [row for section, row in squares if section == "tbody"] + foot[:-1]
    return Table(
        table.caption,
        tuple(_column([row[at] for row in head]) for at in range(width)),
        tuple(tuple(map(_cell, row)) for row in body),
        tuple(map(_cell, foot[-1])) if foot else None,
    )


def _with_head(table: OpenTable) -> OpenTable:
    """Rows of naming cells alone at the top are the head where none is marked as such."""
    if any(section == "thead" for section, _ in table.rows):
        return table
    for at, (_, row) in enumerate(table.rows):
        if not row or not all(square.names for square in row):
            break
        table.rows[at] = ("thead", row)
    return table


def _filled(table: OpenTable) -> list[tuple[str, list[Square]]]:
    """The rows with an empty square for each that a wide or high one covers."""
    below: dict[tuple[int, int], Square] = {}
    made: list[tuple[str, list[Square]]] = []
    for line, (section, squares) in enumerate(table.rows):
        row: list[Square] = []
        for square in squares:
            while (line, len(row)) in below:
                row.append(below[line, len(row)])
            at, empty = len(row), Square(align=square.align)
            row += [square, *[square if section == "thead" else empty] * (square.columns - 1)]
            below |= {
                (line + down, at + over): empty
                for down in range(1, square.rows) for over in range(square.columns)
            }  # fmt: skip
        while (line, len(row)) in below:
            row.append(below[line, len(row)])
        made.append((section, row))
    return made


def _column(squares: list[Square]) -> Column:
    """Under a head that covers several columns this is their group; the last row says the alignment."""
    if not squares:
        return Column("")
    words = [plain(square.runs).replace("\n", " ") for square in squares]
    kind: ColumnKind = "number" if squares[-1].align == "align-right" else "text"
    if len(words) > 1 and squares[0].columns > 1:
        return Column(" – ".join(filter(None, words[1:])), kind, group=words[0])
    return Column(" – ".join(filter(None, words)), kind)


def _cell(square: Square) -> Cell:
    """Words with the first address; further addresses stand behind their words."""
    words, address = "", ""
    for run in square.runs:
        words += run.text
        if run.href and address and run.href != address:
            words += f" ({run.href})"
        address = address or run.href
    bold = bool(square.runs) and all(run.bold for run in square.runs if run.text.strip())
    return Cell(words or None, address, bold)
