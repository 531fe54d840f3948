"""Builds in a process of their own, forked from one that has imported the package and built nothing.

A build that a test compares with must not lean on what an earlier build left in memory; forking
costs a few milliseconds where a new interpreter needs half a second.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from typing import Any

from congtinh.build.report import BuildReport
from congtinh.build.run import build_site
from congtinh.errors import ContentError, Problem
from congtinh.settings import Settings


@dataclass(frozen=True)
class Outcome:
    """What one build gave: its report, or why there is none."""

    report: BuildReport | None = None
    problems: list[Problem] = field(default_factory=list)
    failure: str = ""

    @property
    def committed(self) -> bool:
        return self.report is not None and self.report.committed


def outcome(settings: Settings) -> Outcome:
    """One build in this process; a fault of the content is an outcome, and so is an exception."""
    try:
        report = build_site(settings)
    except ContentError as refused:
        return Outcome(problems=refused.problems)
    except Exception:  # told by the test, with what was edited before it
        return Outcome(failure=traceback.format_exc())
    return Outcome(report, report.problems)


class Running:
    """A build that runs in a process of its own meanwhile."""

    def __init__(self, process: BaseProcess, answer: Connection) -> None:
        self._process = process
        self._answer = answer

    def outcome(self) -> Outcome:
        """Wait for the end of the build."""
        try:
            given: Outcome = self._answer.recv()
        except EOFError:
            given = Outcome(failure="the process of the build ended without an answer")
        self._answer.close()
        self._process.join()
        return given


def started(settings: Settings) -> Running:
    """A build begun in a new process, which knows nothing of earlier builds."""
    receiving, sending = _context().Pipe(duplex=False)
    process = process_of(_answer, sending, settings)
    sending.close()
    return Running(process, receiving)


def process_of(work: Callable[..., None], *arguments: Any) -> BaseProcess:
    """``work(*arguments)`` begun in a new process; only functions of a module can be sent there."""
    process: BaseProcess = _context().Process(target=work, args=arguments)
    process.start()
    return process


def _answer(answer: Connection, settings: Settings) -> None:
    with answer:
        answer.send(outcome(settings))


@cache
def _context() -> Any:
    """A server that forks; it must find the modules where this process found them."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return SpawnContext()
    context = ForkServerContext()
    context.set_forkserver_preload(["__main__", __name__])
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join(sys.path)
    try:
        forkserver.ensure_running()
    finally:
        if before is None:
            del os.environ["PYTHONPATH"]
        else:
            os.environ["PYTHONPATH"] = before
    return context
