"""Tasks ``search.NAME``: the index of records from files, and how well the search finds."""

from __future__ import annotations

from invoke.collection import Collection
from invoke.context import Context
from invoke.tasks import task

from congtinh.commands.ending import end
from congtinh.later import Later

_search = Later("congtinh.bench.search_command")
_search_index = Later("congtinh.bench.search_index")
_DOCS = "records: .jsonl, also packed as .gz; may be given several times"


@task(
    iterable=["docs"],
    help={
        "docs": _DOCS,
        "output": "folder of the index",
        "cache": "folder to keep what the next run needs to make only what differs",
    },
)
def index(_: Context, docs: list[str], output: str, cache: str = "") -> None:
    """Build the search index of records from files, as the site has it."""
    end(_search_index.index(docs, output, cache))


@task(
    iterable=["docs"],
    help={
        "docs": _DOCS,
        "output": "file of queries to write, .jsonl",
        "sets": "patterns of the names of sets, such as title-10,title-10:bare,number:* (default: all)",
        "sample": "make them for so many records (default: for all)",
        "seed": "draw other records with another number",
    },
)
def known(
    _: Context, docs: list[str], output: str, sets: str = "*", sample: int = 0, seed: int = 0
) -> None:
    """Make queries from the records themselves: titles and numbers, as people type them."""
    end(_search.known(docs, output, sets, sample, seed))


@task(
    iterable=["docs"],
    help={
        "docs": _DOCS,
        "queries": "queries with qid, query, and relevant or judged: .jsonl, also packed as .gz",
        "strip-marks": "ask the queries without the marks of their letters",
        "format": "text, or json for machines",
        "run": "file to write every ranking to: qid, rank, id, score between tabs",
        "index": "folder of an index of the same records (default: one is made)",
    },
)
def evaluate(
    _: Context,
    docs: list[str],
    queries: str,
    strip_marks: bool = False,
    format: str = "text",
    run: str = "",
    index: str = "",
) -> None:
    """Measure how well the search finds, and what it fetches."""
    end(_search.evaluate(docs, queries, strip_marks, format, run, index))


@task(
    name="bench",
    iterable=["docs", "queries"],
    help={
        "docs": _DOCS,
        "queries": "judged queries of these records; may be given several times",
        "sample": "make known-item queries for so many records too (default: 100)",
        "engines": "names between commas (default: all)",
        "words": "measure only the building, with the records repeated to so many words",
        "format": "text, or json for machines",
        "output": "file to write the JSON to",
        "folder": "folder to work in, which is kept (default: a temporary one)",
    },
)
def search_bench(
    _: Context,
    docs: list[str],
    queries: list[str],
    sample: int = 100,
    engines: str = "",
    words: int = 0,
    format: str = "text",
    output: str = "",
    folder: str = "",
) -> None:
    """Measure Pagefind, MiniSearch, lunr and FlexSearch beside the project's own search."""
    wish = _search.Wish(docs, queries, sample, engines, words, format, output, folder)
    end(_search.bench(wish))


search = Collection("search", index, known, evaluate, search_bench)
