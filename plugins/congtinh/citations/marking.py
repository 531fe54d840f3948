"""Citations in the HTML of a body, wrapped for the page that will link them.

Which documents a site holds is known only when all records are, so a body that is rendered alone
gets marks: ``<ct n="43/2011/NĐ-CP" p="dieu-17-khoan-2 dieu-18" d="nghi-dinh" i="2011-06-13">…</ct>``
around a citation (its number, the anchors of its parts, its type, its day of issue; empty ones are
left out), ``<ct s="" p="dieu-5">…</ct>`` around one of the text's own parts, and ``<ct k="luat">Luật</ct>``
around the type word of a law whose number is not known; its name follows (``names.resolve``).
"""

from __future__ import annotations

import re
from html import escape
from typing import NamedTuple

from congtinh.citations.citation import Citation
from congtinh.citations.cited import Cited
from congtinh.citations.finding import find
from congtinh.citations.markup_text import Run, Words, words_of
from congtinh.citations.names import Names

__all__ = ["Cited", "marked"]

_MAY_CITE = {
    "vi": re.compile(
        r"\d[a-zđA-Z]?\s{0,2}[/–‑−-]|uật\b|áp lệnh\b|iến pháp\b|UẬT|ÁP LỆNH|IẾN PHÁP| này\b|BL|&"
    ),
    "en": re.compile(r"\d[a-zA-Z]?\s{0,2}[/–‑−-]|\b(?:Law|Code|Ordinance|Constitution)\b|his |&"),
}
_TYPE_WORD = re.compile(
    r"(?i)(?:bộ\s)?luật|pháp\s?lệnh|hiến\s?pháp|law|code|ordinance|constitution"
)


def marked(
    html: str, language: str = "vi", names: Names | None = None
) -> tuple[str, tuple[Cited, ...]]:
    """The sanitised HTML of a body with its citations wrapped, and what they cite.

    The text stays as it is, and so do its tags; nothing is put into links, code, or marks that are
    there already. Each document that is cited, in a link too, is named once for each group of
    parts, in the order of the text; the text itself is not among them.
    """
    if not _MAY_CITE[language].search(html):
        return html, ()
    words = words_of(html)
    citations = find(words.text, language, names)
    marks = [mark for one in citations if (mark := _mark(one, words))]
    cited = dict.fromkeys(_cited(one) for one in citations if not one.is_self)
    return _with_marks(html, marks), tuple(cited)


def _cited(one: Citation) -> Cited:
    phrase = "" if one.number else one.name
    return Cited(one.number, one.doc_type, one.parts, phrase, one.issued)


class _Mark(NamedTuple):
    """An element to put in: where it begins and ends in the HTML, and its start tag."""

    start: int
    end: int
    tag: str


def _mark(one: Citation, words: Words) -> _Mark | None:
    """The mark of a citation; nothing where it may not stand, or where it would lead nowhere."""
    if one.is_self and not one.parts:
        return None
    start, end = (one.start, one.end) if one.number or one.is_self else _type_word(one, words.text)
    runs = list(words.runs_of(start, end))
    if not runs:
        return None
    run = runs[0] if len(runs) == 1 else max(runs, key=lambda run: _share(one, run))
    low, high = _trimmed(words.text, max(start, run.start), min(end, run.end))
    if not run.free or low >= high:
        return None
    return _Mark(run.in_html(low), run.in_html(high), _start_tag(one))


def _type_word(one: Citation, text: str) -> tuple[int, int]:
    word = _TYPE_WORD.match(text, one.number_start)
    return word.span() if word else (one.number_start, one.number_start)


def _share(one: Citation, run: Run) -> int:
    """How much of the number, or of the name, a run holds."""
    return min(one.number_end, run.end) - max(one.number_start, run.start)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _start_tag(one: Citation) -> str:
    facts = [("p", " ".join(one.parts))]
    if one.is_self:
        facts.insert(0, ("s", ""))
    elif one.number:
        issued = one.issued.isoformat() if one.issued else ""
        facts = [("n", one.number), *facts, ("d", one.doc_type), ("i", issued)]
    else:
        facts.insert(0, ("k", one.doc_type))
    shown = (f' {key}="{escape(value)}"' for key, value in facts if value or key == "s")
    return f"<ct{''.join(shown)}>"


def _with_marks(html: str, marks: list[_Mark]) -> str:
    pieces: list[str] = []
    at = 0
    for mark in marks:
        pieces += (html[at : mark.start], mark.tag, html[mark.start : mark.end], "</ct>")
        at = mark.end
    return "".join([*pieces, html[at:]])
