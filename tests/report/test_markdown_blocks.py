"""A department's Markdown as blocks of a document."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from congtinh.report.document import (
    Block,
    Cell,
    Column,
    Heading,
    ListItem,
    Paragraph,
    Run,
    Table,
    plain,
)
from congtinh.report.markdown import blocks_as_markdown
from congtinh.report.markdown_blocks import narrative
from congtinh.text.markup import render


def words_of(block: Block) -> list[str]:
    """Every word of a block, in reading order."""
    if not isinstance(block, Table):
        return plain(block.runs).split()
    heads = [f"{column.group} {column.label}" for column in block.columns]
    rows = [*block.rows, *([block.totals] if block.totals else [])]
    cells = [str(cell.value or "") for row in rows for cell in row if cell]
    return " ".join([block.caption, *heads, *cells, block.note]).split()


def said(markdown: str) -> list[tuple[str, int, str]]:
    """Marks, levels and words of the items."""
    return [
        (block.mark, block.level, plain(block.runs))
        for block in narrative(markdown).blocks if isinstance(block, ListItem)
    ]  # fmt: skip


def test_a_plus_belongs_to_the_dash_before() -> None:
    """Official texts set ``+`` under ``-`` without standing in; both signs are kept (seed of Quảng Ngãi)."""
    expected = [("-", 1, "Nội dung:"), ("+", 2, "Giới thiệu"), ("+", 2, "Tin tức"), ("-", 1, "Văn bản: 56")]
    assert said("- Nội dung:\n\n+ Giới thiệu\n\n+ Tin tức\n\n- Văn bản: 56") == expected
    assert said("- Nội dung:\n+ Giới thiệu\n+ Tin tức\n- Văn bản: 56") == expected
    assert said("- Nội dung:\n    + Giới thiệu\n    + Tin tức\n- Văn bản: 56") == expected


def test_a_list_right_below_its_sentence_is_a_list() -> None:
    """Editors leave no blank line before the first dash; the sentence stays a paragraph."""
    first, *items = narrative("Cụ thể:\n- một **hai**\n- ba - bốn").blocks
    assert first == Paragraph((Run("Cụ thể:"),))
    assert items == [
        ListItem((Run("một "), Run("hai", bold=True))), ListItem((Run("ba - bốn"),)),
    ]  # fmt: skip
    assert said("Cụ thể:\n- một\n  - hai\n- ba") == [("-", 1, "một"), ("+", 2, "hai"), ("-", 1, "ba")]


def test_numbers_and_letters_of_lists() -> None:
    """A list goes on where its author counts from; letters run in Vietnamese order, đ after d."""
    assert [mark for mark, _, _ in said("3. ba\n4. bốn")] == ["3.", "4."]
    letters = '<ol type="a" start="4"><li>x</li><li>y</li></ol>'
    assert [mark for mark, _, _ in said(letters)] == ["d)", "đ)"]


def test_a_second_paragraph_goes_on_with_its_item() -> None:
    """It bears no sign of its own and stands as deep."""
    assert said("- một\n\n    hai\n\n- ba") == [("-", 1, "một"), ("", 1, "hai"), ("-", 1, "ba")]


def test_faces_links_and_raised_signs() -> None:
    """What words wear is kept: ``10⁶`` never becomes 106, what is struck out is not said."""
    (block,) = narrative("**a** *b* [c](/x/) 10<sup>6</sup> H<sub>2</sub>O <del>d</del>").blocks
    assert isinstance(block, Paragraph)
    runs = block.runs
    assert Run("a", bold=True) in runs and Run("b", italic=True) in runs and Run("c", href="/x/") in runs
    assert Run("6", raised="super") in runs and Run("2", raised="sub") in runs
    assert Run("d", struck=True) in runs


def test_headings_begin_at_the_level_asked_for() -> None:
    """The uppermost heading gets ``top``; what lies below 3 stays at 3."""
    levels = [b.level for b in narrative("# a\n\n## b\n\n### c\n\n#### d", top=2).blocks if isinstance(b, Heading)]
    assert levels == [2, 3, 3, 3]


def test_tables() -> None:
    """Caption, groups of columns, covered cells, totals and addresses come through."""
    html = (
        "<table><caption>Bảng một</caption><thead><tr><th rowspan=2>Tên</th><th colspan=2>Tin</th></tr>"
        "<tr><th>vi</th><th>en</th></tr></thead><tbody><tr><td>A</td><td>1</td><td>2</td></tr></tbody>"
        "<tfoot><tr><td>Tổng</td><td colspan=2>3</td></tr></tfoot></table>"
    )
    assert narrative(html).blocks == (
        Table("Bảng một", (Column("Tên"), Column("vi", group="Tin"), Column("en", group="Tin")),
              ((Cell("A"), Cell("1"), Cell("2")),), (Cell("Tổng"), Cell("3"), Cell())),
    )  # fmt: skip
    (table,) = narrative("| Mục | Số |\n|---|---:|\n| [B](/b/) \\| c | **05** |").blocks
    assert table == Table("", (Column("Mục"), Column("Số", "number")),
                          ((Cell("B | c", "/b/"), Cell("05", bold=True)),))  # fmt: skip


def test_what_is_taken_out_is_told() -> None:
    """A script is removed and named among the faults."""
    made = narrative("a\n\n<script>x</script>\n\nb")
    assert [fault.sample for fault in made.faults] == ["script"]
    assert [plain(b.runs) for b in made.blocks if isinstance(b, Paragraph)] == ["a", "b"]


MARKDOWN = st.lists(
    st.sampled_from([
        "## I. Phần", "Đoạn văn **đậm** và *nghiêng*.", "- một\n- hai", "+ cộng", "1. nhất\n2. nhì", "> trích",
        "| A | B |\n|---|---|\n| 1 | 2 |", "Bảng: tên", "![ảnh](/a.jpg)", "![ảnh](/a.jpg \"chú\")", "    mã nguồn",
        "```\n+ mã\n```", "Từ\n: nghĩa", "Chú[^1].\n\n[^1]: Lời chú.", "<details><summary>s</summary>t</details>",
        "a  \nb", "<div>khối</div>", "<ol><li>x<ul><li>y</li></ul></li></ol>", "<b>hở", "* sao", "***", "a) điểm",
        "<table><tr><th>x</th></tr><tr><td><ul><li>trong</li></ul></td></tr></table>",
    ]),
    max_size=6,
).map("\n\n".join)  # fmt: skip


@given(MARKDOWN)
def test_no_word_is_lost(markdown: str) -> None:
    """Every letter that the site shows of a text stands in the blocks too, in the same order."""
    html = re.sub(r'<img alt="([^"]*)"[^>]*>', r" \1 ", render(markdown).html)
    shown = unescape(re.sub(r"<[^>]*>", " ", html))
    kept = " ".join(word for block in narrative(markdown).blocks for word in words_of(block))
    signs = re.compile(r"[\s+*↩-]+")  # signs of lists stand in no HTML
    assert signs.sub("", kept) == signs.sub("", shown)


TEXT = st.text(
    st.sampled_from("aăđB1 .,:;-+*_#|<>&[]()`~!\\/%\"'\n="), min_size=1, max_size=12
).filter(lambda text: bool(text.strip()))  # fmt: skip
RUNS = st.lists(
    st.builds(Run, TEXT, st.booleans(), st.booleans(), st.sampled_from(("", "/x/", "https://a.vn/?b=(c)")),
              st.sampled_from(("", "super", "sub"))),
    min_size=1, max_size=3,
).map(tuple)  # fmt: skip
CELLS = st.builds(Cell, TEXT.map(lambda text: text.replace("\n", " ").strip() or "a"))
BLOCKS = st.lists(
    st.one_of(
        st.builds(Paragraph, RUNS), st.builds(Heading, st.sampled_from((1, 2, 3)), RUNS),
        st.builds(ListItem, RUNS, st.sampled_from(("-", "+", "1.", "a)", "")), st.integers(1, 3)),
        st.builds(lambda rows: Table("Tên", (Column("A"), Column("B", "number")), tuple(rows)),
                  st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=2)),
    ),
    max_size=4,
).map(tuple)  # fmt: skip


def letters_of(blocks: tuple[Block, ...]) -> str:
    """All letters of all blocks but white space; ``-`` and ``+`` are one sign, which the depth decides."""
    signs = {"-": "•", "+": "•"}
    marks = [signs.get(b.mark, b.mark) if isinstance(b, ListItem) else "" for b in blocks]
    said = ("".join([mark, *words_of(block)]) for mark, block in zip(marks, blocks, strict=True))
    return "".join(said)


@given(BLOCKS)
def test_what_is_written_as_markdown_is_read_back(blocks: tuple[Block, ...]) -> None:
    """Blocks written and read say the same, sign for sign, whatever signs their words hold."""
    written = blocks_as_markdown(blocks)
    assert letters_of(narrative(written).blocks) == letters_of(blocks), written


def test_a_report_is_read_back_as_the_same_blocks() -> None:
    """Ordinary blocks come back equal: levels, signs, faces, links, tables."""
    blocks = (
        Heading(1, (Run("I. Tình hình"),)),
        Paragraph((Run("Đã đăng "), Run("592", bold=True), Run(" tin ("), Run("xem", href="/tin/"), Run(")."))),
        ListItem((Run("một"),)), ListItem((Run("hai"),), "+", 2), ListItem((Run("ba"),), "+", 2),
        ListItem((Run("bốn"),), "", 2), ListItem((Run("năm"),)),
        Heading(2, (Run("1. Về"),)),
        Table("Tên bảng", (Column("Mục"), Column("Số", "number")), ((Cell("a"), Cell("05")),)),
        Paragraph((Run("1) điểm"),)),
        ListItem((Run("nhất"),), "1."), ListItem((Run("nhì"),), "2."),
    )  # fmt: skip
    assert narrative(blocks_as_markdown(blocks)).blocks == blocks
