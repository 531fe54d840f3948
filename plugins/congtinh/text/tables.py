"""Tables of a body: caption, header cells with a scope, and a named region that scrolls."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape

_EDGE = re.compile(r"<(/?)table(?:\s[^>]*)?>")
_CAPTION = re.compile(r"<caption(?:\s[^>]*)?>(.*?)</caption>", re.DOTALL)
_TITLE = (
    r"<p((?: [\w-]+=\"[^\"]*\")*)>"
    r"((?:Bảng|Table)\b[^<>:]{0,12}:(?:(?!</?p\b).)*)</p>"
)
_BEFORE = re.compile(_TITLE + r"\s*\Z", re.DOTALL)
_AFTER = re.compile(r"\s*" + _TITLE, re.DOTALL)
# a table with a number is cited by it; the bare word says nothing
_BARE_WORD = re.compile(r"\A(?:Bảng|Table):\s*")
_HEADER_CELL = re.compile(r"<th((?: [\w-]+=\"[^\"]*\")*)>(.*?)</th>", re.DOTALL)
_HEAD = re.compile(r"<thead>.*?</thead>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Table:
    """One table as it was found: does it name its columns, has it a caption, and how it begins."""

    has_header: bool
    has_caption: bool
    sample: str


def with_regions(html: str, label: str) -> tuple[str, tuple[Table, ...]]:
    """Sanitised HTML whose tables scroll in a region named by their caption or by ``label``.

    A paragraph directly before or after a table that begins with ``Bảng:`` or ``Table 2:``
    becomes its caption.
    """
    pieces: list[str] = []
    tables: list[Table] = []
    done = 0
    for start, end in _outermost(html):
        if start < done:
            continue
        before, table, after = html[done:start], html[start:end], end
        caption = _CAPTION.search(table)
        if caption is None:
            if found := _BEFORE.search(before):
                before = before[: found.start()]
            elif found := _AFTER.match(html, end):
                after = found.end()
            if found:
                head, mark, rest = table.partition(">")
                words = _BARE_WORD.sub("", found[2])
                table = f"{head}{mark}\n<caption{found[1]}>{words}</caption>{rest}"
                caption = _CAPTION.search(table)
        name = plain(caption[1]) if caption else ""
        tables.append(Table(_has_header(table), bool(name), plain(table)[:60]))
        table = _HEAD.sub(lambda head: _HEADER_CELL.sub(_scoped, head[0]), table)
        named = f'role="region" tabindex="0" aria-label="{escape(name or label)}"'
        pieces += [before, f'<div class="table-scroll" {named}>', table, "</div>"]
        done = after
    return "".join([*pieces, html[done:]]), tuple(tables)


def plain(html: str) -> str:
    """The words of sanitised HTML on one line."""
    return " ".join(unescape(_TAG.sub(" ", html)).split())


def _has_header(table: str) -> bool:
    return any(plain(cell[2]) for cell in _HEADER_CELL.finditer(table))


def _scoped(cell: re.Match[str]) -> str:
    if " scope=" in cell[1]:
        return cell[0]
    return f'<th scope="col"{cell[1]}>{cell[2]}</th>'


def _outermost(html: str) -> Iterator[tuple[int, int]]:
    """Start and end of each table that stands in no other."""
    depth = start = 0
    for edge in _EDGE.finditer(html):
        if not edge[1]:
            start = edge.start() if depth == 0 else start
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield start, edge.end()
