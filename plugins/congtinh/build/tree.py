"""Files named in content: only those inside the content folder are ever opened."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path, PurePosixPath, PureWindowsPath

from congtinh.errors import N_, Problem

EMPTY_NAME = N_("names no file")
UNPORTABLE = N_("is not a path that every computer can read")
OUTSIDE = N_("leads out of the content folder")
HIDDEN = N_("is a hidden file or lies in a hidden folder")
MISSING = N_("there is no such file")
NOT_A_FILE = N_("is a folder, not a file")
EMPTY_FILE = N_("the file is empty")
WRITE_RELATIVE = N_("Write the path from the content folder, with “/” between its parts")
RENAME_HIDDEN = N_("Rename it so that no part of its path begins with a dot")
COPY_INSIDE = N_("Put the file itself into the content folder and name it there")
SPELLED = N_("Did you mean “{near}”?")
CHECK_NAME = N_("Check the spelling, and that the file was added to the content folder")
REPLACE_FILE = N_("Put the whole file in its place")

COMPARED = 400
"""Names in a folder up to which a missing one is compared with each of them for likeness."""


def inside(content: Path, source: str) -> Path | Problem:
    """The real path of ``source``, a path with ``/`` relative to the folder ``content``.

    The path need not exist. A ``Problem`` without ``path`` and line where it is absolute, goes up
    by ``..``, is spelled in a way that only one system reads, or leads out through a symlink.
    """
    fault = _fault_of_spelling(source)
    if fault is not None:
        return fault
    root = content.resolve()
    try:
        real = (root / source).resolve()
    except (OSError, RuntimeError, ValueError):  # a circle of symlinks, or a name out of bounds
        return Problem("", OUTSIDE, COPY_INSIDE, value=source)
    if not real.is_relative_to(root):
        return Problem("", OUTSIDE, COPY_INSIDE, value=source)
    return real


def file_inside(content: Path, source: str) -> Path | Problem:
    """The real path of a file that exists, is inside ``content`` and is not empty."""
    real = inside(content, source)
    if isinstance(real, Problem):
        return real
    try:
        if real.is_dir():
            return Problem("", NOT_A_FILE, CHECK_NAME, value=source)
        if real.is_file() and real.stat().st_size:
            return real
    except OSError:  # it went away, may not be looked at, or no name is that long
        return Problem("", MISSING, CHECK_NAME, value=source)
    if real.is_file():
        return Problem("", EMPTY_FILE, REPLACE_FILE, value=source)
    return _missing(real, source)


def _fault_of_spelling(source: str) -> Problem | None:
    if not source.strip() or PurePosixPath(source) == PurePosixPath("."):
        return Problem("", EMPTY_NAME, WRITE_RELATIVE, value=source)
    windows = PureWindowsPath(source)
    if source.startswith("/") or windows.anchor or ".." in windows.parts:
        return Problem("", OUTSIDE, WRITE_RELATIVE, value=source)
    if any(part.startswith(".") for part in PurePosixPath(source).parts):
        return Problem("", HIDDEN, RENAME_HIDDEN, value=source)
    if "\\" in source or ":" in source or any(ord(sign) < 32 for sign in source):
        return Problem("", UNPORTABLE, WRITE_RELATIVE, value=source)
    return None


def _missing(real: Path, source: str) -> Problem:
    """The fault, with the nearest name of the same folder: mostly other capitals or marks."""
    folder = real.parent
    by_fold = _names(folder, folder.stat().st_mtime_ns) if folder.is_dir() else {}
    wanted = _folded(real.name)
    near = [wanted] if wanted in by_fold else []
    if not near and len(by_fold) <= COMPARED:
        near = difflib.get_close_matches(wanted, by_fold, n=1, cutoff=0.75)
    if not near:
        return Problem("", MISSING, CHECK_NAME, value=source)
    found = PurePosixPath(source).with_name(by_fold[near[0]]).as_posix()
    return Problem("", MISSING, SPELLED, value=source, params={"near": found})


@lru_cache(maxsize=32)
def _names(folder: Path, _changed: int) -> Mapping[str, str]:
    """Folded name to name of what lies in ``folder``, listed again when the folder changes."""
    return {
        _folded(name): name for name in sorted((e.name for e in folder.iterdir()), reverse=True)
    }


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
