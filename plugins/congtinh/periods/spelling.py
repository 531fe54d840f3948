"""Periods and days as people type them."""

from __future__ import annotations

import datetime as dt
import re

from congtinh.errors import N_
from congtinh.periods.cutoffs import CutOff, cut_off
from congtinh.periods.faults import PeriodFault
from congtinh.periods.period import Kind, Period
from congtinh.text.fold import fold
from congtinh.vocabulary.registry import Vocabularies

_YEAR = r"[\s/-]*(?:nam\s*)?(?P<year>(?:19|20)\d\d)"
_NAMED: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("6m", re.compile(rf"6\s*t(?:hang)?\s*(?P<half>dau|cuoi|d|c)?{_YEAR}")),
    ("9m", re.compile(rf"9\s*t(?:hang)?\s*(?:dau|d)?{_YEAR}")),
    ("quarter", re.compile(rf"q(?:uy)?\s*(?P<number>\d|iv|i{{1,3}}){_YEAR}")),
    ("month", re.compile(rf"(?:t(?:hang)?\s*)?(?P<number>\d\d?)(?=[\s/-]){_YEAR}")),
    ("month", re.compile(r"(?P<year>(?:19|20)\d\d)-(?P<number>\d\d?)")),
    ("year", re.compile(rf"n?{_YEAR}")),
)
_RANGE = re.compile(r"(?:tu\s)?(.+?)\s*(?:\.\.+|…|\sden(?:\shet)?\s|\s[-–]\s)\s*(.+)")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)")
_USUAL = re.compile(r"(?:ngay\s)?(?P<day>\d\d?)(?:[/.-]|\sthang\s)(?P<month>\d\d?)(?:[/.-]|\snam\s)(?P<year>\d{4})")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_EXAMPLES = "T5-2026, Q2-2026, 6T-2026, 6TC-2026, 9T-2026, N-2026, 2026-01-05..2026-03-31"


def parse_period(
    text: str,
    cutoff: str | CutOff = "calendar",
    as_of: dt.date | None = None,
    vocabularies: Vocabularies | None = None,
) -> Period:
    """The period that ``text`` means under a cut-off profile, counted up to ``as_of``.

    ``T5-2026``, ``5/2026``, ``QII-2026``, ``6T-2026``, ``6TC-2026``, ``9T-2026``, ``N-2026``,
    ``2026``, two days with ``..`` between, and the label of a period.  Profiles are those of the
    package, or of ``vocabularies``.  ``PeriodFault`` says what to write instead.
    """
    rule = cutoff if isinstance(cutoff, CutOff) else cut_off(cutoff, vocabularies)
    plain = " ".join(fold(text).split())
    return (_named(plain, rule) or _free(plain, text)).at(as_of)


def parse_day(text: str) -> dt.date:
    """A day written ``2026-03-31`` or ``31/03/2026``; ``PeriodFault`` for anything else."""
    plain = " ".join(fold(text).split())
    found = _ISO.fullmatch(plain) or _USUAL.fullmatch(plain)
    try:
        if found:
            return dt.date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        pass
    raise PeriodFault(N_("is not a day"), N_("Write it as 2026-11-22"), text)


def _named(plain: str, rule: CutOff) -> Period | None:
    for kind, pattern in _NAMED:
        if found := pattern.fullmatch(plain):
            return Period.of(kind, _number(kind, found.groupdict()), int(found["year"]), rule)
    return None


def _number(kind: str, found: dict[str, str | None]) -> int:
    if kind == "6m":
        return 2 if (found["half"] or "").startswith("c") else 1
    written = found.get("number") or "1"
    return _ROMAN.get(written) or int(written)


def _free(plain: str, text: str) -> Period:
    found = _RANGE.fullmatch(plain)
    if found is None:
        raise PeriodFault(N_("is not a period"), N_("Write one such as {examples}"), text, examples=_EXAMPLES)
    return Period.free(parse_day(found[1]), parse_day(found[2]))
