"""Rows of the tables on the quality of online public services, and what their sums must come to (R23)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator

from congtinh.errors import N_
from congtinh.periods import Period, PeriodFault, parse_period
from congtinh.records.fields import Moment, Text, entry, fault
from congtinh.records.parts import Part
from congtinh.text.fold import fold

_AMOUNT = re.compile(r"-?(?:\d{1,3}(?:[ .]\d{3})+|\d+)(?:,\d+)?|-?\d+\.\d+")
_LEAST, _MOST = Decimal("99.9"), Decimal("100.1")
PERCENT = "%"
MANDATORY = ("indicator", "unit_of_measure")


def _amount(value: object) -> object:
    """``98,5``, ``1.204`` and ``1204`` as a decimal number with a point: ``98.5``, ``1204``."""
    text = " ".join(str(value).split()).removesuffix("%").strip()
    if isinstance(value, float | int) and not isinstance(value, bool):
        return f"{Decimal(str(value)).normalize():f}"
    if not _AMOUNT.fullmatch(text):
        raise fault(N_("is not a number"), N_("Write digits, with a comma before decimals: 98,5"))
    is_grouped = re.fullmatch(r"-?\d{1,3}(?:[ .]\d{3})+(?:,\d+)?", text) is not None
    plain = re.sub(r"[ .]", "", text) if is_grouped else text
    return plain.replace(",", ".")


def _period(value: object) -> object:
    """A period as it is typed; kept by its short code."""
    try:
        return parse_period(str(value)).code
    except PeriodFault as failure:
        raise fault(failure.message, failure.remedy, **failure.params) from None


class QualityRow(Part):
    """One indicator in one period: what was promised, what was measured, and who measured it."""

    indicator: Text | None = entry("Chỉ tiêu", "Indicator", mandatory=True)
    indicator_en: Text | None = entry("Chỉ tiêu (tiếng Anh)", "Indicator in English")
    unit_of_measure: Text | None = entry("Đơn vị tính", "Unit of measure", mandatory=True)
    unit_of_measure_en: Text | None = entry("Đơn vị tính (tiếng Anh)", "Unit of measure in English")
    target: Text | None = entry("Mục tiêu", "Target", rule=("Ví dụ: ≥ 98, hoặc: 24 giờ.", "Such as: ≥ 98."))
    value: Annotated[str, BeforeValidator(_amount)] | None = entry(
        "Kết quả", "Value", rule=("Chữ số, dấu phẩy trước phần thập phân: 98,5.", "Digits: 98,5.")
    )
    period: Annotated[str, BeforeValidator(_period)] | None = entry(
        "Kỳ", "Period", rule=("Ví dụ: Quý III/2026 hoặc 9/2026.", "Such as Q3-2026 or 9/2026.")
    )
    measured: Moment | None = entry("Thời điểm đo", "Measured at")
    source: Text | None = entry("Nguồn số liệu", "Source")
    part_of: Text | None = entry(
        "Là một phần của",
        "Part of",
        rule=("Tên chỉ tiêu là tổng của dòng này.", "The indicator that this row adds up to."),
    )

    @property
    def number(self) -> Decimal | None:
        return Decimal(self.value) if self.value else None

    @property
    def when(self) -> Period | None:
        """The period that the value is of."""
        return parse_period(self.period) if self.period else None


class RowFault(NamedTuple):
    """What is wrong with a row, counted from 0; ``field`` is its name in the record."""

    row: int
    field: str
    message: str
    remedy: str
    value: str | None = None
    params: Mapping[str, object] = {}


def row_faults(rows: Iterable[QualityRow]) -> Iterator[RowFault]:
    """What each row lacks, and sums that do not come out."""
    every = list(rows)
    for place, row in enumerate(every):
        for name in MANDATORY:
            if not getattr(row, name):
                yield RowFault(place, name, N_("is missing"), N_("Write a word or two"))
        if row.value and not (row.period or row.measured):
            remedy = N_("Write the period, such as Q3-2026, or when it was measured")
            yield RowFault(place, "period", N_("is missing beside a value"), remedy)
        if row.value and not row.source:
            yield RowFault(place, "source", N_("is missing beside a value"), N_("Write who measured it, and how"))
    yield from _sums(every)


def _sums(rows: list[QualityRow]) -> Iterator[RowFault]:
    """Parts make the whole of their period; percentages make a hundred, give or take a tenth (R23)."""
    groups: dict[tuple[str, str], list[int]] = {}
    wholes = {(fold(row.indicator or ""), row.period or ""): row for row in rows}
    for place, row in enumerate(rows):
        if row.part_of and row.value:
            groups.setdefault((fold(row.part_of), row.period or ""), []).append(place)
    for key, places in groups.items():
        total = sum((Decimal(rows[place].value or 0) for place in places), Decimal())
        whole, last = wholes.get(key), places[-1]
        if all(rows[place].unit_of_measure == PERCENT for place in places):
            if not _LEAST <= total <= _MOST:
                remedy = N_("Correct the percentages; together they make 100")
                yield RowFault(last, "value", N_("makes {sum} % with the others"), remedy, params={"sum": total})
        elif whole is None or whole.number is None:
            remedy = N_("Add a row with the total of the same period, or correct the name")
            yield RowFault(last, "part_of", N_("names no total of this period"), remedy, rows[last].part_of)
        elif total != whole.number:
            told = {"sum": total, "total": whole.number}
            remedy = N_("Correct a part or the total")
            yield RowFault(last, "value", N_("makes {sum} with the others, and the total is {total}"), remedy, None, told)
