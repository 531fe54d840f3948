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
    try:
        key = digest(
            part
            for path in sorted(own.glob("*.toml"))
            for part in (path.name.encode(), path.read_bytes())
        )
    except OSError:  # which file it is, is told by reading them
        return Vocabularies.load(own)
    kept, _ = cache.load(folder / "vocabularies")
    if kept is not None and kept[0] == key:
        return kept[1], list(kept[2])
    made, problems = Vocabularies.load(own)
    cache.save(folder / "vocabularies", (key, made, problems))
    return made, problems
