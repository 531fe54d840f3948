"""Staged, then committed: a build that is killed at any moment leaves a whole site behind."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from congtinh.build.commit import JOURNAL, Staging, manifest, recover
from tests.sites.copies import PROJECT, SiteCopy, tree

BUILD = """
import sys
from pathlib import Path
from tests.sites.copies import SiteCopy
site = SiteCopy(Path(sys.argv[1]))
settings = site.settings()
print("ready", flush=True)
from congtinh.build.run import build_site
build_site(settings)
"""

COMMITS = """
import sys
from pathlib import Path
from congtinh.build.commit import Staging
root = Path(sys.argv[1])
staging = Staging(root / "output", root / "report")
staging.begin()
for number in range(300):
    staging.write(f"{number % 7}/{number}.txt", sys.argv[2].encode() * 400)
staging.write(f"only-{sys.argv[2]}.txt", b"x")
print("ready", flush=True)
staging.commit()
"""


def killed_after(code: str, arguments: list[str], seconds: float) -> bool:
    """Run Python code, kill it some time after it says that it is ready; true where it was killed."""
    path = os.pathsep.join([str(PROJECT), str(PROJECT / "plugins")])
    process = subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        env={**os.environ, "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert process.stdout is not None
    with process.stdout as out:
        assert out.readline().strip() == b"ready"
        time.sleep(seconds)
        process.kill()
        process.wait()
    return process.returncode == (-signal.SIGKILL if os.name == "posix" else 1)


def staged(root: Path, files: dict[str, bytes]) -> Staging:
    staging = Staging(root / "output", root / "report")
    staging.begin()
    for path, data in files.items():
        staging.write(path, data)
    return staging


def test_a_killed_build_leaves_the_old_site_or_the_new(small: SiteCopy) -> None:
    """Killed at random moments, the output is the old site, or the next run makes it the new one."""
    small.build()
    chance = random.Random(2026)
    for number in range(5):
        old = tree(small.output)
        title = f"Họp báo thường kỳ lần thứ {number}"
        text = (small.content / "news/2026/hop-bao.vi.md").read_text(encoding="utf-8")
        lines = text.split("\n")
        small.write("news/2026/hop-bao.vi.md", "\n".join([lines[0], f"title: {title}", *lines[2:]]))
        killed_after(BUILD, [str(small.root)], chance.uniform(0.0, 0.5))
        left = tree(small.output)
        if not (small.root / ".output-staging" / JOURNAL).exists():
            assert left == old or title.encode() in left["tin-tuc/hop-bao/index.html"]
        assert not [name for name in left if name.endswith(".part")]
        small.build()
        assert title.encode() in tree(small.output)["tin-tuc/hop-bao/index.html"]
    clean = SiteCopy(small.root / "clean")
    (small.root / "clean").mkdir()
    small.build(OUTPUT_PATH=str(clean.output))
    assert tree(clean.output) == tree(small.output)


def test_a_killed_commit_is_finished_by_the_next_run(tmp_path: Path) -> None:
    """During the commit every file is old or new, never half; the journal is rolled forward."""
    staged(tmp_path, {f"{n % 7}/{n}.txt": b"a" * 400 for n in range(300)}).commit()
    chance = random.Random(7)
    current = "a"
    for letter in "bcdefgh":
        killed_after(COMMITS, [str(tmp_path), letter], chance.uniform(0.0, 0.02))
        allowed = {current.encode() * 400, letter.encode() * 400, b"x"}
        assert set(tree(tmp_path / "output").values()) <= allowed
        recover(tmp_path / "output", tmp_path / "report")
        after = tree(tmp_path / "output")
        numbered = {data for name, data in after.items() if not name.startswith("only")}
        assert len(numbered) == 1
        current = numbered.pop().decode()[0]
        assert set(after) == manifest(tmp_path / "report")
        assert [name for name in after if name.startswith("only")] in ([], [f"only-{current}.txt"])
    assert current != "a"


def test_a_journal_may_be_rolled_forward_from_any_step(tmp_path: Path) -> None:
    """Whatever part of the commit was done before the kill, finishing it gives the same output."""
    for done in range(4):
        root = tmp_path / str(done)
        staged(root, {"a.txt": b"1", "b/c.txt": b"1", "old.txt": b"1"}).commit()
        staging = staged(root, {"a.txt": b"2", "b/c.txt": b"2", "d.txt": b"2"})
        journal = {
            "deleted": ["old.txt"],
            "manifest": ["a.txt", "b/c.txt", "d.txt"],
            "files": staging.files.name,
        }
        (staging.folder / JOURNAL).write_text(json.dumps(journal), encoding="utf-8")
        for name in ("a.txt", "b/c.txt", "d.txt")[:done]:
            (staging.files / name).replace(root / "output" / name)
        if done == 3:
            (root / "output" / "old.txt").unlink()
        assert recover(root / "output", root / "report")
        assert tree(root / "output") == {"a.txt": b"2", "b/c.txt": b"2", "d.txt": b"2"}
        assert not recover(root / "output", root / "report")


def test_a_damaged_journal_commits_nothing(tmp_path: Path) -> None:
    """A journal that was never finished means that the commit never began."""
    staged(tmp_path, {"a.txt": b"1"}).commit()
    staging = staged(tmp_path, {"a.txt": b"2"})
    (staging.folder / JOURNAL).write_bytes(b'{"deleted": [')
    again = Staging(tmp_path / "output", tmp_path / "report")
    assert again.begin() is False
    assert tree(tmp_path / "output") == {"a.txt": b"1"}


def test_only_what_the_last_build_made_is_deleted(tmp_path: Path) -> None:
    """A file that someone else put into the output stays, and so does its folder."""
    staged(tmp_path, {"a/b.txt": b"1", "c/d.txt": b"1"}).commit()
    foreign = tmp_path / "output" / "c" / "foreign.txt"
    foreign.write_bytes(b"!")
    assert staged(tmp_path, {"e.txt": b"1"}).commit() == ["a/b.txt", "c/d.txt"]
    assert tree(tmp_path / "output") == {"c/foreign.txt": b"!", "e.txt": b"1"}
    assert not (tmp_path / "output" / "a").exists()


def test_a_file_and_a_folder_may_change_places(tmp_path: Path) -> None:
    """``tin`` was a file and becomes a folder, and the other way round."""
    staged(tmp_path, {"tin": b"1", "van/ban.txt": b"1"}).commit()
    staged(tmp_path, {"tin/1.html": b"2", "van": b"2"}).commit()
    assert tree(tmp_path / "output") == {"tin/1.html": b"2", "van": b"2"}
    staged(tmp_path, {"tin": b"3", "van/ban.txt": b"3"}).commit()
    assert tree(tmp_path / "output") == {"tin": b"3", "van/ban.txt": b"3"}


@pytest.mark.parametrize("path", ["../out.txt", "/out.txt", "a/../../out.txt", ""])
def test_nothing_is_staged_outside_the_output(path: str, tmp_path: Path) -> None:
    """A path that leads out of the output is refused, whatever made it."""
    staging = staged(tmp_path, {})
    with pytest.raises(ValueError, match="not a path"):
        staging.write(path, b"x")
    assert tree(tmp_path) == {}


def test_a_manifest_with_foreign_paths_deletes_nothing_outside(tmp_path: Path) -> None:
    """A manifest that was tampered with cannot make a build delete files elsewhere."""
    precious = tmp_path / "precious.txt"
    precious.write_bytes(b"!")
    staged(tmp_path, {"a.txt": b"1"}).commit()
    listed = tmp_path / "report" / "manifest.json"
    listed.write_text(json.dumps(["a.txt", "../precious.txt", str(precious)]), encoding="utf-8")
    staged(tmp_path, {"a.txt": b"1"}).commit()
    assert precious.read_bytes() == b"!"
