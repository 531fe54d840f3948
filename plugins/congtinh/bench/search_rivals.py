"""Pagefind, MiniSearch, lunr and FlexSearch on the records of an evaluation: time, memory, bytes, answers."""

from __future__ import annotations

import html
import json
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from congtinh.bench import processes
from congtinh.bench.rivals import program
from congtinh.bench.search_engine import SCRIPTS, run_script
from congtinh.bench.search_files import Document, Query
from congtinh.bench.search_metrics import DEPTH
from congtinh.errors import N_, ContentError, Problem

LIBRARIES = (
    "minisearch", "minisearch-folded", "minisearch-pairs", "lunr", "flexsearch", "flexsearch-context",
)  # fmt: skip
"""As they come, and as a site's author may set them up: letters folded, pairs of words, context."""
PAGEFIND = "pagefind"
_BATCH = 40
_MEMORY = "--max-old-space-size=12000"


@dataclass(frozen=True, slots=True)
class Rival:
    """One engine on one collection.

    ``seconds`` and ``megabytes`` (the peak) are those of indexing; ``index`` is the whole index and
    ``start`` what a page fetches before the first query, both in bytes packed; ``costs`` are the bytes
    of each query to its ranked list; ``rankings`` lead from a query to the identities found.
    """

    name: str
    seconds: float
    megabytes: float
    index: int
    start: int
    costs: Sequence[int]
    rankings: Mapping[str, Sequence[str]]


def modules(cache: Path) -> Path:
    """The folder with the libraries of ``package.json``, installed there unless they are."""
    folder = cache / "rivals"
    wanted = (SCRIPTS / "package.json").read_bytes()
    kept = folder / "package.json"
    if not (folder / "node_modules").is_dir() or kept.read_bytes() != wanted:
        npm = shutil.which("npm")
        if not npm:
            message, remedy = N_("is not installed"), N_("Install Node.js 20 or later")
            raise ContentError([Problem("", message, remedy, value="npm")])
        folder.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(wanted)
        quiet = ("--silent", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts")
        subprocess.run([npm, "install", *quiet], cwd=folder, check=True, capture_output=True)
    return folder.resolve()


def library(
    name: str,
    documents: Sequence[Document],
    queries: Sequence[Query],
    folder: Path,
    installed: Path,
) -> Rival:
    """One of ``LIBRARIES``; all of them ship the whole index, so that a query costs no more."""
    paths = {part: folder / f"{name}.{part}" for part in ("docs", "queries", "answers", "index")}
    _write(paths["docs"], [asdict(one) for one in documents])
    _write(paths["queries"], [{"qid": one.qid, "query": one.query} for one in queries])
    asked = {part: str(path) for part, path in paths.items()}
    run_script(
        "rivals.mjs",
        {**asked, "engine": name, "modules": str(installed), "limit": DEPTH},
        _MEMORY,
    )
    told, *answers = _lines(paths["answers"])
    return Rival(
        name,
        told["seconds"],
        told["megabytes"],
        told["index"],
        told["index"] + sum(told["scripts"]),
        [0] * len(answers),
        {one["qid"]: [identity for identity, _ in one["hits"]] for one in answers},
    )


def pagefind(
    documents: Sequence[Document], queries: Sequence[Query], folder: Path, language: str
) -> Rival:
    """Pagefind over one plain page for each record, asked through its own script."""
    site, index = folder / "site", folder / "index"
    write_pages(documents, site)
    measure = index_pages(site, index)
    told = list(_asked(queries, index, folder, language))
    names = [one.id for one in documents]
    found = {
        one["qid"]: [names[int(Path(address).stem)] for address, _ in one["hits"]]
        for one in told
        if "qid" in one
    }
    started = {name: size for one in told for name, size in one.get("start", ())}
    return Rival(
        PAGEFIND,
        measure.seconds,
        measure.memory or measure.largest or 0.0,
        sum(path.stat().st_size for path in index.rglob("*.pf_*")),
        sum(started.values()),
        [sum(size for _, size in one["list"]) for one in told if "qid" in one],
        found,
    )


def _asked(
    queries: Sequence[Query], index: Path, folder: Path, language: str
) -> Iterator[dict[str, Any]]:
    """The lines of ``pagefind.mjs``, some queries in each process, since it keeps what it has loaded."""
    asked, answers = folder / "pagefind.queries", folder / "pagefind.answers"
    paths = {"index": str(index), "queries": str(asked), "answers": str(answers)}
    for first in range(0, len(queries), _BATCH):
        batch = queries[first : first + _BATCH]
        _write(asked, [{"qid": one.qid, "query": one.query} for one in batch])
        run_script("pagefind.mjs", {**paths, "limit": DEPTH, "language": language})
        yield from _lines(answers)


def write_pages(documents: Sequence[Document], site: Path) -> None:
    """A page for each record, named by its place: its titles and number as headings, then its text."""
    site.mkdir(parents=True)
    for place, one in enumerate(documents):
        heads = (one.title, one.law_title, one.number)
        words = [f"<h{n}>{html.escape(head)}</h{n}>" for n, head in enumerate(heads, 1) if head]
        words += [f"<p>{html.escape(line)}</p>" for line in one.text.splitlines() if line.strip()]
        page = (
            f'<!doctype html><html lang="{one.lang}"><head><meta charset="utf-8">'
            f"<title>{html.escape(one.title)}</title></head>"
            f"<body data-pagefind-body>{''.join(words)}</body></html>"
        )
        (site / f"{place}.html").write_text(page, encoding="utf-8", newline="\n")


def index_pages(site: Path, index: Path) -> processes.Measure:
    """Run Pagefind over the pages of a site; ``ContentError`` where it is not installed."""
    found = program(PAGEFIND)
    if not found:
        message = N_("is not installed")
        remedy = N_('Run: pip install -c constraints.txt -e ".[bench]"')
        raise ContentError([Problem("", message, remedy, value="Pagefind")])
    command = (found, "--site", str(site), "--output-path", str(index), "--quiet")
    return processes.run(command, site.parent, memory=True)


def _write(path: Path, rows: Sequence[Mapping[str, Any]]) -> None:
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text("".join(lines), encoding="utf-8", newline="\n")


def _lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
