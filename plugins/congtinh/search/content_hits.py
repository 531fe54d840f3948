"""Answers of the editors' index: the files that a query finds, each with the line that says it best."""

from __future__ import annotations

import datetime as dt
import fnmatch
import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from whoosh import query
from whoosh.index import Index

from congtinh.search.content_fields import indexed
from congtinh.search.content_queries import leaves, parsed
from congtinh.search.content_schema import SEARCHED, Shown
from congtinh.search.content_suggestions import suggested
from congtinh.search.tokens import BREAK, raw_tokens, spans
from congtinh.text.normal import nfc

LONGEST = 160
"""Characters of an excerpt."""
_OF_NUMBER = 4
"""How many words a document number counts for, where lines are compared."""
_LEAD = re.compile(r"^(?:[\s#>*+-]+|\d+\. |\w+: )+")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"\*\*|__|`|\|")


class Place(NamedTuple):
    """A line of a file, from 1 (0: none), and a piece of it with the parts that were asked for."""

    line: int
    excerpt: str
    marks: tuple[tuple[int, int], ...] = ()


class Hit(NamedTuple):
    """A file that was found."""

    shown: Shown
    score: float
    place: Place


class Answer(NamedTuple):
    """``total`` counts all files that were found, ``hits`` are the first of them."""

    total: int
    hits: tuple[Hit, ...]
    suggestions: tuple[str, ...] = ()


Matches = Callable[[str, str], str]
"""Raw token and language to the part of the query that it answers; empty where it answers none."""


def answered(
    index: Index, text: str, today: dt.date, limit: int, read: Callable[[str], str]
) -> Answer:
    """The files that a query finds, the best first; of equal ones the newest, then by path.

    ``read`` gives the text of a file.  ``ContentError`` where the query is at fault.
    """
    wanted = parsed(text, index.schema, today)
    with index.searcher() as searcher:
        found = [(hit.score, Shown(*hit["shown"])) for hit in searcher.search(wanted, limit=None)]
        suggestions = () if found else tuple(suggested(searcher, text, today))
    found.sort(key=lambda one: one[1].path)
    found.sort(key=lambda one: (round(one[0], 4), one[1].date), reverse=True)
    matches = _matches(wanted)
    hits = (
        Hit(shown, round(score, 4), best_place(read(shown.path), shown, matches))
        for score, shown in found[:limit]
    )
    return Answer(len(found), tuple(hits), suggestions)


def best_place(text: str, shown: Shown, matches: Matches) -> Place:
    """The line that answers most parts of a query; of equal ones the first below the front matter."""
    best, key = Place(0, _cut(shown.summary, 0)), (0, False)
    inside = False
    for number, line in enumerate(nfc(text).split("\n"), 1):
        if line.rstrip() == "---" and number == 1:
            inside = True
            continue
        if inside and line.rstrip() == "---":
            inside = False
            continue
        parts = _parts(line, shown.lang, matches)
        told = sum(_OF_NUMBER if part[0] == "#" else 1 for part in parts)
        if told and (told, not inside) > key:
            best, key = Place(number, line), (told, not inside)
    if best.line == 0:
        return best
    return _excerpt(best.line, best.excerpt, shown.lang, matches)


def _parts(line: str, language: str, matches: Matches) -> set[str]:
    return {part for raw in raw_tokens(line) if raw != BREAK and (part := matches(raw, language))}


def _excerpt(number: int, line: str, language: str, matches: Matches) -> Place:
    """A piece of the line as people read it, around the first part that was asked for."""
    plain = _MARKS.sub("", _LINK.sub(r"\1", _LEAD.sub("", line))).strip()
    found = [
        (start, end)
        for start, end in spans(plain)
        if start < end and matches(plain[start:end], language)
    ]
    first = found[0][0] if found else 0
    start = 0 if first < LONGEST // 2 else plain.rfind(" ", 0, first - LONGEST // 4) + 1
    piece = _cut(plain, start)
    moved = start - (1 if start else 0)
    marks = [(a - moved, b - moved) for a, b in found if a >= start and b - moved <= len(piece)]
    return Place(number, piece, tuple(_joined(marks)))


def _cut(text: str, start: int) -> str:
    """At most ``LONGEST`` characters from ``start`` on, cut between words, with dots where more was."""
    piece = text[start : start + LONGEST]
    if start + LONGEST < len(text):
        piece = (piece.rpartition(" ")[0] or piece).rstrip(" ,;:") + "…"
    return f"…{piece}" if start else piece


def _joined(marks: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Marks with nothing but one sign between them as one."""
    last: tuple[int, int] | None = None
    for start, end in marks:
        if last and start - last[1] <= 1:
            last = (last[0], end)
            continue
        if last:
            yield last
        last = (start, end)
    if last:
        yield last


def _matches(wanted: query.Query) -> Matches:
    """What decides whether a token answers a part of a query, in any of the fields that hold words."""
    terms: dict[str, str] = {}
    patterns: list[tuple[re.Pattern[str], str]] = []
    for leaf in leaves(wanted):
        if getattr(leaf, "fieldname", "") not in SEARCHED:
            continue
        if isinstance(leaf, query.Term):
            terms[leaf.text] = leaf.text
        elif isinstance(leaf, query.Phrase):
            terms.update((word, word) for word in leaf.words)
        elif isinstance(leaf, query.PatternQuery):
            star = "*" if isinstance(leaf, query.Prefix) else ""
            patterns.append((re.compile(fnmatch.translate(leaf.text + star)), leaf.text))
        elif hasattr(leaf, "numbers"):
            patterns += [(_numbered(one.no), f"#{one.no}") for one in leaf.numbers]

    def matches(raw: str, language: str) -> str:
        found = indexed(raw, language)
        for term in found:
            if term in terms:
                return terms[term]
        return next((name for one, name in patterns if any(map(one.match, found))), "")

    return matches


def _numbered(no: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(no)}(?:[/.\-].*)?$")
