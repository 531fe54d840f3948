"""Annexes as they are kept in the data of a report, and as tables of a document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from congtinh.languages import Language
from congtinh.report.document import Cell, Column, Table, Value, annex_number

Told = dict[str, Any]


def kept_annex(number: int, table: Table) -> Told:
    """A table as plain values; ``number`` is that of law.md B.11."""
    return {
        "number": number,
        "caption": table.caption,
        "note": table.note,
        "columns": [
            {"label": c.label, "kind": c.kind, "width": c.width, "group": c.group, "decimals": c.decimals}
            for c in table.columns
        ],
        "rows": [[_kept(cell) for cell in row] for row in table.rows],
        "totals": [_kept(cell) for cell in table.totals] if table.totals else None,
        "sums": list(table.sums),
    }


def _kept(cell: Cell | None) -> Any:
    if cell is None:
        return None
    value = cell.value
    if isinstance(value, Fraction):
        told: Any = {"share": [value.numerator, value.denominator]}
    elif isinstance(value, dt.date):
        told = {"day": value.isoformat()}
    else:
        told = value
    if cell.href or cell.bold:
        return {"value": told, "href": cell.href, "bold": cell.bold}
    return told


def annex_of(data: Mapping[str, Any], number: int, language: Language) -> Table:
    """The table of an annex of a report; an empty one where the report does not have it."""
    kept = data.get("annexes", {}).get(language, ())
    found = next((one for one in kept if one["number"] == number), None)
    if found is None:
        return Table("–", (Column("–"),), (), number=annex_number(number, language))
    return Table(
        found["caption"],
        tuple(Column(**column) for column in found["columns"]),
        tuple(_cells(row) for row in found["rows"]),
        _cells(found["totals"]) if found["totals"] else None,
        annex_number(number, language),
        tuple(found["sums"]),
        found["note"],
    )


def _cells(row: Sequence[Any]) -> tuple[Cell, ...]:
    return tuple(_cell(one) for one in row)


def _cell(told: Any) -> Cell:
    if isinstance(told, dict) and "href" in told:
        return Cell(_value(told["value"]), told["href"], told["bold"])
    return Cell(_value(told))


def _value(told: Any) -> Value:
    if isinstance(told, dict):
        return dt.date.fromisoformat(told["day"]) if "day" in told else Fraction(*told["share"])
    return told  # type: ignore[no-any-return]
