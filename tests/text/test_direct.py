from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.text.articles import legal_blocks
from congtinh.text.blocks import Block, blocks_of
from congtinh.text.conversion import to_html
from congtinh.text.direct import direct
from congtinh.text.sanitising import sanitised, unsafe_parts

WORDS = ["Sở", "R&D", "a_b", "12.", "2026", "(2)", "“tin”", "A\xa0B", "5 > 3", "  ", "\t"]
INLINE = ["**đậm**", "*nghiêng*", "[tin](../a.vi.md)", "[Cổng](https://a.vn/b)", "\\[1\\]", "&amp;"]
OPEN = [*"*_[!`\\&|{~=", "**", "](", "<b>", "&#60;", "{:#a}"]
BLOCKS = [
    "## Kết quả",
    "- một\n- hai",
    "* một\n* hai",
    "1. một\n2. hai",
    "2. hai",
    "| a | b |\n| --- | ---: |\n| 1 | 2 |",
    "---",
    ": nghĩa",
    "[a]: b",
    "    mã",
    "> dẫn",
    "Điều 1. Tên",
    "1. Khoản",
    "a) điểm",
    "PHỤ LỤC",
]
SIGNS = ["\n", "\n\n", "# ", "## ", "- ", "* ", "1. ", "> ", ": ", "| ", " | ", "  \n", "\n  "]
TEXTS = st.lists(st.sampled_from(WORDS + INLINE + OPEN + SIGNS), max_size=6).map(" ".join)
LINES = st.lists(st.sampled_from(WORDS + INLINE + OPEN + SIGNS), max_size=6).map("".join)
BODIES = st.lists(TEXTS | LINES | st.sampled_from(BLOCKS), max_size=5).map("\n\n".join)


def parsed(blocks: list[Block]) -> str:
    raw = to_html(blocks)
    assert unsafe_parts(raw) == []
    return sanitised(raw)


@given(BODIES, st.booleans())
def test_direct_html_is_that_of_the_parser(body: str, legal: bool) -> None:
    """What is converted directly is what python-markdown and the sanitising make of it."""
    blocks = legal_blocks(body) if legal else blocks_of(body)
    html = None if "*[" in body else direct(blocks)

    if html is not None:
        assert html == parsed(blocks)


@given(st.text(max_size=40), st.booleans())
def test_any_text_is_converted_alike(text: str, legal: bool) -> None:
    """The same for any characters in a paragraph, after what a body never holds is taken out."""
    body = "".join(sign for sign in f"Tin {text}" if sign >= " " and not "\x7f" <= sign < "\xa0")
    blocks = legal_blocks(body) if legal else blocks_of(body)
    html = direct(blocks) if not {"\ue000", "\ue001"} & set(body) and "*[" not in body else None

    if html is not None:
        assert html == parsed(blocks)


@pytest.mark.parametrize(
    "body",
    [
        "Một đoạn.\n\nĐoạn nữa, **đậm** và *nghiêng*.",
        "## Kết quả\n\nXem [tin](../tin.vi.md) và [Cổng](https://a.vn/b).",
        "Gồm:\n\n- **Một**;\n- [hai](hai.vi.md).\n\nHết.",
        "1. Một\n2. Hai",
        "| Năm | Số |\n|---|---:|\n| 2026 | **12** |",
        "R&D, 5 > 3, a_b, \\[1\\] &amp; !",
    ],
)
def test_common_bodies_need_no_parser(body: str) -> None:
    """Paragraphs, headings, lists, tables and links of the plain kind are all known."""
    assert direct(blocks_of(body)) == parsed(blocks_of(body))


@pytest.mark.parametrize(
    "body",
    ["<b>a</b>", "a  \nb", "- a\n\n- b", "> a", "![a](b.png)", "[a](b 'c')", "_a_", "`a`", "a {b}"],
)
def test_other_bodies_are_left_to_the_parser(body: str) -> None:
    """What could mean something else is not touched."""
    assert direct(blocks_of(body)) is None
