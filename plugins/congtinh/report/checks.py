"""Whether a report adds up with itself and with the reports before it (rule R23)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

from congtinh.errors import N_, ContentError, Problem, Severity
from congtinh.report.frozen import FILE, read_kept
from congtinh.report.merging import sum_faults
from congtinh.report.report_data import Told, value_of


def report_faults(data: Mapping[str, Any], reports: Path, path: str) -> Iterator[Problem]:
    """Sums that are not their parts, labels with two values, totals that fell since a report that is kept."""
    yield from sum_faults(path, data)
    yield from _labels(data, path)
    for folder in sorted(reports.glob(f"*/{FILE}")):
        try:
            before = read_kept(folder.parent, reports)
        except ContentError:
            continue  # told when that report is made again
        if before and _is_earlier(before, data):
            yield from _fallen(before, data, folder.parent.name, path)


def _labels(data: Mapping[str, Any], path: str) -> Iterator[Problem]:
    """One name with two values in one language."""
    told = Told(data)
    found: dict[tuple[str, str], tuple[str, Any]] = {}
    for figure in data["figures"]:
        if figure["when"]:
            continue
        key, language = figure["key"], figure["language"]
        name = told.label(key, "vi").casefold(), language
        other, value = found.setdefault(name, (key, figure["value"]))
        if value != figure["value"]:
            message = N_("has the same name as {other}, and another value")
            remedy = N_("Give the two figures names of their own in content/vocabulary/figures.toml")
            yield _warning(path, message, remedy, key, told.label(key, "vi"), other=other)


def _is_earlier(before: Mapping[str, Any], data: Mapping[str, Any]) -> bool:
    """Whether a report of the same agency ended on an earlier day."""
    days = [one["period"]["now"]["as_of"] or one["period"]["now"]["end"] for one in (before, data)]
    return bool(before["agency"]["id"] == data["agency"]["id"] and days[0] < days[1])


def _fallen(before: Mapping[str, Any], data: Mapping[str, Any], name: str, path: str) -> Iterator[Problem]:
    told = Told(data)
    for figure in before["figures"]:
        key, language = figure["key"], figure["language"]
        if figure["when"] or key not in told or not told.formulas[key]["cumulative"]:
            continue
        then, now = value_of(figure["value"]), told.value(key, language)
        if then is not None and now is not None and Fraction(now) < Fraction(then):
            message = N_("is {now}, less than the {then} of the report {report}")
            remedy = N_("Look for what was deleted or withdrawn since, or say in the report why the total fell")
            field = f"{key}.{language}" if language else key
            yield _warning(path, message, remedy, field, None, now=now, then=then, report=name)


def _warning(path: str, message: str, remedy: str, field: str, value: str | None, **params: object) -> Problem:
    return Problem(path, message, remedy, field, value, severity=Severity.WARNING, rule="R23", params=params)
