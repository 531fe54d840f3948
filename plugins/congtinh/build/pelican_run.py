"""Runs of Pelican itself: for sites that use other plugins beside this package."""

from __future__ import annotations

import logging
import sys
from typing import Any

from pelican import Pelican, console
from pelican.settings import read_settings

from congtinh.build.report import BuildReport, Progress


def settings_of(file: str, override: dict[str, Any]) -> dict[str, Any]:
    """Pelican's settings from a file, with ``override`` laid over them.

    Nothing compiled is left beside the file: it is told apart by size and full seconds alone, so that
    an edit from one value to another of the same length could go unseen.
    """
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        settings: dict[str, Any] = read_settings(file, override=override)
    finally:
        sys.dont_write_bytecode = before
    return settings


def run_pelican(settings: dict[str, Any], progress: Progress) -> BuildReport:
    """One run of Pelican with the settings; ``ContentError`` where content holds errors."""
    settings["CONGTINH_PROGRESS"] = progress
    console.quiet = True
    logging.getLogger("pelican").setLevel(logging.WARNING)
    host = Pelican(settings)
    host.run()
    report: BuildReport = host.settings["CONGTINH_BUILD"].report
    return report
