"""Files of an evaluation: records, queries with what is relevant to them, and runs for an independent count."""

from __future__ import annotations

import dataclasses
import gzip
import json
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from congtinh.errors import N_, ContentError, Problem
from congtinh.languages import Language
from congtinh.text.fold import strip_marks

Ranked = Sequence[tuple[str, float]]
"""Identities of records with their scores, the best first."""


@dataclass(frozen=True, slots=True)
class Document:
    """One record to be found; a part that it lacks is empty."""

    id: str
    title: str
    text: str = ""
    law_title: str = ""
    number: str = ""
    type: str = ""
    issuer: str = ""
    date: str = ""
    lang: str = "vi"

    @property
    def language(self) -> Language:
        """One that is not in English counts as Vietnamese."""
        return "en" if self.lang == "en" else "vi"


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody types; ``judged`` are grades of records (0, 1, 2) where they were judged by grade.

    ``set`` groups queries of one kind; ``lang`` is empty where the collection decides it.
    """

    qid: str
    query: str
    relevant: frozenset[str]
    lang: str = ""
    set: str = ""
    judged: Mapping[str, int] = dataclasses.field(default_factory=dict)

    @property
    def bare(self) -> Query:
        """The query as typed without marks, NFC first, đ as d."""
        return dataclasses.replace(self, query=strip_marks(self.query))

    def as_dict(self) -> dict[str, Any]:
        """The query as one line of a file."""
        told: dict[str, Any] = {"qid": self.qid, "query": self.query}
        if self.judged:
            told["judged"] = dict(self.judged)
        else:
            told["relevant"] = sorted(self.relevant)
        return told | {key: value for key in ("lang", "set") if (value := getattr(self, key))}


def read_documents(sources: Sequence[str]) -> list[Document]:
    """The records of files with ``id`` and ``title``, in their order; ``ContentError`` if unfit."""
    if not sources:
        raise ContentError([Problem("", N_("is missing"), N_("Give a file of records"), "--docs")])
    names = [field.name for field in dataclasses.fields(Document)]
    documents = [
        Document(**{name: str(values[name]) for name in names if values.get(name)})
        for source in sources
        for values in _rows(source, "id", "title")
    ]
    twice = [one for one, count in Counter(d.id for d in documents).items() if count > 1]
    if twice:
        message, remedy = N_("is the id of several records"), N_("Give each record its own")
        raise ContentError([Problem("", message, remedy, "id", twice[0])])
    return documents


def read_queries(source: str) -> list[Query]:
    """The queries of a file with ``qid`` and ``query``, and ``relevant`` or ``judged``."""
    return [_query(values) for values in _rows(source, "qid", "query")]


def _query(values: Mapping[str, Any]) -> Query:
    judged = {str(key): int(grade) for key, grade in (values.get("judged") or {}).items()}
    relevant = values.get("relevant") or [key for key, grade in judged.items() if grade > 0]
    return Query(
        str(values["qid"]),
        str(values["query"]),
        frozenset(map(str, relevant)),
        str(values.get("lang") or ""),
        str(values.get("set") or ""),
        judged,
    )


def _rows(source: str, *wanted: str) -> Iterator[dict[str, Any]]:
    """The rows of a file of JSON Lines; ``ContentError`` at the first that lacks one of ``wanted``."""
    for line, text in enumerate(_lines(Path(source)), 1):
        if not text.strip():
            continue
        try:
            row = json.loads(text)
        except ValueError:
            row = None
        if not isinstance(row, dict) or not all(row.get(name) for name in wanted):
            message, remedy = N_("is not such a row"), N_("Write a JSON object with {names}")
            params = {"names": ", ".join(wanted)}
            problem = Problem(Path(source).name, message, remedy, "", text, line, params=params)
            raise ContentError([problem])
        yield row


def _lines(path: Path) -> Iterator[str]:
    """The lines of a file, packed or not; ``ContentError`` where it is no text."""
    try:
        data = path.read_bytes()
        text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8-sig")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        message, remedy = N_("cannot be read: {reason}"), N_("Give a file .jsonl or .jsonl.gz")
        problem = Problem(path.name, message, remedy, params={"reason": str(error)})
        raise ContentError([problem]) from None
    return iter(text.split("\n"))


def write_queries(queries: Iterable[Query], target: Path) -> None:
    """One query a line."""
    lines = (json.dumps(query.as_dict(), ensure_ascii=False) + "\n" for query in queries)
    target.write_text("".join(lines), encoding="utf-8", newline="\n")


def write_run(rankings: Mapping[str, Ranked], target: Path) -> None:
    """``qid rank id score`` between tabs, ranks from 1."""
    lines = (
        f"{qid}\t{rank}\t{one}\t{score:.6g}\n"
        for qid, ranked in rankings.items()
        for rank, (one, score) in enumerate(ranked, 1)
    )
    target.write_text("".join(lines), encoding="utf-8", newline="\n")


def main_language(documents: Iterable[Document]) -> Language:
    """The language of most records; Vietnamese where there are none."""
    return next(iter(Counter(one.language for one in documents).most_common(1)), ("vi", 0))[0]
