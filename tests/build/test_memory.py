"""What a preview keeps from one build to the next: always what the next build would find on disk."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from congtinh.build.memory import Memory
from congtinh.build.run import Build
from congtinh.build.stamps import scan
from congtinh.errors import ContentError
from tests.sites.copies import SiteCopy, tree
from tests.sites.desk import Desk, Pick
from tests.sites.edits import EDITS
from tests.sites.filing import FILING
from tests.sites.surroundings import SETTINGS, THEME, VOCABULARY

EXAMPLES = int(os.environ.get("CONGTINH_EXAMPLES", "1"))
"""How many sites are edited; many more find rarer faults."""
EDITED = ("a.md", "sau/b.md", "sau/xa/c.md", "moi.md", "sau/moi.md", ".an.md", ".an/d.md")

Change = Callable[[Path, str, str], list[str]]


def write(folder: Path, path: str, other: str) -> list[str]:
    """Through a link the file behind it is written, and that one is what a system tells as changed."""
    file = (folder / path).resolve()
    if file.is_dir() or any(parent.is_file() for parent in file.parents):
        return []
    if not file.parent.is_dir() and (folder / path).is_symlink():
        return []
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8") as opened:
        opened.write("x")
    return [path, file.relative_to(folder.resolve()).as_posix()]


def delete(folder: Path, path: str, other: str) -> list[str]:
    if not (folder / path).is_file():
        return []
    (folder / path).unlink()
    return [path]


def rename(folder: Path, path: str, other: str) -> list[str]:
    there = folder / other
    if not (folder / path).is_file() or not there.parent.is_dir() or there.is_dir():
        return []
    (folder / path).replace(there)
    return [path, other]


def move_folder(folder: Path, path: str, other: str) -> list[str]:
    if not (folder / "sau").is_dir() or (folder / "doi").exists():
        return []
    (folder / "sau").rename(folder / "doi")
    return ["sau", "doi"]


def delete_folder(folder: Path, path: str, other: str) -> list[str]:
    if not (folder / "sau").is_dir():
        return []
    shutil.rmtree(folder / "sau")
    return ["sau"]


def make_folder(folder: Path, path: str, other: str) -> list[str]:
    if (folder / "rong").exists():
        return []
    (folder / "rong").mkdir()
    return ["rong"]


def link(folder: Path, path: str, other: str) -> list[str]:
    file = folder / path
    if (
        not file.parent.is_dir()
        or file.exists()
        or file.is_symlink()
        or not (folder / other).exists()
    ):
        return []
    file.symlink_to(folder / other)
    return [path]


CHANGES = (write, write, delete, rename, move_folder, delete_folder, make_folder, link)
STEPS = st.lists(
    st.tuples(st.sampled_from(CHANGES), st.sampled_from(EDITED), st.sampled_from(EDITED)),
    max_size=8,
)


@settings(deadline=None)
@example([(link, ".an.md", "a.md"), (write, ".an.md", "a.md")], True)
@example([(link, "moi.md", "sau/b.md"), (move_folder, "", ""), (write, "moi.md", "")], False)
@example(
    [(write, ".an/d.md", ""), (link, "moi.md", ".an/d.md"), (delete, ".an/d.md", ""), (move_folder, "", "")],
    False,
)
@given(STEPS, st.booleans())
def test_touch_follows_what_changes(
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[tuple[Change, str, str]],
    at_once: bool,
) -> None:
    """Edits, new and deleted files, renames, folders, links, dot files: the tree is what lies there."""
    folder, memory = tmp_path_factory.mktemp("content"), Memory()
    for path in EDITED[:3]:
        write(folder, path, "")
    assert memory.content_tree(folder) == scan(folder)
    changed: list[Path] = []
    for change, path, other in steps:
        changed += [folder / one for one in change(folder, path, other)]
        if not at_once:
            memory.touch(folder, changed)
            changed = []
            assert memory.content_tree(folder) == scan(folder)
    memory.touch(folder, changed)
    assert memory.content_tree(folder) == scan(folder)


def test_what_lies_behind_a_link_to_a_folder_is_no_content(tmp_path: Path) -> None:
    """As when the whole is looked at."""
    content, outside, memory = tmp_path / "content", tmp_path / "ngoai", Memory()
    content.mkdir()
    outside.mkdir()
    (content / "link").symlink_to(outside)
    memory.content_tree(content)
    (outside / "a.md").write_text("x", "utf-8")
    memory.touch(content, [content / "link/a.md"])
    assert memory.content_tree(content) == scan(content)


def test_the_content_is_looked_at_once(tmp_path: Path) -> None:
    """What nobody tells of is not seen; what lies elsewhere is no content."""
    memory = Memory()
    found = memory.content_tree(tmp_path / "content")
    write(tmp_path, "content/a.md", "")
    memory.touch(tmp_path / "content", [tmp_path / "theme/base.html"])
    assert memory.content_tree(tmp_path / "content") is found


class Previewed:
    """A desk whose site is built in this process as ``invoke serve`` does, and anew each time."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.memory = desk, Memory()
        self.clean = desk.site.root / "clean"

    def build(self, memory: Memory | None, **places: str) -> list[str] | None:
        """One build; what was told where it was refused."""
        build = Build(self.desk.read_settings(**places), memory=memory)
        try:
            build.run()
        except ContentError as refused:
            # what has moved is known of a site that stood before
            return sorted(repr(p) for p in refused.problems if p.is_error or p.rule != "R20")
        if memory is not None:
            build.keep()
        return None

    def edit(self, edit: Callable[[Desk, Pick], str], pick: Pick) -> str:
        """Change something below the content, and tell of it as the watcher would."""
        content = self.desk.content
        before = scan(content, whole=True).files
        told = edit(self.desk, pick)
        after = scan(content, whole=True).files
        changed = {path for path in before | after if before.get(path) != after.get(path)}
        self.memory.touch(content, [content / path for path in sorted(changed)])
        return told

    def compare(self, told: list[str]) -> None:
        """Both builds say and make the same."""
        shutil.rmtree(self.clean, ignore_errors=True)
        places = {"OUTPUT_PATH": str(self.clean / "output"), "CACHE": str(self.clean / "cache")}
        for name in ("templates", "pictures"):  # kept by what they are made from, and slow to make
            kept = self.desk.site.root / ".cache" / name
            shutil.copytree(kept, self.clean / "cache" / name)
        good = tree(self.desk.site.output)
        given, wanted = self.build(self.memory), self.build(None, **places)
        assert given == wanted, told
        made = good if wanted else tree(self.clean / "output")
        assert tree(self.desk.site.output) == made, told


@pytest.fixture(scope="module")
def kept(built: SiteCopy, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Desk]]:
    """New desks, each with the pictures of the small site made already."""

    def made() -> Desk:
        root = tmp_path_factory.mktemp("memory") / "site"
        shutil.copytree(built.root, root, ignore=shutil.ignore_patterns("output*", "outputs"))
        return Desk(SiteCopy(root))

    yield made


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    phases=(Phase.generate,),  # a seed cannot be made smaller
    suppress_health_check=[HealthCheck.too_slow],
)
@given(seed=st.integers(0, 2**32))
def test_a_warm_build_makes_what_a_cold_one_does(kept: Callable[[], Desk], seed: int) -> None:
    """After each edit of content, theme, vocabulary or settings the site has the same bytes."""
    pick: Any = random.Random(seed).choice
    previewed, told = Previewed(kept()), ["the first build"]
    previewed.compare(told)
    for _ in range(3):
        edits = pick((EDITS, EDITS, FILING, (*VOCABULARY, *THEME, *SETTINGS)))
        told.append(previewed.edit(pick(edits), pick))
        previewed.compare(told)
