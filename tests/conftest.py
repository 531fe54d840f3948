"""Fixtures: the small site as a copy, built once, or built anew with settings of a test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests.sites.copies import SiteCopy, copied

settings.register_profile("untimed", deadline=None)  # how long an example takes is no fault
settings.load_profile("untimed")


@pytest.fixture
def small(tmp_path: Path) -> SiteCopy:
    """A copy of the small site, not built."""
    return copied("small", tmp_path / "site")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> SiteCopy:
    """The small site, built once; tests read it and change nothing."""
    site = copied("small", tmp_path_factory.mktemp("built") / "site")
    site.build()
    return site


@pytest.fixture
def build(tmp_path: Path) -> Callable[..., SiteCopy]:
    """``build("small", PAGE_SIZE=5)``: a copy of a site, built."""

    def made(site: str, **overrides: Any) -> SiteCopy:
        copy = copied(site, tmp_path / site)
        copy.build(**overrides)
        return copy

    return made
