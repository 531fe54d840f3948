"""Text of an older system made clean: NFC, one kind of line end, no control sign, no lone mark."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from congtinh.errors import N_
from congtinh.text.encoding import TCVN3, VNI, legacy_font
from congtinh.text.legacy_fonts import from_tcvn3, from_vni
from congtinh.text.normal import find_faults, is_nfc, nfc

_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ue000\ue001\ud800-\udfff\ufffe\uffff]"
)
_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
_LOST = "\ufffd"
LOST_LETTER = "[?]"

NOTES = {
    "nfc": N_("Letters composed with their marks (NFC)"),
    "line_ends": N_("Line ends made uniform"),
    "control": N_("Control characters removed"),
    "lone_mark": N_("Marks without a letter removed"),
    "lost": N_("Lost letters (U+FFFD) written as [?]"),
    "font": N_("Text of an old font code converted to Unicode"),
    "image": N_("Pictures of other sites turned into links"),
    "picture_lost": N_("Pictures that did not come along taken out"),
    "link": N_("Links to pages that do not exist here turned into plain text"),
    "shortcode": N_("Commands of the old system (shortcodes) removed"),
    "html": N_("Raw HTML removed or turned into Markdown"),
    "heading": N_("Levels of headings put in order"),
    "date": N_("Dates that could not be used left out"),
    "entry": N_("Entries of lists that fit no pattern of the map left out"),
}
"""What an import mends by itself, counted in the report: key to words."""


def clean(value: Any, notes: Counter[str]) -> Any:
    """``value`` with every text in it clean, lists and maps too; what was mended is counted."""
    if isinstance(value, str):
        return clean_text(value, notes)
    if isinstance(value, list):
        return [clean(part, notes) for part in value]
    if isinstance(value, dict):
        return {clean_text(str(key), notes): clean(part, notes) for key, part in value.items()}
    return value


def clean_text(text: str, notes: Counter[str]) -> str:
    """One text, clean; text typed for TCVN3 or VNI fonts becomes Unicode."""
    if text.isascii() and text.isprintable():
        return text
    text = _replaced(_LINE_ENDS, "\n", text, "line_ends", notes)
    text = _replaced(_CONTROL, "", text, "control", notes)
    font = legacy_font(text)
    if font in (TCVN3, VNI):
        text = from_tcvn3(text) if font == TCVN3 else from_vni(text)
        notes["font"] += 1
    if not is_nfc(text):
        text = nfc(text)
        notes["nfc"] += 1
    if _LOST in text:
        text = text.replace(_LOST, LOST_LETTER)
        notes["lost"] += 1
    return _without_lone_marks(text, notes)


def _replaced(pattern: re.Pattern[str], new: str, text: str, note: str, notes: Counter[str]) -> str:
    changed = pattern.sub(new, text)
    notes[note] += changed != text
    return changed


def _without_lone_marks(text: str, notes: Counter[str]) -> str:
    """Take out each mark that the check of content would find; at most one a line at a time."""
    found = False
    while marks := [fault.offset for fault in find_faults(text) if fault.kind == "lone_mark"]:
        for offset in reversed(marks):
            text = text[:offset] + text[offset + 1 :]
        text, found = nfc(text), True
    notes["lone_mark"] += found
    return text
