"""Scripts as the site sends them: without comments, and otherwise as they were written."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from congtinh.build.assets import read_assets, without_comments

THEME = Path(__file__).resolve().parents[2] / "theme"
SCRIPTS = sorted((THEME / "static" / "js").rglob("*.js"))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_text_of_a_script_runs_over_lines(path: Path) -> None:
    """What is taken for a comment can be no part of a text, since no template string spans lines."""
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.replace("\\`", "").count("`") % 2] == []


def test_only_lines_of_comment_are_left_out() -> None:
    """Code, and comments that stand after it, stay."""
    script = "// one\n  /** two\n   * `x` ** three\n   */\nconst a = 1; // four\n/* five */ f();\n  // six\n  g();\n"
    assert without_comments(script) == "const a = 1; // four\n/* five */ f();\n  g();\n"


@pytest.mark.skipif(shutil.which("node") is None, reason="Node.js reads the scripts")
def test_every_script_still_reads(tmp_path: Path) -> None:
    """Each script that is sent is a module that a browser can read, and is no longer than it was."""
    sent = {name: data for name, data in read_assets(THEME).files.items() if name.endswith(".js")}
    for name, data in sent.items():
        path = tmp_path / name.replace("/", "-").replace(".js", ".mjs")
        path.write_bytes(data)
        assert len(data) <= (THEME / "static" / name).stat().st_size
        if "service-worker" not in name:
            subprocess.run(["node", "--check", str(path)], check=True, capture_output=True)
    assert len(sent) == len(SCRIPTS)
