"""One build of an output at a time: a second one waits until the first has ended, however it ends."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from congtinh.later import Later

_fcntl, _msvcrt = Later("fcntl"), Later("msvcrt")
_PAUSE = 0.1


class Lock:
    """Held by one process; the system lets go of it when that process ends, killed or not.

    Without a ``path``, or where no file can be written there, nothing is held and nobody waits.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self._handle = -1

    def take(self, wait: Callable[[], None] = lambda: None) -> bool:
        """Wait until nobody else holds it; true where there was somebody to wait for.

        ``wait`` is called once, before the waiting.
        """
        if self._handle >= 0 or self.path is None:
            return False
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError:
            return False
        waited = False
        while not self._tried():
            if not waited:
                wait()
            waited = True
            time.sleep(_PAUSE)
        return waited

    def leave(self) -> None:
        """Let go of it; the file stays, since another build may be waiting for it."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def _tried(self) -> bool:
        try:
            if sys.platform == "win32":
                _msvcrt.locking(self._handle, _msvcrt.LK_NBLCK, 1)
            else:
                _fcntl.flock(self._handle, _fcntl.LOCK_EX | _fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            return False
        except OSError:  # a file system without locks
            return True
        return True
