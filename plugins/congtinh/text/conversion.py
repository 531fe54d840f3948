"""Markdown to raw HTML: plain paragraphs directly, everything else by python-markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from html import escape
from itertools import pairwise
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

# characters of the private use area that stand for a finished run of blocks
_OPEN, _CLOSE = "\ue000", "\ue001"
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ue000\ue001]")
# a paragraph in which no line can mean anything to Markdown
_WORDS = r"(?:[^\W\d_]|\d+(?![\d.)])|[(“‘\"'])[^\n*_`\[\]<>&\\|{}#~=\ue000\ue001]*"
_PLAIN = re.compile(rf"{_WORDS}(?:(?<!  )\n{_WORDS})*")
_PLAIN_LINE = re.compile(r"[^\n*_`\[\]<>\\|{}!~&]*")
_BLANK = re.compile(r"\n[ \t]*\n\s*?(?=[^\n]|\Z)")
_STAND_IN = re.compile(f"(<p>)?{_OPEN}(\\d+){_CLOSE}(</p>)?")
_MARKER = re.compile(r"^(\d+)([.)])")
_BLOCK_SIGN = re.compile(r"^([-+*#>])(?=\s|#|>|[-+*]|$)")
_BACKLINK = {"vi": "Trở lại chỗ ghi chú {} trong bài", "en": "Back to note {} in the text"}


@dataclass(slots=True)
class Block:
    """A block of a body: an element of our own (``tag`` with ``id`` and ``kind``), or Markdown.

    ``tag`` is ``p``, ``h2`` … ``h6`` or ``hr``; an empty one says that ``text`` is a block of
    Markdown. ``text`` holds inline Markdown; ``kind`` is a class of the style sheet.
    """

    text: str
    tag: str = ""
    id: str = ""
    kind: str = ""


def cleaned(markdown: str) -> str:
    """The text with ``\\n`` line ends, without control characters and our own stand-ins."""
    return _CONTROL.sub("", markdown.replace("\r\n", "\n").replace("\r", "\n"))


def blocks_of(markdown: str) -> list[Block]:
    """The body cut at blank lines; a plain paragraph becomes a finished ``p``."""
    pieces = _BLANK.split(markdown.strip("\n"))
    if "*[" in markdown:  # an abbreviation is found in any paragraph
        return [Block(piece) for piece in pieces]
    blocks = [Block(piece, "p" if _PLAIN.fullmatch(piece) else "") for piece in pieces if piece]
    for block, following in pairwise(blocks):
        if following.text.startswith((":", " :", "  :", "   :")):  # a definition of this term
            block.tag = ""
    return blocks


def to_html(blocks: Iterable[Block], *, language: str = "vi") -> str:
    """Raw HTML of the blocks; it still holds what its author wrote and must be sanitised."""
    source: list[str] = []
    finished: list[list[Block]] = []
    for block in blocks:
        if not _is_direct(block):
            source.append(_as_markdown(block))
        elif source and source[-1].startswith(_OPEN):
            finished[-1].append(block)
        else:
            source.append(f"{_OPEN}{len(finished)}{_CLOSE}")
            finished.append([block])
    if len(source) == 1 and finished:
        return "\n".join(map(_direct, finished[0]))
    html = _converted("\n\n".join(source), language)

    def stand_in(match: re.Match[str]) -> str:
        run = finished[int(match[2])] if int(match[2]) < len(finished) else []
        if match[1] and match[3]:
            return "\n".join(map(_direct, run))
        # inside raw HTML: the text as it was written
        text = "\n\n".join(escape(block.text, quote=False) for block in run)
        return f"{match[1] or ''}{text}{match[3] or ''}"

    return _STAND_IN.sub(stand_in, html)


def _is_direct(block: Block) -> bool:
    if not block.tag:
        return False
    if not (block.id or block.kind) and block.tag == "p":
        return bool(_PLAIN.fullmatch(block.text) or _PLAIN_LINE.fullmatch(block.text))
    return bool(_PLAIN_LINE.fullmatch(block.text))


def _direct(block: Block) -> str:
    if block.tag == "hr":
        return "<hr>"
    return f"<{block.tag}{_attributes(block)}>{escape(block.text, quote=False)}</{block.tag}>"


def _attributes(block: Block) -> str:
    return (f' id="{block.id}"' if block.id else "") + (
        f' class="{block.kind}"' if block.kind else ""
    )


def _as_markdown(block: Block) -> str:
    if not block.tag:
        return block.text
    attributes = " ".join(
        filter(None, (block.id and f"#{block.id}", block.kind and f".{block.kind}"))
    )
    if block.tag != "p":
        mark = f"{{: {attributes} }}" if attributes else ""
        return f"{'#' * int(block.tag[1])} {block.text} {mark}"
    text = _BLOCK_SIGN.sub(r"\\\1", _MARKER.sub(r"\1\\\2", block.text))
    return f"{text}\n{{: {attributes} }}" if attributes else text


def _converted(source: str, language: str) -> str:
    converter = _converter("<" in source, "[^" in source, language)
    try:
        return converter.reset().convert(source)
    except (AssertionError, RecursionError):  # raw HTML that no parser reads: shown as written
        return _converter(False, False, language).reset().convert(source.replace("<", "&lt;"))


class _Alignment(Treeprocessor):
    """The alignment of table columns as a class: pages hold no style attribute."""

    def run(self, root: Element) -> None:
        for cell in root.iter():
            side = cell.attrib.pop("align", "") if cell.tag in ("td", "th") else ""
            if side in ("right", "center"):
                cell.set("class", f"{cell.get('class', '')} align-{side}".strip())


@cache
def _converter(raw_html: bool, footnotes: bool, language: str) -> Markdown:
    """One converter for each need, made once per process; reading raw HTML costs most."""
    extensions = ["tables", "def_list", "attr_list", "sane_lists", "abbr"]
    backlink = _BACKLINK.get(language, _BACKLINK["vi"])
    converter = Markdown(
        extensions=[*extensions, *(["footnotes"] if footnotes else [])],
        extension_configs={
            "tables": {"use_align_attribute": True},
            **({"footnotes": {"BACKLINK_TITLE": backlink}} if footnotes else {}),
        },
        output_format="html",
    )
    converter.treeprocessors.register(_Alignment(converter), "alignment", 5)
    if not raw_html:
        converter.preprocessors.deregister("html_block")
    return converter
