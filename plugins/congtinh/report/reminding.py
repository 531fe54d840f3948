"""Reminder letters to the units that owe something, one for each with its own list (ideas.md, D19)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from congtinh.languages import Language
from congtinh.report.document import ReportDocument
from congtinh.report.letters import Reminder, ReminderItem, letter
from congtinh.report.report_facts import in_language
from congtinh.statistics.gaps import Gap, gaps
from congtinh.statistics.scorecards import Scorecards

DAYS_TO_ANSWER = 10
"""Working days that a unit is given where nothing says another day."""
SITE_NAME: Mapping[Language, str] = {"vi": "Trang thông tin điện tử", "en": "the website"}


class UnitLetter(NamedTuple):
    """The letter to one unit, and how many gaps it lists."""

    unit: str
    name: str
    gaps: int
    document: ReportDocument


def letters(
    cards: Scorecards, facts: Mapping[str, Any], agency: Mapping[str, Any], language: Language, until: dt.date | None
) -> Iterator[UnitLetter]:
    """The letters in the order of the units; what nobody answers for stands in none."""
    own = in_language(facts, language)
    by_unit: dict[str, list[Gap]] = {}
    for gap in gaps(cards):
        by_unit.setdefault(gap.unit, []).append(gap)
    answer = until or cards.working.add(cards.model.today, DAYS_TO_ANSWER)
    for unit in cards.units.by_id:
        if unit in by_unit and unit != cards.units.agency:
            name = cards.units.label(unit).of(language)
            items = tuple(_item(gap, language) for gap in by_unit[unit])
            made = _reminder(name, items, answer, own, agency, language, cards.model.today)
            yield UnitLetter(unit, name, len(items), letter(made))


def _item(gap: Gap, language: Language) -> ReminderItem:
    href = f"/{gap.address}" if gap.address else ""
    return ReminderItem(gap.what.of(language), gap.rule.of(language), gap.due, gap.remedy.of(language), href)


def _reminder(
    name: str,
    items: tuple[ReminderItem, ...],
    until: dt.date,
    facts: Mapping[str, Any],
    agency: Mapping[str, Any],
    language: Language,
    today: dt.date,
) -> Reminder:
    return Reminder(
        language,
        name,
        items,
        until,
        agency["name"][language],
        facts.get("place") or "",
        SITE_NAME[language],
        agency_above=facts.get("agency_above") or "",
        symbol=f"{agency['code']}-VP",
        day=facts.get("day"),
        year=today.year,
        as_of=today,
        capacity=facts.get("capacity") or "",
        signer_title=facts.get("signer_title") or "",
        signer_name=facts.get("signer_name") or "",
        site=agency["site"],
    )
