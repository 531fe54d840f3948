"""Terms and least numbers that a law or a department sets (vocabulary ``limits``)."""

from __future__ import annotations

from congtinh.vocabulary.registry import Vocabularies


def limit(vocabularies: Vocabularies, code: str) -> int:
    """The number of one limit; its unit stands beside it in the vocabulary.

    Raises ``KeyError`` where there is no such limit: codes stand in the program, not in content.
    """
    term = vocabularies["limits"].get(code)
    number = term.extra.get("number") if term else None
    if not isinstance(number, int):
        raise KeyError(code)
    return number
