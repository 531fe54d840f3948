"""Files written whole or not at all, and JSON that may be missing or damaged."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Any

from congtinh.errors import N_, Problem


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: beside its place first, then moved there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def write_json(path: Path, value: object) -> None:
    """Write ``value`` as JSON, whole or not at all."""
    write_bytes(path, json.dumps(value, ensure_ascii=False).encode())


def read_json(path: Path) -> Any:
    """The value in a JSON file of the cache; ``None`` where it is missing or damaged."""
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None


def unreadable(path: str, error: OSError) -> Problem:
    """The problem of a content file that the machine does not give out."""
    return Problem(
        path,
        N_("cannot be read: {reason}"),
        N_("Check that the file is there and may be opened"),
        params={"reason": error.strerror or type(error).__name__},
    )
