"""The weights of BM25F (Robertson, Zaragoza & Taylor 2004) as the index keeps them: eight impacts.

The impact of a term in a passage is the saturated frequency of BM25F alone; how rare the term is
comes to it when a query is answered.  The lengths that it is normalised by are constants, so that
the impact of one passage never depends on another one.
"""

from __future__ import annotations

from typing import NamedTuple

LEVELS = 8
"""Impacts are 0 to 7; impact ``i`` stands for a saturated frequency of ``(i + 0.5) / 8``."""
SATURATION = 1.0
"""``k1``: the weighted frequency that counts half of what endless repetition would."""


class FieldWeight(NamedTuple):
    """``boost`` of a field, ``norm`` (``b``) of its length, and the ``usual`` length in tokens."""

    boost: float
    norm: float
    usual: float


FIELDS = (
    FieldWeight(1.0, 0.6, 220.0),  # body
    FieldWeight(1.5, 0.6, 60.0),  # catalogue
    FieldWeight(10.0, 0.6, 20.0),  # title and names
)
BODY, CATALOGUE, TITLE = range(3)


def length_norm(field: int, tokens: int) -> float:
    """What a frequency in a field of so many tokens is divided by."""
    weight = FIELDS[field]
    return 1.0 - weight.norm + weight.norm * (tokens / weight.usual)


def impact(weighted: float) -> int:
    """The impact of a weighted frequency: the sum over the fields of boost × frequency / norm."""
    return min(LEVELS - 1, int(LEVELS * (weighted / (SATURATION + weighted))))
