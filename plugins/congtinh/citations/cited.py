"""What a text cites, as far as other pages need to know it."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple


class Cited(NamedTuple):
    """Another document that a text cites: by ``number`` (canonical), or by the words of a law's name.

    ``issued`` is the day that the text gives; ``parts`` are anchors; ``phrase`` the type word of a
    law whose name is not known, with the words after it.
    """

    number: str
    doc_type: str = ""
    parts: tuple[str, ...] = ()
    phrase: str = ""
    issued: dt.date | None = None
