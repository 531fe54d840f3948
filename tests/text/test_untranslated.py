"""Vietnamese left in English texts is found; names are not taken for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.text.untranslated import is_untranslated_title, untranslated_blocks

NAMES = ["Minh Châu", "Nguyễn Văn Hạnh", "Sơn La", "Đà Nẵng", "Thái Nguyên", "Quảng Ngãi", "Hồ Chí Minh"]
ENGLISH = ["department", "issues", "a", "plan", "for", "innovation", "in", "with", "support", "café"]
PARAGRAPH = "Điểm hỗ trợ mở cửa mọi ngày làm việc trong tuần, kể cả buổi trưa."


@given(st.lists(st.sampled_from(NAMES + ENGLISH), min_size=1, max_size=12))
def test_names_in_english_are_no_vietnamese_words(words: list[str]) -> None:
    """An English title or text may hold any number of Vietnamese names."""
    text = " ".join(words)

    assert not is_untranslated_title(text)
    assert untranslated_blocks(text) == []


@pytest.mark.parametrize(
    "title",
    ["Sở Khoa học và Công nghệ họp báo", "Department opens điểm hỗ trợ sáng kiến", "Kế hoạch năm 2026 của tỉnh"],
)
def test_a_title_with_a_vietnamese_phrase_is_found(title: str) -> None:
    """A phrase in small letters with marks is a phrase that nobody has translated."""
    assert is_untranslated_title(title)


@given(st.lists(st.just("The office is open on all working days of the week."), max_size=4), st.integers(0, 4))
def test_a_vietnamese_block_is_found_at_its_line(blocks: list[str], place: int) -> None:
    """Wherever a Vietnamese block stands among English ones, it alone is told, with its line."""
    place = min(place, len(blocks))
    text = "\n\n".join([*blocks[:place], PARAGRAPH, *blocks[place:]])

    assert untranslated_blocks(text) == [(1 + 2 * place, PARAGRAPH)]
