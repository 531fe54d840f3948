"""The documents agree with the project, and lead where they say."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from itertools import chain
from pathlib import Path

import pytest

from congtinh.records import guide
from congtinh.records.registry import RECORD_TYPES
from congtinh.settings import SETTINGS
from tasks import namespace

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
TEXTS = sorted([*DOCS.glob("*.md"), *ROOT.glob("*.md")])
LINK = re.compile(r"\]\(([^)#\s]+?)(?:#([^)\s]*))?\)")
FENCE = re.compile(r"^( *)```.*?^\1```", re.DOTALL | re.MULTILINE)


def prose(path: Path) -> str:
    """A document without its code."""
    text = FENCE.sub("", path.read_text(encoding="utf-8"))
    return re.sub(r"`[^`\n]*`", "``", text)


def test_every_setting_has_its_heading() -> None:
    """``docs/settings.md`` tells each setting once, in the order of the table, with its default."""
    text = (DOCS / "settings.md").read_text(encoding="utf-8")
    headings = re.findall(r"^### ([A-Z_]+)\n\nDefault: ", text, re.MULTILINE)

    assert headings == [setting.name for setting in SETTINGS]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    """A relative link of a document names a file or folder of the project."""
    targets = [target for target, _ in LINK.findall(prose(path)) if ":" not in target]

    assert [t for t in targets if not (path.parent / t).exists()] == []


def test_architecture_names_every_module() -> None:
    """No module of the package is left out of the lists of ``docs/architecture.md``."""
    text = (DOCS / "architecture.md").read_text(encoding="utf-8")
    folders = {
        "congtinh" if block == "congtinh" else block
        for kind, block in guide.blocks(text)
        if kind == "modules"
    }
    packages = {path.parent.name for path in guide.PACKAGE.glob("*/__init__.py")}

    assert folders == {"congtinh", *packages}
    assert guide.updated(text, "en") == text


def test_every_command_of_the_guides_exists() -> None:
    """An ``invoke`` command that a document tells is a task."""
    told = {
        name
        for path in TEXTS
        for name in re.findall(
            r"(?:^|[`/\\])invoke ([a-z]+(?:\.[a-z]+)?)",
            path.read_text(encoding="utf-8"),
            re.MULTILINE,
        )
    }

    assert told
    assert told <= {*namespace.task_names, *chain(*namespace.task_names.values())}


def test_vs_code_is_wired_to_the_schemas() -> None:
    """Each content folder has a schema that exists, for Markdown and for YAML files."""
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    extension = json.loads(
        (ROOT / ".vscode/extensions/congtinh/package.json").read_text(encoding="utf-8")
    )

    assert set(settings["congtinh.schemas"]) == {f"content/{name}/" for name in RECORD_TYPES}
    assert all((ROOT / path).is_file() for path in settings["congtinh.schemas"].values())
    assert all((ROOT / path).is_file() for path in settings["yaml.schemas"])
    assert "congtinh.schemas" in extension["contributes"]["configuration"]["properties"]
    assert (ROOT / ".vscode/extensions/congtinh" / extension["main"]).is_file()


def test_tasks_of_vs_code_find_the_faults() -> None:
    """The problem matcher takes file, line and words out of what ``invoke check`` prints."""
    tasks = json.loads((ROOT / ".vscode" / "tasks.json").read_text(encoding="utf-8"))["tasks"]
    pattern = tasks[0]["problemMatcher"]["pattern"]
    line = "  news/2026/bai.vi.md:7  genre: “tinn” không có trong từ vựng “genres”. Ghi một trong: tin."
    found = re.match(pattern["regexp"], line)

    assert found
    assert found.group(pattern["file"]) == "news/2026/bai.vi.md"
    assert found.group(pattern["line"]) == "7"
    assert found.group(pattern["message"]).startswith("genre:")


def test_front_matter_in_vs_code() -> None:
    """The scripts of the extension complete and check front matter (tests/js)."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    run = subprocess.run(
        [node, "--test", "tests/js/front-matter.test.mjs"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stdout
