"""The demonstration as a whole: valid HTML, nothing inline, the same bytes by Pelican and by invoke."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites.copies import PROJECT, SiteCopy, tree

CHECKER = PROJECT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
INLINE = re.compile(rb"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*(?:\bsrc=|application/ld\+json))")


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration, built once for this module."""
    folder = tmp_path_factory.mktemp("whole") / "output"
    SiteCopy(PROJECT).build(OUTPUT_PATH=str(folder), CACHE=str(folder.with_name("cache")))
    return folder


def checked(*arguments: str) -> subprocess.CompletedProcess[str]:
    """One run of the Nu checker; skips where this machine has no java or no checker."""
    if not shutil.which("java"):
        pytest.skip("no java on this machine")
    if not CHECKER.is_file():
        pytest.skip("no checker: npm install --no-save --no-package-lock vnu-jar@26.9.27")
    command = ["java", "-Xss4m", "-jar", str(CHECKER), "--errors-only", *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_checker_sees_an_error(tmp_path: Path) -> None:
    """A page with two main elements is refused, or the silence below would prove nothing."""
    page = tmp_path / "index.html"
    page.write_text("<!doctype html><title>x</title><main></main><main></main>", "utf-8")

    assert checked("--skip-non-html", str(tmp_path)).returncode != 0


def test_every_page_is_valid_html(output: Path) -> None:
    """The Nu HTML checker finds no error in any page of the demonstration."""
    done = checked("--skip-non-html", str(output))

    assert done.stderr.splitlines()[:20] == []
    assert done.returncode == 0


def test_style_sheets_are_valid(output: Path) -> None:
    """The Nu checker finds no error in the style sheets."""
    sheets = [str(path) for path in sorted(output.rglob("*.css"))]
    assert sheets
    done = checked("--css", *sheets)

    assert done.stderr.splitlines()[:20] == []


def test_nothing_stands_inline(output: Path) -> None:
    """No page holds an inline style, script or handler, which the policy of docs/hosting would refuse."""
    pages = {name: data for name, data in tree(output).items() if name.endswith(".html")}
    assert len(pages) > 100
    wrong = {name: found[0] for name, data in pages.items() if (found := INLINE.findall(data))}

    assert wrong == {}


def test_pelican_itself_gives_the_same_bytes(tmp_path: Path) -> None:
    """``pelican content`` with every warning fatal and ``invoke build`` make the same tree."""
    made = {}
    for name, command in {
        "pelican": [
            "-m",
            "pelican",
            "content",
            "-s",
            "pelicanconf.py",
            "--fatal",
            "warnings",
            "-o",
        ],
        "invoke": ["-m", "invoke", "build", "--output"],
    }.items():
        folder = tmp_path / name / "output"
        done = subprocess.run(
            [sys.executable, *command, str(folder)],
            cwd=PROJECT,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        made[name] = tree(folder)

    assert made["pelican"].keys() == made["invoke"].keys()
    assert [path for path, data in made["invoke"].items() if made["pelican"][path] != data] == []


CAPABILITIES = PROJECT / "docs" / "capabilities.md"
ROWS = {"A0": 25, "A1": 28, "A2": 15, "A3": 25, "A4": 10}
"""How many capabilities each of the five reports names or implies."""


def test_every_capability_has_its_row() -> None:
    """``docs/capabilities.md`` answers each capability once, with what serves it and where to see it."""
    rows = re.findall(r"^\| (A\d)\.(\d+) \| (.+?) \| (.+?) \| (.+?) \|$", CAPABILITIES.read_text("utf-8"), re.M)
    wanted = [(report, str(n)) for report, count in ROWS.items() for n in range(1, count + 1)]

    assert [(report, number) for report, number, *_ in rows] == wanted


def test_capabilities_are_where_they_are_said_to_be(output: Path) -> None:
    """Each address that ``docs/capabilities.md`` names is a page of the demonstration."""
    addresses = set(re.findall(r"`/([a-z0-9/-]*)`", CAPABILITIES.read_text("utf-8")))

    assert len(addresses) > 20
    assert [a for a in sorted(addresses) if not (output / a / "index.html").is_file()] == []
