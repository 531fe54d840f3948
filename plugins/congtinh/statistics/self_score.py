"""The self-scoring sheet (ideas.md, D8): criteria worked out, room for the human score, the easiest points."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from congtinh.languages import Bilingual
from congtinh.model import Item
from congtinh.statistics.filing import shown
from congtinh.statistics.row_values import both, number_of, points_of
from congtinh.statistics.score_facts import SiteFacts
from congtinh.statistics.scoring import NotKnown, Outcome, outcome
from congtinh.vocabulary.rules import RuleFault, calls, parsed_rule
from congtinh.vocabulary.terms import Term

COLUMNS = (
    Bilingual("STT", "No."),
    Bilingual("Tên tiêu chí", "Criterion"),
    Bilingual("Điểm tối đa", "Maximum"),
    Bilingual("Điểm đạt", "Computed"),
    Bilingual("Tự đánh giá", "Own score"),
    Bilingual("Liên kết", "Evidence"),
    Bilingual("Ghi chú", "Note"),
)
"""The seven columns of the sheet."""
_NEWEST = 3
"""How many items of a section stand as evidence."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A page that shows it: an address within the site, or a whole one elsewhere."""

    label: Bilingual
    address: str


@dataclass(frozen=True, slots=True)
class Scored:
    """One criterion.  ``computed`` is ``None`` where it has no rule, or one that asks what is not known.

    ``given`` is the score that the department puts in its place; ``rule`` is as written.
    """

    code: str
    number: str
    label: Bilingual
    group: Bilingual
    maximum: Fraction
    rule: str
    outcome: Outcome | None
    computed: Fraction | None
    given: Fraction | None
    evidence: tuple[Evidence, ...]
    note: Bilingual

    @property
    def score(self) -> Fraction | None:
        """What counts: the score given, else the one computed."""
        return self.computed if self.given is None else self.given

    @property
    def left(self) -> Fraction:
        """Points still to be had."""
        return self.maximum - (self.score or Fraction(0))


@dataclass(frozen=True, slots=True)
class Chance:
    """What mending one criterion would bring: ``gain`` points for ``missing`` items."""

    scored: Scored
    gain: Fraction
    missing: int | None

    @property
    def per_item(self) -> Fraction | None:
        """Points for each item; ``None`` where items alone bring none."""
        return self.gain / self.missing if self.missing else None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The criteria of one set on one day; ``send_by`` is the next day on which it is due."""

    code: str
    label: Bilingual
    source: str
    day: dt.date
    send_by: dt.date | None
    rows: tuple[Scored, ...]

    @property
    def maximum(self) -> Fraction:
        return sum((row.maximum for row in self.rows), Fraction(0))

    @property
    def computed(self) -> Fraction:
        return sum((row.computed or Fraction(0) for row in self.rows), Fraction(0))

    @property
    def score(self) -> Fraction:
        return sum((row.score or Fraction(0) for row in self.rows), Fraction(0))

    @property
    def waiting(self) -> tuple[Scored, ...]:
        """Criteria that nobody has scored: a person has to."""
        return tuple(row for row in self.rows if row.score is None)

    def what_if(self) -> tuple[Chance, ...]:
        """The points still to be had, the easiest first: most points for each item missing."""
        return tuple(sorted(self._chances(), key=_ease))

    def _chances(self) -> Iterator[Chance]:
        for row in self.rows:
            if row.left > 0:
                missing = row.outcome.missing if row.outcome else None
                yield Chance(row, row.left, missing or None)


def self_score(facts: SiteFacts, code: str) -> Sheet:
    """The sheet of the set of criteria with this code; ``KeyError`` where none has it."""
    model = facts.model
    term = model.vocabularies["criteria_sets"].get(code)
    if term is None:
        raise KeyError(code)
    own = (one for one in model.vocabularies["criteria"] if one.text("set") == code)
    rows = tuple(_scored(one, facts) for one in own)
    send_by = _send_by(term.text("send_by"), model.today)
    return Sheet(code, term.label, term.text("source"), model.today, send_by, rows)


def _send_by(text: str, today: dt.date) -> dt.date | None:
    """The next day that is written as ``09-30``."""
    for year in (today.year, today.year + 1):
        try:
            day = dt.date.fromisoformat(f"{year}-{text}")
        except ValueError:
            continue
        if day >= today:
            return day
    return None


def _scored(term: Term, facts: SiteFacts) -> Scored:
    maximum, rule = points_of(term, "maximum") or Fraction(0), term.text("rule")
    found = _outcome(rule, facts)
    return Scored(
        term.code,
        term.text("number"),
        term.label,
        both(term, "group"),
        maximum,
        rule,
        found,
        _points(found, maximum, term.text("scoring")),
        _given(term, facts.model.today.year),
        tuple(_evidence(term, rule, facts)),
        both(term, "note"),
    )


def _outcome(rule: str, facts: SiteFacts) -> Outcome | None:
    try:
        return outcome(parsed_rule(rule), facts) if rule else None
    except (RuleFault, NotKnown):
        return None


def _points(found: Outcome | None, maximum: Fraction, scoring: str) -> Fraction | None:
    if found is None:
        return None
    return maximum * (found.share if scoring == "proportional" else found.holds)


def _given(term: Term, year: int) -> Fraction | None:
    """A score given for another year does not count."""
    return points_of(term, "given") if number_of(term, "given_for") in (None, year) else None


def _evidence(term: Term, rule: str, facts: SiteFacts) -> Iterator[Evidence]:
    named = term.texts("evidence") or (_asked(rule) if rule else ())
    found: dict[str, Evidence] = {}
    for one in named:
        for evidence in _shown(one, facts):
            found.setdefault(evidence.address, evidence)
    yield from found.values()


def _asked(rule: str) -> tuple[str, ...]:
    """The sections that a rule asks about, where nothing else is named as evidence."""
    try:
        told = [told.get("section", "") for _, told in calls(parsed_rule(rule))]
    except RuleFault:
        return ()
    return tuple(filter(None, told))


def _shown(named: str, facts: SiteFacts) -> Iterator[Evidence]:
    """An address, an item by its id, or the newest items of a section."""
    if named.startswith(("https://", "http://")):
        yield Evidence(Bilingual(named, named), named)
    elif section := facts.model.vocabularies["sections"].get(named):
        items = facts.filing.under(section.text("profile")).get((section.code, "vi"), ())
        yield from map(_page, reversed(items[-_NEWEST:]))
    elif item := shown(facts.model, named):
        yield _page(item)


def _page(item: Item) -> Evidence:
    return Evidence(Bilingual(item.record.heading, item.record.heading), item.address)


def _ease(chance: Chance) -> tuple[bool, Fraction, Fraction, str]:
    per_item = chance.per_item
    return per_item is None, -(per_item or Fraction(0)), -chance.gain, chance.scored.code
