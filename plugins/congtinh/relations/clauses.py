"""The parts of a document that a relation names, as its editor wrote them."""

from __future__ import annotations

from functools import lru_cache

from congtinh.citations.parts import parts_before


@lru_cache(maxsize=1 << 12)
def named_parts(clause: str) -> tuple[str, ...]:
    """The anchors of the parts (``text.articles``): “khoản 2 Điều 5; Điều 7 Quy định” names two.

    None where the words name no part by its number.
    """
    found: tuple[str, ...] = ()
    at = len(clause)
    while at > 0:
        start, parts = parts_before(clause, at)
        found = parts + found
        at = start if parts else max(clause.rfind(sign, 0, at) for sign in " ;,")
    return tuple(dict.fromkeys(found))
