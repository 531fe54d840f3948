"""Staged, then committed: a build changes the last good site only when all of it is ready.

Files that changed lie in the staging folder; the journal names them and those to delete.  A kill
before the journal is written leaves the site as it was; one after it is finished by the next run.
"""

from __future__ import annotations

import filecmp
import json
import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Set
from contextlib import suppress
from pathlib import Path, PurePosixPath

from congtinh.build.files import write_json
from congtinh.build.lock import Lock

FILES, JOURNAL, MANIFEST = "files", "journal.json", "manifest.json"


_WRITING = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)

Left = tuple[int, int]
"""Size in bytes and nanoseconds of the last change of a file, as a build leaves it."""


class Stage:
    """Puts files into the staging folder where they differ from the output; several may at a time."""

    def __init__(self, output: Path, files: Path) -> None:
        self._output, self._files = str(output), str(files)
        self._is_empty = not any(output.iterdir()) if output.is_dir() else True
        self._folders: set[str] = set()

    def put(self, path: str, data: bytes) -> tuple[Left, bool]:
        """Stage ``data`` for the output file ``path``; how it is left, and whether it was changed."""
        if not self._is_empty and (left := _left_holding(f"{self._output}/{path}", data)):
            return left, False
        handle = os.open(self._place(path), _WRITING, 0o666)
        try:
            _write_whole(handle, data)
            stat = os.fstat(handle)
        finally:
            os.close(handle)
        return (stat.st_size, stat.st_mtime_ns), True

    def copy(self, path: str, source: Path) -> tuple[Left, bool]:
        """Stage the file ``source`` for the output file ``path``."""
        if not self._is_empty and (left := _left_same(Path(self._output, path), source)):
            return left, False
        target = self._place(path)
        shutil.copyfile(source, target)
        stat = Path(target).stat()
        return (stat.st_size, stat.st_mtime_ns), True

    def _place(self, path: str) -> str:
        target = f"{self._files}/{path}"
        folder = target.rpartition("/")[0]
        if folder not in self._folders:
            try:
                os.mkdir(folder)  # noqa: PTH102  (thousands of times)
            except FileExistsError:
                pass
            except FileNotFoundError:
                Path(folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)
        return target


class Staging:
    """The folder beside the output in which a build is made ready.

    Each build stages below a name of its own, so that nothing that a killed one may still write
    is ever taken for a part of it.
    """

    def __init__(
        self,
        output: Path,
        report: Path,
        purpose: str = "staging",
        lock: Lock | None = None,
    ) -> None:
        self.output = output
        self.report = report
        self.folder = output.with_name(f".{output.name}-{purpose}")
        self.files = self.folder / f"{FILES}-{secrets.token_hex(4)}"
        self._lock = lock or Lock()
        self.addresses: set[str] = set()
        self.changed = 0

    def begin(self, wait: Callable[[], None] = lambda: None) -> bool:
        """Clear what an earlier run left; true where an interrupted commit was finished first.

        Where another build of the same output is under way, call ``wait`` and wait for it.
        """
        self._lock.take(wait)
        finished = recover(self.output, self.report)
        self.clear()
        return finished

    def clear(self) -> None:
        """An empty folder to stage in."""
        self._lock.take()
        shutil.rmtree(self.folder, ignore_errors=True)
        self.files.mkdir(parents=True)
        self.stage = Stage(self.output, self.files)

    def write(self, path: str, data: bytes) -> Left:
        """Stage ``data`` for the output file ``path``, unless it stands there already.

        ``ValueError`` for a path that leads out of the output.
        """
        self.add(path)
        left, changed = self.stage.put(path, data)
        self.changed += changed
        return left

    def add(self, path: str) -> None:
        """The output file ``path`` is a part of this build, staged or as it stands."""
        if path in self.addresses:
            return
        if not path or path.startswith("/") or ".." in path.split("/"):
            raise ValueError(f"{path!r} is not a path inside the output")
        self.addresses.add(path)

    def take_back(self, path: str) -> None:
        """The output file ``path`` is no part of this build after all."""
        self.addresses.discard(path)
        staged = self.files / path
        if staged.is_file():
            staged.unlink()
            self.changed -= 1

    def show(self, path: str) -> None:
        """Put one staged file into its place now, before the commit."""
        staged, target = self.files / path, self.output / path
        if staged.is_file():
            _make_room(target, self.output)
            staged.replace(target)

    def adopt(self) -> None:
        """Files that other plugins wrote into the staging folder are part of the build."""
        self.addresses |= files_below(self.files).keys()

    def commit(self, known: Set[str] = frozenset()) -> list[str]:
        """Bring the output to the staged state; gives the paths that were deleted.

        ``known``: files that an earlier build made, beside those of the manifest.
        """
        deleted = sorted((manifest(self.report) | known) - self.addresses)
        journal = {
            "deleted": deleted,
            "manifest": sorted(self.addresses),
            "files": self.files.name,
        }
        write_json(self.folder / JOURNAL, journal)
        recover(self.output, self.report)
        return deleted

    def leave(self) -> None:
        """Let another build of this output begin."""
        self._lock.leave()

    def abandon(self) -> None:
        """Leave the last good site as it is."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self._lock.leave()


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
    _move(folder / str(journal.get("files", FILES)), output)
    kept = set(journal["manifest"])
    _delete(output, (path for path in journal["deleted"] if path not in kept))
    write_json(report / MANIFEST, journal["manifest"])
    shutil.rmtree(folder, ignore_errors=True)
    return True


def files_below(folder: Path) -> dict[str, str]:
    """Path below ``folder``, with ``/``, to the full path of each file, hidden ones too."""
    found: dict[str, str] = {}
    waiting = [("", str(folder))]
    while waiting:
        below, at = waiting.pop()
        with os.scandir(at) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((f"{below}{entry.name}/", entry.path))
                else:
                    found[below + entry.name] = entry.path
    return found


def _move(staged: Path, output: Path) -> None:
    """Every staged file to its place; all at once where there is no site yet."""
    if not staged.is_dir():
        return
    with suppress(OSError):
        output.rmdir()  # an empty one gives way
    if not output.exists():
        output.parent.mkdir(parents=True, exist_ok=True)
        staged.replace(output)
        return
    ready: set[str] = set()
    for path, found in sorted(files_below(staged).items()):
        folder = path.rpartition("/")[0]
        target = output / path
        if folder not in ready or target.is_dir():
            _make_room(target, output)
            ready.add(folder)
        Path(found).replace(target)


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


def _write_whole(handle: int, data: bytes) -> None:
    """A system may write less than it was given."""
    written = os.write(handle, data)
    while written < len(data):
        written += os.write(handle, data[written:])


def _left_holding(path: str, data: bytes) -> Left | None:
    """How a file is left that holds ``data`` already."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            stat = os.fstat(file.fileno())
            if stat.st_size != len(data) or file.read() != data:
                return None
    except OSError:
        return None
    return stat.st_size, stat.st_mtime_ns


def _left_same(path: Path, source: Path) -> Left | None:
    """How a file is left that holds what ``source`` holds."""
    try:
        if path.stat().st_size != source.stat().st_size:
            return None
        if not filecmp.cmp(path, source, shallow=False):
            return None
        stat = path.stat()
    except OSError:
        return None
    return stat.st_size, stat.st_mtime_ns
