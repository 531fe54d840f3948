"""Front matter: YAML between ``---`` lines at the head of a Markdown file, with the lines of its keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from congtinh.errors import N_, Problem
from congtinh.later import Later
from congtinh.records.plain_yaml import plainly

_FENCE = "---"
_yaml = Later("congtinh.records.full_yaml")


@dataclass(frozen=True)
class FrontMatter:
    """``values`` as written, the Markdown ``body`` and the line (from 1) that it starts on.

    ``lines`` tells on which line of ``source`` (from 0) each field begins, where that is known.
    """

    path: str
    values: dict[str, Any]
    source: str
    body: str
    body_line: int
    lines: Mapping[str, int] | None = None

    @cached_property
    def _tree(self) -> Any:
        return _yaml.tree_of(self.source)

    def line_of(self, *keys: str | int) -> int | None:
        """The line of a key path such as ``("images", 0, "alt")``, or of the nearest part written."""
        if self.lines is not None and self._is_one_line(keys):
            found = self.lines.get(str(keys[0]))
            return None if found is None else found + 2
        line: int | None = _yaml.line_in(self._tree, keys)
        return None if line is None else line + 2

    def _is_one_line(self, keys: tuple[str | int, ...]) -> bool:
        """Whether the keys lead to a field, not into its lists and groups."""
        if len(keys) < 2:
            return bool(keys)
        return not isinstance(self.values.get(str(keys[0])), dict | list)


def read_front_matter(path: str, text: str) -> FrontMatter | Problem:
    """Split ``text`` (LF line ends) into front matter and body; a ``Problem`` where that cannot be."""
    if not text or text.isspace():
        return Problem(
            path,
            N_("the file is empty"),
            N_("Write the front matter and the text, or delete the file"),
        )
    first = text.find("\n")
    if text[: first if first >= 0 else None].rstrip() != _FENCE:
        return Problem(
            path,
            N_("there is no front matter"),
            N_("Begin the file with a line ---, the fields and a line ---"),
            line=1,
        )
    end, below = _fence_below(text, first)
    if end < 0:
        return Problem(
            path,
            N_("the front matter does not end"),
            N_("Write a line --- after the last field"),
            line=1,
        )
    source = text[first + 1 : end] or "\n"
    body_line = text.count("\n", 0, end) + 2
    if plain := plainly(source):
        return FrontMatter(path, plain.values, source, text[below:], body_line, plain.lines)
    values: dict[str, Any] | Problem = _yaml.values_of(path, source, text)
    if isinstance(values, Problem):
        return values
    return FrontMatter(path, values, source, text[below:], body_line)


def _fence_below(text: str, first: int) -> tuple[int, int]:
    """Where the second fence begins, and where the text after its line does; ``-1`` without one."""
    at = first
    while at >= 0 and (at := text.find(f"\n{_FENCE}", at)) >= 0:
        end = text.find("\n", at + 1)
        end = end if end >= 0 else len(text)
        if text[at + 1 : end].rstrip() == _FENCE:
            return at + 1, end + 1
        at = end if end < len(text) else -1
    return -1, -1
