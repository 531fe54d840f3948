"""The index of a collection, brought up to date in a new process from what the last one kept."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import pickle
from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from congtinh.bench.search_files import Document
from congtinh.bench.search_records import record
from congtinh.languages import Language
from congtinh.search.building import Folder
from congtinh.search.records import SearchRecord
from congtinh.search.state import IndexState, Source
from congtinh.search.updating import make_index

_STATES, _RECORDS = "states", "records.jsonl"


class Kept(NamedTuple):
    """What the last run left: the state of each language, and where each record stands in its file."""

    states: dict[str, IndexState]
    places: dict[tuple[Language, str], tuple[int, int]]


class LastRecords:
    """The records as the last run had them, read one by one."""

    def __init__(self, cache: Path) -> None:
        self.path = cache / _RECORDS
        path = cache / _STATES
        self.kept = pickle.loads(path.read_bytes()) if path.is_file() else Kept({}, {})

    def record(self, language: Language, key: str) -> SearchRecord | None:
        """The record of a key; ``None`` where there was none."""
        place = self.kept.places.get((language, key))
        if place is None:
            return None
        with self.path.open("rb") as file:
            file.seek(place[0])
            return record(Document(*json.loads(file.read(place[1]))))


def _values(one: Document) -> list[str]:
    return [getattr(one, field.name) for field in dataclasses.fields(Document)]


def update(documents: Sequence[Document], output: Path, cache: Path) -> None:
    """Write the index of ``documents`` to ``output``, whose files the last run with ``cache`` wrote."""
    last = LastRecords(cache)
    lines = [json.dumps(_values(one), ensure_ascii=False).encode() for one in documents]
    sources: dict[Language, list[Source]] = defaultdict(list)
    places, start = {}, 0
    for one, line in zip(documents, lines, strict=True):
        made = hashlib.blake2b(line, digest_size=12).digest()
        sources[one.language].append(Source(one.id, made, partial(record, one)))
        places[one.language, one.id] = (start, len(line))
        start += len(line)
    output.mkdir(parents=True, exist_ok=True)
    folder = Folder(output)
    states: dict[str, IndexState] = {}
    for language, given in sources.items():
        before = last.kept.states.get(language)
        was = partial(last.record, language)
        states[language] = make_index(language, given, before, was, folder)
    folder.finish(states)
    cache.mkdir(parents=True, exist_ok=True)
    (cache / _RECORDS).write_bytes(b"".join(lines))
    (cache / _STATES).write_bytes(pickle.dumps(Kept(states, places)))
