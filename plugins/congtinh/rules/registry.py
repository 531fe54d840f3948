"""Finds the rules: each module of this folder with a function ``problems(content)``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from congtinh.errors import Problem
from congtinh.rules.site_content import SiteContent


def _discovered() -> tuple[Callable[[SiteContent], Iterator[Problem]], ...]:
    names = sorted(path.stem for path in Path(__file__).parent.glob("*.py"))
    modules = (vars(import_module(f"congtinh.rules.{n}")) for n in names if n not in ("__init__", "registry"))
    return tuple(module["problems"] for module in modules if "problems" in module)


RULES = _discovered()


def problems_of(content: SiteContent) -> Iterator[Problem]:
    """What all rules find, in the order of their modules' names."""
    for rule in RULES:
        yield from rule(content)
