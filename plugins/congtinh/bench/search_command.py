"""The other tasks of ``search``: known-item queries, evaluation, comparison with rivals."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from congtinh.bench.known_items import known_items
from congtinh.bench.search_bench import ENGINES, builds, collection, compared
from congtinh.bench.search_engine import ask
from congtinh.bench.search_evaluation import costs, ranking, relevance
from congtinh.bench.search_files import (
    Document,
    main_language,
    read_documents,
    read_queries,
    write_queries,
    write_run,
)
from congtinh.bench.search_index import build, telling
from congtinh.bench.search_tables import WIDTH, bench_tables, evaluation_tables
from congtinh.build.console import Voice
from congtinh.commands.site import editor_language, given_settings
from congtinh.errors import N_


@telling
def known(docs: Sequence[str], output: str, sets: str, sample: int, seed: int) -> int:
    """``invoke search.known``: known-item queries of the records in files."""
    queries = list(known_items(read_documents(docs), sets, sample, seed))
    write_queries(queries, Path(output))
    names = dict.fromkeys(query.set for query in queries)
    Voice(editor_language()).line(
        N_("{queries} queries of {sets} sets: {names}"),
        queries=len(queries),
        sets=len(names),
        names=", ".join(names),
    )
    return 0


@telling
def evaluate(
    docs: Sequence[str],
    queries: str,
    strip_marks: bool = False,
    format: str = "text",
    run: str = "",
    index: str = "",
) -> int:
    """``invoke search.evaluate``: the real engine over an index of the records, in Node."""
    voice = Voice(editor_language(), machine=format == "json")
    documents, asked = read_documents(docs), read_queries(queries)
    if strip_marks:
        asked = [query.bare for query in asked]
    with _index(documents, index) as folder:
        engine = ask(folder, asked, main_language(documents))
    if run:
        write_run({answer.qid: answer.ranked for answer in engine.answers}, Path(run))
    report = {
        "documents": len(documents),
        **relevance(ranking(engine.answers), asked),
        **costs(engine),
    }
    if voice.machine:
        voice.json(report)
    else:
        for table in evaluation_tables(report):
            voice.console.print(table, width=WIDTH, crop=False)
    return 0


@contextmanager
def _index(documents: Sequence[Document], given: str) -> Iterator[Path]:
    """The folder of an index: the given one, or one made for this run."""
    if given:
        yield Path(given)
        return
    with tempfile.TemporaryDirectory(prefix="congtinh-search-") as made:
        build(documents, Path(made))
        yield Path(made)


@dataclass(frozen=True, slots=True)
class Wish:
    """What ``invoke search.bench`` was asked for; ``words`` above 0 measures only the building."""

    docs: Sequence[str]
    queries: Sequence[str] = ()
    sample: int = 100
    engines: str = ""
    words: int = 0
    format: str = "text"
    output: str = ""
    folder: str = ""


@telling
def bench(wish: Wish) -> int:
    """``invoke search.bench``: all engines on the same records, or the time of their indexes."""
    voice = Voice(editor_language(), machine=wish.format == "json")
    documents = read_documents(wish.docs)
    with _folder(wish.folder) as folder:
        if wish.words:
            report = builds(documents, wish.words, folder, _tell)
        else:
            judged = [query for source in wish.queries for query in read_queries(source)]
            given = collection(documents, judged, wish.sample)
            engines = (
                [name.strip() for name in wish.engines.split(",")] if wish.engines else ENGINES
            )
            report = compared(given, engines, folder, _cache(), _tell)
    if wish.output:
        text = json.dumps(report, ensure_ascii=False, indent=1) + "\n"
        Path(wish.output).write_text(text, encoding="utf-8", newline="\n")
    if voice.machine:
        voice.json(report)
    else:
        for table in bench_tables(report):
            voice.console.print(table, width=WIDTH, crop=False)
    return 0


def _cache() -> Path:
    return Path(given_settings()[0].get("CACHE") or ".cache")


def _tell(engine: str) -> None:
    """Which engine is measured now."""
    print(engine, file=sys.stderr, flush=True)


@contextmanager
def _folder(wanted: str) -> Iterator[Path]:
    """The folder to work in: the wanted one, which stays, or one that goes."""
    if wanted:
        Path(wanted).mkdir(parents=True, exist_ok=True)
        yield Path(wanted).resolve()
        return
    with tempfile.TemporaryDirectory(prefix="congtinh-search-") as made:
        yield Path(made)
