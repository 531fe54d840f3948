"""Rules of a self-scoring sheet worked out: whether they hold, how far, and how many items are missing."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import Protocol

from congtinh.vocabulary.rules import arguments

_FLIPPED: Mapping[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.Gt,
    ast.LtE: ast.GtE,
    ast.Gt: ast.Lt,
    ast.GtE: ast.LtE,
}


class NotKnown(Exception):
    """A rule asks for a figure that the site does not have, or divides by nought."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number; one more item adds ``step`` to it, ``None`` where items do not change it."""

    value: Fraction
    step: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """The state of a section, or a word to compare it with; ``missing`` items make it ``present``."""

    state: str
    missing: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a rule.  ``share`` is between 0 and 1, and 1 where it holds.

    ``missing`` is the least number of items that would make it hold, ``None`` where items alone do not.
    """

    holds: bool
    share: Fraction
    missing: int | None


class Facts(Protocol):
    """What rules ask of a site; ``NotKnown`` where it cannot tell."""

    def amount(self, function: str, told: Mapping[str, str]) -> Amount: ...
    def standing(self, told: Mapping[str, str]) -> Standing: ...
    def holds(self, function: str, told: Mapping[str, str]) -> bool: ...
    def figure(self, name: str) -> Fraction: ...


_HOLDS = Outcome(True, Fraction(1), 0)
_FAILS = Outcome(False, Fraction(0), None)


def outcome(rule: ast.expr, facts: Facts) -> Outcome:
    """What becomes of a rule that was found sound (``vocabulary.rules.parsed_rule``)."""
    match rule:
        case ast.BoolOp(op=ast.And(), values=values):
            return _all_of([outcome(value, facts) for value in values])
        case ast.BoolOp(values=values):
            return _any_of([outcome(value, facts) for value in values])
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return _FAILS if outcome(operand, facts).holds else _HOLDS
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            return _compared(_side(left, facts), op, _side(right, facts))
        case ast.Constant(value=bool(truth)):
            return _HOLDS if truth else _FAILS
        case ast.Call(func=ast.Name(id="reviewed" as name)):
            return _HOLDS if facts.holds(name, arguments(rule)) else _FAILS
    return _at_least(_amount(rule, facts), Amount(Fraction(1)))


def _all_of(parts: list[Outcome]) -> Outcome:
    """Each part counts alike."""
    missing = [part.missing for part in parts]
    total = None if None in missing else sum(filter(None, missing))
    share = sum((part.share for part in parts), Fraction(0)) / len(parts)
    return Outcome(all(part.holds for part in parts), share, total)


def _any_of(parts: list[Outcome]) -> Outcome:
    known = [part.missing for part in parts if part.missing is not None]
    return Outcome(
        any(part.holds for part in parts), max(p.share for p in parts), min(known, default=None)
    )


def _side(node: ast.expr, facts: Facts) -> Amount | Standing:
    match node:
        case ast.Constant(value=str(word)):
            return Standing(word)
        case ast.Call(func=ast.Name(id="coverage")):
            return facts.standing(arguments(node))
    return _amount(node, facts)


def _amount(node: ast.expr, facts: Facts) -> Amount:
    match node:
        case ast.Constant(value=int() | float() as number):
            return Amount(Fraction(str(number)))
        case ast.Name(id=name):
            return Amount(facts.figure(name))
        case ast.Call(func=ast.Name(id=name)):
            return facts.amount(name, arguments(node))
        case ast.UnaryOp(operand=operand):
            return Amount(-_amount(operand, facts).value)
        case ast.BinOp(left=left, op=op, right=right):
            return _joined(_amount(left, facts), op, _amount(right, facts))
    raise NotKnown


def _joined(one: Amount, op: ast.operator, two: Amount) -> Amount:
    match op:
        case ast.Add():
            steps = [step for step in (one.step, two.step) if step is not None]
            return Amount(one.value + two.value, max(steps, default=None))
        case ast.Sub():
            return Amount(one.value - two.value, one.step if two.step is None else None)
        case ast.Mult():
            return Amount(one.value * two.value, _scaled(one, two.value, two) or _scaled(two, one.value, one))
    if two.value == 0:
        raise NotKnown
    return Amount(one.value / two.value, _scaled(one, 1 / two.value, two))


def _scaled(amount: Amount, factor: Fraction, other: Amount) -> Fraction | None:
    """The step of an amount that is multiplied by one that items do not change."""
    if amount.step is None or other.step is not None or factor <= 0:
        return None
    return amount.step * factor


def _compared(left: Amount | Standing, op: ast.cmpop, right: Amount | Standing) -> Outcome:
    if isinstance(left, Standing) or isinstance(right, Standing):
        return _same(left, op, right)
    match op:
        case ast.Eq():
            return _equal(left, right)
        case ast.NotEq():
            return _HOLDS if left.value != right.value else _FAILS
        case ast.GtE():
            return _at_least(left, right)
        case ast.Gt():
            return _more_than(left, right)
    return _compared(right, _FLIPPED[type(op)](), left)


def _same(left: Amount | Standing, op: ast.cmpop, right: Amount | Standing) -> Outcome:
    if not (isinstance(left, Standing) and isinstance(right, Standing)):
        raise NotKnown
    is_same = left.state == right.state
    if is_same is isinstance(op, ast.Eq):
        return _HOLDS
    asked, word = (left, right.state) if right.missing is None else (right, left.state)
    if isinstance(op, ast.NotEq):
        return Outcome(False, Fraction(0), 1 if word == "empty" else None)
    return Outcome(False, Fraction(0), asked.missing if word == "present" else None)


def _equal(left: Amount, right: Amount) -> Outcome:
    if left.value == right.value:
        return _HOLDS
    low, high = (left, right) if left.value < right.value else (right, left)
    share = low.value / high.value if low.value > 0 else Fraction(0)
    reachable = low.step is not None and high.step is None
    return Outcome(False, share, _items(low, high.value) if reachable else None)


def _at_least(amount: Amount, least: Amount) -> Outcome:
    if amount.value >= least.value:
        return _HOLDS
    return Outcome(False, _part(amount.value, least.value), _missing(amount, least, least.value))


def _more_than(amount: Amount, bound: Amount) -> Outcome:
    """One more than the bound would do, where whole items are counted."""
    if amount.value > bound.value:
        return _HOLDS
    wanted = bound.value + (amount.step or Fraction(1))
    return Outcome(False, _part(amount.value, wanted), _missing(amount, bound, wanted))


def _part(value: Fraction, wanted: Fraction) -> Fraction:
    return value / wanted if value > 0 else Fraction(0)


def _missing(amount: Amount, least: Amount, wanted: Fraction) -> int | None:
    return _items(amount, wanted) if least.step is None else None


def _items(amount: Amount, wanted: Fraction) -> int | None:
    return ceil((wanted - amount.value) / amount.step) if amount.step else None
