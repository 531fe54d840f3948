"""An editor's desk: a site with its own theme and settings, what lies there now, and ways to change it."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Protocol, TypeVar

import yaml

from congtinh.settings import Settings
from tests.sites.copies import THEME, SiteCopy, Tree, copied, tree

T = TypeVar("T")
Facts = dict[str, Any]
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Pick(Protocol):
    """Chooses one of some options: ``random.Random(7).choice``, or a draw of hypothesis."""

    def __call__(self, options: Sequence[T], /) -> T: ...


@dataclass(frozen=True)
class Snapshot:
    """All that a build is made from, to come back to."""

    content: Tree
    theme: Tree
    settings: Facts


class Desk:
    """One site, edited; ``settings`` stand in place of those in ``pelicanconf.py``."""

    def __init__(self, site: SiteCopy) -> None:
        self.site = site
        self.theme = site.root / "theme"
        self.settings: Facts = {}
        self._given = 0
        shutil.copytree(THEME, self.theme, ignore=shutil.ignore_patterns("*.mo"))

    @property
    def content(self) -> Path:
        return self.site.content

    def read_settings(self, **overrides: Any) -> Settings:
        """The settings of the next build."""
        return self.site.settings(**{"THEME": str(self.theme), **self.settings, **overrides})

    def new(self) -> int:
        """A number that was not given before."""
        self._given += 1
        return self._given

    def files(self, folder: str = "", ending: str = "") -> list[str]:
        """Content paths of what lies below ``folder``, in order."""
        below = (path for path in (self.content / folder).rglob("*") if path.is_file())
        found = (path.relative_to(self.content).as_posix() for path in below)
        return sorted(path for path in found if path.endswith(ending))

    def items(self, *types: str) -> list[str]:
        """The Markdown files of some content types, of all where none is named; only sound ones."""
        found = (path for name in types or ("",) for path in self.files(name, ".md"))
        return [path for path in found if language_of(path) and self.taken_apart(path)]

    def identities(self, *types: str) -> list[str]:
        """What the two files of a pair share: their path without ``.vi.md``."""
        return sorted({path[: -len(".vi.md")] for path in self.items(*types)})

    def languages(self, identity: str) -> list[str]:
        """The languages that an item is written in."""
        return [code for code in ("vi", "en") if (self.content / f"{identity}.{code}.md").is_file()]

    def text(self, path: str) -> str:
        """The text of a file, with the line ends that it has."""
        return (self.content / path).read_bytes().decode(errors="replace")

    def taken_apart(self, path: str) -> tuple[Facts, str] | None:
        """Front matter and body; ``None`` where the file is faulty."""
        parts = self.text(path).replace("\r\n", "\n").lstrip("\ufeff").split("---\n", 2)
        if len(parts) != 3 or parts[0]:
            return None
        try:
            facts = yaml.load(parts[1], _Loader) or {}
        except yaml.YAMLError:
            return None
        return (facts, parts[2]) if isinstance(facts, dict) else None

    def facts(self, path: str) -> Facts:
        """The front matter of a sound file."""
        sound = self.taken_apart(path)
        return sound[0] if sound else {}

    def body(self, path: str) -> str:
        """The body of a sound file, from the line after its front matter."""
        sound = self.taken_apart(path)
        return sound[1] if sound else ""

    def write(self, path: str, facts: Facts, body: str) -> None:
        """Write a content file; facts that are ``None`` are left out."""
        kept = {name: value for name, value in facts.items() if value is not None}
        front = yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, width=1000)
        self.site.write(path, f"---\n{front if kept else ''}---\n{body}")

    def set(self, path: str, **facts: Any) -> None:
        """Change fields of a sound file; ``None`` takes one out."""
        self.write(path, {**self.facts(path), **facts}, self.body(path))

    def set_body(self, path: str, body: str) -> None:
        self.write(path, self.facts(path), body)

    def delete(self, path: str) -> None:
        """Delete a content file, and folders that are empty then."""
        (self.content / path).unlink()
        self._tidy(self.content / path)

    def rename(self, path: str, other: str) -> None:
        """Give a content file another path."""
        target = self.content / other
        target.parent.mkdir(parents=True, exist_ok=True)
        (self.content / path).replace(target)
        self._tidy(self.content / path)

    def _tidy(self, path: Path) -> None:
        for parent in path.parents:
            if parent == self.content or any(parent.iterdir()):
                break
            parent.rmdir()

    def snapshot(self) -> Snapshot:
        """Content, theme and settings as they are."""
        return Snapshot(tree(self.content), tree(self.theme), dict(self.settings))

    def restore(self, kept: Snapshot) -> None:
        """Bring back what was; files that are as they were are not touched."""
        self.settings = dict(kept.settings)
        for folder, files in ((self.content, kept.content), (self.theme, kept.theme)):
            now = tree(folder)
            for path in now.keys() - files.keys():
                (folder / path).unlink()
            for path, data in files.items():
                if now.get(path) != data:
                    (folder / path).parent.mkdir(parents=True, exist_ok=True)
                    (folder / path).write_bytes(data)


def language_of(path: str) -> str:
    """``vi`` or ``en`` from ``….vi.md``, else empty."""
    code = PurePosixPath(path).stem.rpartition(".")[2]
    return code if code in ("vi", "en") else ""


def type_of(path: str) -> str:
    return path.partition("/")[0]


def desk(folder: Path, site: str = "changing") -> Desk:
    """A copy of ``tests/sites/<site>`` with a copy of the project's theme, in ``folder``."""
    return Desk(copied(site, folder))
