"""What is known of a PDF, kept apart from what reads one."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from typing import NamedTuple

from congtinh.errors import N_

LOCKED = N_("the PDF is locked, so its pages and its text could not be read")
DAMAGED = N_("the PDF is damaged or is no PDF, so its pages and its text could not be read")
SCAN = N_("the PDF is a scan without a text layer, so it can be neither searched nor read aloud")


class PdfFacts(NamedTuple):
    """Pages of a PDF, whether its first pages hold text, and a fault (``""``, a message id)."""

    pages: int | None
    text_layer: bool | None
    fault: str = ""


@cache
def reading() -> str:
    """How PDFs are read; what another reading found is not used."""
    return f"2 pypdf {version('pypdf')}"
