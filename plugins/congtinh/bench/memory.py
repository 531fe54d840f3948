"""Peak memory of a process and all that it starts: shared pages counted once (PSS), as Linux tells it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

INTERVAL = 0.05
_PROC = Path("/proc")
IS_KNOWN = (_PROC / "self" / "smaps_rollup").is_file()
"""Whether the system tells; elsewhere only the largest resident set of one process is known."""


class PeakMemory:
    """Samples the tree of ``process`` every 50 ms until ``stop``."""

    def __init__(self, process: int) -> None:
        self.process = process
        self._peak = self._largest = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        if IS_KNOWN:
            self._thread.start()

    def _watch(self) -> None:
        while not self._over.wait(INTERVAL):
            there = tree(self.process)
            self._peak = max(self._peak, sum(map(proportional_set, there)))
            self._largest = max(self._largest, *map(largest_resident_set, there))

    def stop(self) -> float | None:
        """The peak in megabytes, ``None`` where the system does not tell."""
        self._over.set()
        if IS_KNOWN:
            self._thread.join()
        return self._peak / 1e6 if self._peak else None

    @property
    def largest(self) -> float | None:
        """The largest resident set of one of the processes in megabytes; ``None`` as for ``stop``."""
        return self._largest / 1e6 if self._largest else None


def tree(root: int) -> set[int]:
    """The ids of ``root`` and of every process below it."""
    below: dict[int, list[int]] = {}
    for process, parent in _parents():
        below.setdefault(parent, []).append(process)
    found, waiting = set(), [root]
    while waiting:
        process = waiting.pop()
        found.add(process)
        waiting += below.get(process, ())
    return found


def _parents() -> Iterator[tuple[int, int]]:
    for folder in _PROC.glob("[0-9]*"):
        fields = _stat(int(folder.name))
        if fields:
            yield int(folder.name), int(fields[1])


def _stat(process: int) -> list[str]:
    """What ``/proc/<id>/stat`` says after the name, which may hold spaces; empty when it is gone."""
    try:
        return (_PROC / str(process) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def processor_ticks(root: int) -> int:
    """Ticks of processor time that the tree of ``root`` has used so far."""
    used = 0
    for process in tree(root):
        fields = _stat(process)
        used += int(fields[11]) + int(fields[12]) if fields else 0
    return used


def proportional_set(process: int) -> int:
    """Bytes of memory of one process, shared pages in part; 0 when it is gone."""
    return _bytes(process, "smaps_rollup", "Pss:")


def largest_resident_set(process: int) -> int:
    """Bytes that one process has held at most since its program started; 0 when it is gone.

    The kernel's ``ru_maxrss`` counts in the memory of the process that started the program, too.
    """
    return _bytes(process, "status", "VmHWM:")


def _bytes(process: int, file: str, field: str) -> int:
    try:
        text = (_PROC / str(process) / file).read_text()
    except OSError:
        return 0
    kilobytes = (line.split()[1] for line in text.splitlines() if line.startswith(field))
    return sum(map(int, kilobytes)) * 1024
