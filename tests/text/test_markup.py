"""Markdown bodies as safe HTML."""

from __future__ import annotations

import pickle
import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congtinh.text.markup import _ANY_TAG, _BREAK, _CELL, Markup, _words, plain_text, render

VOID = {"br", "hr", "img", "col"}
HTML_PIECES = st.sampled_from(
    [
        "<script>alert(1)</script>", "<ScRiPt src=//x.vn>", "<img src=x onerror=alert(1)>",
        "<a href='java\tscript:alert(1)'>x</a>", "[x](javascript:alert(1))",
        "![x](data:text/html,1)",
        "{: onclick='x' #dieu-1 }", "{: #dieu-1 }", "# Điều 1. A", "Điều 1. A", "\n\n", "\n", "> ",
        "- ", "1. ", "a) ", "| a | b |\n|---|---|\n| c | d |", "<div>", "</div>", "<table>", "<td>",
        "<p id=dieu-1>", "<svg onload=x>", "<!--", "-->", "<![CDATA[", "[^1]", "[^1]: ghi chú",
        "“", "”", '"', "**", "`", "\ue0000\ue001", "&lt;script&gt;", "*[A]: B", ": x", "<h2>",
        "Phụ lục I", "Chương I", "QUY CHẾ\n(Ban hành kèm theo", "    code", "\x00", "<style>",
    ]
)  # fmt: skip
BODIES = st.lists(HTML_PIECES | st.text(max_size=12), max_size=14).map("".join)


class Elements(HTMLParser):
    """Elements of finished HTML: faults of nesting, ids, attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.ids: list[str | None] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.feed(html)
        self.faults += [f"<{name}> left open" for name in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if "p" in self.open and tag in {"p", "div", "ul", "ol", "table", "figure", "h2", "h3"}:
            self.faults.append(f"<{tag}> in <p>")
        if tag not in VOID:
            self.open.append(tag)
        self.ids += [value for name, value in attrs if name == "id"]
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> out of place")


def faults(markup: Markup) -> list[tuple[int | None, str, str]]:
    return [(fault.line, fault.kind, fault.sample) for fault in markup.faults]


@settings(max_examples=300, deadline=None)
@given(BODIES, st.booleans())
def test_no_body_brings_a_script(body: str, legal: bool) -> None:
    """Whatever is written, no script, handler, style or script address reaches the page."""
    html = render(body, legal=legal).html

    elements = Elements(html)
    assert "<script" not in html.lower() and "<style" not in html.lower()
    for _, name, value in elements.attributes:
        assert not name.startswith("on") and name != "style"
        if name in {"href", "src", "cite"}:
            scheme = re.match(r"\s*([a-zA-Z][\w+.-]*)\s*:", value)
            assert scheme is None or scheme[1].lower() in {"http", "https", "mailto", "tel"}


@settings(max_examples=300, deadline=None)
@given(BODIES, st.booleans())
def test_every_body_is_well_formed(body: str, legal: bool) -> None:
    """Ids are unique, elements nest, and every heading has the id that the outline names."""
    markup = render(body, legal=legal)

    elements = Elements(markup.html)
    assert elements.faults == []
    assert len(elements.ids) == len(set(elements.ids))
    assert all(2 <= heading.level <= 6 for heading in markup.headings)
    assert {heading.id for heading in markup.headings} <= set(elements.ids)
    assert markup.words == len(markup.text.split())


@given(st.lists(st.text("ăâđêôơưaeiouy bcdg,.", min_size=1).map(str.strip), max_size=6))
def test_plain_paragraphs_keep_their_words(paragraphs: list[str]) -> None:
    """Plain text comes back word for word, one paragraph on a line."""
    written = [f"Đoạn {paragraph}".strip() for paragraph in paragraphs]
    markup = render("\n\n".join(written))

    assert markup.text == "\n".join(" ".join(paragraph.split()) for paragraph in written)


def test_a_quick_paragraph_equals_a_converted_one() -> None:
    """A paragraph beside Markdown is the same as alone."""
    plain = "Sở Khoa học và Công nghệ (Sở) mời họp: 8 giờ, ngày 5.\nXin mời."

    assert f"<p>{plain}</p>" == render(plain).html
    assert f"<p>{plain}</p>" in render(f"**Tin**\n\n{plain}\n\n- một").html


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<h2>Kết quả<div>năm<p>2025</p></div></h2>", "Kết quả năm 2025"),
        ("<h2><div>Kết quả<h2>năm 2025", "Kết quả năm 2025"),
        ("<h3><ul><li>Kết quả<h2>năm 2025", "Kết quả năm 2025"),
        ("<h2><div><h2>", None),
    ],
)
def test_a_heading_holds_words_and_no_blocks(body: str, words: str | None) -> None:
    """Blocks that an editor's HTML puts into a heading leave their words and no tag."""
    markup = render(body)

    assert Elements(markup.html).faults == []
    assert [heading.text for heading in markup.headings] == ([words] if words else [])


def test_headings_begin_at_level_two() -> None:
    """The title of the page is level 1, so the highest heading of a body becomes 2."""
    markup = render("# Kết quả\n\n## Năm 2025\n\n# Kết quả")

    shape = [(heading.level, heading.id) for heading in markup.headings]
    assert shape == [(2, "ket-qua"), (3, "nam-2025"), (2, "ket-qua-2")]


def test_an_address_is_written_in_double_quotes() -> None:
    """Later stages find addresses as ``href="…"`` and ``src="…"``."""
    html = render("<a href='tep/a.pdf'>Tải</a> ![Ảnh](anh.jpg)").html

    assert ' href="tep/a.pdf"' in html and ' src="anh.jpg"' in html


def test_links_and_pictures_are_listed_with_lines() -> None:
    """A link and a picture are known with target and line, as faults quote them."""
    text = "Mở đầu\n\nXem [văn bản](a.vi.md) và <so@minhchau.example>.\n\n"
    markup = render(text + '![Hội nghị](h.jpg "Sáng nay")\n')

    assert [(link.target, link.line) for link in markup.links] == [
        ("a.vi.md", 3),
        ("mailto:so@minhchau.example", 3),
    ]
    image = markup.images[0]
    assert (image.src, image.alt, image.title, image.line) == ("h.jpg", "Hội nghị", "Sáng nay", 5)
    assert "<figcaption>Sáng nay</figcaption></figure>" in markup.html


def test_external_links_do_not_hand_over_the_window() -> None:
    """A link to another site gets ``rel="noopener"``, one within the site does not."""
    html = render("[a](https://chinhphu.vn/) [b](b.vi.md)").html

    assert '<a href="https://chinhphu.vn/" rel="noopener">' in html
    assert '<a href="b.vi.md">' in html


def test_language_of_a_fragment_stays() -> None:
    """A fragment in the other language keeps its ``lang``, in a block and in a line."""
    html = render('Open data\n{: lang=en }\n\nGọi là <span lang="en">open data</span>.').html

    assert '<p lang="en">Open data</p>' in html and '<span lang="en">open data</span>' in html


def test_a_table_has_caption_scope_and_a_named_region() -> None:
    """A table scrolls in a region with a name, and its header cells say what they head."""
    markup = render("Số liệu:\n\nBảng 2: Hồ sơ\n\n| Năm | Số |\n|---|---|\n| 2025 | 12 |")

    assert '<div class="table-scroll" role="region" tabindex="0" aria-label="Bảng 2: Hồ sơ">' in (
        markup.html
    )
    assert "<caption>Bảng 2: Hồ sơ</caption>" in markup.html
    assert '<th scope="col">Năm</th>' in markup.html
    assert "<p>Số liệu:</p>" in markup.html
    assert markup.faults == ()
    assert "Năm Số\n2025 12" in markup.text


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("Một\n\n![](a.jpg)", (3, "image_alt", "a.jpg")),
        ("Một\n\n<script>x</script>", (3, "unsafe_html", "script")),
        ('Một <b onclick="x">hai</b>', (1, "unsafe_html", "onclick")),
        ("Một <iframe src=x></iframe>", (1, "unsafe_html", "iframe")),
        ("[x](javascript:alert)", (1, "unsafe_html", "javascript:")),
        ("Một\n\n<marquee>Chào mừng</marquee>", (3, "moving_text", "marquee")),
        ("## A\n\n#### B", (3, "heading_order", "B")),
        ("Bảng: x\n\n|  |  |\n|---|---|\n| 1 | 2 |", (None, "table_header", "x 1 2")),
        ("| a | b |\n|---|---|\n| 1 | 2 |", (1, "table_caption", "a b 1 2")),
    ],
)
def test_faults_are_told(body: str, fault: tuple[int | None, str, str]) -> None:
    """Each fault of a body is told with its line, its kind and what stands there."""
    found = faults(render(body))
    assert [fault[1:]] == [one[1:] for one in found]
    if fault[0]:
        assert fault[0] == found[0][0]


@pytest.mark.parametrize(
    "body",
    ["`<script>` là thẻ", "a < b & c", "5 > 3", "<https://a.vn>", "Câu &amp; chữ", "R&D"],
)
def test_text_about_signs_is_no_fault(body: str) -> None:
    """Signs in text are text, not HTML that was removed."""
    assert faults(render(body)) == []


def test_footnotes_speak_the_language_of_the_body() -> None:
    """A footnote is linked both ways, and the way back is named in the body's language."""
    body = "Theo báo cáo[^1].\n\nĐoạn hai.\n\n[^1]: Báo cáo số 10."

    assert "Trở lại chỗ ghi chú 1" in render(body).html
    assert "Back to note 1" in render(body, language="en").html


def test_raw_html_keeps_text_between_blank_lines() -> None:
    """Plain text inside an HTML block across blank lines stays, escaped."""
    html = render("<div>\n\nMột đoạn\n\n</div>\n\nHai").html

    assert "Một đoạn" in html and "<p>Hai</p>" in html


def test_a_body_can_be_cached() -> None:
    """A converted body is written to the record cache and comes back equal."""
    markup = render("# A\n\n[b](c.md)")
    assert markup == pickle.loads(pickle.dumps(markup))


def test_no_anchor_of_a_body_is_one_of_the_page() -> None:
    """A heading “Main” does not take the anchor that the skip link of the page leads to."""
    body = render('## Main\n\n<p id="top">x</p>\n')
    assert [heading.id for heading in body.headings] == ["main-2"]
    assert 'id="top-2"' in body.html


def spaced(html: str) -> str:
    """The words of HTML, line by line, in the plainest way."""
    broken = _BREAK.sub("\n", _CELL.sub("\t", html.replace("\n", " ")))
    lines = (" ".join(line.split()) for line in unescape(_ANY_TAG.sub("", broken)).split("\n"))
    return "\n".join(filter(None, lines))


TAGS = ["<p>", "</p>", "<br>", "<td>", "</td>", "<hr>", "<b>", "</b>", "&nbsp;", "&amp;lt;", "&lt;", "a", "tin", "ữ"]
SPACES = [" ", "  ", "\n", "\t", "\xa0", "\u2003", "\x85"]


@given(st.lists(st.sampled_from(TAGS + SPACES), max_size=12).map("".join))
def test_words_are_told_apart_by_one_space(html: str) -> None:
    """Ordinary lines are not taken apart word by word, and come out the same; so do their counts."""
    text = plain_text(html)

    assert text == spaced(html)
    assert _words(text) == len(text.split())
