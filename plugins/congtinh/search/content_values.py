"""Fields of the editors' index that hold no running text: codes, names of files, days, document numbers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import Any

from whoosh import query
from whoosh.formats import Existence

from congtinh.errors import N_, ContentError, Problem
from congtinh.search.content_fields import Field, Posting
from congtinh.search.numbers import NumberQuery, OwnNumber, names, read_numbers
from congtinh.text.fold import fold
from congtinh.text.normal import nfc
from congtinh.text.slug import slugify

_DAY = re.compile(
    r"(?P<y>\d{4})(?:-(?P<m>\d{1,2})(?:-(?P<d>\d{1,2}))?)?"
    r"|(?:(?P<d2>\d{1,2})[/.-])?(?P<m2>\d{1,2})[/.-](?P<y2>\d{4})"
)
_AFTER_ANY = "~"
"""Sorts after every figure: the end of a year or month is after all days that begin like it."""


class Codes(Field):
    """Codes and labels, compared as slugs: ``nghi-dinh``, ``“Nghị định”`` and ``decree`` are one."""

    def __init__(self) -> None:
        super().__init__(Existence(), None)

    def index(self, value: Iterable[str], **_: Any) -> Iterator[Posting]:
        for term in dict.fromkeys(map(self.key, value)):
            if term:
                yield term.encode(), 1, 1.0, b""

    @staticmethod
    def key(text: str) -> str:
        """What a value is compared by."""
        return slugify(text)

    def word(self, name: str, text: str, boost: float) -> query.Query | None:
        return query.Term(name, self.key(text), boost=boost)


class Names(Codes):
    """Names of files and folders, as they are written but for case."""

    @staticmethod
    def key(text: str) -> str:
        return nfc(text).lower().strip("/")


class Days(Codes):
    """Days and years as figures: ``20260630``; parts of them, and ranges."""

    @staticmethod
    def key(text: str) -> str:
        return text

    def word(self, name: str, text: str, boost: float) -> query.Query | None:
        return query.Prefix(name, day_asked(name, text), boost=boost)

    def parse_range(
        self,
        fieldname: str,
        start: str,
        end: str,
        startexcl: bool,
        endexcl: bool,
        boost: float = 1.0,
    ) -> query.Query:
        first = day_asked(fieldname, start) if start else None
        last = day_asked(fieldname, end) if end else None
        if first and last and first > last + _AFTER_ANY:
            message, remedy = N_("ends before it begins"), N_("Write the earlier day first")
            raise ContentError([Problem("", message, remedy, fieldname, f"{start} TO {end}")])
        if first and startexcl:
            first += _AFTER_ANY
        if last and not endexcl:
            last += _AFTER_ANY
        return query.TermRange(fieldname, first, last, boost=boost)


def day_asked(field: str, text: str) -> str:
    """Figures that a day, month or year begins with; ``ContentError`` where the text is none of these."""
    found = _DAY.fullmatch(text.strip())
    parts = found and (
        found["y"] or found["y2"], found["m"] or found["m2"], found["d"] or found["d2"]
    )  # fmt: skip
    if parts and (field != "year" or not parts[1]):
        year, month, day = (int(part) if part else 0 for part in parts)
        try:
            dt.date(year, month or 1, day or 1)
        except ValueError:
            parts = None
        else:
            return f"{year:04}{month or '':0>{2 if month else 0}}{day or '':0>{2 if day else 0}}"
    message = N_("is no year") if field == "year" else N_("is no day, month or year")
    remedy = (
        N_("Write it as 2026") if field == "year" else N_("Write it as 2026-06-30, 2026-06 or 2026")
    )
    raise ContentError([Problem("", message, remedy, field, text)])


class Numbers(Field):
    """Numbers of documents, in every spelling (``search.numbers``), and as they are written for patterns."""

    def __init__(self) -> None:
        super().__init__(Existence(), None)

    def index(self, value: Iterable[tuple[str, OwnNumber | None]], **_: Any) -> Iterator[Posting]:
        terms: dict[str, None] = {}
        for written, own in value:
            terms["=" + slugify(written)] = None
            if own:
                terms[" ".join(str(part or "-") for part in own)] = None
        for term in terms:
            yield term.encode(), 1, 1.0, b""

    def word(self, name: str, text: str, boost: float) -> query.Query | None:
        numbers = read_numbers(text)
        return NumberAmong(name, tuple(numbers), boost) if numbers else query.NullQuery

    def pattern(
        self, name: str, text: str, kind: type[query.PatternQuery], boost: float
    ) -> query.Query:
        return kind(name, "=" + re.sub("[^a-z0-9*?]+", "-", fold(text)), boost=boost)


class NumberAmong(query.MultiTerm):  # type: ignore[misc]
    """Documents whose number may be one of those asked for."""

    def __init__(
        self, fieldname: str, numbers: tuple[NumberQuery, ...], boost: float = 1.0
    ) -> None:
        self.fieldname, self.numbers, self.boost = fieldname, numbers, boost

    def __hash__(self) -> int:
        return hash((self.fieldname, self.numbers, self.boost))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, NumberAmong) and vars(self) == vars(other)

    def __str__(self) -> str:
        return f"{self.fieldname}:{'|'.join(str(number[2:]) for number in self.numbers)}"

    def _btexts(self, ixreader: Any) -> Iterator[bytes]:
        for number in self.numbers:
            for term in ixreader.expand_prefix(self.fieldname, f"{number.no} "):
                if names(number, _own(term.decode())):
                    yield term


def _own(term: str) -> OwnNumber:
    no, year, type_code, symbol = (None if part == "-" else part for part in term.split(" "))
    return OwnNumber(no or "", int(year) if year else None, type_code, symbol)
