"""Trees of files by their stamps: what changed is found by size and times, without reading a file."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR

from congtinh.build.cache import digest

Stamp = tuple[int, int, int]
"""Size in bytes, and nanoseconds of the last change of content and of status."""

MISSING: Stamp = (-1, 0, 0)
"""The stamp of what cannot be looked at."""

_FINE, _COARSE = 50_000_000, 2_000_000_000
_WHOLE = 1_000_000
_DEEPEST = 20
"""Folders below one another up to which links are followed, since they may lead in a circle."""


_CHANGES = sys.platform != "win32"
"""Whether a system tells when a file's status last changed; a time of change may be set at will."""


def stamp(stat: os.stat_result) -> Stamp:
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns


def settled(found: Stamp, now: int) -> bool:
    """Whether a later change of the file is sure to show in its stamp; ``now`` in nanoseconds.

    A second change within one tick of the file system's clock would not show.  A time without
    a fraction of milliseconds may come from a coarse clock (FAT counts in two seconds).
    """
    changed = found[2] if _CHANGES else max(found[1:])
    tick = _COARSE if found[1] % _WHOLE == 0 else _FINE
    return now - changed > tick


@dataclass(frozen=True, slots=True)
class Tree:
    """The files below a folder: path with ``/`` to stamp, and the paths that are symbolic links."""

    files: dict[str, Stamp]
    links: tuple[str, ...]

    def digest(self) -> bytes:
        """One digest of all paths and stamps."""
        return digest((repr(sorted(self.files.items())).encode(), repr(self.links).encode()))

    def settled(self, now: int) -> bool:
        """Whether any later change of any file is sure to show."""
        return all(settled(found, now) for found in self.files.values())


def scan(folder: Path, whole: bool = False) -> Tree:
    """The files below ``folder``, but for those whose name, or whose folder's, begins with a dot.

    What a symbolic link leads to is looked at, and not entered where it is a folder; a link that
    leads nowhere has the stamp ``MISSING``.  ``whole``: names with a dot and folders behind links too.
    """
    files: dict[str, Stamp] = {}
    links: list[str] = []
    waiting = [("", str(folder))]
    while waiting:
        below, at = waiting.pop()
        for entry in _entries(at, whole):
            path = below + entry.name
            if entry.is_symlink():
                links.append(path)
                found = _behind(entry)
                if found is not None:
                    files[path] = found
                elif whole and path.count("/") < _DEEPEST:
                    waiting.append((path + "/", entry.path))
            elif entry.is_dir():
                waiting.append((path + "/", entry.path))
            else:
                files[path] = _behind(entry) or MISSING
    return Tree(files, tuple(sorted(links)))


def _entries(folder: str, whole: bool) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return [entry for entry in entries if whole or not entry.name.startswith(".")]
    except OSError:  # it went away meanwhile, or may not be looked into
        return []


def _behind(entry: os.DirEntry[str]) -> Stamp | None:
    """The stamp of a file; ``None`` for a folder behind a link."""
    try:
        found = entry.stat()
    except OSError:
        return MISSING
    return None if S_ISDIR(found.st_mode) else stamp(found)
