"""Medians, ratios and targets, the JSON, the tables and the picture."""

from __future__ import annotations

import io
import json
import xml.etree.ElementTree as ET

import pytest
from rich.console import Console

from congtinh.bench.growth import Point
from congtinh.bench.picture import growth_picture
from congtinh.bench.processes import Measure
from congtinh.bench.results import TARGETS, Results, held, ratios
from congtinh.bench.tables import growth_rows, table

POINTS = (
    Point(1_000, 1.25, 0.4, 90.0, 0.6, 150.0),
    Point(10_000, 9.5, 0.8, 300.0, 4.5, 700.0),
    Point(50_000, 48.0, 2.5, 1_200.0, None, None),
)
SVG = "{http://www.w3.org/2000/svg}"


def measured(*seconds: float, processors: float = 2.0) -> list[Measure]:
    return [Measure(one, one * processors) for one in seconds]


@pytest.fixture
def results() -> Results:
    """Three runs of each, with rivals."""
    made = Results(10_000, 3)
    made.ours = {
        "cold": measured(8.0, 9.0, 30.0),
        "unchanged": measured(0.5, 0.6, 0.7),
        "edit_body": measured(1.0, 0.9, 5.0),
        "edit_setting": measured(6.0, 7.0, 8.0),
        "serve_edit": measured(0.3, 0.4, 0.5, processors=0),
    }
    made.hugo = {
        "cold": measured(5.0, 4.0, 3.0),
        "serve_edit": measured(1.0, 1.0, 1.0, processors=0),
    }
    made.pagefind = {"index": measured(12.0, 14.0, 13.0, processors=1)}
    made.versions = {"hugo": "0.168.0", "pagefind": "1.5.2"}
    made.memory = {"ours": 400.04, "hugo_largest_process": 700.0}
    return made


def test_ratios_are_of_medians(results: Results) -> None:
    """A build after an edit against Hugo's cold build, ``serve`` against ``hugo server``."""
    assert results.ratios == {
        "cold": 9.0 / 4.0,
        "cold_with_index": 9.0 / 17.0,
        "unchanged": 0.6 / 4.0,
        "edit_body": 1.0 / 4.0,
        "serve_edit": 0.4,
    }


def test_ratios_of_processors(results: Results) -> None:
    """The same by processor time; previews are not among them, since nobody counted it."""
    assert results.processor_ratios == {
        "cold": 18.0 / 8.0,
        "cold_with_index": 18.0 / 21.0,
        "unchanged": 1.2 / 8.0,
        "edit_body": 2.0 / 8.0,
    }


def test_no_rivals_no_ratios(results: Results) -> None:
    """Figures without a rival are told without ratios."""
    results.hugo, results.pagefind = {}, {}

    assert results.ratios == {}
    assert results.as_dict()["rivals"] == {}
    assert ratios({"cold": 1.0}, {}, {}) == {}


def test_targets() -> None:
    """A target is held when it is reached exactly; a scenario without one is neither."""
    assert held("cold", 2.0) is True
    assert held("edit_body", 0.2501) is False
    assert held("edit_setting", 9.0) is None
    assert {"cold", "unchanged", "edit_body", "edit_title", "serve_edit"} <= TARGETS.keys()


def test_json_has_the_figures_and_all_runs(results: Results) -> None:
    """What ``--format json`` prints can be read back."""
    told = json.loads(json.dumps(results.as_dict()))

    assert told["ours"]["cold"] == {"seconds": 9.0, "all": [8.0, 9.0, 30.0], "processor": 18.0}
    assert told["rivals"]["hugo"]["version"] == "0.168.0"
    assert told["rivals"]["pagefind"]["index"]["seconds"] == 13.0
    assert told["memory_mb"] == {"ours": 400.0, "hugo_largest_process": 700.0}
    assert told["ratios"]["cold"] == 2.25
    assert {"processors", "python", "day", "load"} <= told["machine"].keys()


def test_table_says_what_is_held(results: Results) -> None:
    """Each scenario of ours has a row, with its ratio, its target and a word."""
    console = Console(width=120, record=True, file=io.StringIO())
    console.print(table(results, str))
    rows = console.export_text().splitlines()

    def row(label: str) -> list[str]:
        return next(line for line in rows if line.startswith(label)).split()

    assert row("cold build")[-4:] == ["2.250", "≤", "2", "no"]
    assert row("nothing changed")[-4:] == ["0.150", "≤", "0.15", "yes"]
    assert row("setting edited")[2] == "7.00"
    assert row("memory")[-3:] == ["500", "MB", "yes"]
    assert row("Hugo: memory")[2] == "700"


def test_growth_as_a_table_for_the_documents() -> None:
    """One row for each size; what was not measured is a dash."""
    rows = growth_rows(POINTS).splitlines()

    assert len(rows) == 2 + len(POINTS)
    assert len({row.count("|") for row in rows}) == 1
    assert rows[3] == "| 10,000 | 9.50 | 0.80 | 300 | 4.50 | 700 |"
    assert rows[4].endswith("| – | – |")


def test_picture_is_well_formed_and_has_words() -> None:
    """A title, a description with the figures, axes with names, a line for each figure."""
    root = ET.fromstring(growth_picture(POINTS, "2 processors & more"))
    title, told = (root.findtext(f"{SVG}{name}") for name in ("title", "desc"))
    words = [text.text for text in root.iter(f"{SVG}text")]
    lines = [p for p in root.iter(f"{SVG}path") if (p.get("class") or "").startswith("line")]

    assert root.get("role") == "img"
    assert title
    assert "48 at 50,000" in (told or "")
    assert {"seconds", "megabytes", "items", "Cổng Tĩnh", "Hugo", "50 k"} <= set(words)
    assert len(lines) == 6
    assert "prefers-color-scheme: dark" in growth_picture(POINTS, "")


def test_picture_without_rivals_has_our_lines_alone() -> None:
    """No line is drawn that nobody measured."""
    points = [Point(p.items, p.cold, p.edit, p.memory) for p in POINTS]
    root = ET.fromstring(growth_picture(points, ""))
    lines = [p for p in root.iter(f"{SVG}path") if (p.get("class") or "").startswith("line")]

    assert {line.get("class") for line in lines} == {"line ours"}
