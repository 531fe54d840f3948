"""The states of validity (V3), what caused them, and the states of a document one after the other."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from congtinh.records.legal_document import LegalDocument

NOT_YET, IN_FORCE = "chua-co-hieu-luc", "con-hieu-luc"
PARTLY_EXPIRED, EXPIRED = "het-hieu-luc-mot-phan", "het-hieu-luc-toan-bo"
SUSPENDED, PARTLY_SUSPENDED = "ngung-hieu-luc", "ngung-hieu-luc-mot-phan"
UNSUITABLE = "khong-con-phu-hop"

BEGINS, EXPIRES, RESUMES, OVERRIDE = "begins", "expires", "resumes", "override"
"""Causes beside the kinds of relations: the document's own days, and a state typed by hand."""


class Cause(NamedTuple):
    """Why a state holds: a kind of relation or one of the words above, and since when.

    ``source`` is the id of the document that says it, empty for the document itself; ``clause``
    the part of this document that is meant, as written; ``until`` the last day of an effect in time.
    """

    kind: str
    day: dt.date | None
    source: str = ""
    clause: str = ""
    until: dt.date | None = None


class State(NamedTuple):
    """A state and the first day on which it holds; ``None``: since ever.

    ``code`` is empty where the dates do not say.  ``causes`` are all that hold, the newest last.
    """

    code: str
    since: dt.date | None
    causes: tuple[Cause, ...] = ()


Timeline = tuple[State, ...]
"""The states of a document in order of time; the first holds since ever."""


def state_on(timeline: Timeline, day: dt.date) -> State:
    """The state that holds on ``day``."""
    found = timeline[0]
    for state in timeline[1:]:
        if state.since and state.since <= day:
            found = state
    return found


def changes_after(timeline: Timeline, day: dt.date) -> Timeline:
    """The states that begin later than ``day``."""
    return tuple([state for state in timeline[1:] if state.since and state.since > day])


def begins(document: LegalDocument) -> dt.date | None:
    """The first day on which the document holds by its own words.

    A legal normative document without an effective date is not taken to be in force; another one
    holds from the day of its issue.
    """
    if document.effective or document.doc_class in ("vbqppl", "du-thao", None):
        return document.effective
    return document.issued
