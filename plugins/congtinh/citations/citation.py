"""What a citation is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """One mention of an instrument; offsets count characters of the text as it was given.

    The span runs from the first part that is named (“khoản 2 Điều 17 …”), or else from the type
    word, to the end of the number or name, and of the date or year right after it. ``number`` is
    canonical (``congtinh.numbering``) and empty where it is not known; ``number_start`` and
    ``number_end`` hold what names the instrument: its number as written, or else its name with the
    type word. ``doc_type`` is a code of the vocabulary ``document_types`` where the words or the
    symbol say it. ``name`` is that of a law, as written; ``issued`` the day that the text gives, or
    else that of the law whose name was found. ``parts`` are anchors as ``congtinh.text.articles`` makes them.

    ``is_self``: “Luật này”, the text itself. ``open``: a law is named whose name is not known; then
    the span ends with the type word, and ``name`` goes on with the words after it
    (``names.resolve`` may know them).
    """

    start: int
    end: int
    number: str
    number_start: int
    number_end: int
    doc_type: str = ""
    name: str = ""
    issued: dt.date | None = None
    parts: tuple[str, ...] = ()
    is_self: bool = False
    open: bool = False
