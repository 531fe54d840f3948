"""Samples of what only the page of a document shows, with long texts, short ones and none."""

from __future__ import annotations

import datetime as dt
from html import escape
from typing import NamedTuple

from congtinh import addresses
from congtinh.pages.document_parts import CitedDocument, HistoryEntry, Reason
from congtinh.pages.parts import Link, Validity
from congtinh.pages.site import Site
from congtinh.pages.state_pictures import StatePicture, state_picture
from congtinh.validity.states import (
    EXPIRED,
    IN_FORCE,
    NOT_YET,
    PARTLY_EXPIRED,
    PARTLY_SUSPENDED,
    SUSPENDED,
)

_STATES = (NOT_YET, IN_FORCE, PARTLY_SUSPENDED, PARTLY_EXPIRED, SUSPENDED, EXPIRED)
_NUMBER = "118/KH-SKHCN"


class DocumentSamples(NamedTuple):
    """``histories`` are of two states and of all, each with its picture."""

    validity: Validity
    histories: tuple[tuple[tuple[HistoryEntry, ...], StatePicture | None], ...]
    lapses: tuple[Reason, ...]
    citation: str
    cited: tuple[CitedDocument, ...]


def document_samples(site: Site, long: str, short: str) -> DocumentSamples:
    """``long`` and ``short`` are texts in the language of ``site``."""
    link = Link(_NUMBER, addresses.fixed("patterns", site.language))
    entries = _history(site, link, long, short)
    two = (entries[0], entries[1]._replace(until=None))
    return DocumentSamples(
        _validity(site, IN_FORCE),
        tuple([(states, state_picture(states, dt.date(2020, 1, 2))) for states in (two, entries)]),
        (Reason(long, link, "", long), Reason(short, Link(_NUMBER))),
        f"{short} {_NUMBER}",
        (
            CitedDocument(link._replace(description=long), _validity(site, EXPIRED), (short, long)),
            *[CitedDocument(Link(f"{number}/QĐ-UBND")) for number in range(10, 19)],
        ),
    )


def _validity(site: Site, state: str) -> Validity:
    return Validity(state, site.label("validity", state))


def _history(site: Site, link: Link, long: str, short: str) -> tuple[HistoryEntry, ...]:
    """All states in turn, some two years apart; the second is marked as that of the day."""
    days = [None, *(dt.date(2019 + 2 * place, place, 1) for place in range(1, len(_STATES)))]
    causes = {
        PARTLY_SUSPENDED: (Reason(short, link, short), Reason(short, link)),
        PARTLY_EXPIRED: (Reason(long, link, long, long),),
        EXPIRED: (Reason(short, Link(_NUMBER), "", short),),
    }
    return tuple(
        [
            HistoryEntry(
                state,
                site.label("validity", state),
                since,
                until,
                causes.get(state, ()),
                place == 1,
            )
            for place, (state, since, until) in enumerate(
                zip(_STATES, days, [*days[1:], None], strict=True)
            )
        ]
    )


def part_samples(long: str, short: str) -> str:
    """A heading with its link, a note of an amendment, and citations, as they stand in a text."""
    words = escape(long)
    return (
        f'<h3 id="mau-3">{short} <a class="permalink" href="#mau-3" aria-label="{short}">#</a></h3>'
        f'<p class="amended" role="note">{short} <a href="#mau-3">{_NUMBER}</a></p>'
        f'<p class="clause">1. {words} <a class="citation" href="#mau-1" title="{words}" '
        f'data-status="{short}" data-kind="in-force">{_NUMBER}</a>, '
        f'<a class="citation" href="#mau-2" title="{short}">{short}</a>.</p>'
        f'<p class="amended" role="note">{words}</p>'
    )
