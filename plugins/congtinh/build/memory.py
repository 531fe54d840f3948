"""What a process keeps from one build to the next, so that a preview follows an edit at once.

Nothing here decides what is built: each part is a copy of what the next build would find on disk.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from congtinh.build.ledger import Ledger
from congtinh.build.record_cache import Entry, Shard
from congtinh.build.stamps import Stamp, Tree, scan, stamp
from congtinh.build.theme import Theme
from congtinh.model import Item


def nobody() -> frozenset[str]:
    """The addresses that are open in a browser where there is none."""
    return frozenset()


@dataclass
class Memory:
    """``shards`` and ``items`` as they were read last, with the ``ledger`` of what was built of them.

    ``open_pages`` tells the addresses that somebody looks at: they are made first, and then ``seen``
    is called, before the rest is made.
    """

    vocabularies: str = ""
    shards: dict[int, Shard] = field(default_factory=dict)
    items: dict[str, tuple[Entry, str, Item]] = field(default_factory=dict)
    ledger: Ledger | None = None
    tree: Tree | None = None
    theme: Theme | None = None
    theme_tree: Tree | None = None
    open_pages: Callable[[], frozenset[str]] = nobody
    seen: Callable[[], None] = lambda: None

    def content_tree(self, content: Path) -> Tree:
        """The files of the content folder; looked at once, then followed by ``touch``."""
        if self.tree is None:
            self.tree = scan(content)
        return self.tree

    def touch(self, content: Path, changed: Iterable[Path]) -> None:
        """Bring the tree up to date with what has changed below the content folder."""
        for path in changed:
            if self.tree is not None and path.is_relative_to(content):
                self.tree = _with(self.tree, content, path)

    def item(self, entry: Entry, bodies: str, make: Callable[[], Item]) -> Item:
        """The item of an entry: the one that was made of it before, where there is one."""
        kept = self.items.get(entry.path)
        if kept is not None and kept[0] is entry and kept[1] == bodies:
            return kept[2]
        made = make()
        self.items[entry.path] = (entry, bodies, made)
        return made

    def forget_all_but(self, files: Iterable[Mapping[str, Stamp]]) -> None:
        """Let go of the items whose files have gone; ``files`` are those that are there, by shard."""
        there = {path for shard in files for path in shard}
        for path in self.items.keys() - there:
            del self.items[path]


def _with(tree: Tree, content: Path, path: Path) -> Tree | None:
    """The tree with one file as it is now; ``None`` where the whole has to be looked at again."""
    below = path.relative_to(content)
    if tree.links:
        return None  # one of them may lead here
    if any(part.startswith(".") for part in below.parts):
        return tree
    name = below.as_posix()
    try:
        found = os.lstat(path)
    except OSError:
        if name not in tree.files:
            return None  # perhaps a folder
        return Tree({at: left for at, left in tree.files.items() if at != name}, ())
    if not stat.S_ISREG(found.st_mode):
        return None
    return Tree({**tree.files, name: stamp(found)}, ())
