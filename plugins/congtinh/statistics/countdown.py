"""What each unit has still to publish before older information must be public (Luật 01/2026/QH16, Điều 31)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from congtinh.languages import Bilingual
from congtinh.model import Item, SiteModel
from congtinh.periods import WorkingDays
from congtinh.statistics.coverage import Coverage, Row
from congtinh.statistics.marks import Mark
from congtinh.statistics.units_of_site import UnitsOfSite
from congtinh.vocabulary.law import LawProfile, equivalents, profiles

EMPTY, ELSEWHERE, NO_OLDER, THIN = (
    Mark("empty", Bilingual("Chưa có thông tin nào", "Nothing is published"), "red"),
    Mark("elsewhere", Bilingual("Chỉ công khai ở nơi khác", "Public elsewhere only"), "red"),
    Mark("no-older", Bilingual("Chưa có thông tin cũ", "Older information is missing"), "amber"),
    Mark("thin", Bilingual("Còn ít", "Thin"), "amber"),
)
"""Why a section is a task: the law wants all of it on the agency's own site (Điều 19 khoản 1)."""
NOBODY = Bilingual("Chưa phân công", "Not assigned")


@dataclass(frozen=True, slots=True)
class Task:
    """One section to be filled.  ``is_new``: no law before wanted it on the site.

    ``items`` stand there already; ``missing`` is the least number of items to be added.
    """

    row: Row
    why: Mark
    is_new: bool
    missing: int

    @property
    def items(self) -> tuple[Item, ...]:
        return self.row.vi.items


@dataclass(frozen=True, slots=True)
class UnitTasks:
    """The tasks of one unit, those with nothing published first; ``unit`` is empty for nobody's."""

    unit: str
    label: Bilingual
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Countdown:
    """``until`` is the last day; days left are below nought once it has passed.

    ``unlisted_years`` are those whose holidays are not listed: only their weekends were left out.
    """

    profile: LawProfile
    day: dt.date
    until: dt.date
    days_left: int
    working_days_left: int
    units: tuple[UnitTasks, ...]
    unlisted_years: tuple[int, ...]

    @property
    def total(self) -> int:
        """How many sections are still to be filled."""
        return sum(len(unit.tasks) for unit in self.units)


def countdown(
    model: SiteModel, grid: Coverage, working: WorkingDays, units: UnitsOfSite
) -> Countdown | None:
    """The tasks of the profile of ``grid``; none where its law sets no day for older information."""
    until = grid.profile.backlog_until
    if until is None:
        return None
    found: dict[str, list[Task]] = {}
    for row in grid.rows:
        if task := _task(model, grid.profile, row):
            found.setdefault(_unit(row, units, grid.day), []).append(task)
    left, working_left = (until - grid.day).days, working.between(grid.day, until)
    of_units, unlisted = tuple(_by_unit(found, units)), working.unlisted_years(grid.day, until)
    return Countdown(grid.profile, grid.day, until, left, working_left, of_units, unlisted)


def _unit(row: Row, units: UnitsOfSite, day: dt.date) -> str:
    unit = units.meant(row.limits.unit)
    return units.heir(unit, day) if unit else ""


def _by_unit(found: dict[str, list[Task]], units: UnitsOfSite) -> Iterator[UnitTasks]:
    order = (EMPTY, ELSEWHERE, NO_OLDER, THIN)
    for unit in (*units.by_id, ""):
        if tasks := found.get(unit):
            label = units.label(unit) if unit else NOBODY
            yield UnitTasks(unit, label, tuple(sorted(tasks, key=lambda t: order.index(t.why))))


def _task(model: SiteModel, profile: LawProfile, row: Row) -> Task | None:
    why = _why(row, profile.in_force_from)
    if why is None or row.limits.not_ours or row.limits.when_needed:
        return None
    missing = max(1, row.limits.thin - row.vi.count)
    return Task(row, why, _is_new(model, profile, row), missing)


def _why(row: Row, law_from: dt.date) -> Mark | None:
    cell = row.vi
    if cell.own_page or cell.linked:
        return None
    if not cell.items:
        return ELSEWHERE if cell.unlinked else EMPTY
    if not any(_is_older(item, law_from) for item in cell.items):
        return NO_OLDER
    return THIN if len(cell.items) < row.limits.thin else None


def _is_older(item: Item, law_from: dt.date) -> bool:
    """Whether the information was made before the law; of what bears no day nobody can tell, and it counts."""
    made = item.record.written_for
    return made is None or made < law_from


def _is_new(model: SiteModel, profile: LawProfile, row: Row) -> bool:
    """Whether no section that the law before ordered onto the site covers the same matter."""
    before = {
        one.code
        for one in profiles(model.vocabularies)
        if one.kind == profile.kind and one.in_force_from < profile.in_force_from
    }
    same = equivalents(model.vocabularies, row.section.code)
    terms = (model.vocabularies["sections"].get(one.code) for one in same if one.profile in before)
    return not any(term and term.text("portal_clause") for term in terms)
