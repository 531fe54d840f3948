"""Work on all cores: the same function over many parts, in processes that share what was read before.

On Linux the processes are forked, so that the model is not copied to them; elsewhere they start
anew and are handed the job once.  What is made does not depend on how many of them there are.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

from congtinh.later import Later

Job = TypeVar("Job")
Part = TypeVar("Part")
Result = TypeVar("Result")

FORKS = sys.platform == "linux"
_DIE_WITH_PARENT = 1
"""``PR_SET_PDEATHSIG`` of Linux's ``prctl``."""

_ctypes = Later("ctypes")
_held: dict[str, Any] = {}


def cores(wanted: int = 0) -> int:
    """How many processes to work in: ``wanted``, or for 0 as many as this process may use."""
    if wanted > 0:
        return wanted
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def each(
    work: Callable[[Job, Part], Result], job: Job, parts: Sequence[Part], workers: int
) -> Iterator[Result]:
    """``work(job, part)`` of every part, in no fixed order; in this process where that is enough.

    An exception of ``work`` is raised here.  Where a process is killed, by a lack of memory say,
    what it left is done in this one.
    """
    if workers <= 1 or len(parts) <= 1:
        for part in parts:
            yield work(job, part)
        return
    done: set[int] = set()
    try:
        for number, result in _pooled(work, job, parts, min(workers, len(parts))):
            done.add(number)
            yield result
    except BrokenProcessPool:
        for number, part in enumerate(parts):
            if number not in done:
                yield work(job, part)


def _pooled(
    work: Callable[[Job, Part], Result], job: Job, parts: Sequence[Part], workers: int
) -> Iterator[tuple[int, Result]]:
    context = multiprocessing.get_context("fork" if FORKS else "spawn")
    _held["work"], _held["job"] = work, job
    handed = b"" if FORKS else pickle.dumps((work, job), 5)
    gc.freeze()  # what is there already is not looked through again, so its pages stay shared
    try:
        with ProcessPoolExecutor(workers, context, _begin, (os.getpid(), handed)) as pool:
            waiting = {pool.submit(_work, number, part) for number, part in enumerate(parts)}
            try:
                while waiting:
                    finished, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                    for future in finished:
                        yield future.result()
            finally:
                for future in waiting:
                    future.cancel()
    finally:
        gc.unfreeze()
        _held.clear()


def _begin(parent: int, handed: bytes) -> None:
    """The first step of a new process: it ends with its parent, and leaves Ctrl+C to it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        _ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)
    if handed:
        _held["work"], _held["job"] = pickle.loads(handed)


def _work(number: int, part: Any) -> tuple[int, Any]:
    return number, _held["work"](_held["job"], part)
