"""Names of citizens in a text: after a form of address, or where somebody says who they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from congtinh.guards.finding import Finding, masked_person
from congtinh.guards.words import AFTER, BEFORE, CAPITALS, any_of
from congtinh.vocabulary.registry import Vocabularies

_SYLLABLE = rf"[{CAPITALS}][^\W\d_]*"
_NAME = rf"(?P<name>{_SYLLABLE}(?:[ \u00a0]{_SYLLABLE}){{1,4}})"
_BETWEEN = r"(?:[ \u00a0]*\([^)\n]{0,20}\))?[ \u00a0]*:?[ \t\u00a0*_]*"
_JOINED = re.compile(r"\b(?:và|cùng|với|tiếp|cho|gửi|của|and|with|to|of)\b", re.IGNORECASE)
_CALLED_AFTER = re.compile(r"(?:mang|đặt|cái|có)\s+\Z", re.IGNORECASE)
_POST = 90
_PLACE = 20


@dataclass(frozen=True)
class PersonWords:
    """Patterns of one site: ``named`` holds the group ``name``, and ``own`` where somebody says it."""

    named: re.Pattern[str]
    official: re.Pattern[str]
    named_after: re.Pattern[str]
    no_person: tuple[str, ...]


_made: dict[str, PersonWords] = {}


def persons_of(vocabularies: Vocabularies) -> PersonWords:
    """The words about persons in the vocabularies of a site, made ready once in each process."""
    found = _made.get(vocabularies.digest)
    if found is None:
        _made.clear()
        found = _made[vocabularies.digest] = _words_of(vocabularies)
    return found


def _words_of(vocabularies: Vocabularies) -> PersonWords:
    words = {term.code: term.texts("words") for term in vocabularies["guard_words"]}
    return PersonWords(
        named=_before_name(words["own-name"], words["addressed"]),
        official=any_of(words["official"]),
        named_after=re.compile(any_of(words["named-after"]).pattern + r"[\s“\"]*\Z", re.IGNORECASE),
        no_person=tuple(f"{word} " for word in words["not-persons"]),
    )


def _before_name(own: Iterable[str], addressed: Iterable[str]) -> re.Pattern[str]:
    before = rf"(?:(?P<own>{_any_case(own)})|{_any_case(addressed)})"
    return re.compile(rf"{BEFORE}{before}{AFTER}{_BETWEEN}{_NAME}{AFTER}")


def _any_case(words: Iterable[str]) -> str:
    """Words in small letters, with a capital in front or in capitals, by their first letters for speed."""
    tails: dict[str, set[str]] = {}
    for word in words:
        tails.setdefault(word[0].lower(), set()).update((word[1:], word[1:].upper()))
    return "|".join(f"[{first}{first.upper()}](?:{_longest_first(found)})" for first, found in tails.items())


def _longest_first(tails: set[str]) -> str:
    ordered = sorted(tails, key=lambda tail: (-len(tail), tail))
    return "|".join(re.escape(tail).replace(r"\ ", r"\s+") for tail in ordered)


def persons(text: str, words: PersonWords) -> Iterator[Finding]:
    """Full names of persons, each once, but for those behind their posts and those of streets and schools."""
    told = set()
    for match in words.named.finditer(text):
        name = match["name"].replace("\u00a0", " ")
        before = text[max(0, match.start() - _POST) : match.start()]
        if name in told or _is_no_person(name, before, words):
            continue
        if match["own"] or not _is_of_post(before, words):
            told.add(name)
            yield Finding("name", *match.span("name"), name, masked_person(name))


def _is_no_person(name: str, before: str, words: PersonWords) -> bool:
    near = before[-_PLACE:]
    return (
        f"{name.title()} ".startswith(words.no_person)
        or words.named_after.search(near) is not None
        or _CALLED_AFTER.search(near) is not None
    )


def _is_of_post(before: str, words: PersonWords) -> bool:
    """Whether a post stands before the form of address, and nobody else between: “Giám đốc, ông …”."""
    clause = re.split(r"[.;:\n]", before)[-1]
    ends = [found.end() for found in words.official.finditer(clause)]
    return bool(ends) and _JOINED.search(clause[ends[-1] :]) is None
