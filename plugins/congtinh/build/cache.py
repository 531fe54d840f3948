"""Files of the cache: sealed, versioned, replaced whole; whatever is in doubt counts as absent.

Each file begins with a line that names its kind and version, and a digest of the rest.  A file of
another version, a damaged one or a half-written one is told apart, and is never used.
"""

from __future__ import annotations

import hashlib
import io
import pickle
import shutil
import sys
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from congtinh.build.files import write_bytes

PACKAGE = Path(__file__).resolve().parent.parent
_MAGIC = b"congtinh cache"
_SEAL = 16
_SAFE = frozenset(
    {
        ("datetime", "datetime"), ("datetime", "date"), ("datetime", "timezone"), ("datetime", "timedelta"),
        ("collections", "Counter"),
    }
)  # fmt: skip

_OWN = frozenset({"attachments", "outputs", "pictures", "records", "search", "templates"})
"""The folders of the cache: a file in the place of one, or of one in it, is in the way."""

_MAKERS = frozenset({("congtinh.records.packing", "unpacked")})
"""What may be called of this package beside its classes."""


class CacheState(StrEnum):
    """What was found where the cache should be, from best to worst."""

    USED = "used"
    ABSENT = "absent"
    OTHER_VERSION = "other-version"
    DAMAGED = "damaged"

    def or_worse(self, found: CacheState) -> CacheState:
        """The graver of the two."""
        order = list(CacheState)
        return max(self, found, key=order.index)


def digest(parts: Iterable[bytes], size: int = 16) -> bytes:
    """BLAKE2b of the parts, each with its length, so that no two lists of parts are alike."""
    made = hashlib.blake2b(digest_size=size)
    for part in parts:
        made.update(len(part).to_bytes(8, "big"))
        made.update(part)
    return made.digest()


@cache
def version() -> str:
    """A digest of the program itself: its source and data, its libraries, and Python.

    A cache written by any other version is not used, so no number has to be raised by hand.
    """
    parts = [sys.version.encode(), *(name.encode() for name in sorted(_installed()))]
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix in (".py", ".toml", ".po", ".json"):
            parts += [path.relative_to(PACKAGE).as_posix().encode(), path.read_bytes()]
    return digest(parts).hex()


def _installed() -> set[str]:
    """Names with versions of what is installed: ``markdown-3.11.3.dist-info``."""
    found = set()
    for folder in map(Path, sys.path):
        if folder.is_dir():
            found |= {path.name for path in folder.iterdir() if path.suffix == ".dist-info"}
    return found


def folder_of(folder: Path, output: Path) -> Path:
    """Where below the cache lies what is known of one output folder."""
    return folder / "outputs" / digest((str(output).encode(),), 8).hex()


def save(path: Path, value: object) -> bool:
    """Write ``value`` whole or not at all; false where the folder cannot be written to."""
    return save_bytes(path, pickle.dumps(value, 5))


def save_bytes(path: Path, payload: bytes) -> bool:
    """Write a pickle that is made already, under its seal."""
    return write(path, b"".join((_head(), digest((payload,), _SEAL), payload)))


def write(path: Path, content: bytes) -> bool:
    """Write one file of the cache; false where that cannot be, since a cache only saves time.

    A folder that stands in the place of the file gives way, as does a file in that of its
    folder, but for that of the cache itself, which may be anything.
    """
    for attempt in range(2):
        try:
            write_bytes(path, content)
        except OSError:
            if attempt or not _made_room(path):
                return False
        else:
            return True
    return False


def _made_room(path: Path) -> bool:
    """Whether something stood in the way of a file of the cache and could be taken out of it."""
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        elif path.parent.is_file() and _OWN & {path.parent.name, path.parent.parent.name}:
            path.parent.unlink()
        else:
            return not path.parent.is_dir()  # it went away meanwhile
    except OSError:
        return False
    return True


def load(path: Path) -> tuple[Any, CacheState]:
    """The value in ``path``, and what was found there; ``None`` for all that is not ``USED``."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None, CacheState.ABSENT
    except OSError:
        return None, CacheState.DAMAGED
    head = _head()
    if not content.startswith(_MAGIC):
        return None, CacheState.DAMAGED
    if not content.startswith(head):
        return None, CacheState.OTHER_VERSION if b"\n" in content[:120] else CacheState.DAMAGED
    seal, payload = content[len(head) : len(head) + _SEAL], content[len(head) + _SEAL :]
    if digest((payload,), _SEAL) != seal:
        return None, CacheState.DAMAGED
    try:
        return loads(payload), CacheState.USED
    except Exception:  # sealed, yet not what this version writes; whatever it is, it is not used
        return None, CacheState.DAMAGED


def _head() -> bytes:
    return _MAGIC + b" " + version().encode() + b"\n"


class _Unpickler(pickle.Unpickler):
    """Makes objects of this package and days, and calls nothing else that a file may name."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _SAFE:
            return super().find_class(module, name)
        if module.startswith("congtinh.") and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) or (module, name) in _MAKERS:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} has no place in the cache")


def loads(payload: bytes) -> Any:
    """The value of a pickle of the cache."""
    return _Unpickler(io.BytesIO(payload)).load()
