"""A Markdown body as safe HTML, with its headings, links, pictures, plain text and faults."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from typing import Literal

from congtinh.later import Later
from congtinh.text.articles import legal_blocks
from congtinh.text.blocks import Block, blocks_of, cleaned
from congtinh.text.direct import direct
from congtinh.text.normal import is_ordinary
from congtinh.text.outline import Heading
from congtinh.text.sanitising import MOVING, sanitised, unsafe_parts
from congtinh.text.slug import slugify
from congtinh.text.tables import plain, with_regions

FaultKind = Literal[
    "image_alt", "heading_order", "moving_text", "table_header", "table_caption", "unsafe_html"
]

_conversion = Later("congtinh.text.conversion")

OF_THE_PAGE = frozenset({"main", "top", "lookup", "welcome"})
"""Anchors that the theme has on its pages; no part of a body takes one of them."""

_ATTRS = r'((?: [\w:-]+="[^"]*")*)'
_HEADING = re.compile(rf"<h([1-6]){_ATTRS}>(.*?)</h\1>", re.DOTALL)
_ID = re.compile(r' id="([^"]*)"')
_TAG_WITH_ID = re.compile(r'(<[a-z][a-z0-9]*(?: [\w:-]+="[^"]*")*?) id="([^"]*)"')
_LINK = re.compile(rf"<a{_ATTRS}>")
_IMAGE = re.compile(rf"<img{_ATTRS}>")
_FIGURE = re.compile(rf"<p{_ATTRS}>\s*<img{_ATTRS}>\s*</p>")
_ATTRIBUTE = re.compile(r' ([\w:-]+)="([^"]*)"')
_BREAK = re.compile(
    r"<br>|</?(?:p|h[1-6]|li|dt|dd|tr|pre|blockquote|figure|figcaption|caption|summary|div)\b[^>]*>"
)
_CELL = re.compile(r"</t[dh]>")
_ANY_TAG = re.compile(r"<[^>]*>")
_EXTERNAL = re.compile(r"(?:https?:)?//", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reference:
    """A link: its target as written, and its line in the body, from 1, where it could be found."""

    target: str
    line: int | None


@dataclass(frozen=True, slots=True)
class ImageReference:
    """A picture: address as written, alternative text, title (the caption), line as for links."""

    src: str
    alt: str
    title: str
    line: int | None


@dataclass(frozen=True, slots=True)
class MarkupFault:
    """Something in a body that its author should mend; ``sample`` quotes it or names the tag."""

    line: int | None
    kind: FaultKind
    sample: str


@dataclass(frozen=True, slots=True)
class Markup:
    """A body as the site shows it.

    ``html`` is safe to print as it is, with every attribute in double quotes; ``headings`` are in
    reading order; ``text`` has one block on a line; ``words`` counts its words.
    """

    html: str
    headings: tuple[Heading, ...]
    links: tuple[Reference, ...]
    images: tuple[ImageReference, ...]
    text: str
    words: int
    faults: tuple[MarkupFault, ...]

    @property
    def page(self) -> tuple[str, tuple[Heading, ...]]:
        """What a page shows of the body: the HTML and the headings."""
        return self.html, self.headings


class _Lines:
    """Lines of the Markdown source; each place is sought from the last one of its kind on."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._last: dict[str, int] = {}

    def of(self, sample: str, kind: str) -> int | None:
        if not sample:
            return None
        at = self._source.find(sample, self._last.get(kind, 0))
        if at < 0:
            at = self._source.find(sample)
        if at < 0:
            return None
        self._last[kind] = at + 1
        return self._source.count("\n", 0, at) + 1


def render(
    markdown: str, *, legal: bool = False, language: str = "vi", table_label: str = ""
) -> Markup:
    """The body as HTML; ``legal`` gives laws and decisions their structure and its anchors.

    ``language`` (``vi`` or ``en``) is that of the body; ``table_label`` names tables that have
    no caption for a screen reader (a word such as “Bảng” where it is not given). Never fails:
    what cannot be shown is removed and told in ``faults``.
    """
    source = cleaned(markdown)
    blocks = legal_blocks(source) if legal else blocks_of(source)
    lines = _Lines(source)
    faults: list[MarkupFault] = []
    html = None if "*[" in source else direct(blocks)
    if html is None:
        raw: str = _conversion.to_html(blocks, language=language)
        faults = _faults_of_source(raw, blocks, lines)
        html = sanitised(raw)
    html, headings = _with_headings(html, shift=not legal)
    faults += _faults_of_order(headings, lines)
    if "<table" in html:
        html, tables = with_regions(html, table_label or ("Table" if language == "en" else "Bảng"))
        for table in tables:
            first = table.sample.split(" ", 1)[0]
            line = lines.of(first, "table")
            if not table.has_header:
                faults.append(MarkupFault(line, "table_header", table.sample))
            if not table.has_caption:
                faults.append(MarkupFault(line, "table_caption", table.sample))
    images: tuple[ImageReference, ...] = ()
    if "<img" in html:
        images = tuple(_images(html, lines))
        html = _FIGURE.sub(_figure, html)
        faults += [
            MarkupFault(image.line, "image_alt", image.src)
            for image in images
            if not image.alt.strip()
        ]
    links: tuple[Reference, ...] = ()
    if "<a" in html:
        links = tuple(_links(html, lines))
        html = _LINK.sub(_safe_link, html)
    text = plain_text(html)
    ordered = sorted(dict.fromkeys(faults), key=lambda f: (f.line or 0, f.kind, f.sample))
    return Markup(html, headings, links, images, text, _words(text), tuple(ordered))


def _words(text: str) -> int:
    """How many words ``plain_text`` left, between which one space or line end stands."""
    return text.count(" ") + text.count("\n") + 1 if text else 0


def plain_text(html: str) -> str:
    """The words of sanitised HTML: one block on a line, the cells of a table row by spaces apart."""
    text = html.replace("\n", " ")
    if "</t" in text:
        text = _CELL.sub(" ", text)
    text = _BREAK.sub("\n", text)
    if "<" in text:
        text = _ANY_TAG.sub("", text)
    if "&" in text:
        text = unescape(text)
    return "\n".join(filter(None, _single_spaced(text)))


def _single_spaced(text: str) -> Iterable[str]:
    """The lines with one space between words and none around them."""
    lines = text.split("\n")
    if "\t" in text or "\xa0" in text or not is_ordinary(text):
        return (" ".join(line.split()) for line in lines)
    # the space is the only white space that ordinary lines have
    return (" ".join(line.split()) if "  " in line else line.strip(" ") for line in lines)


def _faults_of_source(raw: str, blocks: Iterable[Block], lines: _Lines) -> list[MarkupFault]:
    """What sanitising will remove, told only where an author could have written it."""
    if all(block.tag and "<" not in block.text and "{" not in block.text for block in blocks):
        return []
    faults: list[MarkupFault] = []
    for name in unsafe_parts(raw):
        faults.append(MarkupFault(lines.of(name, name), "unsafe_html", name))
    if "<" in raw:
        for name in MOVING:
            if f"<{name}" in raw.lower():
                faults.append(MarkupFault(lines.of(f"<{name}", name), "moving_text", name))
    return faults


def _with_headings(html: str, *, shift: bool) -> tuple[str, tuple[Heading, ...]]:
    """Headings from level 2 down, each with an id of its own; every other id made unique too."""
    html, used = _unique_ids(html)
    if "<h" not in html:
        return html, ()
    top = min((int(match[1]) for match in _HEADING.finditer(html)), default=2) if shift else 2
    move = 2 - top
    headings: list[Heading] = []

    def numbered(match: re.Match[str]) -> str:
        level = min(6, max(2, int(match[1]) + move))
        text = plain(match[3])
        if not text:  # an empty heading is nothing to go to
            return ""
        named = _ID.search(match[2])
        anchor = named[1] if named else _free(slugify(text) or "phan", used)
        headings.append(Heading(level, unescape(anchor), text))
        attributes = match[2] if named else f' id="{anchor}"{match[2]}'
        return f"<h{level}{attributes}>{match[3]}</h{level}>"

    return _HEADING.sub(numbered, html), tuple(headings)


def _unique_ids(html: str) -> tuple[str, set[str]]:
    """The HTML with each id once; and every id that is taken, those of the page too."""
    found = [match[2] for match in _TAG_WITH_ID.finditer(html)] if ' id="' in html else []
    taken = {*OF_THE_PAGE, *found}
    if "" not in taken and len(taken) == len(found) + len(OF_THE_PAGE):
        return html, taken
    seen = set(OF_THE_PAGE)

    def own(match: re.Match[str]) -> str:
        anchor = match[2]
        if not anchor:
            return match[1]
        anchor = _free(anchor, taken) if anchor in seen else anchor
        seen.add(anchor)
        return f'{match[1]} id="{anchor}"'

    html = _TAG_WITH_ID.sub(own, html)
    return html, {match[2] for match in _TAG_WITH_ID.finditer(html)} | OF_THE_PAGE


def _free(wanted: str, used: set[str]) -> str:
    """``wanted``, or it with the first free ``-2``, ``-3`` …; it counts as used from then on."""
    anchor, turn = wanted, 1
    while anchor in used:
        turn += 1
        anchor = f"{wanted}-{turn}"
    used.add(anchor)
    return anchor


def _faults_of_order(headings: tuple[Heading, ...], lines: _Lines) -> list[MarkupFault]:
    levels = (1, *(heading.level for heading in headings))
    return [
        MarkupFault(lines.of(heading.text, "heading"), "heading_order", heading.text)
        for above, heading in zip(levels, headings, strict=False)
        if heading.level > above + 1
    ]


def _attributes(text: str) -> dict[str, str]:
    return {match[1]: unescape(match[2]) for match in _ATTRIBUTE.finditer(text)}


def _images(html: str, lines: _Lines) -> Iterable[ImageReference]:
    for match in _IMAGE.finditer(html):
        given = _attributes(match[1])
        src = given.get("src", "")
        line = lines.of(src, "image")
        yield ImageReference(src, given.get("alt", ""), given.get("title", ""), line)


def _links(html: str, lines: _Lines) -> Iterable[Reference]:
    for match in _LINK.finditer(html):
        given = _attributes(match[1])
        if "href" not in given or "footnote" in given.get("class", ""):
            continue
        target = given["href"]
        yield Reference(target, lines.of(target.removeprefix("mailto:"), "link"))


def _figure(match: re.Match[str]) -> str:
    """A picture alone in its paragraph; its title becomes the caption."""
    caption = re.search(r' title="([^"]*)"', match[2])
    image = match[2].replace(caption[0], "") if caption else match[2]
    words = caption[1].strip() if caption else ""
    below = f"<figcaption>{words}</figcaption>" if words else ""
    return f"<figure{match[1]}><img{image}>{below}</figure>"


def _safe_link(match: re.Match[str]) -> str:
    target = re.search(r' href="([^"]*)"', match[1])
    if target and _EXTERNAL.match(target[1]):
        return f'<a{match[1]} rel="noopener">'
    return match[0]
