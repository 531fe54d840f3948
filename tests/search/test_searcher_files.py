"""The engine and its files: what it fetches, what it does when that fails, what it is made of."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from congtinh.search.building import FORMAT
from tests.search.engine import PROJECT, Engine, EngineError, needs_node

SCRIPTS = PROJECT / "theme/static/js/search"
MODULES = sorted(SCRIPTS.glob("*.js"))
FORBIDDEN = re.compile(
    r"\beval\b|\bFunction\s*\(|\bWebAssembly\b|\bWorker\b|\bimportScripts\b|\binnerHTML\b|\bouterHTML\b"
    r"|\binsertAdjacentHTML\b|document\.write|set(?:Timeout|Interval)\(\s*[\"'`]|\bXMLHttpRequest\b"
)
IMPORT = re.compile(r"""(?:\bfrom|\bimport)\s*\(?\s*["']([^"']+)["']""")


@needs_node
def test_another_version(engine: Engine, small_index: Path, tmp_path: Path) -> None:
    """Files of another version are refused by name, with what to do."""
    folder = shutil.copytree(small_index, tmp_path / "index")
    told = json.loads((folder / "manifest.json").read_text("utf-8"))
    (folder / "manifest.json").write_text(json.dumps(told | {"format": FORMAT + 1}), "utf-8")
    with pytest.raises(
        EngineError, match=f"format {FORMAT + 1}, this page reads format {FORMAT}"
    ) as raised:
        engine.open(folder)
    assert raised.value.name == "VersionMismatch"
    assert "build the site again" in (raised.value.remedy or "")


@needs_node
def test_no_index(engine: Engine, tmp_path: Path) -> None:
    """Where there is no index, opening it says which file is missing."""
    with pytest.raises(EngineError, match=r"manifest\.json: 404"):
        engine.open(tmp_path)


@needs_node
@pytest.mark.parametrize("failing", range(1, 6))
def test_after_a_failure_the_same_query_works(engine: Engine, failing: int) -> None:
    """A request that fails fails its query; asked again, it is fetched anew and answered."""
    engine.fail(failing)
    with pytest.raises(EngineError, match=r"fetch failed|503"):
        engine.search("chính phủ", facets=True)
    engine.fail(0)
    assert engine.search("chính phủ", facets=True)["total"] == 5


@needs_node
def test_queries_at_once(engine: Engine) -> None:
    """Queries that overlap get their own answers, and share what both need."""
    queries = ["đăng ký", "đăng ký kết hôn", "chính phủ", "43/2011", "đăng ký"] * 3
    answers = engine.together(*queries, facets=True)
    asked = engine.asked()
    assert len(asked) == len(set(asked))
    assert answers == [engine.search(query, facets=True) for query in queries]


@needs_node
def test_nothing_is_fetched_twice(engine: Engine) -> None:
    """A query that was answered is answered again without a request; one more word costs what is new."""
    engine.search("đăng ký kết hôn")
    assert len(engine.asked()) <= 6
    engine.search("đăng ký kết hôn")
    assert engine.asked() == []
    engine.search("đăng ký")
    assert all(path.startswith("x/") for path in engine.asked())


@needs_node
def test_what_is_not_needed_is_not_fetched(engine: Engine) -> None:
    """Columns of facets are fetched for filters, counts and the order by date, and for nothing else."""
    engine.search("chính phủ")
    assert not [path for path in engine.asked() if path.startswith("f/")]
    engine.search("chính phủ", sort="date")
    assert [path for path in engine.asked() if path.startswith("f/")]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_modules(path: Path) -> None:
    """No module evaluates text as code or as HTML, starts a worker, or depends on what is not the theme's."""
    source = path.read_text("utf-8")
    assert not FORBIDDEN.findall(source)
    for name in IMPORT.findall(source):
        assert name.startswith(("./", "../")), name
        assert (path.parent / name).resolve().is_relative_to(PROJECT / "theme/static/js"), name


def loaded_by(name: str) -> set[str]:
    """The modules that are loaded with one, before any is asked for by need."""
    found, left = set(), [name]
    while left:
        if (module := left.pop()) not in found:
            found.add(module)
            source = (SCRIPTS / module).read_text("utf-8")
            left += re.findall(r'^(?:import|export)[^;]*?from "\./([\w.]+)"', source, re.M)
    return found


def test_the_engine_needs_no_browser() -> None:
    """What answers a query uses nothing of a page, so that it runs in Node and anywhere else."""
    engine = loaded_by("searcher.js") | {
        "hits.js",
        "facets.js",
        "named.js",
        "strict.js",
        "numbers.js",
        "typing.js",
    }
    for name in engine:
        source = re.sub(
            r"//.*|/\*.*?\*/", "", (SCRIPTS / name).read_text("utf-8"), flags=re.S | re.M
        )
        assert not re.findall(
            r"(?<![.\w])(?:window|document|localStorage|navigator|location)\s*[.(]", source
        ), name
