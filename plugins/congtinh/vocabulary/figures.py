"""Formulas of figures as text: sums, differences, products and quotients of other figures, and their faults."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache

from congtinh.errors import N_, Problem
from congtinh.vocabulary.entries import Entries, KeyFault
from congtinh.vocabulary.terms import Vocabulary

LANGUAGES_OF_A_NAME = ("vi", "en", "each")
"""What may follow a name in a formula: ``tin.vi``; ``each`` adds both languages up."""
MONTHS = "months"
"""The name of the number of months of the period that have begun."""
CONDITIONS = ("type", "kind", "counted_as", "section", "category", "unit", "author_kind")
"""Keys of a counted figure that hold one text or a list of texts."""
_SIGNS: Mapping[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}


class FormulaFault(ValueError):
    """A formula that cannot be read; ``words`` is the part at fault."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


@cache
def parsed(text: str) -> ast.expr:
    """The formula as a tree of sums, differences, products, quotients, whole numbers and names.

    ``FormulaFault`` where it holds anything else.
    """
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise FormulaFault(text) from None
    _check(tree, text)
    return tree


def _check(node: ast.expr, text: str) -> None:
    match node:
        case ast.BinOp(left=left, op=sign, right=right) if type(sign) in _SIGNS:
            _check(left, text)
            _check(right, text)
        case ast.Name() | ast.Constant(value=int()):
            if isinstance(node, ast.Constant) and isinstance(node.value, bool):
                raise FormulaFault(str(node.value))
        case ast.Attribute(value=ast.Name(), attr=language) if language in LANGUAGES_OF_A_NAME:
            pass
        case _:
            raise FormulaFault(ast.get_source_segment(text.strip(), node) or text)


def sign_of(node: ast.BinOp) -> str:
    """``+``, ``-``, ``*`` or ``/``."""
    return _SIGNS[type(node.op)]


def names(node: ast.expr) -> Iterator[tuple[str, str]]:
    """The names of a formula in its order, each with the language that follows it or none."""
    match node:
        case ast.BinOp(left=left, right=right):
            yield from names(left)
            yield from names(right)
        case ast.Attribute(value=ast.Name(id=name), attr=language):
            yield name, language
        case ast.Name(id=name):
            yield name, ""


def figure_faults(keys: Mapping[str, object], _every: Mapping[str, Entries]) -> Iterator[KeyFault]:
    """What is wrong with the words of one formula."""
    text = keys.get("formula")
    if isinstance(text, str):
        try:
            parsed(text)
        except FormulaFault as fault:
            yield "formula", fault.words, N_("cannot be read as a formula"), _REMEDY
    for key in CONDITIONS:
        value = keys.get(key, "")
        if not isinstance(value, str) and not _are_texts(value):
            yield key, str(value), N_("has a value of the wrong kind"), _ONE_OR_SEVERAL


def _are_texts(value: object) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(one, str) for one in value)


def unsound(texts: Mapping[str, str]) -> dict[str, str]:
    """The figures that cannot be worked out, of ``texts`` by key: each with the name that is at fault.

    A name is at fault where no figure has it, or where it leads back to the figure itself.
    """
    found: dict[str, str] = {}
    named = {key: [n for n, _ in names(parsed(text)) if n != MONTHS] for key, text in texts.items() if text}
    sound = {key for key in texts if key not in named}
    waiting = set(named)
    while ready := {key for key in waiting if sound.issuperset(named[key])}:
        sound |= ready
        waiting -= ready
    for key in waiting:
        at_fault = [name for name in named[key] if name not in texts]
        found[key] = (at_fault or [name for name in named[key] if name not in sound])[0]
    return found


def figure_problems(figures: Vocabulary) -> Iterator[Problem]:
    """A fault for each figure whose formula names what is none, or itself."""
    texts = {term.code: term.text("formula") for term in figures}
    for key, name in unsound(texts).items():
        message = N_("leads back to itself") if name in texts else N_("names a figure that is none")
        yield Problem("vocabulary/figures.toml", message, _KNOWN, f"{key}.formula", name)


_ONE_OR_SEVERAL = N_('Write one code in quotes, or several: ["tin", "bai"]')
_REMEDY = N_("Write other figures with + - * / between them, such as tin + bai + anh")
_KNOWN = N_("Write the codes of other figures; a new one needs lines of its own in this file")
