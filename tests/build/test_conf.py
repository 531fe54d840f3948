"""The settings file read without Pelican: the same settings, each time anew."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from congtinh.build.conf import conf_values, own_settings
from congtinh.build.pelican_run import settings_of
from congtinh.settings import SETTINGS
from tests.sites.copies import PROJECT, THEME, SiteCopy

PLACES = ("PATH", "OUTPUT_PATH", "THEME")
NAMES = (*PLACES, "SITEURL", "SITENAME", *(setting.name for setting in SETTINGS))
"""Every name that ``read_settings`` asks for."""

Conf = Callable[..., Path]


@pytest.fixture
def conf(small: SiteCopy, monkeypatch: pytest.MonkeyPatch) -> Conf:
    """Writes more lines into the settings file of a small site that needs nothing of Pelican."""
    monkeypatch.syspath_prepend(str(PROJECT / "plugins"))
    monkeypatch.syspath_prepend(str(small.root))  # as the command line has it
    file = small.root / "pelicanconf.py"
    plain = file.read_text("utf-8")

    def written(*lines: str) -> Path:
        own = (f"THEME = {str(THEME)!r}", 'PLUGINS = ["congtinh.hooks"]', *lines)
        file.write_text("\n".join((plain, *own, "")), "utf-8")
        return file

    return written


def both(file: Path, **given: Any) -> tuple[dict[str, Any] | None, dict[str, Any]]:
    """What is read here, and what Pelican reads."""
    read = settings_of(str(file), dict(given))
    sys.modules.pop("pelicanconf", None)
    own = own_settings(file, conf_values(file), given)
    return own and {n: own.get(n) for n in NAMES}, {n: read.get(n) for n in NAMES}


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ('SITEURL = "https://thu.example/so/"',),
        ('SITEURL = ""',),
        ('PATH = "./content/../content/"', 'OUTPUT_PATH = "ra/../ngoai"'),
        ('OUTPUT_PATH = "/tmp/ngoai"',),
        ('EDITOR_LANG = "en"', "WORKERS = 3", "DRAFTS = True", "khong_hoa = 1", "_X = 2"),
    ],
)
def test_the_same_settings_as_pelican_reads(conf: Conf, lines: tuple[str, ...]) -> None:
    """Relative and absolute places, the slash behind the address, whatever is a setting of ours."""
    own, read = both(conf(*lines))
    assert own == read


def test_what_is_given_lies_over_the_file(conf: Conf, tmp_path: Path) -> None:
    """The command line has the last word, as with Pelican."""
    own, read = both(conf(), OUTPUT_PATH=str(tmp_path / "dau-do"), TODAY="2027-01-02")
    assert own == read
    assert own is not None
    assert own["TODAY"] == "2027-01-02"


def test_places_are_those_of_the_file(
    conf: Conf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A relative place is beside the settings file, wherever the command is run."""
    file = conf()
    monkeypatch.chdir(tmp_path)
    own, read = both(file)
    assert own == read
    assert own is not None
    assert own["PATH"] == str(file.parent / "content")


def test_settings_over_settings(conf: Conf) -> None:
    """``publishconf.py`` lies over the ``pelicanconf.py`` beside it."""
    public = conf().with_name("publishconf.py")
    public.write_text('from pelicanconf import *\nSITEURL = "https://cong.example/"\n', "utf-8")
    own, read = both(public)
    assert own == read
    assert own is not None
    assert (own["SITEURL"], own["AGENCY"]) == ("https://cong.example", "so-thu")


@pytest.mark.parametrize(
    "line",
    [
        'PLUGINS = ["congtinh.hooks", "sitemap"]',
        "PLUGINS = []",
        "del PLUGINS",
        "del THEME",
        'PATH = ""',
    ],
)
def test_what_needs_pelican_is_left_to_it(conf: Conf, line: str) -> None:
    """Other plugins than this package, or places that Pelican would choose."""
    file = conf(line)
    assert own_settings(file, conf_values(file), {}) is None


@pytest.mark.parametrize("read_by_pelican", [False, True])
def test_files_that_import_one_another_are_read_anew(conf: Conf, read_by_pelican: bool) -> None:
    """An edit shows at once, even one of the same length within the same second."""
    public = conf("PAGE_SIZE = 3").with_name("publishconf.py")
    public.write_text("from pelicanconf import *\n", "utf-8")
    assert conf_values(public)["PAGE_SIZE"] == 3
    if read_by_pelican:
        settings_of(str(public), {})  # keeps the modules of the files
        second = (public.parent / "pelicanconf.py").stat().st_mtime + 1
    file = conf("PAGE_SIZE = 4")
    if read_by_pelican:
        os.utime(file, (second, second))
    assert conf_values(public)["PAGE_SIZE"] == 4


@pytest.mark.parametrize("line", ["import sys; sys.path.insert(0, 'plugins')", "1 / 0", ""])
def test_nothing_is_left_in_python(conf: Conf, line: str) -> None:
    """Neither the module nor the folder of the file, whether it can be run or not."""
    file, folder = conf(line), str(conf().parent)
    conf(line)
    sys.path.remove(folder)
    try:
        conf_values(file)
    except ZeroDivisionError:
        assert line == "1 / 0"
    assert folder not in sys.path
    assert "pelicanconf" not in sys.modules
