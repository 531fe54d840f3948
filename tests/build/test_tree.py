"""Files named in content stay inside the content folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congtinh.build.tree import (
    EMPTY_FILE,
    EMPTY_NAME,
    NOT_A_FILE,
    OUTSIDE,
    SPELLED,
    UNPORTABLE,
    file_inside,
    inside,
)
from congtinh.errors import Problem


def link(path: Path, target: Path) -> None:
    """A symlink, or a skip where the platform gives none to this user."""
    try:
        path.symlink_to(target, target_is_directory=target.is_dir())
    except (OSError, NotImplementedError) as fault:
        pytest.skip(f"no symlinks here: {fault}")


def fault_of(found: Path | Problem) -> Problem:
    assert isinstance(found, Problem), f"accepted: {found}"
    return found


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "files").mkdir(parents=True)
    (folder / "files" / "a.pdf").write_bytes(b"a")
    (tmp_path / "secret.txt").write_bytes(b"secret")
    return folder


def test_a_file_of_the_tree_is_found(content: Path) -> None:
    """A relative path with ``/`` leads to the file."""
    assert file_inside(content, "files/a.pdf") == (content / "files" / "a.pdf").resolve()


@pytest.mark.parametrize(
    "source",
    [
        "../secret.txt",
        "files/../../secret.txt",
        "files/../files/a.pdf",
        "/etc/passwd",
        "C:/Windows/win.ini",
        "C:secret.txt",
        "//server/share/a.pdf",
        "..\\secret.txt",
        "\\a.pdf",
    ],
)
def test_a_path_that_leaves_the_tree_is_refused(content: Path, source: str) -> None:
    """``..``, absolute paths and Windows drives are refused on every platform."""
    fault = fault_of(inside(content, source))
    assert (fault.message, fault.value) == (OUTSIDE, source)


@pytest.mark.parametrize("source", ["files\\a.pdf", "files/a.pdf:stream", "files/a\x00.pdf"])
def test_a_path_that_only_one_system_reads_is_refused(content: Path, source: str) -> None:
    """Backslashes, colons and control characters mean different things on different systems."""
    assert fault_of(inside(content, source)).message == UNPORTABLE


@pytest.mark.parametrize("source", ["", " ", ".", "./"])
def test_an_empty_path_names_no_file(content: Path, source: str) -> None:
    """An empty value is told as such, and is not the folder itself."""
    assert fault_of(inside(content, source)).message == EMPTY_NAME


def test_a_symlink_out_of_the_tree_is_refused(content: Path) -> None:
    """Neither a linked file nor a file below a linked folder may come from outside."""
    link(content / "out.txt", content.parent / "secret.txt")
    link(content / "up", content.parent)
    assert fault_of(file_inside(content, "out.txt")).message == OUTSIDE
    assert fault_of(file_inside(content, "up/secret.txt")).message == OUTSIDE


def test_a_symlink_within_the_tree_is_followed(content: Path) -> None:
    """A link from one file of the content to another is the editor's own business."""
    link(content / "same.pdf", content / "files" / "a.pdf")
    assert file_inside(content, "same.pdf") == (content / "files" / "a.pdf").resolve()


def test_a_circle_of_symlinks_is_a_fault(content: Path) -> None:
    """A link that leads to itself is told, and does not stop the build."""
    link(content / "round", content / "round")
    assert isinstance(file_inside(content, "round"), Problem)


def test_a_missing_file_names_its_neighbour(content: Path) -> None:
    """A forgotten mark or other capitals are told with the name that the file has."""
    (content / "files" / "Tờ-trình.PDF").write_bytes(b"a")
    fault = fault_of(file_inside(content, "files/tờ-trinh.pdf"))
    assert (fault.remedy, fault.params["near"]) == (SPELLED, "files/Tờ-trình.PDF")
    assert fault_of(file_inside(content, "files/khác hẳn.docx")).params == {}


def test_empty_files_and_folders_are_faults(content: Path) -> None:
    """A folder is no file, and an empty file is not worth a download."""
    (content / "files" / "empty.pdf").touch()
    assert fault_of(file_inside(content, "files/empty.pdf")).message == EMPTY_FILE
    assert fault_of(file_inside(content, "files")).message == NOT_A_FILE


@given(parts=st.lists(st.sampled_from(["..", ".", "a", "files", "C:", "", "\\", "~"]), max_size=6))
def test_no_path_ever_leads_out(tmp_path_factory: pytest.TempPathFactory, parts: list[str]) -> None:
    """Whatever the parts of a path, it is inside the content folder or refused."""
    content = tmp_path_factory.getbasetemp()
    found = inside(content, "/".join(parts))
    assert isinstance(found, Problem) or found.is_relative_to(content.resolve())
