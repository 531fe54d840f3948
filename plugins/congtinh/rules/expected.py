"""What a department owes by year, and what it says itself it will publish, against what stands on the site (R27)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from congtinh.errors import N_, Problem, Severity
from congtinh.languages import Bilingual
from congtinh.model import Item
from congtinh.records.finance import Finance
from congtinh.records.plan import Plan
from congtinh.rules.site_content import SiteContent
from congtinh.text.fold import fold
from congtinh.vocabulary.expected import EXPECTED
from congtinh.vocabulary.terms import Term

EACH_YEAR = "expected_each_year"
_RULES = {"project": "E.17", "tender": "E.18", "science_task": "E.19", "plan": "R27", "finance": "R27"}
_WORDS = re.compile(r"\w+")


class Expectation(NamedTuple):
    """One thing of a year that is to stand on the site from ``due`` on; ``items`` are those that meet it."""

    term: Term
    type: str
    year: int
    due: dt.date
    items: tuple[Item, ...]

    @property
    def name(self) -> Bilingual:
        return self.term.label


def expectations(content: SiteContent) -> Iterator[Expectation]:
    """What was due by the day, the lists of the department last."""
    for term in content.vocabularies[EACH_YEAR]:
        found = _of_year(content, term)
        if found is not None:
            yield found
    for term in content.vocabularies[EXPECTED]:
        found = _listed(content, term)
        if found is not None:
            yield found


def problems(content: SiteContent) -> Iterator[Problem]:
    """A warning for each thing that was due and does not stand on the site.

    What each year must have is asked of departments that publish such things at all: a section
    that is empty as a whole is told by the coverage of the law.  Nor is anything asked for the years
    before the first that the site publishes something of.
    """
    for one in expectations(content):
        if one.items:
            continue
        if one.term.extra.get("line"):
            yield _of_a_list(one)
        elif (near := _nearest(content, one)) and one.year >= _first_year(content, one.type):
            yield _of_the_law(one, near)


def _of_year(content: SiteContent, term: Term) -> Expectation | None:
    """What is owed each year, for the last year in which it was due."""
    after = term.extra.get("years_after")
    year = content.today.year - (after if isinstance(after, int) else 0)
    month, _, day = term.text("due").partition("-")
    due = dt.date(content.today.year, int(month), int(day))
    if not term.flag("wanted") or due > content.today:
        return None
    type_, quarter = term.text("type"), term.extra.get("quarter")
    meets = tuple(
        item
        for item in content.visible(content.each_once(type_))
        if getattr(item.record, "kind", "") == term.text("kind")
        and year in _years(item)
        and (quarter is None or getattr(item.record, "quarter", None) == quarter)
    )
    return Expectation(term, type_, year, due, meets)


def _listed(content: SiteContent, term: Term) -> Expectation | None:
    """A row of a list, once its year, or the day that it names, has come."""
    year, told = int(str(term.extra["year"])), term.text("due")
    due = dt.date.fromisoformat(told) if told else dt.date(year, 1, 1)
    if due > content.today:
        return None
    type_, code = term.text("type"), _plain(term.text("written"))
    names = {name for name in map(_plain, term.label) if name}
    meets = tuple(
        item
        for item in content.visible(content.of_type(type_))
        if (code and code == _plain(_code(item))) or _plain(item.record.heading) in names
    )
    return Expectation(term, type_, year, due, meets)


def _years(item: Item) -> tuple[int, ...]:
    record = item.record
    if isinstance(record, Plan):
        return record.years
    if isinstance(record, Finance):
        return (record.budget_year,) if record.budget_year else ()
    return (record.year,) if record.year else ()


def _first_year(content: SiteContent, type_: str) -> int:
    return min((year for item in content.of_type(type_) for year in _years(item)), default=0)


def _code(item: Item) -> str:
    """The code that a type has, whatever it calls it."""
    return getattr(item.record, "code", None) or getattr(item.record, "package_no", None) or ""


def _plain(text: str) -> str:
    return " ".join(_WORDS.findall(fold(text)))


def _nearest(content: SiteContent, one: Expectation) -> Item | None:
    """The newest item of the same kind, else of the same type: beside it the missing one belongs."""
    items = list(content.each_once(one.type))
    alike = [item for item in items if getattr(item.record, "kind", "") == one.term.text("kind")]
    return max(alike or items, key=lambda item: (item.order, item.path), default=None)


def _of_the_law(one: Expectation, near: Item) -> Problem:
    return Problem(
        near.path,
        N_("“{name}” for {year} is not on the site; it was due by {day}"),
        N_("Publish it, or write wanted = false below [{code}] in content/vocabulary/expected_each_year.toml"),
        "kind",
        None,
        severity=Severity.WARNING,
        rule=one.term.text("rule", "R27"),
        params={"name": one.name, "year": one.year, "day": f"{one.due:%d/%m/%Y}", "code": one.term.code},
    )


def _of_a_list(one: Expectation) -> Problem:
    written = one.term.text("written")
    return Problem(
        f"vocabulary/{EXPECTED}_{one.type}.csv",
        N_("“{name}” ({code}, {year}) is expected and not on the site"),
        N_("Publish it in content/{folder}, give the item this code or name, or take the row out"),
        "",
        None,
        int(str(one.term.extra["line"])),
        Severity.WARNING,
        _RULES[one.type],
        {"name": one.name, "code": written or "–", "year": one.year, "folder": one.type},
    )
