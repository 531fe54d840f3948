"""Markdown that a department keeps from report to report, as blocks of a document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Literal

from congtinh.languages import Language
from congtinh.report.document import (
    Alignment,
    Block,
    Cell,
    Heading,
    ListItem,
    Paragraph,
    Run,
    Runs,
    plain,
)
from congtinh.report.markdown_runs import BREAK, cut_at_dashes, tidy
from congtinh.report.markdown_tables import OpenTable, Square, table_of
from congtinh.text.markup import MarkupFault, render

_PLUS = re.compile(r"^ {0,3}\+(?= )")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_ENDS_A_BLOCK = frozenset({
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "pre", "blockquote", "figure",
    "figcaption", "summary", "details", "div", "section", "aside", "ul", "ol", "dl", "caption",
    "th", "td", "tr", "table", "hr",
})  # fmt: skip
_ALIGNED: dict[str, Alignment] = {"align-right": "right", "align-center": "center"}
_Mark = Literal["bold", "italic", "super", "sub", "struck"]
_FACES: dict[str, _Mark] = {
    "strong": "bold", "b": "bold", "summary": "bold", "dt": "bold",
    "em": "italic", "i": "italic", "cite": "italic", "figcaption": "italic",
    "sup": "super", "sub": "sub", "del": "struck", "s": "struck",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Narrative:
    """The blocks of a text, and what was taken out of it or should be mended in it."""

    blocks: tuple[Block, ...]
    faults: tuple[MarkupFault, ...]


def narrative(markdown: str, language: Language = "vi", *, top: int = 1) -> Narrative:
    """Markdown as blocks; its uppermost heading gets the level ``top``, those below 3 stay at 3.

    Items that begin with ``+`` belong to the ``-`` items before them, as official texts have it,
    though they stand no deeper. Never fails: what is not safe is taken out and told in ``faults``.
    """
    rendered = render(_with_pluses(markdown), language=language)
    reader = _Reader(top)
    reader.feed(rendered.html)
    reader.close()
    reader.end_block()
    return Narrative(tuple(reader.blocks), rendered.faults)


def _with_pluses(markdown: str) -> str:
    """A ``+`` in front as the sign itself, since Markdown makes no difference between ``-`` and ``+``."""
    made, fence = [], ""
    for line in markdown.split("\n"):
        edge = _FENCE.match(line)
        if edge and (not fence or edge[1] == fence):
            fence = "" if fence else edge[1]
        made.append(line if fence else _PLUS.sub(r"\\+", line))
    return "\n".join(made)


@dataclass(slots=True)
class _List:
    """An open list: what its items bear in front, and the number of the last one."""

    ordered: bool
    letters: bool = False
    at: int = 0
    fresh: bool = False

    def mark(self, level: int) -> str:
        """The sign of the item that was just begun, once; ``""`` for its further paragraphs."""
        if not self.fresh:
            return ""
        self.fresh = False
        if not self.ordered:
            return "-" if level % 2 else "+"
        if self.letters and 0 < self.at <= len(_LETTERS):
            return f"{_LETTERS[self.at - 1]})"
        return f"{self.at}."


class _Reader(HTMLParser):
    """Sanitised HTML in reading order, block by block."""

    def __init__(self, top: int) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._top = top
        self._runs: list[Run] = []
        self._faces: list[_Mark] = []
        self._links: list[str] = []
        self._lists: list[_List] = []
        self._tables: list[OpenTable] = []
        self._heading = 0
        self._align: Alignment = "justify"
        self._as_typed = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in _ENDS_A_BLOCK:
            self.end_block()
        if tag in _FACES:
            self._faces.append(_FACES[tag])
        if tag in _HEADINGS:
            self._heading = _HEADINGS[tag]
        elif tag in ("ul", "ol"):
            self._open_list(tag, given)
        elif tag == "li":
            self._begin_item(given)
        elif tag == "a":
            self._links.append(_target(given))
        elif tag == "br":
            self.handle_data(BREAK)
        elif tag == "img":
            self._picture(given)
        elif tag in ("p", "pre", "div"):
            self._align = _alignment(given)
            self._as_typed = tag == "pre"
        else:
            self._open_table_part(tag, given)

    def handle_endtag(self, tag: str) -> None:
        if tag in _ENDS_A_BLOCK:
            self._end_part(tag)
        if tag in _FACES and self._faces:
            self._faces.pop()
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "a" and self._links:
            self._links.pop()
        elif tag in ("p", "pre", "div"):
            self._align, self._as_typed = "justify", False
        elif tag in _HEADINGS:
            self._heading = 0

    def handle_data(self, data: str) -> None:
        if data.strip("\n") == "" and not self._runs:
            return
        text = data.replace("\n", BREAK) if self._as_typed else data
        if self._runs and self._runs[-1].text == BREAK:
            text = text.removeprefix("\n")
        href = self._links[-1] if self._links else ""
        if href == _BACK:
            return
        faces = self._faces
        raised: Literal["", "super", "sub"] = (
            "super" if "super" in faces else "sub" if "sub" in faces else ""
        )
        self._runs.append(
            Run(text, "bold" in faces, "italic" in faces, href, raised, "struck" in faces)
        )

    def end_block(self) -> None:
        """What was read since the last block, as one."""
        runs, self._runs = self._runs, []
        if self._tables:
            self._runs = runs
            return
        has_sign = bool(self._heading or (self._lists and self._lists[-1].fresh))
        for part, mark in cut_at_dashes(runs, as_typed=self._as_typed, has_sign=has_sign):
            if part:
                self.blocks.append(self._block(part, mark))

    def _block(self, runs: Runs, mark: str) -> Block:
        if self._heading:
            level = min(3, self._top + self._heading - 2)
            return Heading(3 if level == 3 else 2 if level == 2 else 1, runs)
        if mark:
            return ListItem(runs, "+" if mark == "+" else "-", 2 if mark == "+" else 1)
        if self._lists:
            level = len(self._lists)
            return ListItem(runs, self._lists[-1].mark(level), level)
        if self._as_typed:
            return Paragraph(runs, "left", indent=False)
        return Paragraph(runs, self._align, indent=self._align == "justify")

    def _end_part(self, tag: str) -> None:
        """The end of a block, of a cell or of a whole table."""
        if not self._tables:
            self.end_block()
            return
        table = self._tables[-1]
        if tag == "caption":
            table.caption, self._runs = plain(tidy(self._runs)), []
        elif tag in ("td", "th") and table.rows and table.rows[-1][1]:
            table.rows[-1][1][-1].runs, self._runs = tidy(self._runs), []
        elif tag == "table":
            self._tables.pop()
            self._close_table(table)
        elif self._runs:
            self._runs.append(Run(BREAK))

    def _close_table(self, table: OpenTable) -> None:
        made = table_of(table)
        if not self._tables:
            self.blocks.append(made)
            return
        # a table within a cell: its words stay in the cell, a line to a row
        for row in ([Cell(column.label) for column in made.columns], *made.rows):
            self._runs += [Run(" · ".join(str(cell.value or "") for cell in row)), Run(BREAK)]

    def _open_list(self, tag: str, given: dict[str, str]) -> None:
        start = given.get("start", "")
        first = int(start) if start.isdecimal() else 1
        self._lists.append(_List(tag == "ol", given.get("type") in ("a", "A"), first - 1))

    def _begin_item(self, given: dict[str, str]) -> None:
        if not self._lists:
            return
        here, value = self._lists[-1], given.get("value", "")
        here.at = int(value) if value.isdecimal() else here.at + 1
        here.fresh = True

    def _picture(self, given: dict[str, str]) -> None:
        words = given.get("alt") or given.get("title") or given.get("src", "")
        self._runs.append(Run(words, italic=True, href=given.get("src", "")))
        if given.get("alt") and given.get("title"):
            self._runs.append(Run(f" ({given['title']})", italic=True))

    def _open_table_part(self, tag: str, given: dict[str, str]) -> None:
        if tag == "table":
            self.end_block()
            self._tables.append(OpenTable())
            return
        if not self._tables:
            return
        table = self._tables[-1]
        if tag in ("thead", "tbody", "tfoot"):
            table.section = tag
        elif tag == "tr":
            table.rows.append((table.section, []))
        elif tag in ("td", "th") and table.rows:
            self._runs = []
            align = next((name for name in given.get("class", "").split() if name in _ALIGNED), "")
            columns, rows = _span(given, "colspan"), _span(given, "rowspan")
            table.rows[-1][1].append(Square((), columns, rows, align, tag == "th"))


_BACK = "\x00"
"""The target of what only leads back from a note: its sign is left out."""


def _target(given: dict[str, str]) -> str:
    """Where a link leads; a place within the text is nowhere once the text is in a file of its own."""
    if "footnote-backref" in given.get("class", ""):
        return _BACK
    href = given.get("href", "")
    return "" if href.startswith("#") else href


def _alignment(given: dict[str, str]) -> Alignment:
    for name in given.get("class", "").split():
        if name in _ALIGNED:
            return _ALIGNED[name]
    return "justify"


def _span(given: dict[str, str], name: str) -> int:
    value = given.get(name, "")
    return max(1, min(100, int(value))) if value.isdecimal() else 1
