"""Annexes on what citizens asked and were asked: questions and consultations (law.md B.11, 6 and 7)."""

from __future__ import annotations

from collections.abc import Iterator

from congtinh.languages import Language
from congtinh.model import Item
from congtinh.records.consultation import Consultation
from congtinh.records.question import Question
from congtinh.report.annex_parts import Rows, column, link, table
from congtinh.report.document import Cell, Table, Value
from congtinh.statistics.counts import Wanted
from congtinh.statistics.scorecards import Scorecards

_HAS_SUMMARY = {"vi": "Có", "en": "Yes"}
_NO_SUMMARY = {"vi": "Không", "en": "No"}
_NOT_DUE = {"vi": "Chưa đến hạn", "en": "Not due"}
_STOPPED = {"vi": "Đã dừng", "en": "Stopped"}


def questions(cards: Scorecards, language: Language) -> Table:
    """Annex 6: each question received in the period, who answers it, and in how many working days."""
    heads = [
        column(("Ngày nhận", "Received"), language, "day"),
        column(("Câu hỏi", "Question"), language, width=3),
        column(("Lĩnh vực", "Field"), language, width=1.6),
        column(("Đơn vị trả lời", "Unit that answers"), language, width=2),
        column(("Ngày trả lời", "Answered"), language, "day"),
        column(("Số ngày làm việc", "Working days"), language, "number"),
        column(("Trạng thái", "State"), language, width=1.4),
    ]
    rows: Rows = [_question(cards, item, language) for item in _counted(cards, "questions")]
    note = (
        "Số ngày làm việc tính từ ngày sau ngày nhận đến ngày trả lời hoặc ngày báo sẽ trả lời.",
        "Working days from the day after receipt to the answer, or to the notice of its day.",
    )
    return table(("Hỏi đáp", "Questions"), language, heads, rows, note=note)


def _question(cards: Scorecards, item: Item, language: Language) -> list[Value | Cell]:
    record = item.record
    assert isinstance(record, Question)
    labels = cards.model.vocabularies
    settled = record.settled
    days = cards.working.between(record.received, settled) if record.received and settled else None
    return [
        record.received,
        link(record.heading, item.address),
        "; ".join(labels["fields"].label(code, language) for code in record.field or ()),
        _unit(cards, record.routed_to or "", language),
        record.answered,
        days,
        labels["question_states"].label(record.state or "", language) if record.state else "",
    ]


def consultations(cards: Scorecards, language: Language) -> Table:
    """Annex 7: each consultation that opened in the period, its comments, and whether they were summed up."""
    heads = [
        column(("Dự thảo", "Draft"), language, width=4),
        column(("Bắt đầu", "Opens"), language, "day"),
        column(("Kết thúc", "Closes"), language, "day"),
        column(("Số ý kiến", "Comments"), language, "number"),
        column(("Có tổng hợp?", "Summary?"), language),
        column(("Ngày đăng tổng hợp", "Summary posted"), language, "day"),
    ]
    rows: Rows = [_consultation(cards, item, language) for item in _counted(cards, "consultations")]
    return table(("Lấy ý kiến", "Consultations"), language, heads, rows, (3,))


def _consultation(cards: Scorecards, item: Item, language: Language) -> list[Value | Cell]:
    record = item.record
    assert isinstance(record, Consultation)
    last = min(cards.period.last, cards.model.today)
    waits = record.days_waited(last) is not None
    is_closed = record.closes is not None and record.closes < last
    word = _NO_SUMMARY if waits else _HAS_SUMMARY if is_closed else _NOT_DUE
    if record.stopped and record.stopped <= last:
        word = _STOPPED
    posted = record.summary_date if record.summary_doc else None
    return [
        link(record.heading, item.address),
        record.opens,
        record.closes,
        record.total_comments,
        word[language],
        posted,
    ]


def _counted(cards: Scorecards, measure: str) -> Iterator[Item]:
    """The items behind a measure of the period, each once."""
    rows = cards.counts.counts.of(Wanted(measure), cards.period)
    return (cards.counts.model.by_path[path] for path in dict.fromkeys(row.path for row in rows))


def _unit(cards: Scorecards, written: str, language: Language) -> str:
    unit = cards.units.meant(written)
    return cards.units.label(unit).of(language) if unit else ""
