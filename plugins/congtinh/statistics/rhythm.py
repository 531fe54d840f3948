"""The rhythm of posting: items by week and month, the longest silence, sections that fell silent."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from congtinh.languages import LANGUAGES, Bilingual
from congtinh.periods import Period
from congtinh.records.counting import ITEMS
from congtinh.statistics.counts import Counts, Wanted
from congtinh.statistics.filing import Filing, posted
from congtinh.statistics.limits import SectionLimits
from congtinh.vocabulary.law import profile_on, sections

SILENT_AFTER = 90
"""Days without a new item after which a section is silent, where ``stale_days`` of ``coverage`` says nothing."""
_ONE_DAY = dt.timedelta(days=1)
_WHOLE = Bilingual("Toàn trang", "Whole site")
_OF_LANGUAGE = {"vi": Bilingual("Tiếng Việt", "Vietnamese"), "en": Bilingual("Tiếng Anh", "English")}


@dataclass(frozen=True, slots=True)
class Silence:
    """Days without a new item, from ``start`` to ``end``, both counted."""

    days: int
    start: dt.date
    end: dt.date


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often one part of the site had new items in the counted days of a period.

    ``weeks`` and ``months`` hold every week (``2026-W05``) and month (``2026-05``) of these days,
    those without an item too; ``last`` is the last day of posting up to their end, even before the
    period, and ``silent_days`` how long ago that was; ``limit`` how long it may be, ``None`` where
    nothing is said.
    """

    code: str
    label: Bilingual
    items: int
    weeks: Mapping[str, int]
    months: Mapping[str, int]
    longest: Silence | None
    last: dt.date | None
    silent_days: int | None
    limit: int | None

    @property
    def is_silent(self) -> bool:
        """Whether the last item is longer ago than the limit, or there is none at all."""
        if self.limit is None:
            return False
        return self.silent_days is None or self.silent_days > self.limit


@dataclass(frozen=True, slots=True)
class Rhythms:
    """Of the whole site, of each language, and of each section of the law on websites of the last day."""

    whole: Rhythm
    languages: tuple[Rhythm, ...]
    sections: tuple[Rhythm, ...]

    @property
    def silent(self) -> tuple[Rhythm, ...]:
        """The sections that fell silent, the longest first."""
        found = [one for one in self.sections if one.is_silent]
        longest = float("inf")
        return tuple(sorted(found, key=lambda r: -(longest if r.silent_days is None else r.silent_days)))


def rhythms(
    counts: Counts, filing: Filing, period: Period, silent_after: int = SILENT_AFTER
) -> Rhythms:
    """The rhythm of new items; what is there in both languages is one of the whole site and of its sections."""
    return Rhythms(
        rhythm("", _WHOLE, _days(counts, "", period.last), period),
        tuple(
            rhythm(code, _OF_LANGUAGE[code], _days(counts, code, period.last), period)
            for code in LANGUAGES
        ),
        tuple(_of_sections(filing, period, silent_after)),
    )


def _days(counts: Counts, language: str, last: dt.date) -> list[dt.date]:
    return [row.day for row in counts.until(Wanted(ITEMS, language=language), last) if row.day]


def _of_sections(filing: Filing, period: Period, silent_after: int) -> Iterator[Rhythm]:
    vocabularies = filing.model.vocabularies
    profile = profile_on(vocabularies, period.last)
    limits = SectionLimits(vocabularies)
    filed = filing.under(profile.code) if profile else {}
    for section in sections(vocabularies, profile.code) if profile else ():
        days: dict[str, dt.date] = {}
        for language in LANGUAGES:
            for item in filed.get((section.code, language), ()):
                if day := posted(item):
                    days[item.id] = min(day, days.get(item.id, day))
        limit = limits.of(section).stale_days or silent_after
        yield rhythm(section.code, section.label, days.values(), period, limit)


def rhythm(
    code: str, label: Bilingual, days: Iterable[dt.date], period: Period, limit: int | None = None
) -> Rhythm:
    """The rhythm of the items posted on ``days``, one day for each item."""
    every = sorted(days)
    start, last = period.days
    until = every[: bisect_right(every, last)]
    inside = [day for day in until if day >= start]
    latest = until[-1] if until else None
    return Rhythm(
        code,
        label,
        len(inside),
        _by(week_of, inside, period),
        _by(month_of, inside, period),
        longest_silence(inside, start, last),
        latest,
        (last - latest).days if latest else None,
        limit,
    )


def week_of(day: dt.date) -> str:
    """The week of ISO 8601 that a day falls in: ``2026-W05``."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def month_of(day: dt.date) -> str:
    """The month of the calendar that a day falls in: ``2026-05``."""
    return f"{day.year}-{day.month:02d}"


def longest_silence(days: Iterable[dt.date], start: dt.date, last: dt.date) -> Silence | None:
    """The longest run of days from ``start`` to ``last`` that are none of ``days``; the first of equals."""
    marks = [start - _ONE_DAY, *sorted(days), last + _ONE_DAY]
    gaps = [(after - before).days - 1 for before, after in pairwise(marks)]
    longest = max(gaps)
    if longest < 1:
        return None
    begins = marks[gaps.index(longest)] + _ONE_DAY
    return Silence(longest, begins, begins + dt.timedelta(days=longest - 1))


def _by(name: Callable[[dt.date], str], days: Iterable[dt.date], period: Period) -> Mapping[str, int]:
    """How many of the days each week or month of a period has, in their order."""
    found = Counter(map(name, days))
    return {key: found[key] for key in _keys(name, *period.days)}


@lru_cache(maxsize=8)
def _keys(name: Callable[[dt.date], str], start: dt.date, last: dt.date) -> tuple[str, ...]:
    """The weeks or months from one day to another."""
    every = (start + dt.timedelta(days=n) for n in range((last - start).days + 1))
    return tuple(dict.fromkeys(map(name, every)))
