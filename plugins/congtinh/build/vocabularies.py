"""The vocabularies of a site, kept by the bytes of the files that they come from."""

from __future__ import annotations

from pathlib import Path

from congtinh.build import cache
from congtinh.build.cache import digest
from congtinh.errors import Problem
from congtinh.vocabulary.registry import Vocabularies


def vocabularies_of(content: Path, folder: Path) -> tuple[Vocabularies, list[Problem]]:
    """The vocabularies with what the department adds, and the faults of its files.

    Those of the package belong to the version of the cache below ``folder``, so only the
    department's own files are looked at again.
    """
    own = content / "vocabulary"
    key = _digest(own)
    kept, _ = cache.load(folder / "vocabularies")
    if kept is not None and key and kept[0] == key:
        return kept[1], list(kept[2])
    made, problems = Vocabularies.load(own)
    if key and key == _digest(own):  # nobody saved a file meanwhile
        cache.save(folder / "vocabularies", (key, made, problems))
    return made, problems


def _digest(own: Path) -> bytes:
    """The bytes of all files; nothing where one cannot be read, which is told by those who load it."""
    try:
        return digest(
            part
            for path in sorted([*own.glob("*.toml"), *own.glob("*.csv")])
            for part in (path.name.encode(), path.read_bytes())
        )
    except OSError:
        return b""
