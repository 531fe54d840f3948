"""Notes in the text of a document where another one amends, repeals or suspends a part of it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import NamedTuple

from congtinh.citations.parts import parts_before
from congtinh.languages import Language
from congtinh.messages import day as in_words
from congtinh.model import Item
from congtinh.pages.histories import document_link
from congtinh.pages.parts import Link
from congtinh.pages.relative import relative
from congtinh.pages.site import N_, Site
from congtinh.records.legal_document import LegalDocument
from congtinh.relations.edges import Edge
from congtinh.text.anchors import above, spelled
from congtinh.validity.effects import EXTENDS, NONE, result_of
from congtinh.validity.states import EXPIRED, PARTLY_EXPIRED, begins

_ID = re.compile(r'<(h[2-6]|p)\b[^>]*? id="([^"]+)"')
_ATTACHED = "phan-kem-theo-"
_OF_ATTACHED = re.compile(
    r"kèm theo|\b(?:quy chế|quy định|điều lệ|nội quy)\b|attached|issued with", re.IGNORECASE
)
_REPEALS = ("bai-bo-mot-phan", "bai-bo-toan-bo")
_REPEALED = N_("Repealed by")
_FROM = N_("from {day}")
_UNTIL = N_("to the end of {day}")
WORDS = (_REPEALED, _FROM, _UNTIL)
"""What the notes say in the language of the text."""


class Amendment(NamedTuple):
    """What ``source`` does from ``since`` (to the end of ``until``) to the part ``anchor`` of a text.

    ``part`` names what is meant where the text has no anchor for that, so that the note stands at
    the article or clause above it.
    """

    anchor: str
    part: str
    words: str
    source: Link
    since: dt.date | None
    until: dt.date | None


def with_amendments(site: Site, item: Item, html: str, page: str = "") -> str:
    """The body of ``item`` with a note after each heading or clause that others touch by name.

    ``page`` is the address that it stands at, where that is not the item's own.
    """
    edges = [
        edge for edge in site.model.touched_by(item) if edge.clause_to and _touches(site, edge)
    ]
    if not edges:
        return html
    anchors = {found[2]: found[1] for found in _ID.finditer(html)}
    notes: dict[str, list[Amendment]] = {}
    for edge in edges:
        for amendment in _amendments(site, edge, anchors):
            notes.setdefault(amendment.anchor, []).append(amendment)
    said = {anchor: _note(site, page or item.address, found) for anchor, found in notes.items()}
    return _inserted(html, said, anchors)


def _touches(site: Site, edge: Edge) -> bool:
    """Whether the relation words the part that it names anew, or takes it out of force."""
    return result_of(edge, site.model.vocabularies["relations"]) not in (NONE, EXTENDS)


def _amendments(site: Site, edge: Edge, anchors: Mapping[str, str]) -> Iterator[Amendment]:
    found = site.model.find("legal_document", edge.source, site.language)
    if found is None or not isinstance(found.record, LegalDocument):
        return
    since, ended = edge.from_date or begins(found.record), _end(site, found)
    if since and ended and ended < since:
        return  # the other document was over before it could do this
    until, words = _until(site, edge, ended), _words(site, edge.kind)
    for anchor, missing in _places(edge.clause_to, anchors).items():
        part = "; ".join([spelled(one, site.language) for one in missing])
        yield Amendment(anchor, part, words, document_link(site, edge.source), since, until)


def _words(site: Site, kind: str) -> str:
    """What the other document does to a part, which is repealed as a whole."""
    if kind in _REPEALS:
        return site.say(_REPEALED)
    term = site.model.vocabularies["relations"].get(kind)
    return term.text(f"inverse_{site.language}") if term else ""


def _until(site: Site, edge: Edge, ended: dt.date | None) -> dt.date | None:
    """The last day: a suspension ends with the document that says it."""
    lasts = result_of(edge, site.model.vocabularies["relations"]) == PARTLY_EXPIRED
    over = None if ended is None or lasts else ended - dt.timedelta(days=1)
    return min(filter(None, (edge.to_date, over)), default=None)


def _end(site: Site, source: Item) -> dt.date | None:
    last = site.model.timeline(source)[-1]
    return last.since if last.code == EXPIRED else None


def _places(clause: str, anchors: Mapping[str, str]) -> dict[str, list[str]]:
    """Anchors of the text that stand for the parts of a clause, each with those that it stands above."""
    runs = [_ATTACHED, ""] if _OF_ATTACHED.search(clause) else ["", _ATTACHED]
    found: dict[str, list[str]] = {}
    for named in named_parts(clause):
        near = (f"{run}{one}" for one in (named, *above(named)) for run in runs)
        place = next((anchor for anchor in near if anchor in anchors), "")
        if place:
            held = found.setdefault(place, [])
            held += [] if place.endswith(named) else [named]
    return found


def named_parts(clause: str) -> tuple[str, ...]:
    """The anchors of the parts that a clause names, as written: “Điều 5; khoản 2 Điều 9 Quy định”."""
    return _read(clause, "vi") or _read(clause, "en")


def _read(clause: str, language: Language) -> tuple[str, ...]:
    found: tuple[str, ...] = ()
    at = len(clause)
    while at > 0:
        start, parts = parts_before(clause, at, language)
        found = parts + found
        at = start if parts else max(clause.rfind(sign, 0, at) for sign in " ;,")
    return tuple(dict.fromkeys(found))


def _note(site: Site, page: str, found: Iterable[Amendment]) -> str:
    """A paragraph for each amendment, the oldest first."""
    in_time = sorted(found, key=lambda one: (one.since or dt.date.min, one.source.text))
    return "".join([_paragraph(site, page, one) for one in in_time])


def _paragraph(site: Site, page: str, of: Amendment) -> str:
    part = f"{escape(of.part[:1].upper() + of.part[1:])}: " if of.part else ""
    words = of.words[:1].lower() + of.words[1:] if part else of.words
    days = [
        site.say(said).format(day=in_words(day, site.language))
        for said, day in ((_FROM, of.since), (_UNTIL, of.until))
        if day
    ]
    told = "".join([f", {day}" for day in days])
    href, lang = relative(page, of.source.address), of.source.lang
    other = f' lang="{lang}"' if lang != site.language else ""
    link = f'<a href="{href}"{other}>{escape(of.source.text)}</a>'
    return f'\n<p class="amended" role="note">{part}{escape(words)} {link}{told}</p>'


def _inserted(html: str, notes: Mapping[str, str], anchors: Mapping[str, str]) -> str:
    """The notes after the heading or paragraph of their anchors."""
    for anchor, note in notes.items():
        end = f"</{anchors[anchor]}>"
        at = html.index(end, html.index(f' id="{anchor}"')) + len(end)
        html = html[:at] + note + html[at:]
    return html
