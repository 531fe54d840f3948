"""Cut-off profiles: on which day the months of a report begin."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache

from congtinh.errors import N_
from congtinh.languages import Bilingual
from congtinh.periods.faults import PeriodFault
from congtinh.vocabulary.cutoffs import KINDS
from congtinh.vocabulary.registry import Vocabularies
from congtinh.vocabulary.terms import Term

_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CutOff:
    """How a rule cuts time into months: each begins on ``first_day``, in the month before or its own.

    Quarters, halves and years are made of such months, so that under any profile they tile the
    years.  ``kinds`` are the periods that the rule has; ``source`` is the instrument.
    """

    code: str
    label: Bilingual
    first_day: int
    month_before: bool
    kinds: tuple[str, ...]
    source: str = ""

    @classmethod
    def of(cls, term: Term) -> CutOff:
        """A term of the vocabulary ``cutoffs``."""
        day = term.extra.get("first_day")
        first = day if isinstance(day, int) else 1
        kinds = term.texts("kinds") or KINDS
        return cls(term.code, term.label, first, term.flag("month_before"), kinds, term.text("source"))

    def first(self, year: int, month: int) -> dt.date:
        """The first day of a reporting month; ``month`` may lie outside 1 to 12."""
        place = year * 12 + month - 1 - self.month_before
        return dt.date(place // 12, place % 12 + 1, self.first_day)

    def span(self, year: int, month: int, count: int) -> tuple[dt.date, dt.date]:
        """First and last day of ``count`` reporting months from ``month`` of ``year`` on."""
        return self.first(year, month), self.first(year, month + count) - _ONE_DAY

    def month_of(self, day: dt.date) -> tuple[int, int]:
        """Year and month of the reporting month in which ``day`` falls."""
        place = day.year * 12 + day.month - 1
        place += self.month_before - (day.day < self.first_day)
        return place // 12, place % 12 + 1


def cut_off(code: str, vocabularies: Vocabularies | None = None) -> CutOff:
    """The profile ``code`` of the vocabulary ``cutoffs``, of the package unless told; ``PeriodFault``."""
    terms = (vocabularies or _package())["cutoffs"]
    term = terms.get(code)
    if term is None:
        remedy = N_("Write one of: {choices}")
        raise PeriodFault(N_("is not a cut-off profile"), remedy, code, choices=", ".join(terms.codes))
    return CutOff.of(term)


@cache
def _package() -> Vocabularies:
    return Vocabularies.load()[0]
