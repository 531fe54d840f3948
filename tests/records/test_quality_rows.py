"""Rows on service quality: numbers as people write them, and sums that come out (R23)."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from congtinh.messages import number
from congtinh.records.quality_rows import QualityRow, row_faults


def row(**values: object) -> QualityRow:
    facts = {"indicator": "Phiếu", "unit_of_measure": "phiếu", "period": "Q2-2026", "source": "Khảo sát"}
    return QualityRow.model_validate(facts | values)


@given(st.decimals(min_value=0, max_value=9_999_999, places=2))
def test_a_number_reads_as_it_was_written(amount: Decimal) -> None:
    """With a comma, with points between thousands, or as a spreadsheet holds it: the same value."""
    plain = f"{amount:.2f}"
    grouped = f"{int(amount):,}".replace(",", ".") + "," + plain[-2:]
    for written in (plain, plain.replace(".", ","), grouped, float(amount), f"{plain.replace('.', ',')} %"):
        assert row(value=written).number == amount, written


@pytest.mark.parametrize("written", ["khoảng 90", "1,2,3", "12a", "—"])
def test_what_is_no_number_is_refused(written: str) -> None:
    """A fault, never a guess."""
    with pytest.raises(ValidationError):
        row(value=written)


@given(st.lists(st.integers(1, 500), min_size=2, max_size=6), st.integers(-3, 3))
def test_parts_make_the_total(parts: list[int], off: int) -> None:
    """Parts of one period add up to the indicator that they name; one off is told, in the last part."""
    rows = [row(indicator=f"Mức {n}", value=v, part_of="Tổng") for n, v in enumerate(parts)]
    rows.append(row(indicator="Tổng", value=sum(parts) + off))
    rows.append(row(indicator="Tổng", value=7, period="Q1-2026"))
    found = [*row_faults(rows)]

    assert [(one.row, one.field) for one in found] == ([(len(parts) - 1, "value")] if off else [])


@pytest.mark.parametrize(
    ("values", "sound"),
    [(("60", "40"), True), (("60,05", "40"), True), (("59,9", "40"), True), (("60,2", "40"), False), (("50", "40"), False)],
)
def test_percentages_make_a_hundred(values: tuple[str, ...], sound: bool) -> None:
    """From 99.9 to 100.1, without a row for the whole."""
    rows = [row(value=v, unit_of_measure="%", part_of="Ý kiến", indicator=v) for v in values]

    assert (not [*row_faults(rows)]) is sound


@pytest.mark.parametrize(
    ("missing", "field"),
    [("indicator", "indicator"), ("unit_of_measure", "unit_of_measure"), ("source", "source"), ("period", "period")],
)
def test_a_value_says_what_it_is(missing: str, field: str) -> None:
    """Indicator, unit, period and source belong to every value."""
    assert [one.field for one in row_faults([row(value=3, **{missing: None})])] == [field]


def test_a_part_of_nothing_is_told() -> None:
    """The total that a part names stands in the table, in the same period."""
    rows = [row(value=3, part_of="Tổng"), row(indicator="Tổng", value=3, period="Q1-2026")]

    assert [one.field for one in row_faults(rows)] == ["part_of"]


def test_numbers_are_told_in_both_languages() -> None:
    """What a page shows of a decimal is the comma of one language and the point of the other."""
    value = row(value="99,82").number
    assert value is not None
    assert (number(float(value), "vi"), number(float(value), "en")) == ("99,82", "99.82")
