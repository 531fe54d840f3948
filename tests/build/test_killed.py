"""A build that is killed, or runs out of disk, costs nothing: the old site or the new one, whole."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from congtinh.build.commit import JOURNAL
from congtinh.build.run import build_site
from congtinh.settings import Settings
from tests.sites.builds import outcome, process_of
from tests.sites.copies import PROJECT, THEME, Tree, tree
from tests.sites.desk import Desk, desk
from tests.sites.twins import Twins, differences

KILLS = int(os.environ.get("CONGTINH_EXAMPLES", "8"))
HEADINGS = ("Họp báo thường kỳ quý IV năm 2026", "Họp báo bất thường về một việc khác")
NEW = "news/2026/sang-kien.vi.md"


@pytest.fixture
def twins(tmp_path: Path) -> Twins:
    """The changing site, built once."""
    made = Twins(desk(tmp_path / "site"))
    made.first_build()
    return made


def put(content: Path, number: int) -> None:
    """One of two states of the content: another title, an item more or less, other front matter."""
    site = content / "news" / "2026"
    page = (site / "hop-bao.vi.md").read_text(encoding="utf-8")
    for heading in HEADINGS:
        page = page.replace(f"title: {heading}\n", f"title: {HEADINGS[number]}\n")
    replaced(site / "hop-bao.vi.md", page)
    if number:
        replaced(
            content / NEW, page.replace(f"title: {HEADINGS[1]}", "title: Một tin chỉ có khi ấy")
        )
    else:
        (content / NEW).unlink(missing_ok=True)


def replaced(path: Path, text: str) -> None:
    """Written beside its place and moved there, so that a kill leaves no half file of ours."""
    part = path.with_name(f".{path.name}")
    part.write_text(text, encoding="utf-8", newline="\n")
    part.replace(path)


def settings_of(desk: Desk, number: int) -> Settings:
    """The settings of one of the two states: all pages change with the name of the site."""
    names = ("Sở Thử nghiệm", "Sở Thử nghiệm đổi tên")
    return desk.read_settings(SITENAME=names[number], PAGE_SIZE=2 + number, WORKERS=2)


def build_for_ever(content: Path, states: list[Settings]) -> None:
    """Builds one state and the other until somebody kills the process."""
    while True:
        for number, settings in enumerate(states):
            put(content, number)
            build_site(settings)


def killed(process: BaseProcess, journal: Path, chance: random.Random) -> None:
    """SIGKILL at a random moment of a build, every second time soon after a commit began."""
    time.sleep(chance.uniform(0.0, 0.8))
    wanted = time.monotonic() + 10
    while chance.random() < 0.5 and not journal.exists() and time.monotonic() < wanted:
        time.sleep(0.0005)
    time.sleep(chance.uniform(0.0, 0.01))
    assert process.is_alive(), "the builds failed by themselves"
    process.kill()
    process.join()


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is a word of POSIX")
def test_builds_killed_at_random_leave_one_site_or_the_other(twins: Twins) -> None:
    """The cache and the staging folder stay as the kill left them; the next build is a clean one."""
    chance, made = random.Random(2026), twins.desk
    states = [settings_of(made, number) for number in range(2)]
    whole: list[Tree] = []
    for number in (1, 0):
        put(made.content, number)
        assert outcome(states[number]).committed
        whole.insert(0, tree(twins.output))
    journal = made.site.root / ".output-staging" / JOURNAL
    for kill in range(KILLS):
        process = process_of(build_for_ever, made.content, states)
        killed(process, journal, chance)
        left, finished = tree(twins.output), not journal.exists()
        for path, data in left.items():
            assert data in (whole[0].get(path), whole[1].get(path)), f"kill {kill}: half of {path}"
        if finished:
            wrong = [differences(left, one, 0) for one in whole]
            assert left in whole, f"kill {kill}: neither site is whole\n" + "\nor\n".join(wrong)
        if chance.random() < 0.5:
            put(made.content, kill % 2)
            made.settings = {"SITENAME": f"Sở của lần {kill}"} if chance.random() < 0.5 else {}
            twins.build(f"kill {kill}")
            made.settings = {}
    put(made.content, 0)
    twins.build("all kills")


def build_with_little_room(settings: Settings, most: int) -> None:
    """A build that cannot write a file of more than ``most`` bytes; its status tells how it ended."""
    resource = pytest.importorskip("resource")
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"  # Python would leave half a compiled module
    sys.dont_write_bytecode = True
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    try:
        build_site(settings)
    except OSError:
        sys.exit(3)


def new_words(made: Desk, number: int) -> None:
    """An edit that changes large and small files."""
    made.settings["SITENAME"] = f"Sở lần thứ {number}"
    made.set_body("news/2026/hop-bao.vi.md", f"Đoạn {number}. " * 50 * number + "\n")


@pytest.mark.skipif(os.name == "nt", reason="no limit of file sizes there")
@pytest.mark.parametrize("workers", [1, 2])
def test_a_full_disk_leaves_the_last_good_site(twins: Twins, workers: int) -> None:
    """Wherever the writing stops, the site stays, and the next build is a clean one."""
    ends = set()
    for number, most in enumerate((0, 2_000, 20_000, 60_000), 1):
        before = tree(twins.output)
        new_words(twins.desk, number)
        settings = twins.desk.read_settings(WORKERS=workers)
        process = process_of(build_with_little_room, settings, most)
        process.join()
        ends.add(process.exitcode)
        assert process.exitcode in (0, 3), f"files of {most} bytes: status {process.exitcode}"
        is_begun = (twins.output.parent / ".output-staging" / JOURNAL).exists()
        if process.exitcode == 3 and not is_begun:
            assert tree(twins.output) == before, differences(tree(twins.output), before)
        twins.build(f"a disk with room for files of {most} bytes")
    assert 3 in ends


COMMAND = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]),) * 2)
from congtinh.commands.build import build
sys.exit(build("", "", "", False, "text"))
"""


@pytest.fixture
def conf(twins: Twins) -> Iterator[Twins]:
    """The site with settings that Pelican can use too."""
    facts = (
        f"THEME = {str(THEME)!r}\nPLUGIN_PATHS = [{str(PROJECT / 'plugins')!r}]\n"
        'PLUGINS = ["congtinh.hooks"]\nFEED_ALL_ATOM = CATEGORY_FEED_ATOM = None\n'
        "TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None\n"
    )
    with (twins.desk.site.root / "pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write(facts)
    yield twins


@pytest.mark.skipif(os.name == "nt", reason="no limit of file sizes there")
@pytest.mark.parametrize("most", ["0", "2000", "20000"])
def test_the_command_tells_of_a_full_disk(conf: Twins, most: str) -> None:
    """``invoke build`` says in a sentence what could not be written, and shows no traceback."""
    shutil.rmtree(conf.output / "static")
    shutil.rmtree(conf.cache)
    before = tree(conf.output)
    new_words(conf.desk, 1)
    done = subprocess.run(
        [sys.executable, "-c", COMMAND, most],
        cwd=conf.desk.site.root,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={
            **os.environ,
            "PYTHONPATH": str(PROJECT / "plugins"),
            "PYTHONIOENCODING": "utf-8",
            "PYTHONDONTWRITEBYTECODE": "1",  # else Python would leave half a compiled module
        },
        check=False,
    )
    said = done.stdout + done.stderr
    assert done.returncode == 1, said
    assert "Traceback" not in said
    assert os.strerror(errno.EFBIG) in said
    assert tree(conf.output) == before


def test_a_build_that_is_interrupted_leaves_the_site(twins: Twins) -> None:
    """Ctrl+C in the middle of a build changes nothing, and the next build is a clean one."""
    if os.name == "nt":
        pytest.skip("signals are sent otherwise there")
    made, before = twins.desk, tree(twins.output)
    put(made.content, 1)
    process = process_of(build_site, settings_of(made, 1))
    time.sleep(0.15)
    os.kill(process.pid or 0, signal.SIGINT)
    process.join()
    put(made.content, 1)
    if process.exitcode:
        assert tree(twins.output) == before
    twins.build("Ctrl+C")
