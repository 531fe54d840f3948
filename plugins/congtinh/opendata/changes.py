"""Feeds of changes: when a document took effect, was suspended, expired (ideas.md, D45)."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from congtinh.languages import Language


class Change(NamedTuple):
    """One change as a feed tells it.

    ``address`` is that of the document's page; ``mark`` tells the change from all others of the
    document, for good: the state and its first day, ``het-hieu-luc-toan-bo-2022-08-15``.
    """

    title: str
    summary: str
    address: str
    mark: str
    day: dt.date


class ChangeFeed(NamedTuple):
    """A feed before it is written: the newest changes up to the day of the build, the newest first.

    ``address`` is the feed's own, ``page`` that of the list it follows, both relative to the root
    of the site; ``agency`` is the publisher's name.
    """

    address: str
    title: str
    changes: tuple[Change, ...]
    page: str
    language: Language
    agency: str
