"""The whole index: one part for each language, and the manifest that leads into them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from congtinh.later import Later
from congtinh.search.common_words import FUNCTION_WORDS
from congtinh.search.records import SearchRecord
from congtinh.search.state import IndexState
from congtinh.search.terms import key_of
from congtinh.search.texts import compact

FORMAT = 1
"""Goes up with every change of the files that an engine of before cannot read."""
MANIFEST = "manifest.json"
FOLDERS = ("b", "d", "f", "t", "w", "x")


_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)

_segments = Later("congtinh.search.segments")


class Folder:
    """The files of an index in a folder; a file that stands there is called after its content and stays."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._root = str(folder)
        self._folders: set[str] = set()

    def put(self, address: str, data: bytes) -> None:
        parent = address.rpartition("/")[0]
        if parent not in self._folders:
            (self.folder / parent).mkdir(parents=True, exist_ok=True)
            self._folders.add(parent)
        with suppress(FileExistsError):
            handle = os.open(f"{self._root}/{address}", _NEW, 0o666)
            with os.fdopen(handle, "wb") as file:
                file.write(data)

    def read(self, address: str) -> bytes:
        return (self.folder / address).read_bytes()

    def finish(self, states: Mapping[str, IndexState]) -> None:
        """Write the manifest, and delete what is no longer part of the index."""
        kept = {address for state in states.values() for address in state.addresses()}
        for name in FOLDERS:
            for place, _, names in os.walk(f"{self._root}/{name}", topdown=False):
                below = place[len(self._root) + 1 :].replace(os.sep, "/")
                gone = [own for own in names if f"{below}/{own}" not in kept]
                for own in gone:
                    os.unlink(f"{place}/{own}")  # noqa: PTH108  (thousands of times)
                if len(gone) == len(names) and not os.listdir(place):  # noqa: PTH208
                    os.rmdir(place)  # noqa: PTH106
        (self.folder / MANIFEST).write_bytes(manifest(states))


def build_index(records: Iterable[SearchRecord], output: Path) -> None:
    """The index of records in a folder, made from nothing; what lay there before is deleted."""
    segments: dict[str, Any] = {}
    for record in records:
        if record.language not in segments:
            segments[record.language] = _segments.Segment(record.language)
        segments[record.language].add(record.id, b"", record)
    folder = Folder(output)
    output.mkdir(parents=True, exist_ok=True)
    folder.finish({language: segment.write(folder) for language, segment in segments.items()})


def manifest(states: Mapping[str, IndexState]) -> bytes:
    """The manifest: version, the syllables that weigh less, and what there is of each language."""
    told = {language: state.told() for language, state in sorted(states.items())}
    return compact({"format": FORMAT, "light": " ".join(light_keys()), "languages": told})


def light_keys() -> list[str]:
    """The keys of function words: a pair weighs half for each one that it holds."""
    return sorted({key_of(word, "vi") for word in FUNCTION_WORDS})
