"""Staged, then committed: a build changes the last good site only when all of it is ready.

Files that changed lie in the staging folder; the journal names them and those to delete.  A kill
before the journal is written leaves the site as it was; one after it is finished by the next run.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from congtinh.build.digests import write_json

FILES, JOURNAL, MANIFEST = "files", "journal.json", "manifest.json"


class Staging:
    """The folder beside the output in which a build is made ready."""

    def __init__(self, output: Path, report: Path) -> None:
        self.output = output
        self.report = report
        self.folder = output.with_name(f".{output.name}-staging")
        self.files = self.folder / FILES
        self.addresses: set[str] = set()
        self.changed = 0

    def begin(self) -> bool:
        """Clear what an earlier run left; true where an interrupted commit was finished first."""
        finished = recover(self.output, self.report)
        shutil.rmtree(self.folder, ignore_errors=True)
        self.files.mkdir(parents=True)
        return finished

    def write(self, path: str, data: bytes) -> None:
        """Stage ``data`` for the output file ``path``, unless it stands there already.

        ``ValueError`` for a path that leads out of the output.
        """
        self._add(path)
        if not _holds(self.output / path, data):
            target = self.files / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
            self.changed += 1

    def copy(self, path: str, source: Path) -> None:
        """Stage the file ``source`` for the output file ``path``, unless it stands there already."""
        self._add(path)
        if not _same(self.output / path, source):
            target = self.files / path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
            self.changed += 1

    def _add(self, path: str) -> None:
        if not path or PurePosixPath(path).is_absolute() or ".." in PurePosixPath(path).parts:
            raise ValueError(f"{path!r} is not a path inside the output")
        self.addresses.add(path)

    def adopt(self) -> None:
        """Files that other plugins wrote into the staging folder are part of the build."""
        for found in self.files.rglob("*"):
            if found.is_file():
                self.addresses.add(found.relative_to(self.files).as_posix())

    def commit(self) -> list[str]:
        """Bring the output to the staged state; gives the paths that were deleted."""
        deleted = sorted(manifest(self.report) - self.addresses)
        journal = {"deleted": deleted, "manifest": sorted(self.addresses)}
        write_json(self.folder / JOURNAL, journal)
        recover(self.output, self.report)
        return deleted

    def abandon(self) -> None:
        """Leave the last good site as it is."""
        shutil.rmtree(self.folder, ignore_errors=True)


def manifest(report: Path) -> set[str]:
    """The output files that the last build made."""
    try:
        listed = json.loads((report / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return set()
    return {str(path) for path in listed} if isinstance(listed, list) else set()


def recover(output: Path, report: Path) -> bool:
    """Finish a commit whose journal is there; every step can be taken twice."""
    folder = output.with_name(f".{output.name}-staging")
    try:
        journal = json.loads((folder / JOURNAL).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    for found in sorted((folder / FILES).rglob("*")):
        if found.is_file():
            target = output / found.relative_to(folder / FILES)
            _make_room(target, output)
            found.replace(target)
    kept = set(journal["manifest"])
    _delete(output, (path for path in journal["deleted"] if path not in kept))
    report.mkdir(parents=True, exist_ok=True)
    write_json(report / MANIFEST, journal["manifest"])
    shutil.rmtree(folder, ignore_errors=True)
    return True


def _make_room(target: Path, output: Path) -> None:
    """A folder where a file of that name stood, or the other way round, gives way."""
    for parent in reversed(target.relative_to(output).parents):
        if (output / parent).is_file():
            (output / parent).unlink()
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir():
        shutil.rmtree(target)


def _delete(output: Path, paths: Iterable[str]) -> None:
    for path in paths:
        parts = PurePosixPath(path).parts
        if not parts or ".." in parts or PurePosixPath(path).is_absolute():
            continue
        target = output / path
        if target.is_file() or target.is_symlink():
            target.unlink()
        for parent in target.parents:
            if parent == output or not parent.is_dir() or any(parent.iterdir()):
                break
            parent.rmdir()


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _same(path: Path, source: Path) -> bool:
    try:
        return (
            path.stat().st_size == source.stat().st_size
            and path.read_bytes() == source.read_bytes()
        )
    except OSError:
        return False
