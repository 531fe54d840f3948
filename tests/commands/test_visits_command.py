"""``invoke visits`` on a folder: writes months, twice the same, tells what a log lacks."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from congtinh.commands.visits import visits
from tests.sites.copies import copied, tree
from tests.visits.test_access_logs import START, line


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    site = copied("small", tmp_path / "site")
    monkeypatch.chdir(site.root)
    return site.content


def test_the_same_log_twice_writes_once(content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A copy of the log under another name is told and left out; a second run changes nothing."""
    log = tmp_path / "access.log"
    log.write_text("\n".join(line(f"203.0.113.{n}", START + n) for n in range(9)) + "\nkhông phải\n", "utf-8")
    shutil.copy(log, tmp_path / "access.log.1")
    assert visits([str(log)], str(content), "2026-11-22", True) == 0
    assert not (content / "usage").exists()
    assert visits([str(log), str(tmp_path / "access.log.1")], str(content), "2026-11-22", False) == 0
    written = tree(content)
    assert b"visits_vi: 9\n" in (content / "usage/2026-10.vi.md").read_bytes()
    assert visits([str(log)], str(content), "2026-11-22", False) == 0
    assert tree(content) == written
    told = capsys.readouterr().out
    assert "access.log.1" in told and "05/10/2026" in told


def test_a_log_that_is_not_there_is_told(content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No log, a missing one and a cut-off packed one are faults in words, never a traceback."""
    broken = tmp_path / "b.log.gz"
    broken.write_bytes(b"\x1f\x8b\x08\x00cut")
    for logs in ([], [str(tmp_path / "khong-co.log")], [str(broken)]):
        assert visits(logs, str(content), "", False) == 1
    assert "--log" in capsys.readouterr().out
