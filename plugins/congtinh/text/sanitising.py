"""What HTML a body may hold: a fixed list of elements and attributes; the rest is removed."""

from __future__ import annotations

import re

import nh3

TAGS = frozenset({
    "a", "abbr", "aside", "b", "blockquote", "br", "caption", "cite", "code", "col", "colgroup",
    "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2",
    "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q",
    "s", "samp", "section", "small", "span", "strong", "sub", "summary", "sup", "table",
    "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var",
})  # fmt: skip
# classes that our own conversion writes or that the style sheet knows
CLASSES = frozenset({
    "clause", "point", "dash", "quoted", "footnote", "footnote-ref", "footnote-backref", "note",
    "warning", "align-right", "align-center",
})  # fmt: skip
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
# text that only moves; TT 32/2017/TT-BTTTT forbids it (rule R19)
MOVING = frozenset({"marquee", "blink"})

_ATTRIBUTES = {
    "*": {"id", "lang", "title", "dir"},
    "a": {"href", "hreflang"},
    "img": {"src", "alt", "width", "height"},
    "th": {"scope", "colspan", "rowspan"},
    "td": {"colspan", "rowspan", "headers"},
    "col": {"span"},
    "colgroup": {"span"},
    "ol": {"start", "type", "reversed"},
    "li": {"value"},
    "time": {"datetime"},
    "del": {"datetime"},
    "ins": {"datetime"},
    "blockquote": {"cite"},
    "q": {"cite"},
}
_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    clean_content_tags={
        "script",
        "style",
        "iframe",
        "object",
        "noscript",
        "template",
        "svg",
        "math",
    },
    attributes=_ATTRIBUTES,
    allowed_classes={tag: set(CLASSES) for tag in TAGS},
    url_schemes=set(SCHEMES),
    link_rel=None,
    strip_comments=True,
)

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = (
    "h[1-6]|div|p|ul|ol|li|dl|dt|dd|table|caption|colgroup|tbody|thead|tfoot|tr|td|th|pre"
    "|blockquote|section|aside|figure|figcaption|details|summary"
)
_ATTRS = r'(?: [\w:-]+="[^"]*")*'
_BLOCK_TAG = re.compile(rf"<(/?)({_BLOCKS}){_ATTRS}>")
_BLOCK_IN_HEADING = re.compile(
    rf"<h([1-6]){_ATTRS}>(?:(?!</h\1>).)*?<(?:{_BLOCKS}){_ATTRS}>", re.DOTALL
)

_RAW_TAG = re.compile(r"<([a-zA-Z][\w:-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)")
_HANDLER = re.compile(r"[\s\"'/](on[a-zA-Z]+)\s*=")
_STYLE = re.compile(r"[\s\"'/](style)\s*=", re.IGNORECASE)
_ADDRESS = re.compile(r"\b(?:href|src)\s*=\s*[\"']?\s*([a-zA-Z][\w+.-]*)\s*:")


def sanitised(html: str) -> str:
    """The HTML with only allowed elements and attributes, well nested, attributes in ``"``.

    Addresses keep ``http``, ``https``, ``mailto``, ``tel`` or no scheme; no style, no script.
    A heading holds words and no blocks.
    """
    clean: str = _CLEANER.clean(html)
    return _with_plain_headings(clean) if _BLOCK_IN_HEADING.search(clean) else clean


def _with_plain_headings(html: str) -> str:
    """The well-nested HTML with a space for each tag of a block that stands in a heading."""
    within: list[str] = []

    def kept(match: re.Match[str]) -> str:
        closing, name = match[1], match[2]
        if closing:
            if not within or within.pop() != name:
                return match[0]
            return " " if within else match[0]
        if within or name in _HEADINGS:
            within.append(name)
        return " " if len(within) > 1 else match[0]

    return _BLOCK_TAG.sub(kept, html)


def unsafe_parts(html: str) -> list[str]:
    """Names of what sanitising removes for safety: elements, ``on…`` attributes, URL schemes.

    Shape: each occurrence once, in reading order, such as ``["script", "onclick", "javascript:"]``.
    """
    found: list[str] = []
    for match in _RAW_TAG.finditer(html):
        name, attributes = match[1].lower(), match[2]
        if name not in TAGS and name not in MOVING:
            found.append(name)
        if "=" in attributes:
            found += [h[1].lower() for h in _HANDLER.finditer(attributes)]
            found += [s[1].lower() for s in _STYLE.finditer(attributes)]
            schemes = (s[1].lower() for s in _ADDRESS.finditer(attributes))
            found += [f"{scheme}:" for scheme in schemes if scheme not in SCHEMES]
    return found
