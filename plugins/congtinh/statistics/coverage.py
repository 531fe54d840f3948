"""Coverage of the law (ideas.md, D6): each section of a profile in each language, and what it lacks."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from congtinh.languages import LANGUAGES, Bilingual, Language
from congtinh.model import Item, SiteModel
from congtinh.statistics.deadlines import Deadlines
from congtinh.statistics.filing import Filing
from congtinh.statistics.limits import Limits, SectionLimits
from congtinh.statistics.marks import LATE as POSTED_LATE
from congtinh.statistics.marks import ON_TIME, Mark
from congtinh.vocabulary.law import REGISTER, LawProfile, Section, filed_under, profiles, sections
from congtinh.vocabulary.public_information import Elsewhere, published_elsewhere

PRESENT, THIN, STALE, LATE, EMPTY, NOT_OURS = "present", "thin", "stale", "late", "empty", "not_ours"
STATES: Mapping[str, Mark] = {
    mark.code: mark
    for mark in (
        Mark(PRESENT, Bilingual("Đủ", "Present"), "green"),
        Mark(THIN, Bilingual("Còn ít", "Thin"), "amber"),
        Mark(STALE, Bilingual("Chậm cập nhật", "Stale"), "amber"),
        Mark(LATE, Bilingual("Đăng quá hạn", "Posted late"), "red"),
        Mark(EMPTY, Bilingual("Chưa có", "Empty"), "red"),
        Mark(NOT_OURS, Bilingual("Không thuộc trách nhiệm", "Not ours"), "grey"),
    )
}
"""What a cell is, in words; the graver of several faults is its state."""
_GRAVEST_FIRST = (EMPTY, LATE, STALE, THIN)


@dataclass(frozen=True, slots=True)
class Cell:
    """One section in one language.

    ``faults`` are all the states that hold but ``present``, the gravest first.  ``required``: the
    law, or the department, wants the section in this language, and there is something to publish.
    ``linked`` are rows of the list of public information that lead to another site; ``unlinked``
    those that are public elsewhere and cannot be reached from here, which do not count.
    ``own_page``: the site makes the section itself.  ``late`` are the items whose deadline passed in
    the period that is looked at.  ``missing``: the least number of items that would make the
    cell ``present``, ``None`` where items alone would not.
    """

    language: Language
    state: str
    faults: tuple[str, ...]
    required: bool
    items: tuple[Item, ...]
    linked: tuple[Elsewhere, ...]
    unlinked: tuple[Elsewhere, ...]
    own_page: bool
    late: tuple[Item, ...]
    last_update: dt.date | None
    missing: int | None

    @property
    def count(self) -> int:
        """What stands there: items, rows that lead elsewhere, the page that the site makes."""
        return len(self.items) + len(self.linked) + self.own_page

    @property
    def mark(self) -> Mark:
        """The state with its word and colour."""
        return STATES[self.state]

    @property
    def is_gap(self) -> bool:
        """Whether something is required here that is missing or at fault."""
        return self.required and bool(self.faults)


@dataclass(frozen=True, slots=True)
class Row:
    """One section of the law; ``deadline_days`` counts working days, where the law has a number."""

    section: Section
    limits: Limits
    deadline_days: int | None
    vi: Cell
    en: Cell

    def cell(self, language: str) -> Cell:
        return self.en if language == "en" else self.vi


@dataclass(frozen=True, slots=True)
class Coverage:
    """The grid of one profile on one day."""

    profile: LawProfile
    day: dt.date
    rows: tuple[Row, ...]
    _by_code: Mapping[str, Row] = field(repr=False, compare=False, default_factory=dict)

    def row(self, code: str) -> Row | None:
        """The row of the section with this code."""
        return self._by_code.get(code)

    def states(self, language: str) -> Counter[str]:
        """How many sections are in each state."""
        return Counter(row.cell(language).state for row in self.rows)

    def gaps(self, language: str) -> tuple[Row, ...]:
        """The sections that are required in a language and lack something."""
        return tuple(row for row in self.rows if row.cell(language).is_gap)

    def required(self, language: str) -> int:
        return sum(row.cell(language).required for row in self.rows)

    def percent(self, language: str) -> Fraction | None:
        """How many of a hundred required sections are present; ``None`` where none is required."""
        required = self.required(language)
        whole = required - len(self.gaps(language))
        return Fraction(100 * whole, required) if required else None


def coverage(filing: Filing, profile: str, deadlines: Deadlines) -> Coverage:
    """The grid of the profile with this code on the day of the model; ``KeyError`` where none has it.

    ``deadlines`` say what was posted late: a section is late as the deadline monitor tells it.
    """
    return _Grid(filing, profile, deadlines).made()


class _Grid:
    """What the cells of one profile are made from."""

    def __init__(self, filing: Filing, profile: str, deadlines: Deadlines) -> None:
        self.model, self.filing = filing.model, filing
        self.vocabularies = self.model.vocabularies
        self.profile = {one.code: one for one in profiles(self.vocabularies)}[profile]
        self.filed = filing.under(profile)
        self.leads = filed_under(self.vocabularies, profile)
        self.elsewhere = _elsewhere(self.model, self.leads)
        self.limits = SectionLimits(self.vocabularies)
        self.on_time = {row.path for row in deadlines.rows if row.mark is ON_TIME}
        self.late = {row.path for row in deadlines.rows if row.mark is POSTED_LATE}

    def made(self) -> Coverage:
        rows = tuple(map(self._row, sections(self.vocabularies, self.profile.code)))
        by_code = {row.section.code: row for row in rows}
        return Coverage(self.profile, self.model.today, rows, by_code)

    def _row(self, section: Section) -> Row:
        limits = self.limits.of(section)
        vi, en = (self._cell(section, limits, language) for language in LANGUAGES)
        return Row(section, limits, self._deadline(section), vi, en)

    def _deadline(self, section: Section) -> int | None:
        own = section.deadline_days
        return self.profile.default_deadline if own is None else own

    def _cell(self, section: Section, limits: Limits, language: Language) -> Cell:
        items = self._items(section, limits, language)
        rows = self.elsewhere.get(section.code, ())
        linked = tuple(row for row in rows if row.url)
        own_page = self.leads.get(REGISTER) == section.code
        late = tuple(item for item in items if item.path in self.late)
        last = self.filing.last_change(items)
        count = len(items) + len(linked) + own_page
        is_late, made_elsewhere = self._is_late(items, len(late), limits), bool(linked) or own_page
        faults = self._faults(limits, count, last, is_late, made_elsewhere)
        return Cell(
            language=language,
            state=NOT_OURS if limits.not_ours else next(iter(faults), PRESENT),
            faults=() if limits.not_ours else faults,
            required=_is_required(limits, language, count),
            items=items,
            linked=linked,
            unlinked=tuple(row for row in rows if not row.url),
            own_page=own_page,
            late=late,
            last_update=last,
            missing=_missing(limits, faults, count),
        )

    def _items(self, section: Section, limits: Limits, language: Language) -> tuple[Item, ...]:
        if limits.filled_by == "english":
            return self.filing.of_language("en")
        items = list(self.filed.get((section.code, language), ()))
        for code in self._gathered(section):
            items += self.filed.get((code, language), ())
        for profile in self._referred(section):
            for (_, lang), found in self.filing.under(profile).items():
                items += found if lang == language else ()
        return tuple({item.path: item for item in items}.values())

    def _gathered(self, section: Section) -> tuple[str, ...]:
        """The sections of the same profile that this one is made of."""
        codes = (self.vocabularies["sections"].get(code) for code in section.same_as)
        return tuple(t.code for t in codes if t and t.text("profile") == section.profile)

    def _referred(self, section: Section) -> tuple[str, ...]:
        """The profiles of another kind that the section refers to as a whole, in force on the day."""
        term = self.vocabularies["sections"].get(section.code)
        kinds = term.texts("refers_to") if term else ()
        day = self.model.today
        return tuple(p.code for p in profiles(self.vocabularies) if p.kind in kinds and p.holds_on(day))

    def _is_late(self, items: Sequence[Item], late: int, limits: Limits) -> bool:
        settled = late + sum(item.path in self.on_time for item in items)
        return late > 0 and 100 * late > limits.late_percent * settled

    def _faults(
        self, limits: Limits, count: int, last: dt.date | None, is_late: bool, made_elsewhere: bool
    ) -> tuple[str, ...]:
        age = (self.model.today - last).days if last else 0
        found = {
            EMPTY: count == 0,
            LATE: is_late,
            STALE: 0 < limits.stale_days < age and not made_elsewhere,
            THIN: 0 < count < limits.thin and not made_elsewhere,
        }
        return tuple(state for state in _GRAVEST_FIRST if found[state])


def _is_required(limits: Limits, language: str, count: int) -> bool:
    if limits.not_ours or (limits.when_needed and count == 0):
        return False
    return language == "vi" or limits.english or limits.filled_by == "english"


def _missing(limits: Limits, faults: Sequence[str], count: int) -> int | None:
    """Nothing undoes what was posted late."""
    if limits.not_ours or LATE in faults:
        return None
    return max(limits.thin - count, 1) if faults else 0


def _elsewhere(model: SiteModel, leads: Mapping[str, str]) -> Mapping[str, tuple[Elsewhere, ...]]:
    found: dict[str, tuple[Elsewhere, ...]] = {}
    vocabularies = model.vocabularies
    for row in published_elsewhere(vocabularies["public_information"], vocabularies["sections"]):
        if code := leads.get(row.group):
            found[code] = (*found.get(code, ()), row)
    return found
