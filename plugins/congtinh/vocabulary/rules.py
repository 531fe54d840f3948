"""Rules of a self-scoring sheet, such as ``count(section="43:10.1.b") >= 50``: read, never run as code.

A rule is a truth, or a share of the points between 0 and 1.  It is built of numbers, of texts in
quotation marks, of figures by their names, of the functions below, of + - * / and comparisons, and
of ``and``, ``or``, ``not``.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from congtinh.errors import N_

NUMBER, TEXT, TRUTH = "number", "text", "truth"
MEASURED = ("on_time",)
"""Figures of every site: the percentage of documents posted within their deadline."""
STATES = ("present", "thin", "stale", "late", "empty", "not_ours")
"""What ``coverage`` says of a section."""
_LONGEST = 500
_FILTERS = ("section", "type", "language", "unit", "category")


class Function(NamedTuple):
    """``given`` are its arguments without a name, ``named`` those that may be written with one."""

    kind: str
    given: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


FUNCTIONS: Mapping[str, Function] = {
    "count": Function(NUMBER, named=_FILTERS),
    "posted": Function(NUMBER, named=_FILTERS),
    "coverage": Function(TEXT, ("section",), ("language",)),
    "covered": Function(NUMBER, ("profile",), ("language",)),
    "parity": Function(NUMBER, ("part",)),
    "reviewed": Function(TRUTH, ("section",)),
}
"""What a rule may ask: items, those posted in the period, the state of a section, the percentage of
sections of a profile that are present, that of Vietnamese items with an English version that is up to
date (of the ``minimum`` of NĐ 43/2011, of a content type, a section or ``all``), and whether the last
review of a section still holds."""

Words = tuple[str, str]


class RuleFault(Exception):
    """``message`` says what is wrong with a rule and ``remedy`` what to write instead."""

    def __init__(self, message: str, remedy: str = "") -> None:
        self.message, self.remedy = message, remedy or _REMEDY
        super().__init__(message)


_REMEDY = N_("Write it as in this example: count(section=“43:10.1.b”) >= 50, with plain quotation marks")


def parsed_rule(text: str) -> ast.expr:
    """The tree of a rule, of sound kinds throughout; ``RuleFault`` otherwise."""
    if len(text) > _LONGEST:
        raise RuleFault(N_("is too long for a rule"))
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise RuleFault(N_("is not a rule")) from None
    if _kind(tree) == TEXT:
        raise RuleFault(N_("is neither a truth nor a number"))
    return tree


def names_of(tree: ast.expr) -> Iterator[str]:
    """The figures that a rule names."""
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and id(node) not in called:
            yield node.id


def arguments(call: ast.Call) -> dict[str, str]:
    """The arguments of a sound call, by name."""
    function = FUNCTIONS[_name_of(call)]
    given = zip(function.given, call.args, strict=False)
    named = ((str(one.arg), one.value) for one in call.keywords)
    return {name: _text_of(value) for name, value in (*given, *named)}


def calls(tree: ast.expr) -> Iterator[tuple[str, dict[str, str]]]:
    """Every function that a sound rule asks, with its arguments."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield _name_of(node), arguments(node)


def _kind(node: ast.expr) -> str:
    """What a part of a rule is; ``RuleFault`` where it is none."""
    match node:
        case ast.Constant(value=bool()):
            return TRUTH
        case ast.Constant(value=int() | float()):
            return NUMBER
        case ast.Constant(value=str()):
            return TEXT
        case ast.Name():
            return NUMBER
        case ast.Call():
            return _called(node)
        case ast.BinOp(left=left, op=ast.Add() | ast.Sub() | ast.Mult() | ast.Div(), right=right):
            return _all_of(NUMBER, (left, right))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return _all_of(NUMBER, (operand,))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return _all_of(TRUTH, (operand,))
        case ast.BoolOp(values=values):
            return _all_of(TRUTH, values)
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            return _compared(left, op, right)
    raise RuleFault(N_("holds what a rule cannot hold"))


def _all_of(kind: str, nodes: Iterable[ast.expr]) -> str:
    if any(_kind(node) != kind for node in nodes):
        raise RuleFault(N_("joins what does not belong together"))
    return kind


def _compared(left: ast.expr, op: ast.cmpop, right: ast.expr) -> str:
    kinds = {_kind(left), _kind(right)}
    if kinds == {TEXT} and isinstance(op, ast.Eq | ast.NotEq):
        _check_states(left, right)
    elif kinds != {NUMBER} or not isinstance(
        op, ast.Lt | ast.LtE | ast.Gt | ast.GtE | ast.Eq | ast.NotEq
    ):
        raise RuleFault(N_("compares what cannot be compared"))
    return TRUTH


def _check_states(*sides: ast.expr) -> None:
    for side in sides:
        if isinstance(side, ast.Constant) and side.value not in STATES:
            raise RuleFault(
                N_("names no state of a section"),
                N_("Write one of: present, thin, stale, late, empty, not_ours"),
            )


def _called(call: ast.Call) -> str:
    function = FUNCTIONS.get(_name_of(call))
    if function is None:
        raise RuleFault(
            N_("asks something that is not known"),
            N_("Write one of: count, posted, coverage, covered, parity, reviewed"),
        )
    names = [*function.given[: len(call.args)], *(one.arg for one in call.keywords)]
    values = [*call.args, *(one.value for one in call.keywords)]
    known = {*function.given, *function.named}
    if (
        len(call.args) > len(function.given)
        or len(set(names)) < len(names)
        or not known.issuperset(filter(None, names))
        or None in names
        or not set(function.given) <= set(names)
        or any(not isinstance(v, ast.Constant) or not isinstance(v.value, str) for v in values)
    ):
        raise RuleFault(N_("asks with something that is not known"), _ARGUMENTS)
    return function.kind


_ARGUMENTS = N_(
    "Write texts in quotation marks: count(section=, type=, language=, unit=, category=), "
    "coverage(section), covered(profile), parity(part), reviewed(section)"
)


def _name_of(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _text_of(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


