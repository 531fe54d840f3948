"""The settings file of a site, read without Pelican where nothing in it needs Pelican."""

from __future__ import annotations

import runpy
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

OURS = ["congtinh.hooks"]
_PLACES = ("PATH", "OUTPUT_PATH", "THEME")


def conf_values(file: Path) -> dict[str, Any]:
    """The settings that a file sets, as Pelican would run it."""
    sys.path.insert(0, str(file.resolve().parent))  # publishconf.py imports pelicanconf
    try:
        values = runpy.run_path(str(file))
    finally:
        sys.path.pop(0)
    for name in [name for name in sys.modules if name == "pelicanconf"]:
        del sys.modules[name]  # it is read anew the next time
    return {name: value for name, value in values.items() if name.isupper()}


def own_settings(file: Path, values: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any] | None:
    """What Pelican would make of the values, with ``given`` laid over them.

    ``None`` where Pelican itself is needed: other plugins than this package, or places left to it.
    """
    settings = {**values, **given}
    if settings.get("PLUGINS") != OURS or any(not settings.get(name) for name in _PLACES):
        return None
    folder = file.resolve().parent
    for name in _PLACES:
        settings[name] = str((folder / settings[name]).resolve())
    settings["SITEURL"] = str(settings.get("SITEURL") or "").rstrip("/")
    return settings
