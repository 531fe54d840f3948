"""The search engine over the index of a few records, in one process of Node for all tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from congtinh.search.building import build_index
from tests.search.engine import Engine
from tests.search.small_index import RECORDS


@pytest.fixture(scope="session")
def small_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the index."""
    folder = tmp_path_factory.mktemp("index")
    build_index(RECORDS, folder)
    return folder


@pytest.fixture(scope="session")
def node_engine() -> Iterator[Engine]:
    started = Engine()
    yield started
    started.close()


@pytest.fixture
def engine(node_engine: Engine, small_index: Path) -> Engine:
    """The engine with the index just opened."""
    return node_engine.open(small_index)
