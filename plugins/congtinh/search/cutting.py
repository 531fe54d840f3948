"""A sorted list cut into shards at places that its content decides.

Whether a shard ends before a term follows from the term and from the size since the last cut, so an
edit moves the cuts near it and no others (content-defined chunking; Muthitacharoen et al. 2001).
The longer a shard, the likelier it ends, so that few are much shorter or longer than others.
"""

from __future__ import annotations

from zlib import crc32

_SCALE = 1 << 32


class Cutter:
    """Decides before each entry whether a new shard begins; ``least`` and ``most`` are sizes in bytes."""

    def __init__(self, least: int, most: int) -> None:
        self._least, self._span = least, most - least
        self.size = 0

    def cuts(self, name: bytes, size: int) -> bool:
        """Whether the entry ``name`` of ``size`` bytes begins a new shard; it is then counted in."""
        over = self.size - self._least
        cut = over > 0 and crc32(name) * self._span < over * (_SCALE // 4)
        if not cut and over + size > self._span and self.size:
            cut = True
        self.size = size if cut else self.size + size
        return cut
