"""Tables of figures: totals are those of their parts, and a fault has its line and column (R23)."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.text.csv_tables import read_csv_table
from congtinh.text.numbers import written

Numbers = st.lists(st.lists(st.integers(-(10**9), 10**9), min_size=2, max_size=2), min_size=1, max_size=8)


def text_of(rows: list[list[int]], total: list[int], divider: str, bom: str) -> bytes:
    lines = [["Nội dung", "Một", "Hai"]]
    lines += [[f"Mục {n}", *(written(Decimal(v), "vi") for v in row)] for n, row in enumerate(rows)]
    lines += [["Tổng cộng", *(written(Decimal(v), "vi") for v in total)]]
    return (bom + "\n".join(divider.join(line) for line in lines)).encode()


@given(Numbers, st.sampled_from(";"), st.sampled_from(("", "\ufeff")))
def test_true_totals_are_no_fault(rows: list[list[int]], divider: str, bom: str) -> None:
    """Whatever the parts, with a mark of byte order or without."""
    sums = [sum(column) for column in zip(*rows, strict=True)]
    table, faults = read_csv_table(text_of(rows, sums, divider, bom))

    assert table is not None
    assert not faults
    assert [table.number(len(rows), 1), table.number(len(rows), 2)] == sums


@given(Numbers, st.integers(1, 10**6), st.sampled_from((0, 1)))
def test_a_false_total_is_told_where_it_stands(rows: list[list[int]], off: int, column: int) -> None:
    """With the line and column of the total, and the sum that its parts make."""
    sums = [sum(one) for one in zip(*rows, strict=True)]
    told = [*sums]
    told[column] += off
    _, faults = read_csv_table(text_of(rows, told, ";", ""))

    (fault,) = faults
    assert (fault.kind, fault.line, fault.column) == ("total", len(rows) + 2, column + 2)
    assert fault.wanted == str(sums[column])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a;b\nx;10\n- y;4\nz;5\nTổng;15", []),  # a detail is no part of the total
        ("a;b\nx;1,4\ny;1,4\nTổng số;2,9", []),  # parts were rounded
        ("a;b\nx;1\ny;1\nTổng số;3", [("total", 4, 2)]),
        ("a;p (%)\nx;33,3\ny;33,3\nz;33,3\nTổng;100", []),
        ("a;p (%)\nx;33\ny;33\nz;33\nTổng;100", [("percent", 5, 2)]),
        ("Tháng;Lũy kế\n1;5\n2;9\n3;8", [("falls", 4, 2)]),
        ("Mục;Lũy kế 6 tháng\nx;9\ny;8\nTổng;17", []),  # rows that are no times do not run on
        ("a;b;c;Tổng\nx;1;2;3\ny;1;2;4", [("total", 3, 4)]),
        ("a;b\nx;1\ny;2\nz;3\nt;4\nu;năm", [("number", 6, 2)]),
        ("a;b\nx;1;2", [("width", 2, 0)]),
        ("a;\nx;1", [("head", 1, 2)]),
        ("a;b", [("empty", 1, 0)]),
    ],
)
def test_what_a_table_may_not_be(text: str, found: list[tuple[str, int, int]]) -> None:
    """Each fault with its line and column; what is none is not told."""
    _, faults = read_csv_table(text.encode())

    assert [(fault.kind, fault.line, fault.column) for fault in faults] == found


def test_another_encoding_is_told() -> None:
    """A sheet that was saved in the code page of the office is told with the line of the first such letter."""
    _, faults = read_csv_table("a;b\nĐộ;1".encode("cp1258", "replace"))

    assert [(fault.kind, fault.line) for fault in faults] == [("encoding", 2)]
