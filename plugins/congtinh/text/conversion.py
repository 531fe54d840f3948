"""Markdown to raw HTML: plain paragraphs directly, everything else by python-markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from html import escape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from congtinh.text.blocks import CLOSE, OPEN, Block

_STAND_IN = re.compile(f"(<p>)?{OPEN}(\\d+){CLOSE}(</p>)?")
_MARKER = re.compile(r"^(\d+)([.)])")
_BLOCK_SIGN = re.compile(r"^([-+*#>])(?=\s|#|>|[-+*]|$)")
_BACKLINK = {"vi": "Trở lại chỗ ghi chú {} trong bài", "en": "Back to note {} in the text"}


def to_html(blocks: Iterable[Block], *, language: str = "vi") -> str:
    """Raw HTML of the blocks; it still holds what its author wrote and must be sanitised."""
    source: list[str] = []
    finished: list[list[Block]] = []
    for block in blocks:
        if not block.is_plain:
            source.append(_as_markdown(block))
        elif source and source[-1].startswith(OPEN):
            finished[-1].append(block)
        else:
            source.append(f"{OPEN}{len(finished)}{CLOSE}")
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


def _direct(block: Block) -> str:
    if block.tag == "hr":
        return "<hr>"
    return f"<{block.tag}{block.attributes}>{escape(block.text, quote=False)}</{block.tag}>"


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
