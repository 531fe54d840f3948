"""What a PDF holds: its pages, and whether the first of them have text."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdf

from congtinh.build.pdf_facts import DAMAGED, LOCKED, SCAN, PdfFacts

PAGES_LOOKED_AT = 3


def pdf_facts(path: Path) -> PdfFacts:
    """What the PDF in ``path`` holds; never raises for a PDF that is locked or damaged."""
    with _quiet(), path.open("rb") as file:
        try:
            reader = pypdf.PdfReader(file)
            if reader.is_encrypted and not reader.decrypt(""):
                return PdfFacts(None, None, LOCKED)
            pages = len(reader.pages)
            first = (reader.pages[number] for number in range(min(pages, PAGES_LOOKED_AT)))
            has_text = any(_has_letters(page.extract_text()) for page in first)
        except (pypdf.errors.FileNotDecryptedError, pypdf.errors.DependencyError):
            return PdfFacts(None, None, LOCKED)
        except Exception:  # damaged files make the parser fail in any of many ways
            return PdfFacts(None, None, DAMAGED)
    if not pages:
        return PdfFacts(None, None, DAMAGED)
    return PdfFacts(pages, has_text, "" if has_text else SCAN)


def pdf_text(path: Path) -> str:
    """All text of a PDF, a line for each line; of a page that cannot be read, nothing."""
    with _quiet(), path.open("rb") as file:
        try:
            reader = pypdf.PdfReader(file)
            return "\n".join(page.extract_text() for page in reader.pages)
        except Exception:  # damaged files make the parser fail in any of many ways
            return ""


def _has_letters(text: str) -> bool:
    return any(sign.isalnum() for sign in text)


@contextmanager
def _quiet() -> Iterator[None]:
    """Remarks of the PDF reader about a file are not told: its faults are."""
    log = logging.getLogger("pypdf")
    level = log.level
    log.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        log.setLevel(level)
