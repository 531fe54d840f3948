"""The whole index: one part for each language, and the manifest that leads into them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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


_segments = Later("congtinh.search.segments")


class Folder:
    """The files of an index in a folder; a file that stands there is called after its content and stays."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._folders: set[str] = set()

    def put(self, address: str, data: bytes) -> None:
        path = self.folder / address
        parent = address.rpartition("/")[0]
        if parent not in self._folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(parent)
        if not path.is_file():
            path.write_bytes(data)

    def read(self, address: str) -> bytes:
        return (self.folder / address).read_bytes()

    def finish(self, states: Mapping[str, IndexState]) -> None:
        """Write the manifest, and delete what is no longer part of the index."""
        kept = {address for state in states.values() for address in state.addresses()}
        for name in FOLDERS:
            for path in sorted((self.folder / name).rglob("*"), reverse=True):
                if path.is_dir():
                    if not any(path.iterdir()):
                        path.rmdir()
                elif path.relative_to(self.folder).as_posix() not in kept:
                    path.unlink()
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
