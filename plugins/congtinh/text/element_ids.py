"""The ids of elements, kept unique where the HTML of several bodies stands on one page."""

from __future__ import annotations

import re
from collections.abc import Sequence

TAG = re.compile(r'<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^<>"]|"[^"]*")*)>')
"""A tag of sanitised HTML: a slash where it closes, its name, its attributes."""
_ID = re.compile(r' id="([^"]*)"')
_REFERENCE = re.compile(r' (href|headers|aria-labelledby|aria-describedby)="([^"]*)"')


def id_of(tag: str) -> str:
    """The id in an opening tag, as written; empty where it has none."""
    found = _ID.search(tag)
    return found[1] if found else ""


def with_own_ids(parts: Sequence[str], anchors: Sequence[str], used: set[str]) -> list[str]:
    """The parts of one body with ids that are not ``used``, which fills with them.

    The first element of a part has no id where it is the anchor that the part stands under; links
    to it stay.  An id that is used already gets ``-2`` …, and what refers to it in this body follows.
    """
    meant: dict[str, str] = {anchor: anchor for anchor in anchors if anchor}
    named = [
        _with_new_ids(part, anchor, meant, used)
        for part, anchor in zip(parts, anchors, strict=True)
    ]
    moved = {old: new for old, new in meant.items() if old != new}
    return [_with_references(part, moved) for part in named] if moved else named


def _with_new_ids(html: str, anchor: str, meant: dict[str, str], used: set[str]) -> str:
    if ' id="' not in html:
        return html
    own = f' id="{anchor}"'
    if anchor and html.count(' id="') == 1 and TAG.match(html) and own in html[: html.index(">")]:
        return html.replace(own, "", 1)
    waiting = [anchor] if anchor else []

    def renamed(tag: re.Match[str]) -> str:
        old = id_of(tag[0])
        if not old or tag[1]:
            return tag[0]
        if waiting and waiting[0] == old:
            waiting.clear()
            return _ID.sub("", tag[0], count=1)
        new = _free(old, used)
        meant.setdefault(old, new)
        return _ID.sub(lambda _: f' id="{new}"', tag[0], count=1)

    return TAG.sub(renamed, html)


def _free(wanted: str, used: set[str]) -> str:
    free, turn = wanted, 1
    while free in used:
        turn += 1
        free = f"{wanted}-{turn}"
    used.add(free)
    return free


def _with_references(html: str, moved: dict[str, str]) -> str:
    def led(found: re.Match[str]) -> str:
        name, value = found[1], found[2]
        if name != "href":
            names = " ".join(moved.get(one, one) for one in value.split())
            return f' {name}="{names}"'
        if value[:1] != "#":
            return found[0]
        return f' href="#{moved.get(value[1:], value[1:])}"'

    return TAG.sub(lambda tag: _REFERENCE.sub(led, tag[0]), html)
