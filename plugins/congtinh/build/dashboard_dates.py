"""The days that editors have to keep in mind: changes of validity, posting, reviews, terms, targets, laws."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from congtinh.errors import N_
from congtinh.languages import Bilingual
from congtinh.model import SiteModel
from congtinh.statistics.marks import RUNNING
from congtinh.statistics.scorecards import Scorecards
from congtinh.vocabulary.law import profiles

_WAITING = ("published", "approved")
"""Statuses of an item that is shown as soon as its day has come."""


class NextDate(NamedTuple):
    """A day with what happens on it, in words of the catalogue, and what it is about."""

    day: dt.date
    what: str
    about: Bilingual
    file: str = ""


def next_dates(cards: Scorecards, coming: Iterable[Mapping[str, Any]]) -> list[NextDate]:
    """Every day from the day of the model on, the next first; ``coming`` as ``documents.coming`` in the build report."""
    today = cards.counts.day
    every = (*_validity(coming), *_items(cards.counts.model), *_terms(cards), *_laws(cards))
    return sorted({one for one in every if one.day >= today})


def _validity(coming: Iterable[Mapping[str, Any]]) -> Iterator[NextDate]:
    for one in coming:
        told = f"{one['number']}: {one['state']}"
        yield NextDate(dt.date.fromisoformat(one["day"]), N_("A state changes"), Bilingual(told, told))


def _items(model: SiteModel) -> Iterator[NextDate]:
    for item in (*model.items, *model.hidden):
        record = item.record
        heading = Bilingual(record.heading, record.heading)
        if record.date and record.status in _WAITING:
            day = record.date.date()
            if day > model.today:
                yield NextDate(day, N_("An item is to be shown"), heading, item.path)
        if record.review_by and record.visible(model.today):
            yield NextDate(record.review_by, N_("An item is to be reviewed"), heading, item.path)


def _terms(cards: Scorecards) -> Iterator[NextDate]:
    for review in cards.reviews.sections:
        if review.due:
            yield NextDate(review.due, N_("A section is to be reviewed"), review.section.label)
    for row in cards.deadlines.rows:
        if row.mark is RUNNING and row.due:
            yield NextDate(row.due, N_("A term ends"), row.what, row.path)
    for quota in cards.quotas:
        if quota.missing:
            yield NextDate(quota.span.end, N_("A target is to be reached"), quota.target.label)
    for point in cards.lost_points.tasks:
        if point.due:
            yield NextDate(point.due, N_("Lost points are to be made good"), point.label)


def _laws(cards: Scorecards) -> Iterator[NextDate]:
    if cards.countdown:
        yield NextDate(
            cards.countdown.until,
            N_("Older information must be public"),
            cards.countdown.profile.label,
        )
    for law in profiles(cards.model.vocabularies):
        yield NextDate(law.in_force_from, N_("A law takes effect"), law.label)
        if law.in_force_until:
            yield NextDate(law.in_force_until, N_("A law holds for the last day"), law.label)
