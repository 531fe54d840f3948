"""The floors: an import only ever runs down, and Pelican is known to the uppermost floors alone."""

from __future__ import annotations

import ast
import gc
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
PACKAGE = PROJECT / "plugins" / "congtinh"

FLOORS = {
    "errors": 1, "later": 1, "languages": 1, "settings": 1,
    "text": 2, "numbering": 2, "periods": 2, "vocabulary": 2, "messages": 2, "media": 2, "guards": 2,
    "records": 3,
    "relations": 4, "numbering_gaps": 4, "validity": 4, "citations": 4, "translations": 4, "addresses": 4,
    "model": 5, "reads": 5, "citing": 5, "identities": 5, "answers": 5, "neighbours": 5, "subjects": 5,
    "rules": 6, "leaning": 6,
    "search": 6, "statistics": 6, "opendata": 6, "visits": 6,
    "pages": 7, "report": 7, "migrate": 7, "sheets": 7,
    "build": 8,
    "hooks": 9, "commands": 9, "bench": 9,
}  # fmt: skip
APART = {"search", "statistics", "opendata"}
"""Products that never import each other."""

MODULES = sorted(PACKAGE.rglob("*.py"))


def wing_of(path: Path) -> str:
    """The name of the floor's module or folder that a source file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(tree: ast.AST) -> Iterator[str]:
    """The full name of every module that is imported anywhere in the source."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative import"
            yield node.module or ""
            yield from (f"{node.module}.{name.name}" for name in node.names)


def parsed(path: Path) -> ast.Module:
    """The source as a tree; a collection of garbage in the midst of it upsets CPython 3.11's count of depth."""
    gc.disable()
    try:
        return ast.parse(path.read_text(encoding="utf-8"))
    finally:
        gc.enable()


def test_every_module_has_a_floor() -> None:
    """A new module is given its floor before it is written."""
    wings = {wing_of(path) for path in MODULES} - {"__init__"}
    assert wings <= FLOORS.keys()


def test_imports_run_down() -> None:
    """No module imports one of a higher floor, and the products do not import each other."""
    upward = []
    for path in MODULES:
        wing = wing_of(path)
        for name in imported(parsed(path)):
            parts = name.split(".")
            if parts[0] != "congtinh" or len(parts) < 2 or wing == "__init__":
                continue
            target = parts[1]
            if target not in FLOORS:
                continue
            apart = wing in APART and target in APART and wing != target
            if FLOORS[target] > FLOORS[wing] or apart:
                upward.append(f"{path.relative_to(PACKAGE)} imports {name}")
    assert upward == []


def test_the_package_face_is_only_a_docstring() -> None:
    """``congtinh/__init__.py`` imports nothing, so that no import of a part brings the whole."""
    body = parsed(PACKAGE / "__init__.py").body
    assert len(body) == 1
    assert ast.get_docstring(parsed(PACKAGE / "__init__.py"))


def test_pelican_is_known_to_the_uppermost_floors_alone() -> None:
    """Floors 1 to 7 run without Pelican."""
    users = {
        wing_of(path) for path in MODULES
        for name in imported(parsed(path)) if name.partition(".")[0] == "pelican"
    }  # fmt: skip
    assert users
    assert all(FLOORS[wing] >= 8 for wing in users)


def test_no_import_hides_in_a_function() -> None:
    """What a module needs stands at its head."""
    hidden = []
    for path in MODULES:
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                inner = ast.walk(node)
                if any(isinstance(one, ast.Import | ast.ImportFrom) for one in inner):
                    hidden.append(f"{path.relative_to(PACKAGE)}: {node.name}")
    assert hidden == []


def test_modules_stay_small_and_say_what_they_own() -> None:
    """No module is longer than 400 lines, and each opens with a docstring."""
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        assert text.count("\n") <= 400, path
        assert not text.strip() or ast.get_docstring(ast.parse(text)), path


def test_plugins_holds_one_package() -> None:
    """Pelican takes a stray ``plugins/hooks.py`` for ``congtinh.hooks`` without a word."""
    entries = [path.name for path in (PROJECT / "plugins").iterdir()]
    visible = [n for n in entries if not n.startswith((".", "__pycache__")) and "egg-info" not in n]
    assert visible == ["congtinh"]


def test_no_names_that_own_nothing() -> None:
    """A module is named after what it owns."""
    assert not [p for p in MODULES if p.stem in {"utils", "util", "helpers", "manager", "misc"}]
