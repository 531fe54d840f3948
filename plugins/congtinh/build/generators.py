"""The generator that Pelican runs in place of its article and page generators."""

from __future__ import annotations

from typing import Any

from pelican.generators import Generator

from congtinh.build.run import Build
from congtinh.model import SiteModel


class SiteGenerator(Generator):  # type: ignore[misc]
    """Gathers in Pelican's first phase and renders in its second; ``context["site"]`` is the model."""

    build: Build

    def generate_context(self) -> None:
        """Read all content; the model reaches every plugin as ``context["site"]``."""
        self.build = self.settings["CONGTINH_BUILD"]
        self.model: SiteModel = self.build.gather()
        self.context["site"] = self.model

    def generate_output(self, writer: Any) -> None:
        """Render into the staging folder, which is Pelican's output folder during the run."""
        self.build.render(self.model)
        self.build.check_links(self.model)
