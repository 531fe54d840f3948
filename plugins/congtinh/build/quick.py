"""Whether anything has changed since the last build, answered without reading a single content file."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from congtinh.build import cache
from congtinh.build.cache import CacheState, digest
from congtinh.build.stamps import Tree, scan

REPORT = "build-report.json"


class Inputs(NamedTuple):
    """All that a build is made from, as it was before the first file was read."""

    content: Tree
    theme: Tree
    told: str
    taken: int

    def digest(self) -> bytes | None:
        """``None`` where a later change of some file might not show."""
        if not (self.content.settled(self.taken) and self.theme.settled(self.taken)):
            return None
        told = f"{cache.version()} {self.told}".encode()
        return digest((told, self.content.digest(), self.theme.digest()))


class Quiet(NamedTuple):
    """A site in which nothing has changed: what its last build said, in words and as a report."""

    words: str
    report: dict[str, Any]


def inputs(content: Path, theme: Path, told: str) -> Inputs:
    """The inputs as they are now; ``told`` is every setting in words."""
    taken = time.time_ns()
    return Inputs(scan(content), scan(theme, whole=True), told, taken)


def settings_in_words(values: Mapping[str, Any], today: str) -> str:
    """Every value of the settings; the same words for the same settings."""
    return repr((sorted((name, repr(value)) for name, value in values.items()), today))


def remember(
    folder: Path, made_of: Inputs, output: Mapping[str, tuple[int, int]], report: Path, words: str
) -> None:
    """Keep what was built of what, below ``folder``, and how each file of the output was left."""
    found = made_of.digest()
    path = folder / "inputs"
    if found is None:
        path.unlink(missing_ok=True)
        return
    cache.save(path, (found, dict(output), _as_left(report), words))


def nothing_changed(folder: Path, now: Inputs, output: Path, report: Path) -> Quiet | None:
    """What the last build said, where a new one would come to the same files; else ``None``."""
    found, state = cache.load(folder / "inputs")
    if state is not CacheState.USED or now.digest() != found[0]:
        return None
    _, left, kept, words = found
    if kept != _as_left(report):
        return None
    if output.with_name(f".{output.name}-staging").exists() or not (folder / "ledger").is_file():
        return None
    if not left.items() <= _as_left(output).items():  # what else lies there, no build touches
        return None
    report_now = json.loads((report / REPORT).read_bytes())
    report_now |= dict.fromkeys(("read", "rendered", "written", "deleted"), 0)
    return Quiet(words, report_now | {"cache": CacheState.USED.value, "recovered": False, "seconds": {}})


def _as_left(folder: Path) -> dict[str, tuple[int, int]]:
    """Size and time of the last change of every file below a folder."""
    return {path: found[:2] for path, found in scan(folder, whole=True).files.items()}
