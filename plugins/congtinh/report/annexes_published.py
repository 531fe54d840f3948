"""Annexes on what was published: news, documents, visits, authors (law.md B.11, 1, 2, 11 and 13)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from congtinh.languages import LANGUAGES, Language
from congtinh.periods import Period
from congtinh.report.annex_parts import Label, Rows, column, link, share, table
from congtinh.report.document import Cell, Table, Value
from congtinh.statistics.counts import Wanted
from congtinh.statistics.marks import LATE, ON_TIME
from congtinh.statistics.scorecards import Scorecards
from congtinh.statistics.tallies import Tally

_VI, _EN = ("Tiếng Việt", "Vietnamese"), ("Tiếng Anh", "English")
_NO_CATEGORY = {"vi": "Không ghi chuyên mục", "en": "No category"}
_COUNTED: tuple[tuple[str, Label], ...] = (
    ("tin", ("Tin", "Briefs")),
    ("bai", ("Bài", "Articles")),
    ("anh", ("Ảnh", "Pictures")),
)


def news(cards: Scorecards, language: Language) -> Table:
    """Annex 1: news items and pictures by category, in each language, beside two other periods."""
    periods = (cards.period, cards.period.previous(), cards.period.same_last_year())
    heads = [column(("Chuyên mục", "Category"), language, width=3)]
    heads += [column(label, language, "number", group=g) for g in (_VI, _EN) for _, label in _COUNTED]
    heads += [
        column(("Tổng hai ngôn ngữ", "Both languages"), language, "number"),
        column(("Kỳ trước", "Period before"), language, "number"),
        column(("Cùng kỳ năm trước", "Same period last year"), language, "number"),
        column(("Tăng, giảm", "Change"), language, "percent"),
    ]
    values = _by_category(cards, periods)
    rows: Rows = [
        row for category in _categories(cards) if any((row := _news(cards, category, values, language))[1:-1])
    ]
    note = ("Tăng, giảm so với kỳ trước. Ảnh tính ở chuyên mục của mục đăng lần đầu.",
            "Change against the period before. A picture counts where it was first shown.")  # fmt: skip
    return table(("Tin, bài, ảnh", "News items and pictures"), language, heads, rows, range(1, 10), note)


def _categories(cards: Scorecards) -> list[str]:
    return [*(term.code for term in cards.model.vocabularies["categories"]), ""]


_Values = list[dict[tuple[str, str], Counter[str]]]
"""For each period, what each figure is in each language by category."""


def _by_category(cards: Scorecards, periods: tuple[Period, ...]) -> _Values:
    return [
        {
            (key, language): _values(cards, key, language, period)
            for key, _ in _COUNTED
            for language in LANGUAGES
        }
        for period in periods
    ]


def _values(cards: Scorecards, key: str, language: str, period: Period) -> Counter[str]:
    """A counted figure by category; what names none under an empty one."""
    found: Counter[str] = Counter()
    wanted = cards.counts.formulas[key].wanted
    if wanted is not None:
        for row in cards.counts.counts.of(replace(wanted, language=language), period):
            found[row.category] += row.value
    return found


def _news(cards: Scorecards, category: str, values: _Values, language: Language) -> list[Value | Cell]:
    label = cards.model.vocabularies["categories"].label(category, language) if category else _NO_CATEGORY[language]
    own = [values[0][key, of][category] for of in LANGUAGES for key, _ in _COUNTED]
    before, last_year = (sum(one[category] for one in of.values()) for of in values[1:])
    total = sum(own)
    return [label, *own, total, before, last_year, share(total - before, before)]


def documents(cards: Scorecards, language: Language) -> Table:
    """Annex 2: documents by class, how many in time, in English and with a digital signature."""
    heads = [
        column(("Loại văn bản", "Class"), language, width=3),
        column(("Số lượng đăng", "Posted"), language, "number"),
        column(("Đúng hạn", "In time"), language, "number"),
        column(("Quá hạn", "Late"), language, "number"),
        column(("Có bản tiếng Anh", "In English"), language, "number"),
        column(("Ký số", "Signed"), language, "number"),
    ]
    counted = _by_kind(cards, "documents", ""), _by_kind(cards, "documents", "en")
    signed = _by_kind(cards, "signed_documents", "")
    kinds = {row.path: row.kind for row in _rows(cards, "documents", "")}
    marks = Counter((kinds.get(d.path), d.mark) for d in cards.deadlines.rows)
    rows: Rows = [
        [
            term.label.of(language),
            counted[0][term.code],
            marks[term.code, ON_TIME],
            marks[term.code, LATE],
            counted[1][term.code],
            signed[term.code],
        ]
        for term in cards.model.vocabularies["document_classes"]
        if counted[0][term.code] or counted[1][term.code]
    ]
    return table(("Văn bản", "Documents"), language, heads, rows, range(1, 6))


def _rows(cards: Scorecards, measure: str, language: str) -> tuple[Tally, ...]:
    return cards.counts.counts.of(Wanted(measure, language=language), cards.period)


def _by_kind(cards: Scorecards, measure: str, language: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for row in _rows(cards, measure, language):
        found[row.kind] += row.value
    return found


def visits(cards: Scorecards, language: Language) -> Table:
    """Annex 11: visits by month, with the source of each figure."""
    sources = cards.model.vocabularies["visit_sources"]
    heads = [
        column(("Tháng", "Month"), language, width=1.5),
        column(_VI, language, "number"),
        column(_EN, language, "number"),
        column(("Tổng", "Total"), language, "number"),
        column(("Nguồn số liệu", "Source"), language, width=2),
    ]
    found: Counter[tuple[str, str]] = Counter()
    told: dict[str, dict[str, None]] = {}
    for row in _rows(cards, "visits", "each"):
        if row.day:
            month = f"{row.day.month:02d}/{row.day.year}"
            found[month, row.language] += row.value
            told.setdefault(month, {})[row.kind] = None
    rows: Rows = [
        [m, found[m, "vi"], found[m, "en"], found[m, "vi"] + found[m, "en"],
         ", ".join(sources.label(kind, language) for kind in kinds)]
        for m, kinds in told.items()
    ]  # fmt: skip
    return table(("Lượt truy cập", "Visits"), language, heads, rows, (1, 2, 3))


def authors(cards: Scorecards, language: Language) -> Table:
    """Annex 13: authors with what they wrote and the fee that the department's rates give."""
    kinds = cards.model.vocabularies["author_kinds"]
    heads = [
        column(("Tác giả", "Author"), language, width=2.5),
        column(("Loại", "Kind"), language, width=2),
        *(column(label, language, "number") for _, label in _COUNTED),
        column(("Thành tiền (đồng)", "Fee (VND)"), language, "number", 1.5),
    ]
    rows: Rows = [
        [author, kinds.label(kind, language) if kind else "", *(of[key] for key, _ in _COUNTED), _fee(cards, of)]
        for (author, kind), of in sorted(_authors(cards).items())
    ]
    note = ("Mức nhuận bút ghi trong content/vocabulary/fees.toml.",
            "The rates are written in content/vocabulary/fees.toml.")  # fmt: skip
    return table(("Tác giả, cộng tác viên, nhuận bút", "Authors and fees"), language, heads, rows, (2, 3, 4, 5), note)


def _authors(cards: Scorecards) -> dict[tuple[str, str], Counter[str]]:
    found: dict[tuple[str, str], Counter[str]] = {}
    for key, _ in _COUNTED:
        wanted = cards.counts.formulas[key].wanted
        rows = cards.counts.counts.of(wanted, cards.period) if wanted else ()
        for row in rows:
            author = cards.counts.model.by_path[row.path].record.__dict__.get("by_line")
            if author:
                found.setdefault((author, row.author_kind), Counter())[key] += row.value
    return found


def _fee(cards: Scorecards, counted: Counter[str]) -> int:
    rates = {term.code: term.extra.get("amount") for term in cards.model.vocabularies["fees"]}
    return sum(value * rate for key, value in counted.items() if isinstance(rate := rates.get(key), int))


def counted_things(cards: Scorecards, measure: str, caption: Label, language: Language) -> Table:
    """What a content type counts that has an annex of its own (6 to 10): each thing with its day and unit."""
    heads = [
        column(("Nội dung", "What"), language, width=4),
        column(("Ngày", "Day"), language, "day"),
        column(("Đơn vị", "Unit"), language, width=2),
        column(("Loại", "Kind"), language, width=2),
        column(("Số lượng", "Number"), language, "number"),
    ]
    rows: Rows = list(_things(cards, measure, language))
    return table(caption, language, heads, rows, (4,))


def _things(cards: Scorecards, measure: str, language: Language) -> Iterator[list[Value | Cell]]:
    for row in _rows(cards, measure, ""):
        item = cards.counts.model.by_path[row.path]
        unit = cards.units.meant(row.unit)
        label = cards.units.label(unit).of(language) if unit else ""
        title = link(item.record.heading, item.address if item.record.own_page else "")
        yield [title, row.day, label, row.kind, row.value]

