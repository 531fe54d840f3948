"""Annexes on how things stand: units, the law, targets, scores, tasks (law.md B.11, 3, 4, 5, 12; our 14)."""

from __future__ import annotations

from fractions import Fraction

from congtinh.languages import Language
from congtinh.report.annex_parts import Rows, column, table
from congtinh.report.document import Cell, Table, Value
from congtinh.statistics.contributions import Contribution
from congtinh.statistics.coverage import Row
from congtinh.statistics.scorecards import Scorecards

_SILENT = {"vi": "Chưa gửi", "en": "Silent"}
_NOT_OURS = {"vi": "Không thuộc cơ quan: {reason}", "en": "Not the agency’s: {reason}"}


def units(cards: Scorecards, language: Language) -> Table:
    """Annex 3: what each unit contributed; those that sent nothing keep their rows."""
    heads = [
        column(("Đơn vị", "Unit"), language, width=3),
        column(("Chỉ tiêu năm", "Target of the year"), language, "number"),
        column(("Tin, bài", "News items"), language, "number"),
        column(("Ảnh", "Pictures"), language, "number"),
        column(("Văn bản", "Documents"), language, "number"),
        column(("Tin, bài tiếng Việt", "News in Vietnamese"), language, "number"),
        column(("Tin, bài tiếng Anh", "News in English"), language, "number"),
        column(("Lần gửi cuối", "Last"), language, "day"),
        column(("Lũy kế so với chỉ tiêu", "Of the target"), language, "percent"),
        column(("Đánh giá", "Standing"), language, width=1.5),
    ]
    rows: Rows = [_unit(row, language) for row in cards.contributions.rows]
    duty = next((row.rule for row in cards.contributions.silent if row.rule), None)
    note = (f"Đơn vị không gửi: {duty.vi}.", f"Silent units miss: {duty.en}.") if duty else ("", "")
    caption = ("Đóng góp của các đơn vị", "Contributions of units")
    return table(caption, language, heads, rows, range(2, 7), note)


def _unit(row: Contribution, language: Language) -> list[Value | Cell]:
    quota = row.quota
    standing = _SILENT[language] if row.is_silent else quota.mark.word.of(language) if quota else ""
    return [
        row.label.of(language),
        quota.target.minimum if quota else None,
        *row.values.values(),
        row.vi,
        row.en,
        row.last,
        row.share,
        standing,
    ]


def law(cards: Scorecards, language: Language) -> Table:
    """Annex 4: how complete each section of the law is, in both languages."""
    heads = [
        column(("Mã mục", "Code"), language, width=1.2),
        column(("Tên mục", "Section"), language, width=3),
        column(("Điều khoản", "Clause"), language, width=1.6),
        column(("Số mục tiếng Việt", "In Vietnamese"), language, "number"),
        column(("Số mục tiếng Anh", "In English"), language, "number"),
        column(("Cập nhật cuối", "Last update"), language, "day"),
        column(("Hạn (ngày làm việc)", "Days allowed"), language, "number"),
        column(("Tình trạng tiếng Việt", "State, Vietnamese"), language, width=1.4),
        column(("Tình trạng tiếng Anh", "State, English"), language, width=1.4),
    ]
    codes = dict.fromkeys((cards.website_law.code, cards.access_law.code))
    rows: Rows = [_section(row, language) for code in codes for row in cards.coverage(code).rows]
    labels = [cards.coverage(code).profile.label for code in codes]
    note = ("; ".join(one.vi for one in labels), "; ".join(one.en for one in labels))
    return table(("Mức đủ theo điều khoản", "Coverage of the law"), language, heads, rows, note=note)


def _section(row: Row, language: Language) -> list[Value | Cell]:
    reason = row.limits.not_ours
    state = _NOT_OURS[language].format(reason=reason.of(language)) if reason else ""
    return [
        row.section.code,
        row.section.label.of(language),
        row.section.clause if row.section.has_text else None,
        row.vi.count,
        row.en.count,
        row.vi.last_update,
        row.deadline_days,
        state or row.vi.mark.word.of(language),
        state or row.en.mark.word.of(language),
    ]


def quotas(cards: Scorecards, language: Language) -> Table:
    """Annex 5: targets, what is done, what a month still needs, what will be at the end."""
    heads = [
        column(("Mục", "Target"), language, width=3),
        column(("Chỉ tiêu", "Minimum"), language, "number"),
        column(("Lũy kế", "Done"), language, "number"),
        column(("Tỷ lệ", "Share"), language, "percent"),
        column(("Cần mỗi tháng", "Needed a month"), language, "number"),
        column(("Dự báo cuối kỳ", "Forecast"), language, "number"),
        column(("Đánh giá", "Standing"), language, width=1.5),
        column(("Căn cứ", "Rule"), language, width=3),
    ]
    rows: Rows = [
        [
            quota.target.label.of(language),
            quota.target.minimum,
            quota.done,
            quota.share,
            quota.needed,
            quota.forecast,
            quota.mark.word.of(language),
            quota.target.source.of(language),
        ]
        for quota in cards.quotas
    ]
    note = ("Dự báo theo nhịp độ từ đầu năm; không phải số liệu đếm được.",
            "The forecast follows the pace so far; it is no count.")  # fmt: skip
    return table(("Chỉ tiêu", "Targets"), language, heads, rows, note=note)


def tasks(cards: Scorecards, language: Language) -> Table:
    """Annex 14: points that were lost, each with what is to be done, by whom and until when."""
    heads = [
        column(("Tiêu chí", "Criterion"), language, width=2.5),
        column(("Năm", "Year"), language, width=0.6),
        column(("Điểm trừ", "Points lost"), language, width=0.7),
        column(("Tồn tại", "Gap"), language, width=3),
        column(("Khắc phục", "Remedy"), language, width=3),
        column(("Đơn vị", "Unit"), language, width=2),
        column(("Hạn", "Due"), language, "day"),
        column(("Tình trạng", "State"), language, width=1.2),
    ]
    rows: Rows = [
        [
            point.label.of(language),
            str(point.year),
            _points(point.lost, language),
            point.gap.of(language),
            point.remedy.of(language),
            _unit_label(cards, point.unit, language),
            point.due,
            point.mark.word.of(language),
        ]
        for point in cards.lost_points.points
    ]
    return table(("Điểm bị trừ và việc khắc phục", "Lost points and tasks"), language, heads, rows)


def _points(value: Fraction, language: Language) -> str:
    told = f"{float(value):g}"
    return told if language == "en" else told.replace(".", ",")


def _unit_label(cards: Scorecards, reference: str, language: Language) -> str:
    unit = cards.units.meant(reference)
    return cards.units.label(unit).of(language) if unit else reference


