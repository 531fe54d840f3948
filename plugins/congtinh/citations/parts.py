"""The parts of an instrument that are named before it: “điểm a khoản 2 Điều 17 của …”.

They become anchors as ``congtinh.text.articles`` makes them. A list is spelled out, and so is a
range: “từ Điều 5 đến Điều 7” is three parts. Points go by the alphabet of the law: a, b, c, d, đ …
(Nghị định 30/2020/NĐ-CP, Phụ lục I). What stands in brackets after a number is a part below it:
“Article 10(2)(a)” is a point of a clause. Articles of a regulation that is “issued with” the
instrument have anchors of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from congtinh.citations.part_runs import LONGEST_ATTACHED, SPEECHES
from congtinh.text.units import arabic, ascii_sign

_MOST_OF_A_RANGE = 120
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_RANKS = {
    "phu-luc": 0, "phan": 1, "chuong": 2, "muc": 3, "tieu-muc": 4, "dieu": 5, "khoan": 6,
    "diem": 7, "": 8,
}  # fmt: skip
_ARTICLE = _RANKS["dieu"]
_APART = frozenset({",", ";", "và", "hoặc", "hay", "and", "or"})


def parts_before(text: str, at: int, language: str = "") -> tuple[int, tuple[str, ...]]:
    """Where the parts begin that are named right before ``at``, and their anchors.

    ``(at, ())`` where none is; without a ``language`` the words may be of either. Parts never reach
    over an empty line, and a heading (“Điều 5” on a line of its own) is no part of what the next
    line speaks of.
    """
    found = (_named_before(text, at, each) for each in ([language] if language else SPEECHES))
    return next((one for one in found if one[1]), (at, ()))


def _named_before(text: str, at: int, language: str) -> tuple[int, tuple[str, ...]]:
    speech = SPEECHES[language]
    attached = speech.attached.search(text, max(0, at - LONGEST_ATTACHED), at)
    end = speech.end_before(text, attached.start() if attached else at)
    if end < 0:
        return at, ()
    start = _after_heading(text, speech.start_before(text, end), at)
    if start >= end:
        return at, ()
    anchors, first = _read(text[start:end], language)
    if attached:
        anchors = tuple([_of_attached(anchor) for anchor in anchors])
    return (start + first, anchors) if anchors else (at, ())


def _of_attached(anchor: str) -> str:
    """The anchor in the text issued with an instrument, whose units are a second run of theirs."""
    return anchor if anchor.startswith("phu-luc") else f"phan-kem-theo-{anchor}"


def _after_heading(text: str, start: int, at: int) -> int:
    """``start``, or the next line where that of ``start`` is a heading."""
    broken = text.find("\n", start, at)
    if broken < 0 or text[start].islower():
        return start
    line = max(text.rfind("\n", 0, start), text.rfind("\0", 0, start)) + 1
    return start if text[line:start].strip() else broken + 1


_Path = dict[str, str]
"""A part: the labels of its units."""


@dataclass(slots=True)
class _Group:
    """One unit with the labels given to it: “điểm a, b và c”.

    Each label is a path, for what stands in brackets after it is below it: “Article 5(1)”.
    """

    start: int
    unit: str
    apart: bool  # whether a comma or a conjunction stands before it
    labels: list[_Path] = field(default_factory=list)

    def add(self, label: str, *, ranged: bool, bracketed: bool, joined: bool) -> None:
        """A label; ``joined`` where a sign or a conjunction stands between it and the last one."""
        last = self.labels[-1] if self.labels else {}
        unit = self._below(label, last, joined=joined) if bracketed and last else self.unit
        if unit is None:
            return
        sign = _sign(unit, label)
        upper = {u: s for u, s in last.items() if _RANKS[u] < _RANKS[unit]}
        if unit == self.unit:
            upper = {}
        elif not joined and unit not in last:
            self.labels.pop()
        between = _between(last[unit], sign) if ranged and unit in last else []
        self.labels += [{**upper, unit: each} for each in (*between, sign)]

    def _below(self, label: str, last: _Path, *, joined: bool) -> str | None:
        """The unit of a label in brackets: a clause, a point, what is below (``None``), or its own."""
        if joined and len(last) == 1:
            return self.unit
        unit = "khoan" if label.isdigit() else "diem"
        if _RANKS[unit] <= _RANKS[self.unit]:
            return self.unit if joined and unit == self.unit else None
        if not joined and (unit in last or _RANKS[unit] < _lowest(last)):
            return None
        return unit if len(label) == 1 or label.isdigit() else None


@lru_cache(maxsize=1 << 12)
def _read(words: str, language: str) -> tuple[tuple[str, ...], int]:
    """The anchors that words such as “khoản 2 Điều 17” stand for, and where the first part begins."""
    groups = list(_groups(words, language))
    while groups and not groups[0].labels and groups[0].unit != "phu-luc":
        groups.pop(0)
    if not groups:
        return (), 0
    anchors = filter(None, map(_anchor, _paths(groups)))
    return tuple(dict.fromkeys(anchors)), groups[0].start


def _groups(words: str, language: str) -> Iterator[_Group]:
    speech = SPEECHES[language]
    group: _Group | None = None
    apart = ranged = joined = False
    for token in speech.token.finditer(words):
        if unit := token["unit"]:
            code = speech.units[" ".join(unit.lower().split())]
            if group and ranged and code == group.unit:
                continue
            if group:
                yield group
            group, apart = _Group(token.start(), code, apart), False
        elif label := token["label"]:
            if group:
                bracketed = token[0][0] == "("
                group.add(label, ranged=ranged, bracketed=bracketed, joined=joined)
            apart = ranged = joined = False
        else:
            join, joined = token["join"].lower(), True
            apart, ranged = apart or join in _APART, join in speech.ranges
    if group:
        yield group


def _sign(unit: str, label: str) -> str:
    """A label as anchors have it, but with đ, which counts in a range."""
    if unit in {"dieu", "khoan", "diem", ""}:
        return label.lower().replace(".", "-")
    if label[0].isdigit() or label[1:2] == "h":
        return arabic(label)
    roman = label.rstrip("abcdđABDĐEGH")
    return arabic(roman) + label[len(roman) :].lower() if roman else label.lower()


def _between(first: str, last: str) -> list[str]:
    if first.isdigit() and last.isdigit():
        low, high = int(first), int(last)
        return [str(n) for n in range(low + 1, high)] if high - low <= _MOST_OF_A_RANGE else []
    if first in _LETTERS and last in _LETTERS:
        return list(_LETTERS[_LETTERS.index(first) + 1 : _LETTERS.index(last)])
    return []


def _paths(groups: list[_Group]) -> list[_Path]:
    """Each part as its labels by unit; “điểm a khoản 1” and “khoản 1 điểm a” are one.

    What is more special and stands before belongs to what follows, except after a larger part that
    it follows without a comma.
    """
    done: list[_Path] = []
    for group in groups:
        labels = group.labels or [{group.unit: ""}]
        rank = _RANKS[group.unit]
        if done and not group.apart and rank > _lowest(done[-1]):
            upper = done.pop()
            done += [{**upper, **label} for label in labels]
            continue
        special: list[_Path] = []
        while done and _highest(done[-1]) > rank and not (rank == 0 and group.apart):
            special.insert(0, done.pop())
        if special:
            done += [{**labels[0], **path} for path in special]
            labels = labels[1:]
        done += labels
    return _below_the_last(done)


def _below_the_last(paths: list[_Path]) -> list[_Path]:
    """“Điều 17, khoản 2, điểm a”: what is left below an article belongs to the one before it."""
    done: list[_Path] = []
    for path in paths:
        if done and _highest(path) > _lowest(done[-1]) >= _ARTICLE:
            done[-1] = {**done[-1], **path}
        else:
            done.append(path)
    return done


def _highest(path: _Path) -> int:
    return min(_RANKS[unit] for unit in path)


def _lowest(path: _Path) -> int:
    return max(_RANKS[unit] for unit in path)


def _anchor(path: _Path) -> str:
    """Articles count through the document, and so do chapters; what is below has them before."""
    units = sorted((unit for unit in path if unit), key=_RANKS.__getitem__)
    if "phu-luc" not in path:
        top = "dieu" if "dieu" in path else "chuong" if "chuong" in path else ""
        units = units[units.index(top) :] if top else units
    return "-".join(f"{u}-{ascii_sign(path[u])}" if path[u] else u for u in units)
