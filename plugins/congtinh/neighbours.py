"""Which items of a site belong together: what a page offers beside what it shows already.

Two items are near by what both say of themselves: a campaign, a topic, a field, a document that
both rest on, telling words of title and summary.  What two of them score follows from these two
alone, never from how many others there are, so that an edit changes nothing but lists near by.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple, TypeVar

from congtinh.languages import LANGUAGES

MOST = 4
"""Neighbours that a page offers."""
REACH = 6
"""How far a thing in common reaches: to so many of its bearers before an item in time, and after."""
LEAST = 5
"""What neighbours score at least: as much as two telling words, one of them of the title."""

_TITLE, _SUMMARY = 3, 2
_WEIGHTS = {"explains": 7, "campaign": 5, "document": 0, "topic": 3, "field": 2}
"""What things in common weigh, the most telling first; documents are counted apart."""
_ORDER = tuple(_WEIGHTS)
_DAYS = 4_000_000
"""More days than any two days of the calendar are apart."""
_DOCUMENT, _MOST_DOCUMENTS = 4, 6
"""What one document in common weighs, each further one being 1 more, and the most that they do: the
laws that every decision rests on bind little."""


class Telling(NamedTuple):
    """The telling words of an item, each once: those of its title, and those that only its summary has."""

    title: tuple[str, ...] = ()
    summary: tuple[str, ...] = ()


class Fact(NamedTuple):
    """What an item is about: a key of ``_WEIGHTS``, and a code, an id or the number of a document."""

    kind: str
    what: str


class Subject(NamedTuple):
    """An item in all its languages: its day, what it is about, its telling words by language.

    ``shown``: ids of what stands on its page for another reason.
    """

    identity: str
    day: int
    facts: tuple[Fact, ...]
    words: Mapping[str, Telling]
    shown: frozenset[str] = frozenset()


_Key = TypeVar("_Key", Fact, str)
Bearing = tuple[int, list[int], int]
"""Something that an item bears: its weight, the places of all that bear it, and where among them it stands."""


class Neighbour(NamedTuple):
    """The id of a neighbour, and what binds it most: the kind of a fact, empty where words alone do."""

    identity: str
    why: str


class NeighbourIndex:
    """The neighbours of every subject, from inverted lists in the order of time."""

    def __init__(self, subjects: Iterable[Subject], reach: int = REACH) -> None:
        self._subjects = sorted(subjects, key=lambda one: (one.day, one.identity))
        self._places = {one.identity: place for place, one in enumerate(self._subjects)}
        self._reach = reach
        self._near: dict[str, Mapping[str, tuple[Neighbour, ...]]] = {}

    def near(self, identity: str, language: str) -> tuple[Neighbour, ...]:
        """The neighbours of an item for its page in ``language``, the nearest first.

        First those that have this language; of equal ones those nearest in time, the earlier first.
        """
        place = self._places.get(identity)
        if place is None:
            return ()
        found = self._near.get(identity)
        if found is None:
            found = self._near[identity] = self._lists(place)
        return found.get(language, ())

    def settle(self) -> None:
        """Find the neighbours of every subject now."""
        for place, subject in enumerate(self._subjects):
            if subject.identity not in self._near:
                self._near[subject.identity] = self._lists(place)

    @cached_property
    def _bearing(self) -> list[list[Bearing]]:
        """By place, what each subject bears.

        Two of them meet in Vietnamese words where both have these, else in English ones: those of a
        pair count for and against items in English alone.
        """
        facts: dict[Fact, list[int]] = {}
        words: dict[str, list[int]] = {}
        alone: dict[str, list[int]] = {}
        found = []
        for place, subject in enumerate(self._subjects):
            own: list[Bearing] = []
            for fact in subject.facts:
                _bear(own, facts, fact, _WEIGHTS[fact.kind], place)
            telling = subject.words.get("vi")
            bearers, telling = (words, telling) if telling else (alone, subject.words["en"])
            for word in telling.title:
                _bear(own, bearers, word, _TITLE, place)
            for word in telling.summary:
                _bear(own, bearers, word, _SUMMARY, place)
            found.append(own)
        if alone:
            self._meet_in_english(found, alone)
        return found

    def _meet_in_english(
        self, bearing: list[list[Bearing]], alone: Mapping[str, list[int]]
    ) -> None:
        of_pairs: dict[str, list[int]] = {}
        for place, subject in enumerate(self._subjects):
            if len(subject.words) > 1:
                for word in subject.words["en"].title + subject.words["en"].summary:
                    of_pairs.setdefault(word, []).append(place)
        for place, subject in enumerate(self._subjects):
            english = subject.words.get("en", Telling())
            others = alone if "vi" in subject.words else of_pairs
            for weight, words in ((_TITLE, english.title), (_SUMMARY, english.summary)):
                for word in words:
                    if at := others.get(word):
                        bearing[place].append((weight, at, bisect_left(at, place)))

    def _scores(self, place: int) -> dict[int, int]:
        """Places of those near by to what they score; the subject itself is among them."""
        scores: dict[int, int] = {}
        documents: dict[int, int] = {}
        reach = self._reach
        for weight, bearers, at in self._bearing[place]:
            counted = scores if weight else documents
            known, adds = counted.get, weight or 1
            for one in bearers[max(0, at - reach) : at + reach + 1]:
                counted[one] = known(one, 0) + adds
        for one, count in documents.items():
            scores[one] = scores.get(one, 0) + min(_DOCUMENT + count - 1, _MOST_DOCUMENTS)
        return scores

    def _ranked(self, place: int) -> list[int]:
        """The places of those that score enough, the nearest first, the subject itself among them."""
        subjects, count = self._subjects, len(self._subjects)
        day = subjects[place].day
        # one number for each says score, days apart, and place: those compare quickest
        ranked = [
            (abs(subjects[at].day - day) - score * _DAYS) * count + at
            for at, score in self._scores(place).items()
            if score >= LEAST
        ]
        ranked.sort()
        return [number % count for number in ranked]

    @cached_property
    def _lacking(self) -> Mapping[str, frozenset[int]]:
        """The places of those that have not got a language."""
        every = enumerate(self._subjects)
        one = [(place, subject.words) for place, subject in every if len(subject.words) == 1]
        return {code: frozenset(p for p, words in one if code not in words) for code in LANGUAGES}

    def _lists(self, place: int) -> Mapping[str, tuple[Neighbour, ...]]:
        """The neighbours of one subject, by the language of its page."""
        subject = self._subjects[place]
        shown = {place, *(self._places.get(one, place) for one in subject.shown)}
        found = [at for at in self._ranked(place) if at not in shown]
        lists: dict[str, tuple[Neighbour, ...]] = {}
        before: list[int] = []
        for language in subject.words:
            nearest = found[:MOST]
            if lacking := self._lacking[language]:
                own = [at for at in found if at not in lacking]
                nearest = [*own, *(at for at in found if at in lacking)][:MOST]
            if nearest == before:
                return dict.fromkeys(subject.words, next(iter(lists.values()), ()))
            lists[language] = tuple([self._neighbour(subject, at) for at in nearest])
            before = nearest
        return lists

    def _neighbour(self, subject: Subject, at: int) -> Neighbour:
        other = self._subjects[at]
        kinds = [fact.kind for fact in subject.facts if fact in other.facts]
        return Neighbour(other.identity, min(kinds, key=_ORDER.index) if kinds else "")


def _bear(
    own: list[Bearing], bearers: dict[_Key, list[int]], key: _Key, weight: int, place: int
) -> None:
    """Note that the subject at ``place`` bears something, and where it stands among all that do."""
    found = bearers.get(key)
    if found is None:
        found = bearers[key] = []
    own.append((weight, found, len(found)))
    found.append(place)
