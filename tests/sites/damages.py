"""What befalls the output and the cache: files changed, cut off, deleted, put in the place of others."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from tests.sites.copies import tree
from tests.sites.desk import Pick

Damage = Callable[[Path], None]


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    """Half of the file is there, as after a full disk."""
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def flipped(path: Path) -> None:
    """One byte in the middle is another one; the size is the same."""
    data = bytearray(path.read_bytes() or b"\0")
    data[len(data) // 2] ^= 0x55
    path.write_bytes(bytes(data))


def lengthened(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\n")


def deleted(path: Path) -> None:
    path.unlink()


def made_a_folder(path: Path) -> None:
    """A folder bears the name of the file."""
    path.unlink()
    path.mkdir()


DAMAGES: tuple[Damage, ...] = (emptied, cut, flipped, lengthened, deleted, made_a_folder)


def damaged(folder: Path, pick: Pick) -> str:
    """One file below ``folder`` is damaged; tells which and how."""
    there = sorted(tree(folder)) if folder.is_dir() else []
    if not there:
        return f"nothing in {folder.name} to damage"
    name, damage = pick(there), pick(DAMAGES)
    damage(folder / name)
    return f"{name} of {folder.name} {damage.__name__}"


def taken_away(folder: Path, pick: Pick) -> str:
    """``folder`` or a folder in it goes away."""
    inner = sorted(path for path in folder.rglob("*") if path.is_dir()) if folder.is_dir() else []
    gone = pick([folder, *inner])
    shutil.rmtree(gone, ignore_errors=True)
    return f"{gone.relative_to(folder.parent).as_posix()} deleted"
