"""Bodies of an older system as Markdown that stands alone: nothing points to what is not here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from congtinh.text.sanitising import TAGS

_FENCE = re.compile(r"\s{0,3}(```+|~~~+)")
_RULE = re.compile(r"\s{0,3}([-=_*])(?:\s*\1){2,}\s*$")
_LIST = re.compile(r"([-+•*])\s+(?=\S)")
_SIGNS = re.compile(r"([\\`*\[\]])|(?<!\w)_|_(?!\w)")
_LINE_SIGN = re.compile(r"(#|>|:(?=\s)|~~~)")
_NUMBERED = re.compile(r"(\d+)([.)])(?=\s)")

_SHORTCODE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_TEXT = r"(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*"
_TARGET = r"\(\s*<?([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)>?(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
_IMAGE = re.compile(rf"!\[({_TEXT})\]{_TARGET}")
_LINK = re.compile(rf"(?<![!\\])\[({_TEXT})\]{_TARGET}")
_DEFINITION = re.compile(r"^\s{0,3}\[(?!\^)([^\]]+)\]:\s*<?(\S+?)>?(?:\s+[\"'(].*)?\s*$")
_ABSOLUTE = re.compile(r"(?:https?://|mailto:|tel:)[^\s]", re.IGNORECASE)
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?)(?:[?#].*)?$", re.IGNORECASE)

_HIDDEN_HTML = re.compile(
    r"<!--.*?-->|<(script|style|noscript|template|object|svg|math)\b.*?</\1\s*>",
    re.DOTALL | re.IGNORECASE,
)
_FRAME = re.compile(
    r"<iframe\b[^>]*?\bsrc=[\"']?([^\"'\s>]+)[^>]*>(?:.*?</iframe\s*>)?", re.DOTALL | re.IGNORECASE
)
_HTML_IMAGE = re.compile(r"<img\b([^>]*)>", re.IGNORECASE)
_HTML_LINK = re.compile(
    r"<a\b[^>]*?\bhref=[\"']?([^\"'\s>]+)[^>]*>(.*?)</a\s*>", re.DOTALL | re.IGNORECASE
)
_HTML_BREAK = re.compile(
    r"</?(?:p|div|section|article|center|figure|figcaption|h[1-6])\b[^>]*>", re.IGNORECASE
)
_HTML_WORD = re.compile(
    r"</?(?:span|font|a|iframe|u|small|marquee|blink|script|style|input|button|form|object|embed|video|audio|source|html|head|body|title|meta)\b[^>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)(?=[\s/>:])([^<>]*)>")
_CODE_SPAN = re.compile(r"(?<![`\\])(`+)(?!`)(?:.|\n(?!\s*\n))+?(?<!`)\1(?!`)")
_STASHED = re.compile("\ue000(\\d+)\ue001")
_HEADING = re.compile(r"\s{0,3}(#(?=\s)|#{2,6}(?!#))\s*(\S.*?)\s*#*\s*$")
_HASHTAG = re.compile(r"(\s{0,3})(#(?=[^\s#])|#{7,})")
_UNDERLINE = re.compile(r"\s{0,3}(=+|-{2,})\s*$")
_LONGEST_HEADING = 160

PICTURE_WORD = {"vi": "Ảnh", "en": "Picture"}
LINK_WORD = {"vi": "Liên kết", "en": "Link"}


def plain_body(text: str, legal: bool) -> str:
    """Plain text as Markdown that shows just these words; each line is a paragraph.

    Lines that begin with ``-``, ``+`` or ``•`` stay lists.  Text of laws keeps its lines, since
    their structure is read from them (``congtinh.text.articles``).
    """
    out: list[str] = []
    before = ""
    for line in text.split("\n"):
        stripped = line.strip()
        kind = _kind(stripped)
        if out and out[-1] and not (legal and stripped) and not (kind == before == "list"):
            out.append("")
        if kind == "rule":
            out += [] if not out or out[-1] == "" else [""]
            out += ["---", ""]
        elif stripped:
            out.append(_plain_line(stripped, kind, legal))
        before = kind
    return "\n".join(out).strip("\n")


def _kind(line: str) -> str:
    if _RULE.match(line):
        return "rule"
    return "list" if _LIST.match(line) else "line" if line else ""


def _plain_line(line: str, kind: str, legal: bool) -> str:
    sign = ""
    if kind == "list":
        match = _LIST.match(line)
        assert match
        sign, line = (
            ("- " if not legal or match[1] in "*•" else f"{match[1]} "),
            line[match.end() :],
        )
    words = _SIGNS.sub(lambda m: f"\\{m[0]}", line).replace("&", "&amp;").replace("<", "&lt;")
    words = _LINE_SIGN.sub(r"\\\1", words, count=1) if _LINE_SIGN.match(words) else words
    if not legal:
        words = _NUMBERED.sub(r"\1\\\2", words, count=1) if _NUMBERED.match(words) else words
    return sign + words.replace("{:", "{&#58;")


def markdown_body(text: str, language: str, notes: Counter[str]) -> str:
    """Markdown of another site: external pictures become links, site links and shortcodes go."""
    pieces = []
    for piece, code in _pieces(text):
        pieces.append(piece if code else _neutral(piece, language, notes))
    return _levelled("\n".join(pieces), notes).strip("\n")


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The text cut into runs of lines; fenced code is told apart."""
    lines: list[str] = []
    fence = ""
    for line in text.split("\n"):
        match = _FENCE.match(line)
        if not fence and match:
            if lines:
                yield "\n".join(lines), False
            lines, fence = [line], match[1]
        elif (
            fence
            and line.strip()
            and not line.strip().strip(fence[0])
            and len(line.strip()) >= len(fence)
        ):
            yield "\n".join([*lines, line]), True
            lines, fence = [], ""
        else:
            lines.append(line)
    if fence:
        lines.append(fence)
    if lines:
        yield "\n".join(lines), bool(fence)


def _neutral(text: str, language: str, notes: Counter[str]) -> str:
    spans: list[str] = []

    def stash(match: re.Match[str]) -> str:
        spans.append(match[0])
        return f"\ue000{len(spans) - 1}\ue001"

    text = _without_elsewhere(_CODE_SPAN.sub(stash, text), language, notes)
    return _STASHED.sub(lambda match: spans[int(match[1])], text)


def _without_elsewhere(text: str, language: str, notes: Counter[str]) -> str:
    text = _changed(_SHORTCODE, lambda m: "", text, "shortcode", notes)
    if "<" in text:
        text = _without_html(text, language, notes)
    text = _changed(_IMAGE, lambda m: _picture(m[1], m[2], language, notes), text, "", notes)
    text = _changed(_LINK, lambda m: _link(m[1], m[2], language, notes), text, "", notes)
    return _without_definitions(text, notes)


def _changed(
    pattern: re.Pattern[str],
    new: Callable[[re.Match[str]], str],
    text: str,
    note: str,
    notes: Counter[str],
) -> str:
    changed = pattern.sub(new, text)
    if note and changed != text:
        notes[note] += 1
    return changed


def _picture(alt: str, target: str, language: str, notes: Counter[str]) -> str:
    words = " ".join(alt.split())
    if not _ABSOLUTE.match(target):
        notes["picture_lost"] += 1
        return words
    notes["image"] += 1
    return f"[{PICTURE_WORD[language]}{': ' + words if words else ''}]({target})"


def _link(words: str, target: str, language: str, notes: Counter[str]) -> str:
    shown = words.strip()
    if not _ABSOLUTE.match(target):
        notes["link"] += 1
        return shown
    if shown:
        return f"[{words}]({target})"
    notes["image" if _PICTURE.search(target) else "link"] += 1
    word = PICTURE_WORD if _PICTURE.search(target) else LINK_WORD
    return f"[{word[language]}]({target}) "


def _without_definitions(text: str, notes: Counter[str]) -> str:
    """``[label]: /path`` leads nowhere here: the line goes, and its uses become their words."""
    kept, gone = [], []
    for line in text.split("\n"):
        match = _DEFINITION.match(line)
        if match and not _ABSOLUTE.match(match[2]):
            gone.append(match[1])
        else:
            kept.append(line)
    text = "\n".join(kept)
    for label in gone:
        notes["link"] += 1
        name = re.escape(label)
        text = re.sub(rf"\[([^\[\]]+)\]\[{name}\]", r"\1", text, flags=re.IGNORECASE)
        text = re.sub(rf"\[({name})\](?:\[\])?(?!\()", r"\1", text, flags=re.IGNORECASE)
    return text


def _without_html(text: str, language: str, notes: Counter[str]) -> str:
    """Pictures, frames and links as Markdown, wrappers away; tables and text tags stay."""
    before = text
    text = _HIDDEN_HTML.sub("", text)
    text = _FRAME.sub(lambda m: f"[{LINK_WORD[language]}]({m[1]})", text)
    text = _HTML_IMAGE.sub(
        lambda m: f"![{_attribute(m[1], 'alt')}]({_attribute(m[1], 'src')})", text
    )
    text = _HTML_LINK.sub(lambda m: f"[{' '.join(_HTML_WORD.sub('', m[2]).split())}]({m[1]})", text)
    text = _HTML_WORD.sub("", _HTML_BREAK.sub("\n\n", text))
    notes["html"] += text != before
    return _TAG.sub(_known_tag, text)


def _known_tag(match: re.Match[str]) -> str:
    """An element of HTML or an address as it is; ``<name>`` of another kind is text."""
    if (
        match[2].lower() in TAGS
        or match[3].startswith("://")
        or match[2].lower() in ("mailto", "tel")
    ):
        return match[0]
    return f"&lt;{match[0][1:]}"


def _attribute(tag: str, name: str) -> str:
    match = re.search(rf"\b{name}=(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", tag, re.IGNORECASE)
    return " ".join(next((part for part in match.groups() if part), "").split()) if match else ""


def _levelled(text: str, notes: Counter[str]) -> str:
    """Headings one level apart, the first at ``##``; a line under a paragraph is a rule."""
    out: list[str] = []
    levels: list[int] = []
    for piece, code in _pieces(text):
        for line in piece.split("\n"):
            underline = _UNDERLINE.match(line) if not code else None
            heading = _HEADING.match(line) if not code else None
            if underline and out and out[-1].strip() and _is_heading_text(out):
                out[-1] = _level(out[-1].strip(), 1 if underline[1][0] == "=" else 2, levels)
                notes["heading"] += 1
            elif underline and not line.strip().strip("-"):
                out += ["", "---", ""] if out and out[-1].strip() else ["---", ""]
            elif heading:
                made = _level(heading[2], len(heading[1]), levels)
                notes["heading"] += not made.startswith(heading[1] + " ")
                out.append(made)
            else:
                out.append(
                    line
                    if code
                    else _HASHTAG.sub(r"\1\\\2", line, count=1)
                    if _HASHTAG.match(line)
                    else line
                )
    return "\n".join(out)


def _is_heading_text(lines: list[str]) -> bool:
    """Whether the last line can be a heading: short, alone, no list, no table."""
    alone = len(lines) < 2 or not lines[-2].strip()
    line = lines[-1].strip()
    return (
        alone
        and len(line) <= _LONGEST_HEADING
        and not line.startswith(("-", "*", "+", ">", "|", "#"))
    )


def _level(words: str, written: int, levels: list[int]) -> str:
    """The heading one deeper than the nearest above that was written with fewer signs."""
    while levels and levels[-1] >= written:
        levels.pop()
    levels.append(written)
    return f"{'#' * min(6, len(levels) + 1)} {words}"
