"""Bodies of paragraphs, headings, lists and tables of the plain kind: HTML without a Markdown parser.

What is written here is what python-markdown and the sanitising of its HTML come to; a property test
holds it to that.  A body with one block of another kind is left to them as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from congtinh.text.blocks import Block
from congtinh.text.inline import inline

# how a line may begin that is no heading, list, quotation, table or definition
_START = r"(?:[^\W\d_]|\d+(?![\d.)])|[(“‘\"'–—…]|\*{1,2}[^*\s]|\[[^\]^\n]+\]\(|\\[\[\]*_.#>+\-])"
_PARAGRAPH = re.compile(rf"{_START}[^\n]*(?:\n{_START}[^\n]*)*")
# of an element of our own, whose first sign is escaped before a Markdown parser sees it
_OWN_START = re.compile(r"[^\W_]|[(“‘\"'–—…]|[-+]\s|\*[^*\s#>+\-]|\[[^\]^]+\]\(|\\[\[\]*_.#>+\-]")
_HEADING = re.compile(r"(#{1,6}) +([^\s#][^#\n]*)")
_ITEM = re.compile(rf"(?:([-*+])|(\d{{1,3}})\.) ({_START}[^\n]*)")
_LINE = re.compile(r"-{3,}|\*{3,}|_{3,}")
_RULE = re.compile(r"(:?)---*(:?)")
_ALIGNED = {("", ":"): ' class="align-right"', (":", ":"): ' class="align-center"'}


def direct(blocks: Sequence[Block]) -> str | None:
    """Sanitised HTML of a body all of whose blocks are plain ones; ``None`` if one is not."""
    pieces: list[str] = []
    for block in blocks:
        piece = _own(block) if block.tag else _markdown(block.text)
        if piece is None:
            return None
        pieces.append(piece)
    if any(_are_one_list(*pair) for pair in pairwise(blocks)):
        return None
    return "\n".join(pieces).replace("\xa0", "&nbsp;")


def _own(block: Block) -> str | None:
    if block.tag == "hr":
        return "<hr>"
    if block.is_plain:
        return f"<{block.tag}{block.attributes}>{block.text}</{block.tag}>"
    if not _OWN_START.match(block.text) or (block.tag != "p" and "#" in block.text):
        return None
    text = inline(block.text)
    attributes = block.attributes
    if block.id and block.kind:  # the order in which python-markdown writes them
        attributes = f' class="{block.kind}" id="{block.id}"'
    return None if text is None else f"<{block.tag}{attributes}>{text}</{block.tag}>"


def _markdown(text: str) -> str | None:
    """A block of Markdown: each kind by its first sign."""
    if text.startswith("#"):
        return _heading(text)
    if text.startswith("|"):
        return _table(text)
    if _LINE.fullmatch(text):
        return "<hr>"
    if _ITEM.match(text):
        return _list(text)
    if not _PARAGRAPH.fullmatch(text) or text.endswith(" "):
        return None
    html = inline(text)
    return None if html is None else f"<p>{html}</p>"


def _heading(text: str) -> str | None:
    match = _HEADING.fullmatch(text)
    html = inline(match[2].strip()) if match else None
    return f"<h{len(match[1])}>{html}</h{len(match[1])}>" if match and html is not None else None


def _list(text: str) -> str | None:
    """Items of one line each, all with the same sign or all with a number, the first ``1.``."""
    items = [_ITEM.fullmatch(line) for line in text.split("\n")]
    found = [item for item in items if item and not item[3].endswith(" ")]
    first = found[0] if found else None
    if first is None or len(found) < len(items) or any(i[1] != first[1] for i in found):
        return None
    if first[2] not in (None, "1"):
        return None
    words = [inline(item[3]) for item in found]
    tag = "ol" if first[2] else "ul"
    rows = "\n".join(f"<li>{word}</li>" for word in words)
    return None if None in words else f"<{tag}>\n{rows}\n</{tag}>"


def _are_one_list(block: Block, following: Block) -> bool:
    """Whether Markdown takes two lists for one, whose items stand apart."""
    return not (block.tag or following.tag) and bool(
        _ITEM.match(block.text) and _ITEM.match(following.text)
    )


def _table(text: str) -> str | None:
    """A row of headings, a line of dashes, and rows with as many cells, each between bars."""
    lines = text.split("\n")
    if len(lines) < 3 or not all(line.startswith("|") and line.endswith("|") for line in lines):
        return None
    rows = [[cell.strip(" ") for cell in line[1:-1].split("|")] for line in lines]
    rules = [_RULE.fullmatch(cell) for cell in rows[1]]
    if len(rules) < 2 or not all(rules) or any(len(row) != len(rules) for row in rows):
        return None
    sides = [_ALIGNED.get((rule[1], rule[2]), "") for rule in rules if rule]
    head, body = _row(rows[0], sides, "th"), [_row(row, sides, "td") for row in rows[2:]]
    if head is None or None in body:
        return None
    inner = "\n".join(filter(None, body))
    return f"<table>\n<thead>\n{head}\n</thead>\n<tbody>\n{inner}\n</tbody>\n</table>"


def _row(cells: list[str], sides: list[str], tag: str) -> str | None:
    words = [inline(cell) if cell == cell.strip() else None for cell in cells]
    if None in words:
        return None
    told = (f"<{tag}{side}>{word}</{tag}>" for word, side in zip(words, sides, strict=True))
    return "<tr>\n" + "\n".join(told) + "\n</tr>"
