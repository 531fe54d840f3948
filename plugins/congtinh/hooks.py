"""Pelican's signals, in the order of a run: ``register`` connects them."""

from __future__ import annotations

from typing import Any

from pelican import signals

from congtinh.build.generators import SiteGenerator
from congtinh.build.report import silent
from congtinh.build.run import Build
from congtinh.settings import read_settings

_OURS: dict[str, Any] = {
    "ARTICLE_PATHS": [],
    "PAGE_PATHS": [],
    "STATIC_PATHS": [],
    "THEME_STATIC_PATHS": [],
    "DIRECT_TEMPLATES": [],
    "TEMPLATE_PAGES": {},
    "READERS": {"rst": None},
    "DELETE_OUTPUT_DIRECTORY": False,
    **dict.fromkeys(
        (
            "FEED_ALL_ATOM",
            "CATEGORY_FEED_ATOM",
            "TRANSLATION_FEED_ATOM",
            "AUTHOR_FEED_ATOM",
            "AUTHOR_FEED_RSS",
        )
    ),
}
"""Settings of Pelican's own content classes, which stay out (design.md, decision 3)."""


def initialized(pelican: Any) -> None:
    """Put Pelican's output into the staging folder, so that other plugins' files are staged too."""
    settings = pelican.settings
    build = Build(read_settings(settings), settings.get("CONGTINH_PROGRESS", silent))
    build.report.recovered = build.staging.begin()
    settings.update(_OURS)
    settings["CONGTINH_BUILD"] = build
    settings["OUTPUT_PATH"] = pelican.output_path = str(build.staging.files)
    pelican.delete_outputdir = False


def get_generators(pelican: Any) -> type[SiteGenerator]:
    """The one generator of the site."""
    return SiteGenerator


def finalized(pelican: Any) -> None:
    """Commit what was staged, or raise ``ContentError`` with every problem."""
    build: Build = pelican.settings["CONGTINH_BUILD"]
    if build.model is not None:
        build.commit(build.model)


def register() -> None:
    """Connect the handlers; Pelican holds them weakly, so they are functions of this module."""
    signals.initialized.connect(initialized)
    signals.get_generators.connect(get_generators)
    signals.finalized.connect(finalized)
