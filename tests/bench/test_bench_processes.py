"""One command measured: time, memory, failure; a server asked until its page has the words."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import pytest

from congtinh.bench.memory import IS_KNOWN, processor_ticks, proportional_set, tree
from congtinh.bench.processes import CommandFailed, environment, run
from congtinh.bench.serving import free_port, preview

pytestmark = pytest.mark.alone

SLEEP = "import time; time.sleep({seconds})"
PARENT = (
    "import subprocess, sys; block = bytearray(60_000_000); "
    "subprocess.run([sys.executable, '-c', "
    "'import time; block = bytearray(60_000_000); time.sleep(.5)'])"
)


def python(code: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code)


def test_time_is_measured(tmp_path: Path) -> None:
    """The clock tells more than the processors where a command only waits."""
    measure = run(python(SLEEP.format(seconds=0.3)), tmp_path)

    assert 0.3 <= measure.seconds < 5
    assert measure.processor < measure.seconds


@pytest.mark.skipif(not IS_KNOWN, reason="this system does not tell the memory of a tree")
def test_memory_is_that_of_the_whole_tree(tmp_path: Path) -> None:
    """Parent and child hold 60 MB each; the largest of them holds less than both."""
    measure = run(python(PARENT), tmp_path, memory=True)

    assert measure.memory
    assert measure.largest
    assert measure.memory > 115
    assert 55 < measure.largest < measure.memory


@pytest.mark.skipif(not IS_KNOWN, reason="this system does not tell the memory of a tree")
def test_this_process_is_in_its_own_tree() -> None:
    """A process that is gone counts nothing."""
    assert os.getpid() in tree(os.getpid())
    assert proportional_set(os.getpid()) > 1_000_000
    assert proportional_set(2**22 + 1) == 0
    assert processor_ticks(os.getpid()) > 0


def test_failure_tells_the_last_lines(tmp_path: Path) -> None:
    """Status and words of the command that failed stand in the exception."""
    with pytest.raises(CommandFailed) as failure:
        run(python("print('one'); print('wrong'); raise SystemExit(3)"), tmp_path)

    assert failure.value.params["status"] == 3
    assert "wrong" in str(failure.value)


def test_python_keeps_compiled_modules(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine of editors, whatever holds for the one that measures."""
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")

    assert "PYTHONDONTWRITEBYTECODE" not in environment()


def test_a_page_is_asked_for_until_it_has_the_words(tmp_path: Path) -> None:
    """The seconds run from the edit to the first answer that shows it; the server ends after."""
    page = tmp_path / "index.html"
    page.write_text("<html>old</html>")
    port = free_port()
    command = (sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1")
    with preview(command, tmp_path, port, "/") as running:
        threading.Timer(0.3, page.write_text, ("<html>new</html>",)).start()
        seconds = running.seconds_until("/", "new")

    assert 0.2 < seconds < 5
    assert running.process.poll() is not None
    assert running.page("/") == ""


def test_a_server_that_ends_is_told(tmp_path: Path) -> None:
    """Nobody waits an hour for a server that is not there."""
    with (
        pytest.raises(CommandFailed),
        preview(python("raise SystemExit(2)"), tmp_path, free_port(), "/"),
    ):
        pass
