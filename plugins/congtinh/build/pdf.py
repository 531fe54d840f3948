"""What a PDF holds: its pages, and whether the first of them have text."""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO

import pypdf

from congtinh.build.pdf_facts import DAMAGED, LOCKED, SCAN, PdfFacts

PAGES_LOOKED_AT = 3
_TAG = re.compile(r"<[^>]*>")


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


def pdf_words(file: Path | IO[bytes]) -> tuple[str, str]:
    """All text of a PDF, a line for each line, and what stands beside it: properties, notes, fields.

    Of what cannot be read, nothing.
    """
    with _quiet():
        try:
            reader = pypdf.PdfReader(file)
            pages = [_attempted(page.extract_text) for page in reader.pages]
            beside = [_attempted(partial(_beside, reader)), *map(_notes, reader.pages)]
        except Exception:  # damaged files make the parser fail in any of many ways
            return "", ""
    return "\n".join(pages), "\n".join(one for one in beside if one)


def _attempted(read: Callable[[], str]) -> str:
    try:
        return read()
    except Exception:  # one damaged page does not hide the others
        return ""


def _beside(reader: pypdf.PdfReader) -> str:
    """Title, author, subject and the like, XMP, filled fields, names of embedded files."""
    said = [f"{name.lstrip('/')}: {value}" for name, value in (reader.metadata or {}).items()]
    xmp = reader.root_object.get("/Metadata")
    if xmp is not None:
        said.append(_TAG.sub("\n", xmp.get_object().get_data().decode("utf-8", "ignore")))
    said += [f"{name}: {field.get('/V')}" for name, field in (reader.get_fields() or {}).items() if field.get("/V")]
    return "\n".join([*said, *reader.attachments])


def _notes(page: pypdf.PageObject) -> str:
    def said() -> str:
        notes = (note.get_object() for note in page.get("/Annots") or ())
        return "\n".join(str(note[key]) for note in notes for key in ("/Contents", "/V") if key in note)

    return _attempted(said)


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
