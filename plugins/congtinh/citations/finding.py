"""Citations in a text: by number, by name, and of the text itself, with the parts they name."""

from __future__ import annotations

import datetime as dt
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from congtinh.citations.citation import Citation
from congtinh.citations.composed import Composed
from congtinh.citations.dates import date_after
from congtinh.citations.named import Named, named
from congtinh.citations.names import Names, default_names
from congtinh.citations.number_words import follows_name
from congtinh.citations.numbered import LISTED, Numbered, numbered
from congtinh.citations.own import own_mentions
from congtinh.citations.parts import parts_before

__all__ = ["Citation", "find"]


def find(text: str, language: str = "vi", names: Names | None = None) -> list[Citation]:
    """The citations in ``text`` in their order; no two overlap.

    ``language`` is that of the text, ``vi`` or ``en``; ``names`` are those of the laws that may be
    cited without a number (those of the package where it is not given), with the day of the text.
    An empty line, and a NUL character, end whatever stands before them.
    """
    laws = default_names() if names is None else names
    if unicodedata.is_normalized("NFC", text):
        return _found(text, language, laws)
    composed = Composed(text)
    return [_given(one, composed) for one in _found(composed.text, language, laws)]


def _given(one: Citation, composed: Composed) -> Citation:
    """The citation with the offsets of the text as it was given."""
    ends = (one.start, one.end, one.number_start, one.number_end)
    start, end, number_start, number_end = map(composed.given, ends)
    return replace(one, start=start, end=end, number_start=number_start, number_end=number_end)


def _found(text: str, language: str, names: Names) -> list[Citation]:
    numbers = list(numbered(text, language))
    laws = list(named(text, names, language))
    cores = [
        *_numbered(text, language, numbers, laws),
        *map(_named, _apart(laws, numbers)),
        *(_Core(*own, is_self=True) for own in own_mentions(text, language)),
    ]
    found: list[Citation] = []
    last = 0
    for core in sorted(cores, key=lambda core: core.start):
        if core.start >= last:
            start, parts = parts_before(text, core.start, language)
            if start < last:
                start, parts = core.start, ()
            found.append(core.citation(start, parts))
            last = core.end
    return found


class _Core(NamedTuple):
    """A citation without its parts."""

    start: int
    end: int
    doc_type: str
    number: str = ""
    number_start: int = -1
    number_end: int = -1
    name: str = ""
    issued: dt.date | None = None
    is_self: bool = False
    open: bool = False

    def citation(self, start: int, parts: tuple[str, ...]) -> Citation:
        number_start = self.number_start if self.number_start >= 0 else self.start
        number_end = self.number_end if self.number_end >= 0 else self.end
        return Citation(
            start, self.end, self.number, number_start, number_end, self.doc_type, self.name,
            self.issued, parts, self.is_self, self.open,
        )  # fmt: skip


def _apart(laws: list[Named], numbers: list[Numbered]) -> Iterator[Named]:
    """The names that no citation by number takes in."""
    ahead = iter(numbers)
    number = next(ahead, None)
    for law in laws:
        while number and number.end <= law.start:
            number = next(ahead, None)
        if not number or number.start >= law.end:
            yield law


def _numbered(
    text: str, language: str, numbers: list[Numbered], laws: list[Named]
) -> Iterator[_Core]:
    last: _Core | None = None
    amending = [law for law in laws if law.amending]
    starts = [law.start for law in laws]
    for one in numbers:
        date = date_after(text, one.end, language)
        start, name, doc_type = one.start, one.name, one.doc_type
        law = next((a for a in amending if a.start < start < a.core_end), None)
        if law and one.number.canonical not in {known.number for known in law.laws}:
            start, name = law.start, law.name
        before = laws[bisect_left(starts, one.number_start) - 1] if laws else None
        if before and before.start < start and _is_of(text, before, one, language):
            start, name, doc_type = before.start, before.name, before.doc_type
        if last and not doc_type and LISTED.fullmatch(text, last.end, start):
            doc_type = last.doc_type
        last = _Core(
            start, date.end, doc_type, one.number.canonical, one.number_start, one.end, name,
            date.day,
        )  # fmt: skip
        yield last


def _is_of(text: str, law: Named, one: Numbered, language: str) -> bool:
    """Whether the number right after the name of a law is its own."""
    known = {bearer.number for bearer in law.laws}
    return not (law.open or law.amending) and follows_name(
        text, law.end, one.number_start, language, one.number, known
    )


def _named(law: Named) -> _Core:
    number = law.law.number if law.law else ""
    return _Core(
        law.start, law.end, law.doc_type, number, law.core_start, law.core_end, law.name,
        law.issued, open=law.open,
    )  # fmt: skip
