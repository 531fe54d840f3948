"""From an edit to the finished page: a preview server, asked over HTTP until it shows the new words."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from congtinh.bench.memory import IS_KNOWN, processor_ticks
from congtinh.bench.processes import CommandFailed, environment

POLL = 0.01
LONGEST_START, LONGEST_EDIT = 3600.0, 600.0
_QUIET_TICKS, _QUIET_ROUNDS, _QUIET_PAUSE = 2, 5, 0.1


class Preview:
    """A running preview server at ``port`` of this machine."""

    def __init__(self, process: subprocess.Popen[bytes], port: int, command: Sequence[str]) -> None:
        self.process = process
        self.port = port
        self.command = command

    def page(self, address: str) -> str:
        """The page at ``address``, empty while there is none."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONGEST_EDIT)
        try:
            connection.request("GET", address)
            answer = connection.getresponse()
            body = answer.read().decode("utf-8", "replace")
            return body if answer.status == 200 else ""
        except OSError:
            return ""
        finally:
            connection.close()

    def seconds_until(self, address: str, words: str, most: float = LONGEST_EDIT) -> float:
        """How long the page at ``address`` takes to hold ``words``.

        ``CommandFailed`` where the server ends, or does not show them in ``most`` seconds.
        """
        start = time.perf_counter()
        while words not in self.page(address):
            passed = time.perf_counter() - start
            if self.process.poll() is not None or passed > most:
                status = self.process.returncode or 0
                raise CommandFailed(self.command, status, f"{address} does not show “{words}”")
            time.sleep(POLL)
        return time.perf_counter() - start

    def settle(self) -> None:
        """Wait until the server has nothing left to do, so that no edit meets work of the last one."""
        if not IS_KNOWN:
            time.sleep(2)
            return
        quiet, before = 0, processor_ticks(self.process.pid)
        while quiet < _QUIET_ROUNDS:
            time.sleep(_QUIET_PAUSE)
            now = processor_ticks(self.process.pid)
            quiet = quiet + 1 if now - before <= _QUIET_TICKS else 0
            before = now


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@contextmanager
def preview(command: Sequence[str], folder: Path, port: int, address: str) -> Iterator[Preview]:
    """The server that ``command`` starts, from its first answer at ``address`` to its end."""
    with (folder / "serve.log").open("wb") as out:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    running = Preview(process, port, command)
    try:
        running.seconds_until(address, "</html>", LONGEST_START)
        running.settle()
        yield running
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the server and what it started."""
    if process.poll() is not None:
        return
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGTERM)
    else:
        process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def serve_command(port: int) -> tuple[str, ...]:
    """Our own preview."""
    return (sys.executable, "-m", "invoke", "serve", "--port", str(port))
