"""The report as one HTML file."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given

from congtinh.languages import Language
from congtinh.report.document import Block, Cell, Column, Paragraph, ReportDocument, Run, Table
from congtinh.report.html import html
from tests.report.test_docx import expected_texts
from tests.report.test_markdown_blocks import BLOCKS
from tests.report.written_samples import report

VOID = {"meta", "br"}
LEAST = ReportDocument("vi", agency="Sở", title="t", place="Minh Châu")


class Nesting(HTMLParser):
    """Elements as they open and close; ids, and words in reading order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.wrong: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        if tag == "li" and (not self.open or self.open[-1] != "ul"):
            self.wrong.append("li outside ul")
        if self.open and self.open[-1] == "ul" and tag != "li":
            self.wrong.append(f"{tag} in ul")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words += data


def read(text: str) -> Nesting:
    """The page as a parser sees it."""
    parser = Nesting()
    parser.feed(text)
    parser.close()
    return parser


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_text_is_on_the_page(language: Language) -> None:
    """What the DOCX says the page says, capitals apart, which are a matter of style."""
    found = " ".join(read(html(report(language))).words.split()).casefold()
    texts = [" ".join(text.replace(" %", "\u00a0%").split()).casefold() for text in expected_texts(report(language))]
    assert [text for text in texts if text not in found] == []


def test_the_page_needs_nothing_and_runs_nothing() -> None:
    """No script, nothing fetched, and a policy that would refuse both."""
    page = html(report("vi"))
    assert not re.search(r"<(script|link|img|iframe|object)|\bsrc=|url\(|@import", page)
    assert "default-src 'none'" in page and page.startswith('<!DOCTYPE html>\n<html lang="vi">')


def test_one_main_heading_and_named_columns() -> None:
    """One ``h1``; levels without a gap; each head cell says what it names."""
    page = html(report("vi"))
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))
    assert re.findall(r"<th(?![^>]*scope=)[ >]", page) == []
    assert page.count("<thead>") == page.count("<table>") == 3


@given(BLOCKS)
def test_any_blocks_nest_well(blocks: tuple[Block, ...]) -> None:
    """Lists within lists open and close, whatever the levels; signs of HTML stay words."""
    parser = read(html(replace(LEAST, blocks=blocks)))
    assert parser.wrong == [] and parser.open == []


def test_addresses_that_are_none_are_not_links() -> None:
    """A link leads by http, https, mailto or tel, or to the site; anything else is words."""
    bad = Paragraph((Run("x", href="javascript:alert(1)"), Run("y", href="//a.vn"), Run("z", href="mailto:a@b.vn")))
    table = Table("", (Column("c"),), ((Cell("w", href="data:text/html,x"),),))
    page = html(replace(report("vi"), blocks=(bad, table), annexes=()))
    assert re.findall(r'href="([^"]*)"', page) == ["mailto:a@b.vn"]
