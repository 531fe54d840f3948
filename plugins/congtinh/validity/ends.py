"""The day from which each document no longer holds: its own, or that of what replaces or repeals it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from congtinh.records.legal_document import LegalDocument
from congtinh.validity.effects import EXTENDS, Effect
from congtinh.validity.states import EXPIRED, EXPIRES, Cause

ONE_DAY = dt.timedelta(days=1)


def _in_time(effect: Effect) -> tuple[object, ...]:
    """Extensions of a day first: what expires on it may still be extended."""
    until = effect.until or dt.date.max
    return effect.day, effect.result != EXTENDS, *effect.cause[:4], until, effect.target


class Ends:
    """First days without effect, found day by day, so that the order of files means nothing.

    An effect counts unless the document that says it had itself ended before the day; what it ended
    does not come back when it ends in its turn.  An extension moves a document's own expiry, if that
    had not come yet.  Effects of the same day count together.
    """

    def __init__(self, documents: Mapping[str, LegalDocument], effects: Iterable[Effect]) -> None:
        self._own: dict[str, tuple[dt.date | None, Cause]] = {
            identity: (record.expires, Cause(EXPIRES, record.expires))
            for identity, record in documents.items()
            if record.expires
        }
        self._ended: dict[str, tuple[dt.date, tuple[Cause, ...]]] = {}
        chosen = [e for e in effects if e.result == EXPIRED or e.result == EXTENDS]
        for effect in sorted(chosen, key=_in_time):
            if not self.is_void(effect):
                (self._extend if effect.result == EXTENDS else self._end)(effect)

    def of(self, identity: str) -> tuple[dt.date | None, tuple[Cause, ...]]:
        """The first day without effect and its causes; ``None`` where no day is known."""
        own, cause = self._own.get(identity, (None, None))
        day, causes = self._ended.get(identity, (None, ()))
        if own and cause and (day is None or own <= day):
            return own, (cause, *causes) if own == day else (cause,)
        return day, causes

    def is_void(self, effect: Effect) -> bool:
        """Whether the document that says it had ended before the effect would have begun."""
        end = self.of(effect.source)[0]
        return end is not None and end < effect.day

    def _extend(self, effect: Effect) -> None:
        own, _ = self._own.get(effect.target, (None, None))
        if own is None or own < effect.day:
            return
        until = effect.until + ONE_DAY if effect.until else None
        if until is None or until > own:
            self._own[effect.target] = (until, effect.cause._replace(kind=EXPIRES))

    def _end(self, effect: Effect) -> None:
        day, causes = self._ended.get(effect.target, (effect.day, ()))
        if day == effect.day:
            self._ended[effect.target] = (day, (*causes, effect.cause))
