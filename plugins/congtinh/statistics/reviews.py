"""Reviews of sections, signed off by the unit in charge (seed A0.25), and items past their day of review."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from congtinh.languages import Bilingual
from congtinh.model import Item, SiteModel
from congtinh.statistics.filing import Filing
from congtinh.statistics.limits import Limits, SectionLimits
from congtinh.statistics.marks import Mark
from congtinh.statistics.row_values import both, day_of
from congtinh.vocabulary.law import Section, filed_under, sections

VALID, OVERDUE, NEVER = (
    Mark("valid", Bilingual("Còn hạn", "Valid"), "green"),
    Mark("overdue", Bilingual("Quá hạn rà soát", "Review overdue"), "red"),
    Mark("never", Bilingual("Chưa rà soát", "Never reviewed"), "amber"),
)


@dataclass(frozen=True, slots=True)
class SignOff:
    """One review, as the department wrote it down; ``unit`` is the reference of the unit in charge."""

    code: str
    label: Bilingual
    section: str
    day: dt.date
    by: str
    unit: str
    note: Bilingual


@dataclass(frozen=True, slots=True)
class SectionReview:
    """How the review of one section stands; ``due`` is the last day on which ``last`` holds."""

    section: Section
    limits: Limits
    last: SignOff | None
    due: dt.date | None
    mark: Mark

    @property
    def unit(self) -> str:
        """The unit to review it: that of the last review, else the one that answers for the section."""
        return (self.last.unit if self.last else "") or self.limits.unit


@dataclass(frozen=True, slots=True)
class Reviews:
    """Every section of a profile that is the department's own, and ``items`` past ``review_by``.

    Of an item in both languages the Vietnamese one stands, the longest overdue first.
    """

    day: dt.date
    sections: tuple[SectionReview, ...]
    items: tuple[Item, ...]

    @property
    def overdue(self) -> tuple[SectionReview, ...]:
        """Sections whose review does not hold any more, and those never reviewed."""
        return tuple(one for one in self.sections if one.mark is not VALID)


def reviews(filing: Filing, profile: str) -> Reviews:
    """How the reviews stand on the day of the model, by the sections of ``profile``."""
    model = filing.model
    last, limits = _last(model, profile), SectionLimits(model.vocabularies)
    found = tuple(
        _review(one, limits.of(one), last.get(one.code), model.today)
        for one in sections(model.vocabularies, profile)
        if not limits.of(one).not_ours
    )
    return Reviews(model.today, found, _past_review(filing))


def holds(model: SiteModel, code: str) -> bool:
    """Whether the last review of a section, of whatever profile, holds on the day of the model."""
    term = model.vocabularies["sections"].find(code)
    if term is None:
        return False
    profile = term.text("profile")
    own = next(one for one in sections(model.vocabularies, profile) if one.code == term.code)
    limits = SectionLimits(model.vocabularies).of(own)
    return _review(own, limits, _last(model, profile).get(own.code), model.today).mark is VALID


def months_after(day: dt.date, months: int) -> dt.date:
    """The same day some months later, or the last of a month that is too short for it."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _review(section: Section, limits: Limits, last: SignOff | None, today: dt.date) -> SectionReview:
    if last is None:
        return SectionReview(section, limits, None, None, NEVER)
    if not limits.review_months:
        return SectionReview(section, limits, last, None, VALID)
    due = months_after(last.day, limits.review_months)
    return SectionReview(section, limits, last, due, OVERDUE if due < today else VALID)


def _last(model: SiteModel, profile: str) -> Mapping[str, SignOff]:
    """The last review of each section up to the day of the model.

    A review under another law counts for the section under which its content is listed.
    """
    leads = filed_under(model.vocabularies, profile)
    found: dict[str, SignOff] = {}
    for review in _sign_offs(model):
        code = leads.get(review.section)
        if code and review.day <= model.today and (code not in found or found[code].day <= review.day):
            found[code] = review
    return found


def _sign_offs(model: SiteModel) -> Iterator[SignOff]:
    for term in model.vocabularies["reviews"]:
        section = model.vocabularies["sections"].find(term.text("section"))
        day = day_of(term, "day")
        if section and day:
            by, unit = term.text("by"), term.text("unit")
            yield SignOff(term.code, term.label, section.code, day, by, unit, both(term, "note"))


def _past_review(filing: Filing) -> tuple[Item, ...]:
    today = filing.model.today
    found: dict[str, tuple[dt.date, Item]] = {}
    for item in filing.visible:
        day = item.record.review_by
        if day and day < today and (item.lang == "vi" or item.id not in found):
            found[item.id] = (day, item)
    return tuple(item for _, item in sorted(found.values(), key=lambda one: (one[0], one[1].path)))
