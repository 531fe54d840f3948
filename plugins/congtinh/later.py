"""Modules that are loaded when something of them is first asked for, since most runs never do."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class Later:
    """Stands for a module that takes long to load: ``Later("congtinh.build.encoding").opened``."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # asked by copying and pickling, of this object itself
            raise AttributeError(name)
        return getattr(import_module(self._name), name)
