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
    """The settings that a file sets, as Pelican would run it; read anew each time, with what it imports."""
    folder, kept = str(file.resolve().parent), sys.dont_write_bytecode
    sys.path.insert(0, folder)  # publishconf.py imports pelicanconf
    sys.modules.pop("pelicanconf", None)
    sys.dont_write_bytecode = True  # what is compiled counts its age in seconds
    try:
        values = runpy.run_path(str(file))
    finally:
        sys.dont_write_bytecode = kept
        sys.modules.pop("pelicanconf", None)
        sys.path.remove(folder)
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
