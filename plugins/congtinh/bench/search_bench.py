"""``invoke search.bench``: this project's search and the rivals' on the same records, in one run."""

from __future__ import annotations

import dataclasses
import gzip
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from congtinh.bench import processes
from congtinh.bench.known_items import known_items
from congtinh.bench.results import machine
from congtinh.bench.search_engine import PROJECT, ask
from congtinh.bench.search_evaluation import ranking, relevance
from congtinh.bench.search_files import Document, Query, main_language
from congtinh.bench.search_metrics import percentile
from congtinh.bench.search_rivals import (
    LIBRARIES,
    PAGEFIND,
    Rival,
    index_pages,
    library,
    modules,
    pagefind,
    write_pages,
)

OURS = "congtinh"
ENGINES = (OURS, PAGEFIND, *LIBRARIES)
KNOWN = (
    "title,title-10,title-10:bare,title-10:typo,title-10:telex,title-5,title-5:bare,"
    "number:full,number:ascii,number:short,number:code-short-bare,number:type-year"
)
"""The known-item sets that all engines are asked."""
Tell = Callable[[str], None]
Report = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Collection:
    """What all engines are given; ``queries`` of several sets."""

    documents: Sequence[Document]
    queries: Sequence[Query]

    @property
    def language(self) -> str:
        return main_language(self.documents)


def collection(
    documents: Sequence[Document], judged: Iterable[Query], sample: int, seed: int = 0
) -> Collection:
    """The judged queries with marks and without, and known items made for ``sample`` of the records."""
    queries: list[Query] = []
    for query in judged:
        name = query.set or "judged"
        queries.append(dataclasses.replace(query, set=name))
        bare = dataclasses.replace(query.bare, qid=f"{query.qid}:bare", set=f"{name}:bare")
        queries.append(bare)
    known = known_items(documents, KNOWN, sample, seed) if sample else ()
    return Collection(documents, [*queries, *known])


def compared(
    given: Collection, engines: Sequence[str], folder: Path, cache: Path, tell: Tell
) -> Report:
    """Every engine on the collection, with the ratio of its figures to this project's."""
    found: dict[str, Report] = {}
    for name in engines:
        tell(name)
        work = folder / name
        work.mkdir()
        found[name] = told(_run(name, given, work, cache), given.queries)
    if OURS in found:
        for name, report in found.items():
            report["ratio"] = ratios(found[OURS], report) if name != OURS else {}
    words = sum(len(one.text.split()) for one in given.documents)
    return {
        "machine": machine(),
        "documents": len(given.documents),
        "words": words,
        "queries": len(given.queries),
        "engines": found,
    }


def _run(name: str, given: Collection, folder: Path, cache: Path) -> Rival:
    if name == OURS:
        return ours(given, folder)
    if name == PAGEFIND:
        return pagefind(given.documents, given.queries, folder, given.language)
    return library(name, given.documents, given.queries, folder, modules(cache))


def ours(given: Collection, folder: Path) -> Rival:
    """This project's engine: its index made in a process of its own, asked in Node."""
    index = folder / "index"
    measure = build(given.documents, index, folder)
    run = ask(index, given.queries, given.language)
    lists = [[one for one in answer.fetched if not one.is_excerpt] for answer in run.answers]
    return Rival(
        OURS,
        measure.seconds,
        measure.memory or measure.largest or 0.0,
        sum(_packed(path) for path in index.rglob("*") if path.is_file()),
        sum(one.weight for one in run.start),
        [sum(one.weight for one in fetched) for fetched in lists],
        ranking(run.answers),
    )


def _packed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))


def build(
    documents: Sequence[Document], index: Path, folder: Path, cache: Path | None = None
) -> processes.Measure:
    """``invoke search.index`` in a new process; with ``cache`` from what the last one kept there."""
    folder = folder.resolve()
    docs = folder / "docs.jsonl"
    lines = (json.dumps(dataclasses.asdict(one), ensure_ascii=False) + "\n" for one in documents)
    docs.write_text("".join(lines), encoding="utf-8", newline="\n")
    given = ("--docs", str(docs), "--output", str(index.resolve()))
    kept = ("--cache", str(cache.resolve())) if cache else ()
    command = (sys.executable, "-m", "invoke", "search.index", *given, *kept)
    return processes.run(command, PROJECT, memory=True, log=folder / "bench.log")


def told(run: Rival, queries: Sequence[Query]) -> Report:
    """One engine as JSON."""
    sets = relevance(run.rankings, queries)
    return {
        "index_seconds": round(run.seconds, 2),
        "memory_mb": round(run.megabytes, 1),
        "index_bytes": run.index,
        "start_bytes": run.start,
        "query_bytes": {
            "median": percentile(run.costs, 0.5),
            "p95": percentile(run.costs, 0.95),
            "max": max(run.costs),
        },
        "sets": sets.get("sets", {}),
    }


def ratios(own: Report, other: Report) -> dict[str, float]:
    """This project's figure by the other's: below 1 is less time, memory or bytes than the other."""
    names = ("index_seconds", "memory_mb", "index_bytes", "start_bytes")
    return {name: round(own[name] / other[name], 3) for name in names if other[name]}


def repeated(documents: Sequence[Document], words: int) -> list[Document]:
    """The records, then those without a number (news) again and again, to so many words in all.

    A record that comes again has an id of its own and its round in the title.
    """
    made = list(documents)
    count = sum(len(one.text.split()) for one in made)
    again = [one for one in documents if not one.number] or list(documents)
    turn = 1
    while count < words:
        turn += 1
        for one in again:
            if count >= words:
                break
            made.append(
                dataclasses.replace(one, id=f"{one.id}#{turn}", title=f"{one.title} ({turn})")
            )
            count += len(one.text.split())
    return made


def builds(documents: Sequence[Document], words: int, folder: Path, tell: Tell) -> Report:
    """Time and memory of a whole build, of one after one record was edited, and Pagefind's."""
    given = repeated(documents, words)
    tell(OURS)
    full = build(given, folder / "index", folder, folder / "cache")
    edited = dataclasses.replace(given[-1], text=f"{given[-1].text}\nThêm một câu.")
    update = build([*given[:-1], edited], folder / "index", folder, folder / "cache")
    tell(PAGEFIND)
    write_pages(given, folder / "site")
    rival = index_pages(folder / "site", folder / "pagefind")
    count = sum(len(one.text.split()) for one in given)
    return {
        "machine": machine(),
        "documents": len(given),
        "words": count,
        "build": _measure(full),
        "edited": _measure(update),
        PAGEFIND: _measure(rival),
        "seconds_per_million_words": round(full.seconds / count * 1e6, 2),
        "ratio": round(full.seconds / rival.seconds, 3),
        "processor_ratio": round(full.processor / rival.processor, 3) if rival.processor else None,
        "edited_share": round(update.seconds / full.seconds, 3),
    }


def _measure(run: processes.Measure) -> dict[str, float]:
    memory = run.memory or run.largest or 0.0
    return {
        "seconds": round(run.seconds, 2),
        "processor": round(run.processor, 2),
        "memory_mb": round(memory, 1),
    }
