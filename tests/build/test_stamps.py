"""Trees of files by their stamps: what is there, behind links too, and when a stamp can be trusted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from congtinh.build import stamps
from congtinh.build.stamps import MISSING, Stamp, scan, settled, stamp

NAMES = st.sampled_from(["a", "b.md", "ă", ".git", ".x.md", "Á b", "z.vi.md"])
PATHS = st.lists(st.lists(NAMES, min_size=1, max_size=3).map("/".join), max_size=12)
NOW = 1_800_000_000_000_000_000
SECOND, MILLISECOND = 1_000_000_000, 1_000_000


def walked(folder: Path) -> dict[str, Stamp]:
    """The same by ``os.walk``, in a folder without links."""
    found = {}
    for at, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if not name.startswith("."):
                path = Path(at, name)
                found[path.relative_to(folder).as_posix()] = stamp(path.stat())
    return found


@settings(deadline=None)
@given(PATHS)
def test_all_files_but_those_of_dot_names(
    tmp_path_factory: pytest.TempPathFactory, paths: list[str]
) -> None:
    """Whatever lies below the folder, but for what a dot hides."""
    folder = tmp_path_factory.mktemp("tree")
    for path in paths:
        file = folder / path
        if file.is_dir() or any(parent.is_file() for parent in file.parents):
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(path, "utf-8")

    found = scan(folder)

    assert found.files == walked(folder)
    assert found.links == ()
    assert found.digest() == scan(folder).digest()


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    """No failure: what is missing is told by whoever needs it."""
    assert scan(tmp_path / "khong-co").files == {}


def test_links(tmp_path: Path) -> None:
    """A file behind a link has its own stamp, a folder is not entered, a link to nowhere is missing."""
    inside, outside = tmp_path / "trong", tmp_path / "ngoai"
    (inside / "sau").mkdir(parents=True)
    outside.mkdir()
    (outside / "tep.md").write_text("lời", "utf-8")
    (inside / "sau" / "tep.md").symlink_to(outside / "tep.md")
    (inside / "thu-muc").symlink_to(outside)
    (inside / "lac.md").symlink_to(outside / "khong-co.md")

    found = scan(inside)

    assert found.links == ("lac.md", "sau/tep.md", "thu-muc")
    behind = stamp((outside / "tep.md").stat())
    assert found.files == {"sau/tep.md": behind, "lac.md": MISSING}


def test_a_link_in_place_of_a_file_is_another_tree(tmp_path: Path) -> None:
    """Even where it leads to the very same file."""
    inside = tmp_path / "trong"
    inside.mkdir()
    file = inside / "tep.md"
    file.write_text("lời", "utf-8")
    before = scan(inside)
    file.rename(tmp_path / "tep.md")
    file.symlink_to(tmp_path / "tep.md")

    assert scan(inside).digest() != before.digest()


def test_an_edit_that_keeps_size_and_time_shows(tmp_path: Path) -> None:
    """The time of the change of status cannot be set back."""
    file = tmp_path / "tep.md"
    file.write_text("một", "utf-8")
    before = scan(tmp_path)
    left = file.stat()
    while file.stat().st_ctime_ns == left.st_ctime_ns:  # until the clock of the file system ticks
        file.write_text("hai", "utf-8")
        os.utime(file, ns=(left.st_atime_ns, left.st_mtime_ns))

    assert scan(tmp_path).digest() != before.digest()


@pytest.mark.parametrize(
    ("modified", "changed", "sure"),
    [
        (NOW - 50 * MILLISECOND - 1, NOW - 50 * MILLISECOND - 1, True),
        (NOW - 50 * MILLISECOND + 1, NOW - 50 * MILLISECOND + 1, False),
        (NOW - 60 * SECOND + 1, NOW - 50 * MILLISECOND, False),
        (NOW - 60 * SECOND + 1, NOW - 50 * MILLISECOND - 1, True),
        (NOW - 2 * SECOND - MILLISECOND, NOW - 2 * SECOND - MILLISECOND, True),
        (NOW - 2 * SECOND, NOW - 2 * SECOND, False),
        (NOW - 60 * SECOND, NOW - SECOND, False),
    ],
)
def test_a_stamp_is_sure_after_one_tick(modified: int, changed: int, sure: bool) -> None:
    """50 ms after the last change, two seconds where the time may come from a coarse clock."""
    assert settled((7, modified, changed), NOW) is sure


@pytest.mark.parametrize("tells", [True, False])
def test_a_time_that_was_set_ahead(monkeypatch: pytest.MonkeyPatch, tells: bool) -> None:
    """It proves nothing where the system tells when the status changed, and is waited for elsewhere."""
    monkeypatch.setattr(stamps, "_CHANGES", tells)
    assert settled((7, NOW + SECOND + 1, NOW - 60 * SECOND), NOW) is tells


def test_what_is_missing_is_settled() -> None:
    """When it comes, its stamp is another one."""
    assert settled(MISSING, NOW)


def test_a_tree_is_as_sure_as_its_least_sure_file(tmp_path: Path) -> None:
    """One file just written is enough."""
    for name in ("mot.md", "hai.md"):
        (tmp_path / name).write_text(name, "utf-8")
    found = scan(tmp_path)
    last = max(max(times[1:]) for times in found.files.values())

    assert found.settled(last + 3 * SECOND)
    assert not found.settled(last)
