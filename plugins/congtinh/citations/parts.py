"""The parts of an instrument that are named before it: “điểm a khoản 2 Điều 17 của …”.

They become anchors as ``congtinh.text.articles`` makes them. A list is spelled out, and so is a
range: “từ Điều 5 đến Điều 7” is three parts. Points go by the alphabet of the law: a, b, c, d, đ …
(Nghị định 30/2020/NĐ-CP, Phụ lục I).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from congtinh.citations.part_runs import SPEECHES
from congtinh.text.units import arabic, ascii_sign

_MOST_OF_A_RANGE = 120
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_RANKS = {
    "phu-luc": 0, "phan": 1, "chuong": 2, "muc": 3, "tieu-muc": 4, "dieu": 5, "khoan": 6,
    "diem": 7, "": 8,
}  # fmt: skip
_ARTICLE = _RANKS["dieu"]
_APART = frozenset({",", ";", "và", "hoặc", "hay", "and", "or"})


def parts_before(text: str, at: int, language: str = "vi") -> tuple[int, tuple[str, ...]]:
    """Where the parts begin that are named right before ``at``, and their anchors.

    ``(at, ())`` where none is. Parts never reach over an empty line, and a heading (“Điều 5” on a
    line of its own) is no part of what the next line speaks of.
    """
    speech = SPEECHES[language]
    end = speech.end_before(text, at)
    if end < 0:
        return at, ()
    start = _after_heading(text, speech.start_before(text, end), at)
    if start >= end:
        return at, ()
    anchors, first = _read(text[start:end], language)
    return (start + first, anchors) if anchors else (at, ())


def _after_heading(text: str, start: int, at: int) -> int:
    """``start``, or the next line where that of ``start`` is a heading."""
    broken = text.find("\n", start, at)
    if broken < 0 or text[start].islower():
        return start
    line = max(text.rfind("\n", 0, start), text.rfind("\0", 0, start)) + 1
    return start if text[line:start].strip() else broken + 1


@dataclass(slots=True)
class _Group:
    """One unit with the labels given to it: “điểm a, b và c”."""

    start: int
    unit: str
    apart: bool  # whether a comma or a conjunction stands before it
    labels: list[str] = field(default_factory=list)


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
    apart = ranged = False
    for token in speech.token.finditer(words):
        if unit := token["unit"]:
            code = speech.units[" ".join(unit.lower().split())]
            if group and ranged and code == group.unit:
                continue
            if group:
                yield group
            group, apart = _Group(token.start(), code, apart), False
        elif label := token["label"]:
            _add_label(group, label, ranged)
            apart = ranged = False
        else:
            join = token["join"].lower()
            apart, ranged = apart or join in _APART, join in speech.ranges
    if group:
        yield group


def _add_label(group: _Group | None, label: str, ranged: bool) -> None:
    if not group:
        return
    sign = _sign(group.unit, label)
    if ranged and group.labels:
        group.labels += _between(group.labels[-1], sign)
    group.labels.append(sign)


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


_Path = dict[str, str]


def _paths(groups: list[_Group]) -> list[_Path]:
    """Each part as its labels by unit; “điểm a khoản 1” and “khoản 1 điểm a” are one.

    What is more special and stands before belongs to what follows, except after a larger part that
    it follows without a comma.
    """
    done: list[_Path] = []
    for group in groups:
        labels = group.labels or [""]
        rank = _RANKS[group.unit]
        if done and not group.apart and rank > _lowest(done[-1]):
            upper = done.pop()
            done += [{**upper, group.unit: label} for label in labels]
            continue
        special: list[_Path] = []
        while done and _highest(done[-1]) > rank and not (rank == 0 and group.apart):
            special.insert(0, done.pop())
        if special:
            done += [{group.unit: labels[0], **path} for path in special]
            labels = labels[1:]
        done += [{group.unit: label} for label in labels]
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
