"""Text whose letters and marks are separate characters, read as if they were joined."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

_CLUSTER = re.compile("[^\u0300-\u036f][\u0300-\u036f]+")


class Composed:
    """``text`` in NFC, and the way back from its offsets to those of the text as given."""

    def __init__(self, given: str) -> None:
        pieces: list[str] = []
        self._made: list[int] = [0]
        self._given: list[int] = [0]
        last = length = 0
        for cluster in _CLUSTER.finditer(given):
            joined = unicodedata.normalize("NFC", cluster[0])
            pieces += [given[last : cluster.start()], joined]
            length += cluster.start() - last + len(joined)
            last = cluster.end()
            self._made.append(length)
            self._given.append(last)
        self.text = "".join([*pieces, given[last:]])

    def given(self, at: int) -> int:
        """The offset in the text as given of the character that stands at ``at`` in ``text``."""
        near = bisect_right(self._made, at) - 1
        return self._given[near] + at - self._made[near]
