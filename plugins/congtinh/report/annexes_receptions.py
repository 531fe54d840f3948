"""Annex 9, citizen receptions: day, host, whether it was announced before, what came of it (law.md B.11)."""

from __future__ import annotations

from congtinh.languages import Bilingual, Language
from congtinh.model import Item
from congtinh.records.reception import ANNOUNCED, HELD, Reception
from congtinh.report.annex_parts import Label, Rows, column, link, table
from congtinh.report.document import Cell, Table, Value
from congtinh.statistics.counts import Wanted
from congtinh.statistics.scorecards import Scorecards

_YES: Label = ("Có, ngày {day}", "Yes, on {day}")
_NOT_BEFORE: Label = ("Không báo trước, đăng ngày {day}", "Not before, posted on {day}")
_NO_RESULT: Label = ("Chưa có kết quả", "No result")
_NOTICE: Label = ("có thông báo kết luận", "with a notice of the result")


def receptions(cards: Scorecards, language: Language) -> Table:
    """The sessions of the period; persons and cases are those of the sessions that were held."""
    heads = [
        column(("Ngày", "Day"), language, "day", 1.2),
        column(("Người tiếp", "Host"), language, width=2),
        column(("Buổi đã công khai?", "Announced in public?"), language, width=2),
        column(("Kết quả", "Result"), language, width=4),
        column(("Lượt người", "Persons"), language, "number"),
        column(("Vụ việc", "Cases"), language, "number"),
    ]
    rows: Rows = []
    for row in cards.counts.counts.of(Wanted("receptions", language=""), cards.period):
        item = cards.counts.model.by_path[row.path]
        if isinstance(item.record, Reception):
            rows.append(_row(cards, item, item.record, language))
    return table(("Tiếp công dân", "Citizen receptions"), language, heads, rows, (4, 5))


def _row(cards: Scorecards, item: Item, record: Reception, language: Language) -> list[Value | Cell]:
    host = cards.model.find("contact", record.host, language)
    held = record.state == HELD
    return [
        record.takes_place,
        host.record.heading if host else record.host or "",
        _announced(record, language),
        link(_result(cards, record, language), item.address),
        record.persons if held else None,
        record.cases if held else None,
    ]


def _announced(record: Reception, language: Language) -> str:
    said, day = record.announced_on, record.takes_place
    if said is None:
        return ""
    words = _YES if day and said < day else _NOT_BEFORE
    return Bilingual(*words).of(language).format(day=f"{said:%d/%m/%Y}")


def _result(cards: Scorecards, record: Reception, language: Language) -> str:
    """The state in a word, and what was published of the result."""
    state = record.state or ANNOUNCED
    if state == ANNOUNCED and record.takes_place and record.takes_place < cards.model.today:
        return Bilingual(*_NO_RESULT).of(language)
    label = cards.model.vocabularies["reception_states"].label(state, language)
    said = (record.result_en if language == "en" else None) or record.result
    notice = Bilingual(*_NOTICE).of(language) if record.result_notice else ""
    told = ", ".join(part for part in (label, notice) if part)
    return f"{told}: {said}" if said else told
