"""The telling words of an item: what its title and summary say that papers on any subject do not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from congtinh.neighbours import Telling
from congtinh.search.common_words import FUNCTION_WORDS, GENERAL_PAIRS, GENERAL_WORDS
from congtinh.search.terms import analyse
from congtinh.search.tokens import raw_tokens
from congtinh.vocabulary.registry import Vocabularies

MOST = 8
"""Telling words that are kept of an item, those of its title first."""
_LEAST_LETTERS = 3
_OF_OFFICE = ("positions", "document_types")
"""Vocabularies whose labels name ranks and papers, and so stand in texts on any subject."""

Common = Mapping[str, frozenset[str]]
"""By language: the words and pairs that tell nothing on a site."""


def common_words(vocabularies: Vocabularies) -> Common:
    """Those of all offices, with ranks and kinds of papers, and the names of the site's own bodies.

    These are the issuers that its vocabulary adds: what the department itself is called
    (``khoa học``, ``Minh Châu``) tells nothing on its site.
    """
    return {
        "vi": GENERAL_PAIRS | _named(vocabularies, "vi"),
        "en": frozenset(map(_stem, GENERAL_WORDS)) | _named(vocabularies, "en"),
    }


def _named(vocabularies: Vocabularies, language: str) -> frozenset[str]:
    package, _ = Vocabularies.load()
    own = (term for term in vocabularies["issuers"] if term.code not in package["issuers"])
    terms = (*own, *(term for name in _OF_OFFICE for term in vocabularies[name]))
    labels = (term.label.of(language) for term in terms)
    return frozenset(word for label in labels for word in _words(label, language, frozenset()))


def _stem(word: str) -> str:
    return analyse(word, "en").key


def telling(title: str, summary: str, language: str, common: Common) -> Telling:
    """The telling words of an item in the order of the text, at most ``MOST`` in all.

    Vietnamese ones are pairs of syllables as they are written; words that are no syllables (STEM,
    OCOP), and all English ones, count alone. Nothing else of the site decides them.
    """
    known = common[language]
    of_title = dict.fromkeys(_words(title, language, known))
    of_summary = dict.fromkeys(_words(summary, language, known)) if summary != title else {}
    kept = tuple(of_title)[:MOST]
    more = [word for word in of_summary if word not in of_title]
    return Telling(kept, tuple(more[: MOST - len(kept)]))


def _words(text: str, language: str, known: frozenset[str]) -> Iterator[str]:
    found = _english(text) if language == "en" else _vietnamese(text)
    return (word for word in found if word not in known)


def _english(text: str) -> Iterable[str]:
    for raw in raw_tokens(text):
        if raw[:1].isalpha():
            key = _stem(raw)
            if len(key) >= _LEAST_LETTERS:
                yield key


def _vietnamese(text: str) -> Iterable[str]:
    before = ""
    for raw in raw_tokens(text):
        here = ""
        if raw[:1].isalpha():
            kind, _, form = analyse(raw, "vi")
            if kind == "word" and len(form) >= _LEAST_LETTERS:
                yield form
            elif kind == "syllable" and form not in FUNCTION_WORDS:
                here = form
        if before and here:
            yield f"{before} {here}"
        before = here
