"""A question with its answer as schema.org has it (``QAPage``); nobody who asked is named."""

from __future__ import annotations

from typing import Any

from congtinh.records.question import Question

_LONGEST_ANSWER = 1000


def question(record: Question, text: str, publisher: str) -> dict[str, Any]:
    """``text`` is that of the file, the answer where it is long."""
    told = " ".join((record.answer or text).split())
    answer = {
        "@type": "Answer",
        "text": told
        if len(told) <= _LONGEST_ANSWER
        else f"{told[: _LONGEST_ANSWER - 1].rsplit(None, 1)[0]}…",
        "dateCreated": record.answered.isoformat() if record.answered else None,
        "author": {"@type": "GovernmentOrganization", "name": publisher},
    }
    is_answered = bool(told and record.answered)
    asked = {
        "@type": "Question",
        "name": record.heading,
        "text": record.question,
        "dateCreated": record.received.isoformat() if record.received else None,
        "answerCount": int(is_answered),
        "acceptedAnswer": {key: value for key, value in answer.items() if value}
        if is_answered
        else None,
    }
    return {"mainEntity": {key: value for key, value in asked.items() if value is not None}}
