"""The rivals on a few records, where they are installed: what they find, and what that costs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from congtinh.bench.rivals import program
from congtinh.bench.search_files import Document, Query
from congtinh.bench.search_rivals import LIBRARIES, library, pagefind, write_pages
from congtinh.bench.site import PROJECT

DOCUMENTS = [
    Document("a", "Luật Khoáng sản", "Thăm dò khoáng sản.", number="10/2011/QH12"),
    Document("b", "Nghị định về trang thông tin", "Cung cấp thông tin trực tuyến.\nPhí."),
    Document("c", "Thông tư về phí công chứng", "Mức thu phí công chứng."),
]
QUERIES = [
    Query("1", "khoáng sản", frozenset("a")),
    Query("2", "công chứng", frozenset("c")),
    Query("3", "trực tuyến", frozenset("b")),
]
MODULES = PROJECT / ".cache" / "rivals"


def test_pages_for_pagefind(tmp_path: Path) -> None:
    """Titles, number and text of each record, with their signs escaped."""
    write_pages([Document("a", "A < B", "một\nhai", number="1/QĐ")], tmp_path / "site")
    page = (tmp_path / "site" / "0.html").read_text(encoding="utf-8")

    assert '<html lang="vi">' in page
    assert "A &lt; B" in page and "1/QĐ" in page and "<p>hai</p>" in page


@pytest.mark.skipif(not shutil.which("node"), reason="Node is not installed")
@pytest.mark.skipif(not program("pagefind"), reason="the extra bench is not installed")
def test_pagefind_is_asked_through_its_own_script(tmp_path: Path) -> None:
    """Each query of a new instance; the start is fetched once, chunks with each query."""
    told = pagefind(DOCUMENTS, QUERIES, tmp_path, "vi")

    assert {qid: found[0] for qid, found in told.rankings.items()} == {"1": "a", "2": "c", "3": "b"}
    assert told.start > 50_000 and told.index > 0 and told.seconds > 0
    assert len(told.costs) == 3 and all(told.costs)


@pytest.mark.skipif(not shutil.which("node"), reason="Node is not installed")
@pytest.mark.skipif(
    not (MODULES / "node_modules").is_dir(), reason="invoke search.bench has not installed them yet"
)
@pytest.mark.parametrize("name", LIBRARIES)
def test_libraries_ship_all_at_once(tmp_path: Path, name: str) -> None:
    """The index is part of the start, and a query fetches no more."""
    told = library(name, DOCUMENTS, QUERIES, tmp_path, MODULES)

    assert {qid: found[0] for qid, found in told.rankings.items()} == {"1": "a", "2": "c", "3": "b"}
    assert told.start > told.index > 0
    assert told.costs == [0, 0, 0]
