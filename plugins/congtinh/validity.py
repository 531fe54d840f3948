"""The validity of a document on a day, from its dates (V3); relations join in with their own issue."""

from __future__ import annotations

import datetime as dt

from congtinh.records.legal_document import LegalDocument

NOT_YET, IN_FORCE, EXPIRED = "chua-co-hieu-luc", "con-hieu-luc", "het-hieu-luc-toan-bo"


def validity_on(document: LegalDocument, day: dt.date, ends: dt.date | None = None) -> str:
    """The code of ``validity`` on ``day``; empty where the dates do not say.

    A legal normative document without an effective date is not taken to be in force; another one
    holds from the day of its issue.  ``ends`` is the first day on which it no longer holds, where
    that is not its own ``expires`` alone (``SiteModel.ends``).
    """
    if document.status_override:
        return document.status_override.status
    end = ends or document.expires
    if end and end <= day:
        return EXPIRED
    start = begins(document)
    if start is None:
        return ""
    return NOT_YET if day < start else IN_FORCE


def begins(document: LegalDocument) -> dt.date | None:
    """The first day on which the document holds."""
    if document.effective or document.doc_class in ("vbqppl", "du-thao", None):
        return document.effective
    return document.issued
