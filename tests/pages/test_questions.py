"""Pages and data ask the model by questions that are noted, so that it is known what each rests on."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from congtinh.build.prints import NOT_ON_PAGES

PACKAGE = Path(__file__).resolve().parents[2] / "plugins" / "congtinh"
MODULES = [
    path for name in ("pages", "opendata") for path in sorted((PACKAGE / name).rglob("*.py"))
]

UNNOTED = frozenset(
    {"today", "items", "hidden", "by_identity", "register", "citing", "finder", "neighbours"}
)
"""What a model tells without a note."""
MAPPINGS = frozenset({"by_path", "pictures", "attachments"})
"""Mappings of the model that note what is looked up, and not that all of them is gone through."""

WHY = {
    "pages/plan.py planned model.items": "which pages there are; each is told apart by its address",
    "pages/plan.py _redirects model.items": "the same; a redirect is decided by the card of its item",
    "pages/listings.py _listed model.items": "lists: all cards of a part are in what decides its page",
    "pages/public_list.py public_list model.today": "which law holds; its code decides each page",
}
"""Places where it is right, and why."""


def functions(tree: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    """Each part of a module with the name of the function that it stands in."""
    waiting: list[tuple[str, ast.AST]] = [("", tree)]
    while waiting:
        name, node = waiting.pop()
        yield name, node
        inner = node.name if isinstance(node, ast.FunctionDef) else name
        waiting += [(inner, child) for child in ast.iter_child_nodes(node)]


def is_model(node: ast.expr) -> bool:
    """``model``, or ``site.model`` and the like."""
    return isinstance(node, ast.Name | ast.Attribute) and name_of(node) == "model"


def name_of(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def reads(path: Path) -> Iterator[tuple[str, ast.Attribute]]:
    """Everything that is read of a model, with where."""
    for name, node in functions(parsed(path)):
        if isinstance(node, ast.Attribute) and is_model(node.value):
            yield f"{path.relative_to(PACKAGE).as_posix()} {name} model.{node.attr}", node


def test_questions_are_seen() -> None:
    """The walk finds what it is about."""
    found = {node.attr for path in MODULES for _, node in reads(path)}
    assert {"of_type", "find", "counterpart", "pictures", "validity"} <= found


def test_every_read_is_noted() -> None:
    """Nothing is read of the model past its questions, but where what is read is compared as a whole."""
    found = {
        place
        for path in MODULES
        for place, node in reads(path)
        if node.attr in UNNOTED or node.attr.startswith("_")
    }
    assert found == WHY.keys()


def test_mappings_are_asked_by_key() -> None:
    """``get``, ``[…]`` and ``in`` are noted; a walk through all values is not."""
    every, asked = [], []
    for path in MODULES:
        every += [place for place, node in reads(path) if node.attr in MAPPINGS]
        for node in ast.walk(parsed(path)):
            match node:
                case ast.Attribute(value=ast.Attribute(value, attr), attr="get"):
                    asked += [attr] if attr in MAPPINGS and is_model(value) else []
                case ast.Subscript(value=ast.Attribute(value, attr)):
                    asked += [attr] if attr in MAPPINGS and is_model(value) else []
                case ast.Compare(
                    ops=[ast.In() | ast.NotIn()], comparators=[ast.Attribute(value, attr)]
                ):
                    asked += [attr] if attr in MAPPINGS and is_model(value) else []
    assert every
    assert len(asked) == len(every), every


def test_no_page_tells_the_day_by_itself() -> None:
    """What a page tells of the day it asks the model, neither settings nor a clock."""
    clocks = {"today", "now", "utcnow", "time", "time_ns", "localtime", "gmtime"}
    for path in MODULES:
        for _, node in functions(parsed(path)):
            if isinstance(node, ast.Attribute) and not is_model(node.value):
                assert node.attr not in clocks, f"{path.name}:{node.lineno}"


def test_no_page_reads_a_setting_that_is_said_to_be_on_none() -> None:
    """A change of these settings leaves all pages as they are."""
    found = {
        f"{path.relative_to(PACKAGE).as_posix()} {name} settings.{node.attr}"
        for path in MODULES
        for name, node in functions(parsed(path))
        if isinstance(node, ast.Attribute)
        and name_of(node.value) == "settings"
        and node.attr in NOT_ON_PAGES
    }
    assert found == {"pages/site.py _words settings.theme"}  # its words are in what all pages share
