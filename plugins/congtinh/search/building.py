"""The whole index: its segments by language, and the manifest that leads into them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from congtinh.search.common_words import FUNCTION_WORDS
from congtinh.search.records import SearchRecord
from congtinh.search.segments import Put, Segment
from congtinh.search.terms import key_of

FORMAT = 1
"""Goes up with every change of the files that an engine of before cannot read."""
MANIFEST = "manifest.json"


def build_index(records: Iterable[SearchRecord], output: Path) -> None:
    """The index of records in a folder, made from nothing; what lay there before is deleted."""
    segments: dict[str, Segment] = {}
    for record in records:
        segment = segments.get(record.language) or segments.setdefault(record.language, Segment(record.language))
        segment.add(record)
    made: set[str] = set()

    def put(address: str, data: bytes) -> None:
        made.add(address)
        path = output / address
        if not path.is_file():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)

    parts = {language: [segment.write(put)] for language, segment in sorted(segments.items())}
    _clean(output, made)
    (output / MANIFEST).write_bytes(manifest(parts))


def _clean(output: Path, kept: set[str]) -> None:
    """Delete what an index of before left in its own folders."""
    for folder in ("t", "b", "d", "f", "x"):
        for path in (output / folder).rglob("*"):
            if path.is_file() and path.relative_to(output).as_posix() not in kept:
                path.unlink()


def manifest(parts: dict[str, list[dict[str, Any]]]) -> bytes:
    """The manifest: version, the syllables that weigh less, and the segments of each language."""
    value = {"format": FORMAT, "light": " ".join(light_keys()), "languages": parts}
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def light_keys() -> list[str]:
    """The keys of function words: a pair weighs half for each one that it holds."""
    return sorted({key_of(word, "vi") for word in FUNCTION_WORDS})
