"""One command in a new process: how long it took, on the clock and of the processors, and its memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from congtinh.bench.memory import PeakMemory
from congtinh.errors import N_

BUILD = (sys.executable, "-m", "invoke", "build")
_LAST_LINES = 12
_KILO = 1 if sys.platform == "darwin" else 1024
"""``ru_maxrss`` counts bytes on macOS, and units of 1,024 bytes elsewhere."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One run: seconds on the clock, seconds of all processors, and megabytes.

    ``memory`` is the peak of the whole process tree and only known where it was asked for;
    ``largest`` the largest resident set of the process, or of one that it waited for (where the tree
    is not watched, at least that of the process that measures).
    """

    seconds: float
    processor: float
    largest: float | None = None
    memory: float | None = None


class CommandFailed(Exception):
    """A measured command ended with an error; ``words`` are the last lines that it printed."""

    message = N_("{command} ended with status {status}:\n{words}")

    def __init__(self, command: Sequence[str], status: int, words: str) -> None:
        self.params = {"command": " ".join(command[:4]), "status": status, "words": words}
        super().__init__(self.message.format(**self.params))


def environment() -> dict[str, str]:
    """The environment as on a machine of editors: Python keeps its compiled modules."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def run(
    command: Sequence[str], folder: Path, *, memory: bool = False, log: Path | None = None
) -> Measure:
    """Run ``command`` in ``folder`` to its end; ``CommandFailed`` where it fails.

    What earlier runs wrote is on the disk before the clock starts.  What it prints goes to ``log``,
    by default in ``folder``.
    """
    if hasattr(os, "sync"):
        os.sync()
    log = log or folder / "bench.log"
    with log.open("wb") as out:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment(), stdout=out, stderr=subprocess.STDOUT
        )
        peak = PeakMemory(process.pid) if memory else None
        processor, largest = _ended(process)
        seconds = time.perf_counter() - start
    used = peak.stop() if peak else None
    largest = (peak and peak.largest) or largest
    if process.returncode:
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
        raise CommandFailed(command, process.returncode, "\n".join(lines[-_LAST_LINES:]))
    return Measure(seconds, processor, largest, used)


def _ended(process: subprocess.Popen[bytes]) -> tuple[float, float | None]:
    """Wait for the end; seconds of the processors, megabytes of the largest resident set."""
    if not hasattr(os, "wait4"):
        process.wait()
        return 0.0, None
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _KILO / 1e6
