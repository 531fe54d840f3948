"""Points that evaluations took off, each a task kept from year to year (seeds A2.1, A2.2), and the scores."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

from congtinh.languages import Bilingual
from congtinh.model import Item, SiteModel
from congtinh.statistics.filing import shown
from congtinh.statistics.marks import Mark
from congtinh.statistics.row_values import both, day_of, number_of, points_of
from congtinh.vocabulary.terms import Term, lookup_key

OPEN, OVERDUE, DONE, FULL = (
    Mark("open", Bilingual("Đang khắc phục", "Open"), "amber"),
    Mark("overdue", Bilingual("Quá hạn", "Overdue"), "red"),
    Mark("done", Bilingual("Đã khắc phục", "Done"), "green"),
    Mark("full", Bilingual("Đủ điểm", "Full marks"), "green"),
)


@dataclass(frozen=True, slots=True)
class LostPoint:
    """One criterion of one year.  ``repeated``: it lost points the year before as well.

    ``unit`` is the reference of the unit that mends it by ``due``; ``evidence`` the item that shows
    it is done, ``None`` where none is named or it is not on the site.
    """

    code: str
    label: Bilingual
    criterion: str
    year: int
    maximum: Fraction
    awarded: Fraction
    gap: Bilingual
    remedy: Bilingual
    unit: str
    due: dt.date | None
    done: dt.date | None
    evidence: Item | None
    mark: Mark
    repeated: bool

    @property
    def lost(self) -> Fraction:
        return self.maximum - self.awarded


@dataclass(frozen=True, slots=True)
class YearOfPoints:
    """The criteria of one year that are on record, added up."""

    year: int
    maximum: Fraction
    awarded: Fraction
    lost: Fraction
    open: int
    overdue: int
    done: int
    repeated: int


@dataclass(frozen=True, slots=True)
class Score:
    """The result of one evaluation; ``climbed`` by how many ranks since the one before of the same name."""

    code: str
    label: Bilingual
    year: int
    maximum: Fraction
    own: Fraction | None
    official: Fraction | None
    rank: int | None
    of: int | None
    document: str
    climbed: int | None


@dataclass(frozen=True, slots=True)
class LostPoints:
    """Tasks, the latest year first and those overdue before the rest; the years; the scores by year."""

    points: tuple[LostPoint, ...]
    years: tuple[YearOfPoints, ...]
    scores: tuple[Score, ...]

    @property
    def tasks(self) -> tuple[LostPoint, ...]:
        """What is still to be done."""
        return tuple(one for one in self.points if one.mark in (OPEN, OVERDUE))


def lost_points(model: SiteModel) -> LostPoints:
    """What the vocabularies ``lost_points`` and ``scores`` say, as it stands on the day of the model."""
    terms = tuple(model.vocabularies["lost_points"])
    lost = {(_criterion(t), number_of(t, "year")) for t in terms if _lost(t) > 0}
    points = tuple(sorted((_point(t, lost, model) for t in terms), key=_order))
    years = sorted({one.year for one in points})
    return LostPoints(points, tuple(_year(year, points) for year in years), _scores(model))


def _criterion(term: Term) -> str:
    """The name under which a criterion is known from year to year."""
    return term.text("criterion") or lookup_key(term.label.vi)


def _lost(term: Term) -> Fraction:
    return (points_of(term, "maximum") or Fraction(0)) - (points_of(term, "awarded") or Fraction(0))


def _point(term: Term, lost: set[tuple[str, int | None]], model: SiteModel) -> LostPoint:
    year, criterion = number_of(term, "year") or 0, _criterion(term)
    due, done = day_of(term, "due"), day_of(term, "done")
    return LostPoint(
        term.code,
        term.label,
        criterion,
        year,
        points_of(term, "maximum") or Fraction(0),
        points_of(term, "awarded") or Fraction(0),
        both(term, "gap"),
        both(term, "remedy"),
        term.text("unit"),
        due,
        done,
        shown(model, term.text("evidence")),
        _mark(_lost(term) > 0, due, done, model.today),
        (criterion, year - 1) in lost and _lost(term) > 0,
    )


def _mark(is_lost: bool, due: dt.date | None, done: dt.date | None, today: dt.date) -> Mark:
    if not is_lost:
        return FULL
    if done and done <= today:
        return DONE
    return OVERDUE if due and due < today else OPEN


def _order(point: LostPoint) -> tuple[int, int, dt.date, str]:
    rank = (OVERDUE, OPEN, DONE, FULL).index(point.mark)
    return -point.year, rank, point.due or dt.date.max, point.code


def _year(year: int, points: tuple[LostPoint, ...]) -> YearOfPoints:
    own = [one for one in points if one.year == year]
    marks = Counter(one.mark for one in own)
    maximum = sum((one.maximum for one in own), Fraction(0))
    awarded = sum((one.awarded for one in own), Fraction(0))
    repeated = sum(one.repeated for one in own)
    return YearOfPoints(
        year, maximum, awarded, maximum - awarded, marks[OPEN], marks[OVERDUE], marks[DONE], repeated
    )


def _scores(model: SiteModel) -> tuple[Score, ...]:
    found: list[Score] = []
    before: dict[str, int | None] = {}
    for term in sorted(model.vocabularies["scores"], key=lambda t: number_of(t, "year") or 0):
        name, rank = lookup_key(term.label.vi), number_of(term, "rank")
        last = before.get(name)
        found.append(
            Score(
                term.code,
                term.label,
                number_of(term, "year") or 0,
                points_of(term, "maximum") or Fraction(0),
                points_of(term, "own"),
                points_of(term, "official"),
                rank,
                number_of(term, "of"),
                term.text("document"),
                last - rank if last is not None and rank is not None else None,
            )
        )
        before[name] = rank
    return tuple(found)
