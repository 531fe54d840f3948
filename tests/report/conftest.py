"""The demonstration department, read once for all tests of reports."""

from __future__ import annotations

import pytest

from congtinh.build.run import Build
from congtinh.settings import Settings
from tests.sites.copies import PROJECT, SiteCopy


@pytest.fixture(scope="session")
def department() -> tuple[Build, Settings]:
    """A build that has gathered its model, and its settings; with the cache of the project, since pictures take long."""
    settings = SiteCopy(PROJECT).settings()
    build = Build(settings)
    build.gather()
    return build, settings
