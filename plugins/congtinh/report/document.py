"""An official document as data: what Điều 8 of Nghị định 30/2020/NĐ-CP wants, before it is a file.

Writers (``docx``, ``html``, ``markdown``, ``xlsx``) take these shapes and nothing else.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from congtinh.languages import Language

Value = str | int | Fraction | dt.date | None
"""What a cell holds; a share is a ``Fraction`` of 1 (``Fraction(22, 25)`` is 88 %), nothing is ``None``."""
ColumnKind = Literal["text", "number", "day", "percent"]
Alignment = Literal["justify", "center", "left", "right"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one face; a line end is a break within the paragraph."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""
    raised: Literal["", "super", "sub"] = ""
    struck: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 is a part (I.), 2 a clause with a name (1.), 3 a point; numbers stand in the words."""

    level: Literal[1, 2, 3]
    runs: Runs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``indent``: whether the first line stands in by 1 cm or 1.27 cm, as the decree has it."""

    runs: Runs
    align: Alignment = "justify"
    indent: bool = True


@dataclass(frozen=True, slots=True)
class ListItem:
    """``mark`` is written as given (``-``, ``+``, ``1.``, ``a)``), ``""`` goes on with the item above.

    ``level`` counts from 1.
    """

    runs: Runs
    mark: str = "-"
    level: int = 1


@dataclass(frozen=True, slots=True)
class Column:
    """``width`` is the column's share beside the others'; ``decimals`` and ``kind`` say how values look.

    Neighbours of one ``group`` stand under one heading with these words (``Tiếng Việt``).
    """

    label: str
    kind: ColumnKind = "text"
    width: float = 1
    group: str = ""
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A value, perhaps with where it leads to; text may stand in a column of numbers."""

    value: Value = None
    href: str = ""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Each row has one cell for each column, and so have the ``totals``, where ``None`` is left empty.

    ``number`` is the annex's own name (``annex_number``), ``""`` for a table in the text. ``sums`` are
    the places, from 0, of columns whose total is the sum of the rows: a formula in the workbook.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    totals: tuple[Cell | None, ...] | None = None
    number: str = ""
    sums: tuple[int, ...] = ()
    note: str = ""

    @property
    def groups(self) -> Iterator[tuple[str, int]]:
        """Neighbouring columns of one group: its words and how many columns; alone where it has none."""
        at = 0
        while at < len(self.columns):
            group, end = self.columns[at].group, at + 1
            while group and end < len(self.columns) and self.columns[end].group == group:
                end += 1
            yield group, end - at
            at = end


Block = Heading | Paragraph | ListItem | Table


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """A named document (``BÁO CÁO``), or a công văn where ``type_name`` is ``""`` (its title is the V/v).

    ``number`` ``""`` leaves room for the clerk's, ``day`` ``None`` for the day; ``year`` is then printed
    where it is known. ``basis`` is a sentence to a line. ``closing`` ends without a stop: writers add
    ``./.``. ``note`` stands under the title (“Số liệu tính đến …”), ``draft`` marks it as one.
    ``site`` is the site's address (``https://…``), before links that begin with ``/``.
    """

    language: Language
    agency: str
    title: str
    place: str
    agency_above: str = ""
    number: str = ""
    symbol: str = "BC-SKHCN"
    day: dt.date | None = None
    year: int = 0
    type_name: str = "BÁO CÁO"
    addressee: tuple[str, ...] = ()
    basis: str = ""
    blocks: tuple[Block, ...] = ()
    annexes: tuple[Table, ...] = ()
    closing: str = ""
    recipients: tuple[str, ...] = ()
    capacity: str = ""
    signer_title: str = ""
    signer_name: str = ""
    note: str = ""
    draft: bool = False
    site: str = ""


_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def annex_number(number: int, language: Language) -> str:
    """``Phụ lục IV``, ``Annex IV``: two annexes or more bear Roman numbers (NĐ 30/2020, Phụ lục I)."""
    letters, rest = "", number
    for value, sign in _ROMAN:
        letters, rest = letters + sign * (rest // value), rest % value
    return f"{'Annex' if language == 'en' else 'Phụ lục'} {letters}"


def plain(runs: Runs) -> str:
    """The words of the runs alone."""
    return "".join(run.text for run in runs)


def full_address(href: str, site: str) -> str:
    """Where ``href`` leads from a file anywhere; ``""`` where that is nowhere, as no site is known."""
    if href.startswith("/") and not href.startswith("//"):
        return site.rstrip("/") + href if site else ""
    return href if href.partition(":")[0] in _SCHEMES else ""
