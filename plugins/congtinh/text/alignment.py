"""Two bodies of one document side by side, aligned by the anchors of their units, in order.

Each body is cut at its anchors.  Units that both have stand in one row; where the two have them in
another order, the longest run that goes the same way does.  A unit that one body alone has stands
alone, but for clauses and points of a unit that the other body does not divide: these stay with it.
Inside a row, headings and paragraphs stand in rows of their own where both sides have the same ones.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from congtinh.text.anchors import above, parts_of
from congtinh.text.element_ids import TAG, id_of, with_own_ids

_VOID = frozenset({"area", "br", "col", "hr", "img", "input", "source", "track", "wbr"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PLAIN = re.compile(r'<(p|h[1-6])((?: [\w:-]+="[^"]*")*)>.*?</\1>\s*', re.DOTALL)
"""What most bodies are made of: elements that hold words and never one of their own kind."""


class Piece(NamedTuple):
    """One element of the uppermost level of a body: its HTML, its tag, its id; empty where it has none."""

    html: str
    tag: str
    id: str


Pieces = tuple[Piece, ...]


class Row(NamedTuple):
    """What stands side by side; ``""`` where a side has nothing.

    ``anchor`` names the unit that begins here.  ``elsewhere``: the other side has it too, at another
    place.  ``heading``: it begins with a heading.
    """

    anchor: str
    left: str
    right: str
    elsewhere: bool = False
    heading: bool = False


class _Unit(NamedTuple):
    anchor: str
    pieces: Pieces


class _Pair(NamedTuple):
    anchor: str
    left: Pieces
    right: Pieces
    elsewhere: bool = False


def aligned(left: str, right: str, taken: frozenset[str] = frozenset()) -> tuple[Row, ...]:
    """The rows of two bodies of sanitised HTML; each piece of both stands in one, in its order.

    ``anchor`` is to be the id of its row, so the piece that it came from has it no longer; the other
    ids stay where they are free, and what refers to them follows.  ``taken``: ids of the page itself.
    """
    pairs = _paired(*_units(pieces(left), pieces(right)))
    rows = _named_once([row for pair in pairs for row in _rows(pair)], taken)
    anchors = [row.anchor for row in rows]
    used = {*taken, *filter(None, anchors)}
    lefts = with_own_ids([row.left for row in rows], anchors, used)
    rights = with_own_ids([row.right for row in rows], anchors, used)
    return tuple(
        row._replace(left=one, right=other)
        for row, one, other in zip(rows, lefts, rights, strict=True)
    )


def pieces(html: str) -> Pieces:
    """The elements of the uppermost level, each with the white space after it; joined, they are the HTML."""
    found, at = [], 0
    while at < len(html):
        if plain := _PLAIN.match(html, at):
            found.append(Piece(plain[0], plain[1], id_of(plain[2])))
            at = plain.end()
            continue
        end = _end(html, at)
        tag = TAG.match(html[at:end].lstrip())
        name, held = (tag[2].lower(), id_of(tag[3])) if tag else ("", "")
        found.append(Piece(html[at:end], name, held))
        at = end
    return tuple(found)


def _end(html: str, at: int) -> int:
    """Where the element that begins at a place ends, or the words that stand outside of any."""
    depth = 0
    for tag in TAG.finditer(html, at):
        if tag[1]:
            depth = max(0, depth - 1)
        elif tag[2].lower() not in _VOID:
            if depth == 0 and html[at : tag.start()].strip():
                return tag.start()
            depth += 1
        if depth == 0:
            rest = html[tag.end() :]
            return len(html) - len(rest.lstrip())
    return len(html)


def _units(left: Pieces, right: Pieces) -> tuple[list[_Unit], list[_Unit]]:
    shared = {piece.id for piece in left} & {piece.id for piece in right}
    lefts, rights = _cut(left, shared), _cut(right, shared)
    return _joined(lefts, rights), _joined(rights, lefts)


def _cut(body: Pieces, shared: set[str]) -> list[_Unit]:
    """The body cut before each anchor: the id of a unit of law, or any that the other body has too."""
    found: dict[str, list[Piece]] = {"": []}
    anchor = ""
    for piece in body:
        if piece.id and piece.id not in found and (piece.id in shared or parts_of(piece.id)):
            anchor = piece.id
            found[anchor] = []
        found[anchor].append(piece)
    return [_Unit(name, tuple(held)) for name, held in found.items() if held]


def _joined(units: list[_Unit], others: list[_Unit]) -> list[_Unit]:
    """Clauses and points that the other body lacks, with the unit above them where it divides that one nowhere."""
    there = {unit.anchor for unit in others}
    divided = {higher for anchor in there for higher in above(anchor)}
    joined: list[_Unit] = []
    for unit in units:
        base = next((higher for higher in above(unit.anchor) if higher in there), None)
        alone = unit.anchor not in there and base not in divided
        if base and alone and joined and joined[-1].anchor == base:
            joined[-1] = _Unit(base, joined[-1].pieces + unit.pieces)
        else:
            joined.append(unit)
    return joined


def _paired(lefts: list[_Unit], rights: list[_Unit]) -> Iterator[_Pair]:
    places = {unit.anchor: place for place, unit in enumerate(rights)}
    common = [(at, places[u.anchor]) for at, u in enumerate(lefts) if u.anchor in places]
    both = {lefts[at].anchor for at, _ in common}
    done = [0, 0]
    for at, place in [*_rising(common), (len(lefts), len(rights))]:
        for unit in lefts[done[0] : at]:
            yield _Pair(unit.anchor, unit.pieces, (), unit.anchor in both)
        for unit in rights[done[1] : place]:
            yield _Pair(unit.anchor, (), unit.pieces, unit.anchor in both)
        if at < len(lefts):
            yield _Pair(lefts[at].anchor, lefts[at].pieces, rights[place].pieces)
        done = [at + 1, place + 1]


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs in which the second numbers rise; the first numbers do."""
    least: list[int] = []  # the least last number of a run of each length
    ends: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(least, place)
        before.append(ends[length - 1] if length else -1)
        least[length : length + 1] = [place]
        ends[length : length + 1] = [number]
    run, at = [], ends[-1] if ends else -1
    while at >= 0:
        run.append(pairs[at])
        at = before[at]
    return run[::-1]


def _rows(pair: _Pair) -> Iterator[Row]:
    anchor = pair.anchor
    for left, right in _facing(pair.left, pair.right):
        heading = any(_is_heading(first) for first in (*left[:1], *right[:1]))
        yield Row(anchor, _html(left), _html(right), pair.elsewhere, heading)
        anchor = ""


def _facing(left: Pieces, right: Pieces) -> Iterator[tuple[Pieces, Pieces]]:
    """What stands side by side in a unit; a side may be empty, and a unit of one body alone stays whole."""
    if not (left and right):
        yield left, right
        return
    for ours, theirs in _sections(left, right):
        if _tags(ours) == _tags(theirs):
            yield from (((one,), (other,)) for one, other in zip(ours, theirs, strict=True))
        elif ours and theirs and _is_heading(ours[0]) and ours[0].tag == theirs[0].tag:
            yield ours[:1], theirs[:1]
            yield ours[1:], theirs[1:]
        else:
            yield ours, theirs


def _sections(left: Pieces, right: Pieces) -> list[tuple[Pieces, Pieces]]:
    """Both sides cut before their headings, where these follow each other in the same way."""
    ours, theirs = _headings(left), _headings(right)
    if not (ours or theirs) or [left[at].tag for at in ours] != [right[at].tag for at in theirs]:
        return [(left, right)]
    return list(zip(_cut_at(left, ours), _cut_at(right, theirs), strict=True))


def _headings(body: Pieces) -> list[int]:
    return [at for at, piece in enumerate(body) if _is_heading(piece)]


def _cut_at(body: Pieces, places: list[int]) -> list[Pieces]:
    """What stands before the first place, then each with what follows it."""
    return [body[start:end] for start, end in pairwise([0, *places, len(body)])]


def _tags(body: Pieces) -> list[str]:
    return [piece.tag for piece in body]


def _is_heading(piece: Piece) -> bool:
    return piece.tag in _HEADINGS


def _html(body: Pieces) -> str:
    return "".join(piece.html for piece in body)


def _named_once(rows: list[Row], taken: frozenset[str]) -> list[Row]:
    """An anchor that two rows have stays with the first, one that the page has with the page."""
    seen = {"", *taken}
    named = []
    for row in rows:
        named.append(row._replace(anchor="") if row.anchor in seen else row)
        seen.add(row.anchor)
    return named
