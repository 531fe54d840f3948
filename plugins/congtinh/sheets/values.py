"""What a spreadsheet holds once it is read: sheets of rows of plain values, and why it cannot be read."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from congtinh.errors import Cell, Problem


class Wrong(NamedTuple):
    """A cell without a value that could be read: ``formula`` not computed yet, or ``error``."""

    kind: str
    shown: str


Value = str | int | float | bool | dt.datetime | dt.date | dt.time | Wrong | None


class Merged(NamedTuple):
    """Cells merged into one: the first and last row, and the first column, all from 1."""

    first: int
    last: int
    column: int
    shown: str


class Sheet(NamedTuple):
    """One sheet, or a CSV file, which has no name; ``rows``: row number (from 1) and its cells."""

    name: str
    rows: tuple[tuple[int, tuple[Value, ...]], ...]
    merged: tuple[Merged, ...] = ()


class Unreadable(Exception):
    """Why a spreadsheet cannot be read at all."""

    def __init__(self, message: str, remedy: str, **params: object) -> None:
        super().__init__(message)
        self.message, self.remedy, self.params = message, remedy, params

    def problem(self, path: str) -> Problem:
        """The fault of the file at ``path``."""
        return Problem(path, self.message, self.remedy, rule="D42", params=self.params)


def fault(
    path: str, cell: Cell, message: str, remedy: str, value: object = None, **params: object
) -> Problem:
    """A fault of one cell, row or column."""
    shown = None if value is None else str(value)
    return Problem(path, message, remedy, value=shown, rule="D42", params=params, cell=cell)
