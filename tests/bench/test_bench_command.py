"""``invoke bench``: wishes that cannot be met are told; a small measurement runs from end to end."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from congtinh.bench import rivals
from congtinh.bench.command import SIZES, Wish, bench, sizes
from congtinh.errors import ContentError

PROJECT = Path(__file__).resolve().parents[2]
SCENARIOS = {
    "cold", "unchanged", "edit_body", "edit_title", "add_item", "delete_file", "edit_template",
    "edit_setting", "serve_edit", "serve_edit_title",
}  # fmt: skip


def test_wishes_that_cannot_be_met(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All of them at once, each with its option; nothing is written."""
    (tmp_path / "mine.txt").write_text("kept")
    status = bench(Wish(items=3, runs=0, type="contact", folder=str(tmp_path), format="json"))
    told = "".join(capsys.readouterr())

    assert status == 1
    assert all(option in told for option in ("--items", "--runs", "--type", "--folder"))
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_sizes_of_growth() -> None:
    """Numbers between commas; the six usual ones where none are given."""
    assert sizes(Wish(sizes="100, 200")) == (100, 200)
    assert sizes(Wish()) == SIZES
    with pytest.raises(ContentError):
        sizes(Wish(sizes="100;200"))


def test_no_rivals_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """One of the two alone is no comparison."""
    monkeypatch.setattr(rivals, "find_spec", lambda name: None)
    monkeypatch.setattr(rivals.shutil, "which", lambda name: None if name == "hugo" else "/x")

    assert rivals.installed() is None


def test_from_end_to_end(tmp_path: Path) -> None:
    """40 items, one run, no rivals: JSON alone on standard output, the steps on standard error."""
    command = [sys.executable, "-m", "invoke", "bench", "--items", "40", "--runs", "1"]
    output = tmp_path / "bench.json"
    run = subprocess.run(
        [*command, "--no-rivals", "--format", "json", "--output", str(output)],
        cwd=PROJECT,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    told = json.loads(run.stdout)

    assert told == json.loads(output.read_text(encoding="utf-8"))
    assert set(told["ours"]) == SCENARIOS
    assert all(measure["seconds"] > 0 for measure in told["ours"].values())
    assert (told["items"], told["rivals"], told["ratios"]) == (40, {}, {})
    assert told["pages"]["ours"] > 40
    assert told["memory_mb"]["ours_largest_process"] > 10
    assert len(run.stderr.splitlines()) >= len(SCENARIOS) - 1
    assert [path.name for path in tmp_path.iterdir()] == ["bench.json"]
