"""SHA-256 of files, remembered by size and times so that an unchanged file is not read again."""

from __future__ import annotations

import hashlib
import json
import time
from pathlib import Path

from congtinh.build import cache
from congtinh.build.files import read_json

SETTLED = 2_000_000_000
"""Nanoseconds after its last change before a file's times are trusted: the coarsest clock (FAT)."""

Stamp = list[int]


class Digests:
    """Digests by path; ``save`` keeps them for the next run in one JSON file.

    A remembered digest holds only where size, time of change and time of status change are the
    same, and where the file had been still for two seconds when it was read: a second change
    within one tick of the clock would not show.
    """

    def __init__(self, index: Path) -> None:
        self.index = index
        self._known: dict[str, tuple[Stamp, str]] = _read_index(index)
        self._changed = False

    def of(self, path: Path) -> str:
        """The SHA-256 of the file as 64 hexadecimal digits; ``OSError`` where it cannot be read."""
        stamp = stamp_of(path)
        key = str(path)
        known = self._known.get(key)
        if known is not None and known[0] == stamp:
            return known[1]
        began = time.time_ns()
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        if stamp_of(path) == stamp and began - max(stamp[1:]) > SETTLED:
            self._known[key] = (stamp, sha256)
            self._changed = True
        return sha256

    def save(self) -> None:
        """Write what was learnt, beside what another process wrote meanwhile."""
        if not self._changed:
            return
        known = _read_index(self.index) | self._known
        kept = {key: known[key] for key in sorted(known) if Path(key).is_file()}
        cache.write(self.index, json.dumps(kept).encode())
        self._changed = False


def stamp_of(path: Path) -> Stamp:
    """Size in bytes, and nanoseconds of the last change of content and of status."""
    stat = path.stat()
    return [stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns]


def _read_index(index: Path) -> dict[str, tuple[Stamp, str]]:
    found = read_json(index)
    if not isinstance(found, dict):
        return {}
    return {key: (entry[0], entry[1]) for key, entry in found.items() if _is_entry(entry)}


def _is_entry(entry: object) -> bool:
    return (
        isinstance(entry, list)
        and len(entry) == 2
        and isinstance(entry[0], list)
        and isinstance(entry[1], str)
        and len(entry[1]) == 64
    )
