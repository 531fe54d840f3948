"""Headings of a page: a flat list as they are read, and a tree for a table of contents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading: ``level`` is 2 to 6 (the title of the page is level 1), ``id`` its anchor."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class OutlineNode:
    """A heading with the headings under it, in reading order."""

    heading: Heading
    children: tuple[OutlineNode, ...] = ()


def outline(headings: Iterable[Heading]) -> tuple[OutlineNode, ...]:
    """The tree of headings; a skipped level hangs the heading under the nearest higher one."""
    listed = tuple(headings)
    nodes: list[OutlineNode] = []
    start = 0
    while start < len(listed):
        end = _end_of(listed, start)
        nodes.append(OutlineNode(listed[start], outline(listed[start + 1 : end])))
        start = end
    return tuple(nodes)


def _end_of(headings: tuple[Heading, ...], start: int) -> int:
    """Where the next heading stands that is not under the one at ``start``."""
    for at in range(start + 1, len(headings)):
        if headings[at].level <= headings[start].level:
            return at
    return len(headings)
