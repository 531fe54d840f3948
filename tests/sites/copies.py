"""A site for a test: a copy of one of ``tests/sites`` in a folder of its own, and its build."""

from __future__ import annotations

import atexit
import runpy
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from congtinh.build.report import BuildReport
from congtinh.build.run import build_site, check_site
from congtinh.settings import Settings, read_settings

PROJECT = Path(__file__).resolve().parents[2]
SITES = PROJECT / "tests" / "sites"
THEME = PROJECT / "theme"

Tree = dict[str, bytes]


def tree(folder: Path) -> Tree:
    """Every file below ``folder``, by its path with ``/``."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def times(folder: Path) -> dict[str, int]:
    """The time of the last change of every file below ``folder``, in nanoseconds."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in found}


@dataclass(frozen=True)
class SiteCopy:
    """A site in a folder of its own, built by the theme of the project."""

    root: Path

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def output(self) -> Path:
        return self.root / "output"

    def settings(self, **overrides: Any) -> Settings:
        """The settings of ``pelicanconf.py``, with ``overrides`` in place of its values."""
        written = runpy.run_path(str(self.root / "pelicanconf.py"))
        facts = {name: value for name, value in written.items() if name.isupper()}
        places = {
            "PATH": str(self.content),
            "OUTPUT_PATH": str(self.output),
            "CACHE": str(self.root / ".cache"),
            "THEME": str(THEME),
        }
        return read_settings({**facts, **places, **overrides})

    def build(self, **overrides: Any) -> BuildReport:
        """Build and commit; ``ContentError`` where the content holds errors."""
        settings = self.settings(**overrides)
        lend_templates(settings.cache)
        report = build_site(settings)
        keep_templates(settings.cache)
        return report

    def check(self, **overrides: Any) -> BuildReport:
        """Every problem of the content; the output is left alone."""
        return check_site(self.settings(**overrides))

    def write(self, path: str, text: str) -> Path:
        """Write a content file in UTF-8 with LF line ends."""
        target = self.content / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
        return target

    def replace(self, path: str, old: str, new: str) -> None:
        """Change the one place of a content file that reads ``old``."""
        text = (self.content / path).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        self.write(path, text.replace(old, new))


def copied(site: str, folder: Path) -> SiteCopy:
    """A copy of ``tests/sites/<site>`` in ``folder``."""
    shutil.copytree(SITES / site, folder, dirs_exist_ok=True)
    return SiteCopy(folder)


@cache
def _shelf() -> Path:
    """Where the compiled templates of this run of the tests stand."""
    folder = Path(tempfile.mkdtemp(prefix="congtinh-templates-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder / "templates"


def lend_templates(folder: Path) -> None:
    """Lay compiled templates into a cache that is not there: they are kept by their source alone.

    To compile all of them takes longer than all else in the first build of a small site.
    """
    if _shelf().is_dir() and not folder.exists() and not folder.is_symlink():
        shutil.copytree(_shelf(), folder / "templates")


def keep_templates(folder: Path) -> None:
    """Keep what a cache holds of them for the caches of other sites."""
    if not _shelf().is_dir() and (folder / "templates").is_dir():
        shutil.copytree(folder / "templates", _shelf())
