"""The structure of laws and decisions, in made cases and in real text."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from congtinh.text.markup import Markup, render

SHARED = Path(__file__).resolve().parents[2] / "../shared"
DOCUMENTS = SHARED / "data/documents.jsonl.gz"
LAW = """QUỐC HỘI
-------
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Luật này quy định về **chuyển đổi số**.
Điều 2. Giải thích từ ngữ
Trong Luật này:
1. Dữ liệu là ký hiệu;
2. Hệ thống gồm:
a) Phần cứng
của máy;
đ) Phần mềm.
Chương II. TỔ CHỨC
Mục 1
CƠ QUAN
Điều 3a. Trách nhiệm
Điều 5 của Luật này được áp dụng.
"""


def anchors(markup: Markup) -> list[str]:
    return re.findall(r' id="([^"]*)"', markup.html)


def headings(text: str) -> list[tuple[int, str, str]]:
    found = render(text, legal=True).headings
    return [(heading.level, heading.id, heading.text) for heading in found]


def test_units_become_headings_under_each_other() -> None:
    """A chapter takes its title from the next line; levels follow the units that are there."""
    assert headings(LAW) == [
        (2, "chuong-1", "Chương I. QUY ĐỊNH CHUNG"),
        (3, "dieu-1", "Điều 1. Phạm vi điều chỉnh"),
        (3, "dieu-2", "Điều 2. Giải thích từ ngữ"),
        (2, "chuong-2", "Chương II. TỔ CHỨC"),
        (3, "chuong-2-muc-1", "Mục 1. CƠ QUAN"),
        (4, "dieu-3a", "Điều 3a. Trách nhiệm"),
    ]


def test_clauses_and_points_keep_their_numbers() -> None:
    """Clause and point are paragraphs with the number as printed and an anchor each."""
    html = render(LAW, legal=True).html

    assert '<p id="dieu-2-khoan-1" class="clause">1. Dữ liệu là ký hiệu;</p>' in html
    assert '<p id="dieu-2-khoan-2-diem-a" class="point">a) Phần cứng của máy;</p>' in html
    assert '<p id="dieu-2-khoan-2-diem-dd" class="point">đ) Phần mềm.</p>' in html
    assert "<p>Điều 5 của Luật này được áp dụng.</p>" in html
    assert "<strong>chuyển đổi số</strong>" in html
    assert "<ol" not in html


def test_both_languages_have_the_same_anchors() -> None:
    """The anchor of a unit is the same in the Vietnamese text and in its translation."""
    vietnamese = "Phần thứ hai\nCHUNG\nChương IV\nA\nMục 2. B\nĐiều 7. C\n1. **D**\na) E"
    english = "PART TWO\nGENERAL\nChapter 4\nA\nSection 2. B\nArticle 7. C\n1. **D**\n(a) E"

    expected = anchors(render(vietnamese, legal=True))
    assert expected == anchors(render(english, legal=True, language="en"))
    assert expected[-3:] == ["dieu-7", "dieu-7-khoan-1", "dieu-7-khoan-1-diem-a"]


@pytest.mark.parametrize(
    "line",
    ["Điều 4. Tên", "### Điều 4. Tên", "**Điều 4. Tên**", "**Điều 4.** Tên", "## **Điều 4. Tên**"],
)
def test_marks_around_an_article_change_nothing(line: str) -> None:
    """Editors mark articles as heading, as bold or not at all; the page is the same."""
    assert headings(f"{line}\nNội dung.") == [(2, "dieu-4", "Điều 4. Tên")]


def test_an_article_of_one_sentence_has_it_as_its_text() -> None:
    """In a decision the whole article may be one sentence, which is no title."""
    text = "Điều 1. Ban hành kèm theo Quyết định này Quy chế.\nĐiều 2. Có hiệu lực từ ngày ký."
    markup = render(text, legal=True)

    assert [heading.text for heading in markup.headings] == ["Điều 1", "Điều 2"]
    assert "<p>Có hiệu lực từ ngày ký.</p>" in markup.html


def test_quoted_articles_have_no_anchor() -> None:
    """An amending law quotes articles of another; the anchor is that of the amending article."""
    text = (
        "Điều 1. Sửa đổi\n1. Điều 5 được sửa đổi như sau:\n“Điều 5. Hồ sơ\n1. Đơn.\n"
        "Điều 2. Cũ”.\nĐiều 2. Hiệu lực\n1. Từ ngày ký."
    )
    markup = render(text, legal=True)

    assert [heading.text for heading in markup.headings] == ["Điều 1. Sửa đổi", "Điều 2. Hiệu lực"]
    assert anchors(markup) == ["dieu-1", "dieu-1-khoan-1", "dieu-2", "dieu-2-khoan-1"]
    assert '<p class="quoted">“Điều 5. Hồ sơ</p>' in markup.html


def test_an_unclosed_quotation_swallows_nothing() -> None:
    """Where the closing sign was forgotten, the articles after it are still articles."""
    assert [h[1] for h in headings("Điều 1. A\n“Điều 9. B\nĐiều 2. C\nD")] == ["dieu-1", "dieu-2"]


def test_attached_regulation_and_appendix_have_anchors_of_their_own() -> None:
    """A second run of articles is told apart from the first, with or without its own title."""
    decision = "Điều 1. Ban hành\nA\nĐiều 2. Hiệu lực\nB\n"
    titled = f"{decision}QUY CHẾ\nTIẾP CÔNG DÂN\n(Ban hành kèm theo Quyết định số 1)\n"

    assert [h[1] for h in headings(f"{titled}Điều 1. Phạm vi\nC\nPHỤ LỤC II\nMẪU\n1. D")] == [
        "dieu-1",
        "dieu-2",
        "phan-kem-theo",
        "phan-kem-theo-dieu-1",
        "phu-luc-2",
    ]
    assert [h[1] for h in headings(f"{decision}Điều 1. Phạm vi\nC")][-1] == "phan-kem-theo-dieu-1"


def test_a_report_is_read_by_its_roman_numbers() -> None:
    """A report has no articles: sections I, II, … are headings, their numbers 1., 2. clauses."""
    markup = render("I. KẾT QUẢ\n1. Tin: 228\na) Ảnh\nII/ Kiến nghị\n1. Không", legal=True)

    assert [heading.id for heading in markup.headings] == ["muc-1", "muc-2"]
    assert "muc-1-khoan-1-diem-a" in anchors(markup) and "muc-2-khoan-1" in anchors(markup)


def test_tables_and_links_stay_markdown() -> None:
    """A table in an article is a table, a link in a clause a link."""
    text = "Điều 1. Mức thu\n1. Theo [biểu](bieu.md):\n\n| A | B |\n|---|---|\n| 1 | 2 |\n"
    markup = render(text, legal=True)

    assert '<th scope="col">A</th>' in markup.html
    assert [link.target for link in markup.links] == ["bieu.md"]
    assert 'id="dieu-1-khoan-1">1. Theo <a href="bieu.md">' in markup.html


class Nesting(HTMLParser):
    """Counts elements out of place in finished HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.faults += "p" in self.open and tag in {"p", "h2", "h3", "table", "ul", "ol", "div"}
        if tag not in {"br", "hr", "img", "col"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.faults += not self.open or self.open.pop() != tag


def documents() -> Iterator[dict[str, str]]:
    if not DOCUMENTS.exists():
        pytest.skip("the real documents are not beside the project")
    with gzip.open(DOCUMENTS, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.replace("_", " "))


def test_real_documents_keep_articles_words_and_form() -> None:
    """Of 600 real documents, 99 % of the articles have their anchor and no word is lost."""
    articles = anchored = 0
    for document in documents():
        markup = render(document["text"], legal=True)
        found = anchors(markup)
        written = set(re.findall(r"(?m)^Điều (\d+[a-zđ]*)[.:]", document["text"]))
        articles += len(written)
        anchored += sum(f"dieu-{n.replace('đ', 'dd')}" in set(found) for n in written)

        assert len(found) == len(set(found)), document["id"]
        assert Nesting(markup.html).faults == 0, document["id"]
        assert words(markup.text) == words(document["text"]), document["id"]
    assert anchored >= 0.99 * articles


@pytest.mark.parametrize("folder", ["domain/texts", "seeds"])
def test_real_laws_and_reports_are_well_formed(folder: str) -> None:
    """National laws as published, and reports of departments, give well-formed pages."""
    files = sorted((SHARED / folder).glob("*.[mt][dx]*"))
    if not files:
        pytest.skip("the real texts are not beside the project")
    for file in files:
        markup = render(file.read_text(encoding="utf-8"), legal=True)

        assert Nesting(markup.html).faults == 0, file.name
        assert len(anchors(markup)) == len(set(anchors(markup))), file.name
        assert not [f for f in markup.faults if f.kind == "heading_order"], file.name
