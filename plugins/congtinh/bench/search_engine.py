"""The site's own search engine, run in Node over an index, with every byte that it fetches."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from congtinh.bench.processes import CommandFailed
from congtinh.bench.search_files import Query, Ranked
from congtinh.bench.search_metrics import DEPTH
from congtinh.build.assets import without_comments
from congtinh.errors import N_, ContentError, Problem

PROJECT = Path(__file__).resolve().parents[3]
THEME = PROJECT / "theme" / "static" / "js"
SEARCHER = "search/searcher.js"
SCRIPTS = Path(__file__).parent / "data" / "search"
"""The scripts that run engines in Node."""
_LAST_LINES = 12

EXCERPTS = ("x/", "hits.js")
"""The files that only the excerpts of the hits need; the others lead to the ranked list."""


class Request(NamedTuple):
    """A file with its weight on the wire in bytes, and the round trip in which it was asked for."""

    name: str
    weight: int
    round: int

    @property
    def is_excerpt(self) -> bool:
        return self.name.startswith(EXCERPTS)


Fetched = Sequence[Request]


@dataclass(frozen=True, slots=True)
class Answer:
    """What one query was answered, and what that took with nothing but the start in memory.

    ``milliseconds`` are those of the processor.
    ``showing`` is what was searched instead of the query, where that is something else.
    """

    qid: str
    ranked: Ranked
    total: int
    showing: str | None
    fetched: Fetched
    milliseconds: float


@dataclass(frozen=True, slots=True)
class EngineRun:
    """``start`` is what the page fetches before the first query: scripts, manifest, directory."""

    start: Fetched
    answers: Sequence[Answer]


def node() -> str:
    """The program; ``ContentError`` where it is not installed."""
    found = shutil.which("node")
    if not found:
        message, remedy = N_("is not installed"), N_("Install Node.js 20 or later")
        raise ContentError([Problem("", message, remedy, value="node")])
    return found


def ask(index: Path, queries: Iterable[Query], language: str, limit: int = DEPTH) -> EngineRun:
    """The answers to ``queries`` from ``index``; ``language`` where a query names none."""
    with tempfile.TemporaryDirectory(prefix="congtinh-search-") as folder:
        asked, answers = Path(folder, "queries.jsonl"), Path(folder, "answers.jsonl")
        asked.write_text("".join(_line(query, language) for query in queries), encoding="utf-8")
        paths = {
            "searcher": published(Path(folder, "js")) / SEARCHER,
            "index": index.resolve(),
            "queries": asked,
            "answers": answers,
        }
        run_script("run.mjs", {**{name: str(path) for name, path in paths.items()}, "limit": limit})
        first, *rest = map(json.loads, answers.read_text(encoding="utf-8").splitlines())
    return EngineRun(_fetched(first), [_answer(told) for told in rest])


def published(folder: Path) -> Path:
    """The theme's scripts in ``folder`` as a site sends them."""
    for path in sorted(THEME.rglob("*.js")):
        target = folder / path.relative_to(THEME)
        target.parent.mkdir(parents=True, exist_ok=True)
        script = without_comments(path.read_text(encoding="utf-8"))
        target.write_text(script, encoding="utf-8", newline="\n")
    return folder


def _line(query: Query, language: str) -> str:
    told = {"qid": query.qid, "query": query.query, "lang": query.lang or language}
    return json.dumps(told, ensure_ascii=False) + "\n"


def _fetched(told: Mapping[str, Any]) -> Fetched:
    return [Request(*one) for one in told["requests"]]


def _answer(told: Mapping[str, Any]) -> Answer:
    return Answer(
        told["qid"],
        [(one, score) for one, score in told["hits"]],
        told["total"],
        told["showing"],
        _fetched(told),
        told["milliseconds"],
    )


def run_script(name: str, asked: Mapping[str, Any], *options: str) -> None:
    """Run one of ``SCRIPTS``; ``CommandFailed`` with its last lines where it fails."""
    command = [node(), *options, str(SCRIPTS / name), json.dumps(asked)]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if run.returncode:
        words = "\n".join(run.stderr.strip().splitlines()[-_LAST_LINES:])
        raise CommandFailed(["node", name], run.returncode, words)
