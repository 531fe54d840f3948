"""``invoke build`` with nothing to do: said at once, and never where a build would come to something else."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from congtinh.build import cache, quick
from congtinh.build.quick import Inputs
from congtinh.build.stamps import Tree, scan
from congtinh.commands import build as command
from congtinh.commands.site import Site, site_of
from tests.sites.copies import THEME, SiteCopy, times, tree

NEWS = "content/news/2026/so-ket.vi.md"
PAGE = "output/tin-tuc/so-ket/index.html"
CONF = """
THEME = "theme"
PLUGINS = ["congtinh.hooks"]
"""


@dataclass
class Desk:
    """A site in the folder that commands run in; ``built``: of each run that was a whole build."""

    root: Path
    printed: Callable[[], str]
    built: list[Site]
    build_whole: Callable[[Site, Inputs | None, str], int]

    def build(self, today: str = "", public: bool = False, format: str = "json") -> Any:
        """What ``invoke build`` prints."""
        assert command.build("", "", today, public, format) == 0
        told = self.printed()
        return json.loads(told) if told and format == "json" else told

    def is_quiet(self, today: str = "", public: bool = False) -> bool:
        """Whether ``invoke build`` answers without a whole build."""
        before = len(self.built)
        self.build(today, public)
        return len(self.built) == before

    def edit(self, path: str, more: bytes = b"\n") -> None:
        """Change a file of the site in place."""
        with (self.root / path).open("ab") as file:
            file.write(more)

    def cached(self, name: str) -> Path:
        """A file of what the cache knows of the output."""
        (found,) = (self.root / ".cache/outputs").glob(f"*/{name}")
        return found


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory, built: SiteCopy) -> tuple[Path, Path]:
    """Where a site with a theme of its own is built, and a copy of it as it then was."""
    root = tmp_path_factory.mktemp("quick") / "site"
    shutil.copytree(built.root, root, ignore=shutil.ignore_patterns("output*", "outputs"))
    shutil.copytree(THEME, root / "theme", ignore=shutil.ignore_patterns("*.mo"))
    with (root / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write(CONF)
    (root / "publishconf.py").write_text("from pelicanconf import *\nPAGE_SIZE = 3\n", "utf-8")
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(root)
        assert command.build("", "", "", False, "json") == 0
    kept = root.with_name("kept")
    root.rename(kept)
    return root, kept


@pytest.fixture
def desk(
    places: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Desk]:
    """The site as it was built, long since; whole builds are counted, and made only on request."""
    root, kept = places
    shutil.copytree(kept, root)
    monkeypatch.chdir(root)
    monkeypatch.setattr(Tree, "settled", lambda tree, now: True)  # however new its files are
    _remember(root)
    built: list[Site] = []

    def counted(site: Site, made_of: Inputs | None, format: str) -> int:
        built.append(site)
        return 0

    desk = Desk(root, lambda: capsys.readouterr().out, built, command._building.build)
    monkeypatch.setattr(command, "_building", SimpleNamespace(build=counted))
    yield desk
    shutil.rmtree(root)


def _remember(root: Path) -> None:
    """A copy has other times than what it was copied from; all else is as the build left it."""
    site = site_of()
    folder = cache.folder_of(root / ".cache", root / "output")
    output = {path: found[:2] for path, found in scan(root / "output").files.items()}
    words = "Không có gì thay đổi"
    quick.remember(folder, command._inputs(site), output, root / "output-report", words)


@pytest.fixture
def whole(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The same, and what is not said at once is built."""

    def counted(site: Site, made_of: Inputs | None, format: str) -> int:
        desk.built.append(site)
        return desk.build_whole(site, made_of, format)

    monkeypatch.setattr(command, "_building", SimpleNamespace(build=counted))
    return desk


def test_nothing_changed_is_said_and_nothing_is_touched(desk: Desk) -> None:
    """As a report with what the last build found, with nothing done in this one."""
    report = json.loads((desk.root / "output-report/build-report.json").read_text("utf-8"))
    before = times(desk.root)

    told = desk.build()

    assert not desk.built
    assert times(desk.root) == before
    done = {"read": 0, "rendered": 0, "written": 0, "deleted": 0}
    assert told == report | done | {"cache": "used", "recovered": False, "seconds": {}}
    assert told["pages"] > 0


def test_it_is_what_a_whole_build_would_come_to(whole: Desk) -> None:
    """The report says of the site what a build says that finds nothing to do; words tell its counts."""
    whole.cached("inputs").unlink()

    built = whole.build()
    assert len(whole.built) == 1
    assert whole.build() == {**built, "seconds": {}}
    words = whole.build(format="text")

    assert len(whole.built) == 1
    assert words.count("\n") == 1
    assert f"{built['pages']} trang" in words


Change = Callable[[Desk], object]


def _moved(desk: Desk) -> None:
    file = desk.root / NEWS
    file.rename(file.with_name("doi-ten.vi.md"))


def _replaced_with_the_same_times(desk: Desk) -> None:
    file = desk.root / NEWS
    stat, text = file.stat(), file.read_bytes()
    while file.stat().st_ctime_ns == stat.st_ctime_ns:
        file.write_bytes(text[:-2] + b"x\n")
        os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def _link(desk: Desk) -> None:
    (desk.root / "content/khac.md").symlink_to(desk.root / NEWS)


def _setting(line: str) -> Change:
    return lambda desk: desk.edit("pelicanconf.py", line.encode())


CHANGES: dict[str, Change] = {
    "a content file edited": lambda desk: desk.edit(NEWS),
    "edited, with the times of before": _replaced_with_the_same_times,
    "touched": lambda desk: os.utime(desk.root / NEWS, (1, 1)),
    "renamed": _moved,
    "deleted": lambda desk: (desk.root / NEWS).unlink(),
    "added": lambda desk: shutil.copy(desk.root / NEWS, desk.root / "content/news/2026/m.vi.md"),
    "a link added": _link,
    "a picture": lambda desk: desk.edit("content/images/toa-nha.jpg"),
    "an attachment": lambda desk: desk.edit("content/files/12-kh-stn.pdf", b"%%EOF\n"),
    "a picture that nobody uses": lambda desk: shutil.copy(
        desk.root / "content/images/nhap.jpg", desk.root / "content/images/moi.jpg"
    ),
    "a vocabulary": lambda desk: desk.edit("content/vocabulary/issuers.toml"),
    "a template": lambda desk: desk.edit("theme/templates/base.html"),
    "a style sheet": lambda desk: desk.edit("theme/static/css/base.css"),
    "a word of the theme": lambda desk: desk.edit("theme/translations/vi/LC_MESSAGES/theme.po"),
    "a static file of a dot": lambda desk: (desk.root / "theme/static/.x").write_text("x", "utf-8"),
    "a setting": _setting("PAGE_SIZE = 5\n"),
    "a setting that no page shows": _setting("MAX_FILE_BYTES = 40_000_000\n"),
    "the language of editors": _setting('EDITOR_LANG = "en"\n'),
    "an output file edited": lambda desk: desk.edit(PAGE),
    "an output file touched": lambda desk: os.utime(desk.root / PAGE, (1, 1)),
    "an output file deleted": lambda desk: (desk.root / PAGE).unlink(),
    "the output gone": lambda desk: shutil.rmtree(desk.root / "output"),
    "the report edited": lambda desk: desk.edit("output-report/build-report.json"),
    "the report deleted": lambda desk: (desk.root / "output-report/build-report.json").unlink(),
    "the manifest deleted": lambda desk: (desk.root / "output-report/manifest.json").unlink(),
    "the redirects deleted": lambda desk: (
        desk.root / "output-report/redirects.nginx.map"
    ).unlink(),
    "the reports gone": lambda desk: shutil.rmtree(desk.root / "output-report"),
    "a build cut off": lambda desk: (desk.root / ".output-staging").mkdir(),
    "the inputs damaged": lambda desk: desk.cached("inputs").write_bytes(b"congtinh cache x"),
    "the ledger gone": lambda desk: desk.cached("ledger").unlink(),
    "the cache gone": lambda desk: shutil.rmtree(desk.root / ".cache/outputs"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_change_of_any_kind_is_built(desk: Desk, change: Change) -> None:
    """Whatever a build reads, writes or leans on."""
    assert desk.is_quiet()
    change(desk)
    assert not desk.is_quiet()


@pytest.mark.parametrize(
    "name", ["a content file edited", "a static file of a dot", "the redirects deleted"]
)
def test_after_a_build_nothing_has_changed(whole: Desk, name: str) -> None:
    """Once more, until the next change."""
    CHANGES[name](whole)
    assert not whole.is_quiet()
    assert whole.is_quiet()


def test_another_day_is_another_site(desk: Desk) -> None:
    """Given on the command line, or by the clock."""
    assert desk.is_quiet("2026-11-22")
    assert not desk.is_quiet("2026-11-23")


def test_the_public_site_is_another_one(desk: Desk) -> None:
    """Its settings lie over those of every day."""
    assert not desk.is_quiet(public=True)


def test_another_version_of_the_program_builds_anew(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An update of the program is a change of every site."""
    monkeypatch.setattr(cache, "version", lambda: "another")
    assert not desk.is_quiet()


@pytest.mark.parametrize("fresh", ["news/2026/so-ket.vi.md", "templates/base.html"])
def test_a_file_just_written_is_looked_at_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, fresh: str
) -> None:
    """Where a later change of content or theme might not show, nothing is remembered."""
    monkeypatch.setattr(Tree, "settled", lambda tree, now: fresh not in tree.files)
    assert not desk.is_quiet()
    inputs = desk.cached("inputs")
    _remember(desk.root)
    assert not inputs.exists()


@pytest.mark.parametrize(
    "path",
    ["content/.nhap.md", "content/.git/HEAD", "ghi-chu.txt", ".cache/them", "output/them.html"],
)
def test_what_no_build_looks_at_is_no_change(desk: Desk, path: str) -> None:
    """Hidden files of the content, what lies beside it, and what others put into the output."""
    file = desk.root / path
    file.parent.mkdir(exist_ok=True)
    file.write_text("x", "utf-8")
    assert desk.is_quiet()


def test_the_words_of_settings_tell_them_apart() -> None:
    """Any value and the day; not the order in which they are written."""
    words = quick.settings_in_words
    told = words({"A": 1, "B": "2"}, "2026-11-22")
    assert told == words({"B": "2", "A": 1}, "2026-11-22")
    others: list[tuple[dict[str, Any], str]]
    others = [({"A": "1", "B": "2"}, "2026-11-22"), ({"A": 1, "B": "2"}, "2026-11-23")]
    others += [({"A": 1}, "2026-11-22"), ({"A": 1, "B": 2}, "2026-11-22")]
    assert told not in {words(values, day) for values, day in others}


def test_a_refused_build_is_tried_again(whole: Desk) -> None:
    """The fault is told each time, and the site stays; mended, it is built."""
    good, file = tree(whole.root / "output"), whole.root / NEWS
    text = file.read_bytes()
    file.write_bytes(text.replace(b"status: published", b"status: da-dang"))
    for _ in range(2):
        assert command.build("", "", "", False, "json") == 1
        assert json.loads(whole.printed())["errors"] == 1
    file.write_bytes(text)

    assert not whole.is_quiet()
    assert tree(whole.root / "output") == good
