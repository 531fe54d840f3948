"""Figures: a formula worked out for a period and a language, with its parts and the rows behind it."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from congtinh.languages import Bilingual
from congtinh.periods import Period
from congtinh.statistics.counts import Counts, Days, Wanted
from congtinh.statistics.formulas import Formula
from congtinh.statistics.tallies import Tally
from congtinh.vocabulary.figures import MONTHS, names, parsed, sign_of

Number = int | Fraction


@dataclass(frozen=True, slots=True)
class Figure:
    """One printed figure; ``value`` is ``None`` where it divides by nothing.

    ``parts`` are the figures that its formula names, in its order; ``rows`` the atomic counts
    behind it, its parts' ones included, each once.
    """

    key: str
    label: Bilingual
    language: str
    value: Number | None
    formula: Formula
    parts: tuple[Figure, ...]
    rows: tuple[Tally, ...]
    months: int

    @property
    def is_sum(self) -> bool:
        """Whether the figure is the sum of its parts."""
        return bool(self.parts) and _is_sum(parsed(self.formula.text))

    def working(self, say: Callable[[Number | None], str]) -> str:
        """``228 + 343 = 571``; only the result where a figure is counted and not worked out."""
        if not self.parts:
            return say(self.value)
        left = _told(parsed(self.formula.text), [say(one.value) for one in self.parts], say(self.months))
        return f"{left} = {say(self.value)}"


def _is_sum(node: ast.expr) -> bool:
    match node:
        case ast.BinOp(op=ast.Add(), left=left, right=right):
            return _is_sum(left) and _is_sum(right)
        case _:
            return isinstance(node, ast.Name | ast.Attribute)


def _told(node: ast.expr, values: list[str], months: str) -> str:
    """The formula with values for names; ``values`` are those of the names in their order, but ``months``."""
    waiting = iter(values)

    def told(one: ast.expr, within: str) -> str:
        match one:
            case ast.BinOp(left=left, right=right):
                sign = sign_of(one)
                words = f"{told(left, sign)} {sign} {told(right, sign + 'right')}"
                tight = within[:1] in ("*", "/") and sign in "+-"
                return f"({words})" if tight or within in ("-right", "/right") else words
            case ast.Constant(value=value):
                return str(value)
            case ast.Name(id=name) if name == MONTHS:
                return months
        return next(waiting)

    return told(node, "")


class Figures:
    """Works formulas out over the counts of a site, for one period."""

    def __init__(
        self, formulas: Mapping[str, Formula], counts: Counts, period: Period, within: Wanted | None = None
    ) -> None:
        """``within``: conditions that all atomic counts have besides, such as one unit or section."""
        self.formulas, self.counts, self.period = formulas, counts, period
        self._within = within
        self._made: dict[tuple[str, str], Figure] = {}

    def figure(self, key: str, language: str = "") -> Figure:
        """The figure of a formula; ``KeyError`` where none has this name."""
        found = self._made.get((key, language))
        if found is None:
            found = self._made[key, language] = self._figure(self.formulas[key], language)
        return found

    def _figure(self, formula: Formula, language: str) -> Figure:
        if formula.wanted is not None:
            rows = self._rows(formula, formula.wanted, language)
            value: Number | None = sum(row.value for row in rows)
            if formula.distinct:
                value = len({getattr(row, formula.distinct) for row in rows} - {""})
            return self._made_of(formula, language, value, (), rows)
        tree = parsed(formula.text)
        parts = tuple(
            self.figure(name, own or language) for name, own in names(tree) if name != MONTHS
        )
        waiting = iter(parts)
        value = worked_out(tree, lambda: next(waiting).value, self.period.counted_months)
        if formula.rounding == "down" and value is not None:
            value = floor(value)
        rows = tuple(dict.fromkeys(row for part in parts for row in part.rows))
        return self._made_of(formula, language, value, parts, rows)

    def _made_of(
        self,
        formula: Formula,
        language: str,
        value: Number | None,
        parts: tuple[Figure, ...],
        rows: tuple[Tally, ...],
    ) -> Figure:
        if isinstance(value, Fraction) and value.denominator == 1:
            value = value.numerator
        months = self.period.counted_months
        return Figure(formula.key, formula.label, language, value, formula, parts, rows, months)

    def _rows(self, formula: Formula, wanted: Wanted, language: str) -> tuple[Tally, ...]:
        asked = wanted if wanted.language else Wanted(wanted.measure, language=language).within(wanted)
        if self._within is not None:
            asked = asked.within(self._within)
        if formula.cumulative:
            return self.counts.until(asked, self.period.last)
        days: Days = self.period
        return self.counts.of(asked, days)


def worked_out(
    node: ast.expr, named: Callable[[], Number | None], months: int
) -> Number | None:
    """The value of a formula; ``named`` gives that of each name in its order, but for ``months``."""
    match node:
        case ast.Constant(value=int(value)):
            return value
        case ast.Name(id=name) if name == MONTHS:
            return months
        case ast.BinOp(left=left, right=right):
            one, two = worked_out(left, named, months), worked_out(right, named, months)
            return _joined(one, sign_of(node), two)
    return named()


def _joined(one: Number | None, sign: str, two: Number | None) -> Number | None:
    if one is None or two is None or (sign == "/" and two == 0):
        return None
    match sign:
        case "+":
            return one + two
        case "-":
            return one - two
        case "*":
            return one * two
    return Fraction(one) / Fraction(two)
