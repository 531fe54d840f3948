"""Annex on procedures and online services (law.md B.11, 8)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from congtinh.languages import Language
from congtinh.model import Item, SiteModel
from congtinh.records.case_count import CaseCount
from congtinh.records.case_figures import CASES
from congtinh.records.procedure import PROCEDURES
from congtinh.report.annex_parts import Label, Rows, column, table
from congtinh.report.document import Column, Table
from congtinh.statistics.counts import Wanted
from congtinh.statistics.scorecards import Scorecards

_CASES: Mapping[str, Label] = {
    "received": ("Hồ sơ nhận", "Cases received"),
    "done": ("Hồ sơ đã xử lý", "Cases settled"),
    "on-time": ("Đúng hạn", "On time"),
}
_NO_FIELD = {"vi": "Không ghi lĩnh vực", "en": "No field"}
_NO_LEVEL: Label = ("Chưa ghi mức độ", "No level")
_SCALES: Mapping[str, Label] = {
    "2011": ("Thang năm 2011", "Scale of 2011"),
    "2022": ("Thang năm 2022", "Scale of 2022"),
    "2026": ("Thang năm 2026", "Scale of 2026"),
    "2026-chu-dong": ("Thang chủ động năm 2026", "Proactive scale of 2026"),
}


def procedures(cards: Scorecards, language: Language) -> Table:
    """Annex 8: procedures on the last day of the period by field and level, and the cases of the period."""
    model, counts = cards.counts.model, cards.counts.counts
    standing: Counter[tuple[str, str]] = Counter()
    for row in counts.until(Wanted(PROCEDURES), cards.period.last):
        standing[_field(model, model.by_path[row.path]), row.kind] += row.value
    handled: Counter[tuple[str, str]] = Counter()
    for row in counts.of(Wanted(CASES), cards.period):
        handled[_field(model, model.by_path[row.path]), row.kind] += row.value
    levels = [term.code for term in model.vocabularies["service_levels"]] + [""]
    levels = [code for code in levels if any(n and kind == code for (_, kind), n in standing.items())]
    fields = {field for counter in (standing, handled) for (field, _), n in counter.items() if n}
    rows: Rows = [
        [
            model.vocabularies["fields"].label(field, language) if field else _NO_FIELD[language],
            sum(standing[field, level] for level in levels),
            *(standing[field, level] for level in levels),
            *(handled[field, kind] for kind in _CASES),
        ]
        for field in _in_order(model, fields)
    ]
    caption = ("Thủ tục hành chính, dịch vụ công", "Procedures and services")
    note = ("Mỗi thủ tục tính một lần, ở lĩnh vực ghi đầu tiên; số thủ tục tính đến ngày cuối kỳ.",
            "Each procedure counts once, under its first field, on the last day of the period.")  # fmt: skip
    heads = _heads(model, levels, language)
    return table(caption, language, heads, rows, range(1, len(heads)), note)


def _heads(model: SiteModel, levels: list[str], language: Language) -> list[Column]:
    """A column for each level that any procedure has, under the name of its scale."""
    heads = [
        column(("Lĩnh vực", "Field"), language, width=3),
        column(("Số TTHC", "Procedures"), language, "number"),
    ]
    for code in levels:
        term = model.vocabularies["service_levels"].get(code)
        if term is None:
            heads.append(column(_NO_LEVEL, language, "number"))
            continue
        label = (term.label.vi.partition(" (")[0], term.label.en.partition(" (")[0])
        scale = term.text("scale")
        heads.append(column(label, language, "number", group=_SCALES.get(scale, (scale, scale))))
    return heads + [column(label, language, "number") for label in _CASES.values()]


def _field(model: SiteModel, item: Item) -> str:
    """The first field of a procedure, or of the procedure whose cases these are."""
    record = item.record
    if isinstance(record, CaseCount):
        found = model.find("procedure", record.procedure, item.lang)
        record = found.record if found else record
    return next(iter(record.field or ()), "")


def _in_order(model: SiteModel, fields: set[str]) -> list[str]:
    order = {term.code: place for place, term in enumerate(model.vocabularies["fields"])}
    return sorted(fields, key=lambda code: (not code, order.get(code, len(order)), code))
