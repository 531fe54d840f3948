"""The parts of a document's page: its states with their reasons, its relations, who cites whom."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from congtinh.pages.parts import KINDS, Link, Validity


class Reason(NamedTuple):
    """Why a state holds: ``text``, perhaps a document that says so, the part meant, and a note.

    ``text_lang`` and ``note_lang`` are set where the words are not in the language of the page.
    """

    text: str
    source: Link | None = None
    clause: str = ""
    note: str = ""
    note_lang: str = ""


class HistoryEntry(NamedTuple):
    """A state from ``since`` (none: from the beginning) to the day before ``until`` (none: open)."""

    state: str
    label: str
    since: dt.date | None
    until: dt.date | None
    reasons: tuple[Reason, ...]
    current: bool

    @property
    def kind(self) -> str:
        return KINDS.get(self.state, "unknown")


class CitedDocument(NamedTuple):
    """A document that a text cites, or an item that cites one; ``parts`` are those named, in words."""

    document: Link
    validity: Validity | None = None
    parts: tuple[str, ...] = ()


class Relation(NamedTuple):
    """One document that this one touches, or that touches it.

    ``own_clause`` and ``clause`` name the parts meant of this document and of the other, as written;
    ``external``: the other is not on this site, and its link is its number alone.
    """

    document: Link
    own_clause: str = ""
    clause: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    external: bool = False
    validity: Validity | None = None


class RelationGroup(NamedTuple):
    """The relations of one kind; ``inverse`` ones are written in the other documents."""

    label: str
    relations: tuple[Relation, ...]
    kind: str = ""
    inverse: bool = False
