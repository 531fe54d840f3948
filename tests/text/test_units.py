from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from congtinh.text.units import APPENDIX, ATTACHED, ROMAN_TITLE, may_head, unit_of

PIECES = [
    "Điều",
    "điều",
    "ĐIỀU",
    "Article",
    "ſection",
    "Phụ\xa0lục",
    "PHỤ",
    "LỤC",
    "QUY",
    "CHẾ",
    "Mục",
    "IV",
    "I.",
]
SIGNS = ["**", "__", "# ", "## ", " ", "1", "5a", ".", ":", "–", "a)", "Tên", "x", "\xa0"]


@given(st.lists(st.sampled_from(PIECES + SIGNS), max_size=7).map("".join))
def test_no_heading_begins_otherwise(text: str) -> None:
    """A line that does not begin by a capital or a mark begins no unit, appendix or section."""
    line = text.strip()
    if not may_head(line):
        assert not (unit_of(line) or APPENDIX.match(line) or ATTACHED.match(line))
        assert not (ROMAN_TITLE.match(line) or line.startswith("#"))
        assert unit_of(f"  {line}") is None
