"""What editors may try where a query finds nothing: other queries that do find something."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator

from whoosh.searching import Searcher

from congtinh.errors import ContentError
from congtinh.search.content_faults import NAMED, OPERATORS
from congtinh.search.content_fields import asked
from congtinh.search.content_queries import parsed
from congtinh.search.typing import decoded
from congtinh.text.fold import strip_marks

MOST = 3
_FIELDS = ("body", "title", "facts")
_WORD = re.compile(r"[^\W_]+")


def suggested(searcher: Searcher, text: str, today: dt.date) -> Iterator[str]:
    """At most ``MOST`` queries that find something, the nearest to ``text`` first."""
    told: set[str] = {text}
    for candidate in _candidates(searcher, text):
        if candidate not in told and len(told) <= MOST and _finds(searcher, candidate, today):
            told.add(candidate)
            yield candidate


def _finds(searcher: Searcher, text: str, today: dt.date) -> bool:
    try:
        wanted = parsed(text, searcher.schema, today)
    except ContentError:
        return False
    return len(searcher.search(wanted, limit=1)) > 0


def _candidates(searcher: Searcher, text: str) -> Iterator[str]:
    """Typed with the keyboard program off; misspelt; too exact; too narrow; too many words."""
    yield _each_word(text, lambda word: decoded(word) or word)
    yield _each_word(text, lambda word: _nearest(searcher, word))
    bare = strip_marks(text)
    yield bare
    loose = text.replace('"', "")
    yield loose
    yield NAMED.sub("", loose)
    words = [word for word in NAMED.sub("", loose).split() if word not in OPERATORS]
    if len(words) > 1:
        yield " OR ".join(words)


def _each_word(text: str, change: Callable[[str], str]) -> str:
    def changed(match: re.Match[str]) -> str:
        named = text[match.end() : match.end() + 1] == ":"
        return match[0] if named or match[0] in OPERATORS else change(match[0])

    return _WORD.sub(changed, text)


def _nearest(searcher: Searcher, word: str) -> str:
    """The word itself where any file has it, else the commonest one that differs by a letter or two."""
    reader, terms = searcher.reader(), asked(word)
    if any((field, term.encode()) in reader for field in _FIELDS for term in terms):
        return word
    for distance in (1, 2):
        for field in _FIELDS:
            found = searcher.suggest(field, terms[0], limit=1, maxdist=distance, prefix=1)
            if found:
                return str(found[0])
    return word
