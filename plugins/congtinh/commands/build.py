"""``invoke build``: most of all it is asked whether anything has changed, and that takes no time."""

from __future__ import annotations

import json
import sys

from congtinh.build.cache import folder_of
from congtinh.build.quick import Inputs, inputs, nothing_changed, settings_in_words
from congtinh.commands.site import Site, site_of
from congtinh.errors import ContentError
from congtinh.later import Later

_building = Later("congtinh.commands.building")


def build(content: str, output: str, today: str, public: bool, format: str) -> int:
    """0 when the site stands as its content says, 1 when content or settings hold errors."""
    try:
        site = site_of(content, output, today, public)
    except ContentError as failure:
        status: int = _building.told_settings(failure, format)
        return status
    made_of = None if site.by_pelican else _inputs(site)
    if made_of is not None and _is_quiet(site, made_of, format):
        return 0
    built: int = _building.build(site, made_of, format)
    return built


def check(
    content: str, today: str, format: str, staged: bool = False, suggest: bool = False
) -> int:
    """``invoke check``: every problem of the content; 1 when one of them is an error."""
    status: int = _building.check(content, today, format, staged, suggest)
    return status


def _inputs(site: Site) -> Inputs:
    settings = site.settings
    told = settings_in_words(site.given, settings.today.isoformat())
    return inputs(settings.content, settings.theme, told)


def _is_quiet(site: Site, made_of: Inputs, format: str) -> bool:
    """Whether nothing has changed; then what the last build said is said again."""
    settings = site.settings
    folder = folder_of(settings.cache, settings.output)
    quiet = nothing_changed(folder, made_of, settings.output, settings.report)
    if quiet is None:
        return False
    if format == "json":
        sys.stdout.write(json.dumps(quiet.report, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write(quiet.words + "\n")
    return True
