"""The annex on projects: how many in each state, their budgets, and which facts are missing (law.md B.11, 10)."""

from __future__ import annotations

from collections import Counter

from congtinh.languages import Language
from congtinh.records.missing import missing_facts
from congtinh.records.project import Project
from congtinh.report.annex_parts import Rows, column, table
from congtinh.report.document import Cell, Table, Value
from congtinh.statistics.scorecards import Scorecards

_STATES = "project_states"
_UNSTATED = {"vi": "Chưa ghi tình trạng", "en": "No state given"}


def projects(cards: Scorecards, language: Language) -> Table:
    """Annex 10: the projects on the site by state; those of the decree keep their rows, with no projects too."""
    heads = [
        column(("Tình trạng", "State"), language, width=2),
        column(("Số dự án", "Projects"), language, "number"),
        column(("Kinh phí (đồng)", "Budget (VND)"), language, "number", 2),
        column(("Đã giải ngân (đồng)", "Disbursed (VND)"), language, "number", 2),
        column(("Số dự án thiếu trường", "With missing facts"), language, "number"),
        column(("Trường còn thiếu", "Missing facts"), language, width=2.5),
    ]
    found = _by_state(cards)
    states = cards.model.vocabularies[_STATES]
    codes = [term.code for term in states if term.flag("decreed") or found.get(term.code)]
    codes += ["", *(code for code in found if code and code not in states)] if found.get("") else []
    rows: Rows = [
        [states.label(code, language) if code else _UNSTATED[language], *_facts(found.get(code, []), language)]
        for code in codes
    ]
    note = ("Chín thông tin của mỗi dự án theo điểm h khoản 1 Điều 10 Nghị định số 43/2011/NĐ-CP.",
            "The nine facts of each project that Decree 43/2011/NĐ-CP, Article 10, clause 1, point h names.")  # fmt: skip
    return table(("Dự án", "Projects"), language, heads, rows, range(1, 5), note)


def _by_state(cards: Scorecards) -> dict[str, list[Project]]:
    found: dict[str, list[Project]] = {}
    for item in cards.model.either("project", "vi"):
        if isinstance(item.record, Project) and item.record.visible(cards.model.today):
            found.setdefault(item.record.state or "", []).append(item.record)
    return found


def _facts(records: list[Project], language: Language) -> list[Value | Cell]:
    lacking = [missing_facts(record) for record in records]
    words = Counter(fact.en if language == "en" else fact.vi for facts in lacking for fact in facts)
    return [
        len(records),
        sum(record.budget or 0 for record in records),
        sum(record.disbursed or 0 for record in records),
        sum(1 for facts in lacking if facts),
        ", ".join(f"{label} ({count})" for label, count in words.items()),
    ]
