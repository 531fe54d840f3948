"""Open data in parts: each file can be made alone, with the bytes that it has among the others."""

from __future__ import annotations

import json
import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from congtinh.build.run import Build
from congtinh.opendata.datasets import data_address, data_parts, data_years, part_files
from congtinh.opendata.tables import indented
from congtinh.records.registry import RECORD_TYPES
from tests.sites.copies import SiteCopy, tree

PART = re.compile(rf"open-data/({'|'.join(RECORD_TYPES)})(-\d+)?\.(json|csv)")
PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
VALUES = st.recursive(
    PLAIN, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20
)


@given(VALUES)
def test_indented_json_is_that_of_the_standard_library(value: Any) -> None:
    """The quick way gives the text of ``json.dumps``, down to empty lists and odd letters."""
    assert indented(value) == json.dumps(value, ensure_ascii=False, indent=1)


def test_each_part_makes_its_own_files(built: SiteCopy) -> None:
    """Made one part at a time and in any order, the files of the parts are the data of the built site."""
    settings = built.settings()
    model = Build(settings).gather()
    parts = data_parts(model)
    files: dict[str, str] = {}
    for part in reversed(parts):
        made = dict(part_files(model, part, settings.site_url))
        assert list(made) == [part.json_address, part.csv_address]
        files |= made

    stand = {
        name: data.decode() for name, data in tree(built.output).items() if PART.fullmatch(name)
    }
    assert files == stand
    assert sum(part.count for part in parts) == len(model.items)


def test_years_are_those_of_the_parts(small: SiteCopy) -> None:
    """What the page about the data counts is what its files hold."""
    model = Build(small.settings()).gather()
    counted = [
        (data_address(name, year, "json"), count)
        for name in RECORD_TYPES
        for year, count in data_years(model, name)
    ]

    assert counted == [(part.json_address, part.count) for part in data_parts(model)]
    assert "open-data/news-2025.json" in dict(counted)
    assert "open-data/unit.json" in dict(counted)
