"""The parts of a page with both languages of a document: the heads of its two texts, and its rows."""

from __future__ import annotations

from typing import NamedTuple

from congtinh.languages import Language


class TextSide(NamedTuple):
    """What one language of a document says above and below its text; the words are in that language."""

    language: Language
    name: str
    heading: str
    abstract: str
    address: str
    agency: str
    number: str
    state: str
    motto: str
    place_and_day: str
    sign_capacity: str
    signer_title: str
    signer: str


class TextCell(NamedTuple):
    """The text of a row in one language; where it has none, ``missing`` says so for the page."""

    language: Language
    html: str
    missing: str = ""


class TextRow(NamedTuple):
    """One part of a document in both languages; ``anchor`` is the part's own, ``label`` its name in words."""

    anchor: str
    label: str
    cells: tuple[TextCell, TextCell]
    heading: bool
    short: bool
