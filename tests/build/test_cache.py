"""The cache may go, be damaged, be of another version or not be writable: the site is right all the same."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from congtinh.build import cache
from congtinh.build.report import BuildReport
from congtinh.build.run import build_site, check_site
from tests.sites.builds import started
from tests.sites.copies import Tree, times, tree
from tests.sites.damages import DAMAGES
from tests.sites.desk import desk
from tests.sites.twins import Twins, differences

BODY = "news/2026/hop-bao.vi.md"


@pytest.fixture
def twins(tmp_path: Path) -> Twins:
    """The changing site, built once."""
    made = Twins(desk(tmp_path / "site"))
    made.first_build()
    return made


@pytest.fixture
def site(tmp_path: Path) -> Twins:
    """The changing site, not built."""
    return Twins(desk(tmp_path / "site"))


def edited(twins: Twins, number: int) -> None:
    twins.desk.set(BODY, title=f"Họp báo thường kỳ lần thứ {number}")
    twins.desk.set_body(BODY, f"Đoạn số {number}.\n")


def must_stay(twins: Twins, before: Tree, stood: dict[str, int]) -> BuildReport:
    """A build over which no output file changes; gives its report."""
    report = build_site(twins.desk.read_settings())
    after = tree(twins.output)
    assert after == before, differences(after, before)
    assert times(twins.output) == stood
    assert report.written == 0
    return report


def test_a_cache_that_was_deleted_is_made_again(twins: Twins) -> None:
    """It is told as absent once, and used again after."""
    shutil.rmtree(twins.cache)
    before, stood = tree(twins.output), times(twins.output)
    assert must_stay(twins, before, stood).cache == "absent"
    assert must_stay(twins, before, stood).cache == "used"
    shutil.rmtree(twins.cache)
    edited(twins, 1)
    twins.build("the cache deleted, an edit")


@pytest.mark.parametrize("workers", [1, 2])
def test_a_cache_that_vanishes_during_a_build(twins: Twins, workers: int) -> None:
    """Deleted again and again while builds run, it costs time and nothing else."""
    over = threading.Event()

    def deleting() -> None:
        while not over.wait(0.003):
            shutil.rmtree(twins.cache, ignore_errors=True)

    thread = threading.Thread(target=deleting)
    thread.start()
    try:
        for number in range(3):
            edited(twins, number)
            build_site(twins.desk.read_settings(WORKERS=workers))
    finally:
        over.set()
        thread.join()
    made = tree(twins.output)
    twins.build("the cache deleted during builds")
    assert tree(twins.output) == made, differences(tree(twins.output), made)


@pytest.mark.parametrize("step", ["read", "render"])
def test_a_cache_that_vanishes_between_two_steps(site: Twins, step: str) -> None:
    """Gone when reading or rendering has just begun: what lay there is made again where it is asked for."""
    for number in range(2):
        edited(site, number)
        told: list[str] = []

        def progress(name: str, done: int, total: int, told: list[str] = told) -> None:
            if name == step and name not in told:
                told.append(name)
                shutil.rmtree(site.cache, ignore_errors=True)

        build_site(site.desk.read_settings(), progress)
        assert told == [step]
        made = tree(site.output)
        site.build(f"the cache deleted at {step}")
        assert tree(site.output) == made, differences(tree(site.output), made)


def folders_of(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_dir())


def test_every_file_of_the_cache_may_be_damaged_in_every_way(twins: Twins) -> None:
    """Emptied, cut, flipped, lengthened, deleted, a folder in its place: nothing that is read shows it."""
    before, stood = tree(twins.output), times(twins.output)
    for folder in folders_of(twins.cache):
        for turn in range(len(DAMAGES)):
            files = sorted(path for path in (twins.cache / folder).rglob("*") if path.is_file())
            assert files, folder
            for place, path in enumerate(files):
                DAMAGES[(place + turn) % len(DAMAGES)](path)
            report = must_stay(twins, before, stood)
            if folder in ("records", "outputs"):
                assert report.cache != "used", f"{folder} {turn}"
            assert must_stay(twins, before, stood).cache == "used", f"{folder} {turn}"


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_the_whole_cache_damaged_and_the_site_edited(
    twins: Twins, damage: Callable[[Path], None]
) -> None:
    """All files at once, with an edit to be built."""
    for path in sorted(path for path in twins.cache.rglob("*") if path.is_file()):
        damage(path)
    edited(twins, 1)
    twins.build(f"all of the cache {damage.__name__}, an edit")


def test_files_of_records_damaged_one_by_one(twins: Twins) -> None:
    """One file of records at a time, each in another way, while an item is edited."""
    records = sorted(path for path in (twins.cache / "records").rglob("*") if path.is_file())
    for number, damage in enumerate(DAMAGES):
        path = records[number * len(records) // len(DAMAGES)]
        if path.is_file():
            damage(path)
        edited(twins, number)
        twins.build(f"{path.name} {damage.__name__}, an edit")


def test_a_cache_of_another_version_is_not_used(
    twins: Twins, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another version of the program wrote is left aside, and told."""
    before, stood = tree(twins.output), times(twins.output)
    monkeypatch.setattr(cache, "version", lambda: "0" * 32)
    assert must_stay(twins, before, stood).cache == "other-version"
    monkeypatch.undo()
    assert must_stay(twins, before, stood).cache == "other-version"
    assert must_stay(twins, before, stood).cache == "used"


def test_a_cache_that_cannot_be_a_folder(site: Twins) -> None:
    """A file stands where the cache should be, or where its folder should be: built without it."""
    site.cache.write_text("no folder", encoding="utf-8")
    site.build("a file instead of the cache")
    edited(site, 1)
    site.build("a file instead of the cache, an edit")
    inside = site.cache / "deep" / "cache"
    build_site(site.desk.read_settings(CACHE=str(inside)))
    assert site.cache.read_text(encoding="utf-8") == "no folder"


def test_folders_of_the_cache_that_are_files(twins: Twins) -> None:
    """``records`` or ``pictures`` is a file: it gives way, or nothing is kept."""
    before, stood = tree(twins.output), times(twins.output)
    for name in folders_of(twins.cache):
        shutil.rmtree(twins.cache / name)
        (twins.cache / name).write_text("no folder", encoding="utf-8")
        must_stay(twins, before, stood)
    edited(twins, 1)
    twins.build("files instead of the folders of the cache")


def test_a_link_that_leads_nowhere_instead_of_the_cache(site: Twins) -> None:
    """A mount that is not there today."""
    try:
        site.cache.symlink_to(site.cache.with_name("away"))
    except OSError:
        pytest.skip("no symbolic links here")
    site.build("a dangling link instead of the cache")


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions do not bind this user"
)
@pytest.mark.parametrize("mode", [0o500, 0o000])
def test_a_cache_that_may_not_be_written_or_read(twins: Twins, mode: int) -> None:
    """A folder of somebody else."""
    folders = [twins.cache, *(path for path in twins.cache.rglob("*") if path.is_dir())]
    for path in reversed(folders):
        path.chmod(mode)
    try:
        edited(twins, 1)
        twins.build(f"a cache of mode {mode:o}")
    finally:
        for path in folders:
            path.chmod(0o700)


def test_one_cache_serves_several_sites(twins: Twins) -> None:
    """Preview with drafts, public build and check share one cache and disturb one another nowhere."""
    root = twins.desk.site.root
    preview = {"OUTPUT_PATH": str(root / "preview"), "DRAFTS": True, "SITEURL": "", "PUBLIC": False}
    for number in range(2):
        edited(twins, number)
        build_site(twins.desk.read_settings(**preview))
        check_site(twins.desk.read_settings())
        twins.build(f"edit {number}, after a preview and a check")
        shutil.rmtree(root / "alone", ignore_errors=True)
        alone = {"OUTPUT_PATH": str(root / "alone" / "preview"), "CACHE": str(root / "alone" / "c")}
        build_site(twins.desk.read_settings(**{**preview, **alone}))
        ours, theirs = tree(root / "preview"), tree(root / "alone" / "preview")
        assert ours == theirs, differences(ours, theirs)


def test_two_builds_at_once_with_one_cache(twins: Twins) -> None:
    """``invoke serve`` and ``invoke build`` at the same time: both are right, and so is what they leave."""
    root = twins.desk.site.root
    for number in range(2):
        edited(twins, number)
        other = started(
            twins.desk.read_settings(OUTPUT_PATH=str(root / "preview"), SITENAME="Bản xem trước")
        )
        twins.build(f"edit {number}, while another build ran")
        done = other.outcome()
        assert done.committed, done.failure
    shutil.rmtree(root / "alone", ignore_errors=True)
    places = {"OUTPUT_PATH": str(root / "alone" / "preview"), "CACHE": str(root / "alone" / "c")}
    build_site(twins.desk.read_settings(SITENAME="Bản xem trước", **places))
    ours, theirs = tree(root / "preview"), tree(root / "alone" / "preview")
    assert ours == theirs, differences(ours, theirs)
