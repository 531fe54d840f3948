"""CSV files that pages show as tables: their faults in words, with file, line and column."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from congtinh.errors import N_, Problem
from congtinh.text.csv_tables import CsvFault

LARGEST = 300_000
"""Bytes of a CSV file beyond which it is offered for download, and no table of a page."""

_TOO_MUCH = N_("is no table that a page can show")
_CSV = N_("Save a sheet of at most 2,000 rows as CSV (UTF-8), and keep larger ones as attachments")
_WORDS: Mapping[str, tuple[str, str]] = {
    "encoding": (N_("is not written in UTF-8"), N_("Save the file as CSV UTF-8")),
    "broken": (N_("is not valid CSV: {reason}"), N_("Save the sheet as CSV again")),
    "empty": (
        N_("has no rows"),
        N_("Write the names of the columns on the first line, and a row on each line below"),
    ),
    "large": (_TOO_MUCH, _CSV),
    "head": (N_("column {column} has no name"), N_("Write the name of the column on the first line")),
    "width": (
        N_("the line has {cells} cells, the first line {wanted}"),
        N_("Write a cell for each column; put a cell that holds the divider between double quotes"),
    ),
    "number": (
        N_("is no number, in column {column} where the others are"),
        N_("Write the number alone, and leave the cell empty where there is none"),
    ),
    "total": (
        N_("is not the sum of its parts, which is {wanted} (column {column})"),
        N_("Correct the total or the parts"),
    ),
    "percent": (
        N_("the percentages above it make {wanted} (column {column})"),
        N_("Correct them so that they make 100, give or take 0.1"),
    ),
    "falls": (
        N_("is less than {wanted} above it, in column {column} that runs on"),
        N_("Correct one of the two"),
    ),
}
_SUMS = frozenset({"total", "percent", "falls"})


def table_problems(source: str, faults: Iterable[CsvFault] | None) -> tuple[Problem, ...]:
    """The faults of the file ``source``; ``None`` where it could not be read as a table at all."""
    if faults is None:
        return (Problem(source, _TOO_MUCH, _CSV, rule="E.20"),)
    return tuple([_problem(source, fault) for fault in faults])


def _problem(source: str, fault: CsvFault) -> Problem:
    message, remedy = _WORDS[fault.kind]
    told = {
        "column": fault.column,
        "cells": fault.value,
        "wanted": fault.wanted,
        "reason": fault.value,
    }
    value = fault.value if fault.kind in ("number", "total", "percent", "falls") else None
    rule = "R23" if fault.kind in _SUMS else "E.20"
    return Problem(source, message, remedy, "", value, fault.line, rule=rule, params=told)
