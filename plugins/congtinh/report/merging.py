"""Reports of member units added up into one, and who has not sent theirs (seeds A0.24, A3.12; ideas.md, D20)."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from math import floor
from pathlib import Path
from typing import Any

from congtinh.errors import N_, ContentError, Problem
from congtinh.languages import LANGUAGES, Language
from congtinh.report.annex_data import annex_of, kept_annex
from congtinh.report.annex_parts import Rows, column, table, totals_of
from congtinh.report.document import Cell, Table, Value
from congtinh.report.frozen import checked, sealed
from congtinh.report.report_data import Data, Told, kept, value_of
from congtinh.statistics.figures import Number, worked_out
from congtinh.vocabulary.figures import FormulaFault, parsed
from congtinh.vocabulary.terms import Term

ENDING = "report.json"
_Place = tuple[str, str, str]
_SHOWN = ("tin_bai", "anh", "van_ban")


def read_reports(folder: Path) -> list[tuple[str, Data]]:
    """Every report of a folder and those below it, by path; ``ContentError`` names all that are none."""
    found: list[tuple[str, Data]] = []
    problems: list[Problem] = []
    for path in sorted(folder.rglob("*.json")):
        shown = path.relative_to(folder).as_posix()
        try:
            found.append((shown, checked(path.read_bytes(), shown)))
        except ContentError as fault:
            problems += fault.problems
    if not found and not problems:
        remedy = N_("Put the report.json of each member into the folder")
        problems.append(Problem("", N_("holds no reports"), remedy, "--from", folder.name))
    problems += _conflicts(found)
    if problems:
        raise ContentError(problems)
    return found


def _conflicts(found: Iterable[tuple[str, Data]]) -> Iterator[Problem]:
    """What does not add up: sums, other periods, one agency twice."""
    periods: dict[str, str] = {}
    agencies: dict[str, str] = {}
    for path, data in found:
        yield from sum_faults(path, data)
        now = data["period"]["now"]
        period = f"{now['start']}..{now['as_of'] or now['end']}"
        first = next(iter(periods), period)
        periods.setdefault(period, path)
        if period != first:
            remedy = N_("Ask the unit for its report of {period}")
            message = N_("is of another period than {other}")
            params = {"other": periods[first], "period": first}
            yield Problem(path, message, remedy, "period", period, params=params)
        agency = data["agency"]["id"] or data["agency"]["code"]
        if agency in agencies:
            message = N_("is of the same agency as {other}")
            remedy = N_("Keep the later one of the two")
            yield Problem(path, message, remedy, "agency", agency, params={"other": agencies[agency]})
        agencies.setdefault(agency, path)


def sum_faults(path: str, data: Mapping[str, Any]) -> Iterator[Problem]:
    """The figures of a report that are not what their formula makes of their parts, or their items of them."""
    told = Told(data)
    for figure in data["figures"]:
        key, language, when = figure["key"], figure["language"], figure["when"]
        formula, value = told.formulas[key], value_of(figure["value"])
        if figure.get("parts"):
            parts = [told.value(k, of, when) for k, of in figure["parts"]]
            wanted = _worked_out(formula, parts, _months(data, when))
        elif "rows" in figure and not formula["distinct"]:
            wanted = sum(row[1] if len(row) > 1 else 1 for row in figure["rows"])
        else:
            continue
        if wanted != value:
            message = N_("is {value}, and its parts make {wanted}")
            params = {"value": str(value), "wanted": str(wanted)}
            name = f"{key}.{language}" if language else key
            yield Problem(path, message, N_("Ask the unit to make its report again"), name, str(value), params=params)


def _months(data: Mapping[str, Any], when: str) -> int:
    return int(data["period"][when or "now"]["months"])


def _worked_out(formula: Data, parts: Iterable[Number | None], months: int) -> Number | None:
    try:
        tree: ast.expr = parsed(formula["text"])
    except FormulaFault:
        return None
    waiting = iter(list(parts))
    value = worked_out(tree, partial(next, waiting, None), months)
    if formula["rounding"] == "down" and value is not None:
        return floor(value)
    return value


def merged(reports: list[tuple[str, Data]], agency: Data, members: Iterable[Term]) -> Data:
    """The report of all: counted figures added up, the others worked out of them anew.

    ``members`` are the terms of all who were to send one.  Figures that count different values are
    added up too: no unit belongs to two members.
    """
    every = [data for _, data in reports]
    first = every[0]
    values = _added(every)
    items: list[Data] = []
    starts: list[int] = []
    for one in every:
        starts.append(len(items))
        items += [{**item, "member": one["agency"]["id"]} for item in one["items"]]
    rows = [_rows_by_place(one, start) for one, start in zip(every, starts, strict=True)]
    figures = [_merged(figure, rows, values) for figure in first["figures"]]
    data: Data = {
        "format": first["format"],
        "agency": agency,
        "period": first["period"],
        "day": max(one["day"] for one in every),
        "commit": "",
        "definitions": first["definitions"],
        "formulas": first["formulas"],
        "figures": figures,
        "items": items,
        "members": [{"agency": d["agency"], "sha256": d["sha256"], "commit": d["commit"]} for d in every],
    }
    data |= _who(every, list(members), first)
    data["annexes"] = {code: list(_annexes(every, values, code)) for code in LANGUAGES}
    return sealed(data)


def _added(every: list[Data]) -> dict[_Place, Number | None]:
    """Every figure of all reports together."""
    first = every[0]
    formulas = {one["key"]: one for one in first["formulas"]}
    tolds = [Told(one) for one in every]
    values: dict[_Place, Number | None] = {}
    waiting = list(first["figures"])
    while waiting:
        later = []
        for figure in waiting:
            key, language, when = figure["key"], figure["language"], figure["when"]
            parts = [(k, of, when) for k, of in figure.get("parts", ())]
            if any(part not in values for part in parts):
                later.append(figure)
            elif parts:
                own = [values[part] for part in parts]
                values[key, language, when] = _worked_out(formulas[key], own, _months(first, when))
            else:
                found = [t.value(key, language, when) or 0 for t in tolds if key in t]
                values[key, language, when] = sum(found)
        if len(later) == len(waiting):
            break
        waiting = later
    return values


def _merged(
    figure: Data, rows: list[dict[_Place, list[list[int]]]], values: Mapping[_Place, Number | None]
) -> Data:
    place = figure["key"], figure["language"], figure["when"]
    told = {**figure, "value": kept(values.get(place))}
    if "rows" in figure:
        told["rows"] = [row for own in rows for row in own.get(place, ())]
    if "left_out" in figure:
        del told["left_out"]
    return told


def _rows_by_place(data: Data, start: int) -> dict[_Place, list[list[int]]]:
    """The rows of one report, its items put among those of all from ``start`` on."""
    return {
        (f["key"], f["language"], f["when"]): [[row[0] + start, *row[1:]] for row in f["rows"]]
        for f in data["figures"]
        if "rows" in f
    }


def _who(every: list[Data], members: list[Term], first: Data) -> Data:
    """Who has sent a report and who has not, as lists and facts of the text."""
    sent = {code for one in every for code in (one["agency"]["id"], one["agency"]["code"]) if code}
    missing = [term for term in members if term.code not in sent and term.text("agency") not in sent]
    ratio = f"{len(members) - len(missing)}/{len(members)}" if members else str(len(every))
    facts = {name: one for name, one in first.get("facts", {}).items() if name.startswith("luat_")}
    return {
        "lists": {
            "don_vi_im_lang": {code: [t.label.of(code) for t in missing] for code in LANGUAGES},
            "don_vi_da_gui_bao_cao": {code: [d["agency"]["name"][code] for d in every] for code in LANGUAGES},
            **{name: {"vi": [], "en": []} for name in ("muc_trong", "muc_it", "muc_cu", "muc_thieu_tieng_anh",
                                                       "chi_tieu_cham", "viec_khac_phuc", "chi_so")},
        },
        "facts": {**facts, "thanh_vien": {"vi": ratio, "en": ratio}, "van_ban_dung_han": {"vi": "", "en": ""}},
    }  # fmt: skip


def _annexes(every: list[Data], values: Mapping[_Place, Number | None], language: Language) -> Iterator[Data]:
    """Annex 3 tells the members; in the others rows of one name are added up."""
    yield kept_annex(3, _members(every, language))
    for number in (1, 2, 11):
        tables = [annex_of(data, number, language) for data in every]
        yield kept_annex(number, _sum_of(tables))


def _members(every: list[Data], language: Language) -> Table:
    heads = [column(("Thành viên", "Member"), language, width=3)]
    tolds = [Told(data) for data in every]
    shown = [key for key in _SHOWN if all(key in told for told in tolds)]
    heads += [column(_label(every[0], key), language, "number") for key in shown]
    rows: Rows = [
        [told.data["agency"]["name"][language], *(_whole(told.value(key)) for key in shown)] for told in tolds
    ]
    return table(("Số liệu của các thành viên", "Figures of the members"), language, heads, rows, range(1, len(shown) + 1))


def _label(data: Data, key: str) -> tuple[str, str]:
    label = Told(data).formulas[key]["label"]
    return label["vi"], label["en"]


def _whole(value: Number | None) -> int:
    return floor(value) if value is not None else 0


def _sum_of(tables: list[Table]) -> Table:
    """One table whose rows of one name (the cell after the number) are the sums of all; shares are left out."""
    first = tables[0]
    found: dict[Value, tuple[Cell, ...]] = {}
    for one in tables:
        for row in one.rows:
            name = row[1].value
            found[name] = _sum_of_rows(found[name], row, first.sums) if name in found else row
    rows = tuple((Cell(place), *row[1:]) for place, row in enumerate(found.values(), 1))
    return replace(first, rows=rows, totals=totals_of(rows, first.sums, len(first.columns), first.totals))


def _sum_of_rows(one: tuple[Cell, ...], two: tuple[Cell, ...], sums: tuple[int, ...]) -> tuple[Cell, ...]:
    def cell(place: int) -> Cell:
        left, right = one[place], two[place]
        if place in sums and isinstance(left.value, int) and isinstance(right.value, int):
            return Cell(left.value + right.value)
        return left if left.value == right.value else Cell()

    return tuple(map(cell, range(len(one))))
