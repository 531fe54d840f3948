"""The theme's own files under one folder whose name changes when any of them does."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SCRIPT_COMMENT = re.compile(r"^[ \t]*(?://[^\n]*|/\*\*(?:[^*]|\*(?!/))*\*/[ \t]*)\n", re.MULTILINE)
_SPACE = re.compile(r"\s+")
_SIGNS = "{};,>"


@dataclass(frozen=True)
class Assets:
    """``files``: name in the theme (``css/site.css``) to bytes."""

    files: Mapping[str, bytes]

    @cached_property
    def folder(self) -> str:
        """``static/<digest>``: browsers may keep what lies there for good."""
        digest = hashlib.sha256()
        for name in sorted(self.files):
            digest.update(name.encode() + b"\0" + self.files[name] + b"\0")
        return f"static/{digest.hexdigest()[:12]}"

    def address(self, name: str) -> str:
        """The address of a file of the theme; ``KeyError`` where the theme has no such file."""
        if name not in self.files:
            raise KeyError(name)
        return f"{self.folder}/{name}"


def read_assets(theme: Path) -> Assets:
    """Every static file of the theme; the style sheets as one, in the order of ``css/order.txt``."""
    static = theme / "static"
    files = {
        path.relative_to(static).as_posix(): _shipped(path)
        for path in sorted(static.rglob("*"))
        if path.is_file() and path.suffix != ".css" and path.name != "order.txt"
    }
    order = (static / "css" / "order.txt").read_text(encoding="utf-8").split()
    sheets = [(static / "css" / name).read_text(encoding="utf-8") for name in order]
    files["css/site.css"] = minified("\n".join(sheets)).encode()
    return Assets(files)


def _shipped(path: Path) -> bytes:
    data = path.read_bytes()
    return without_comments(data.decode()).encode() if path.suffix == ".js" else data


def without_comments(script: str) -> str:
    """A script without the comments that have lines of their own; what stands in it stays as it is.

    Scripts of the theme hold no text of several lines in which such a line could be a part.
    """
    return _SCRIPT_COMMENT.sub("", script)


def minified(css: str) -> str:
    """CSS without comments and needless white space."""
    text = _SPACE.sub(" ", _COMMENT.sub("", css))
    for sign in _SIGNS:
        text = text.replace(f" {sign}", sign).replace(f"{sign} ", sign)
    return text.replace(";}", "}").strip()
