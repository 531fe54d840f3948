"""Which items of a site belong together: what a page offers beside what it shows already.

Two items are near by what both say of themselves: a campaign, a topic, a field, a document that
both rest on, telling words of title and summary.  What two of them score follows from these two
alone, never from how many others there are, so that an edit changes nothing but lists near by.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from congtinh.languages import Language

MOST = 4
"""Neighbours that a page offers."""
REACH = 8
"""How far a thing in common reaches: to so many of its bearers before an item in time, and after."""
LEAST = 5
"""What neighbours score at least: as much as two telling words, one of them of the title."""

_TITLE, _SUMMARY = 3, 2
_WEIGHTS = {"explains": 7, "campaign": 5, "document": 0, "topic": 3, "field": 2}
"""What things in common weigh, the most telling first; documents are counted apart."""
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

        First those that have this language; of equal ones those nearest in time, then by id.
        """
        place = self._places.get(identity)
        if place is None:
            return ()
        found = self._near.get(identity)
        if found is None:
            found = self._near[identity] = self._lists(place)
        return found.get(language, ())

    @cached_property
    def _bearing(self) -> list[list[Bearing]]:
        """By place, what each subject bears.

        Two of them meet in Vietnamese words where both have these, else in English ones: those of a
        pair count for and against items in English alone.
        """
        bearers: dict[object, list[int]] = {}
        found = []
        for place, subject in enumerate(self._subjects):
            words = subject.words.get("vi") or subject.words["en"]
            language = "vi" if "vi" in subject.words else "en"
            bearing = []
            for key, weight in (*_facts(subject), *_words(words, language)):
                at = bearers.setdefault(key, [])
                bearing.append((weight, at, len(at)))
                at.append(place)
            found.append(bearing)
        if any("vi" not in subject.words for subject in self._subjects):
            self._meet_in_english(found, bearers)
        return found

    def _meet_in_english(
        self, bearing: list[list[Bearing]], bearers: Mapping[object, list[int]]
    ) -> None:
        of_pairs: dict[object, list[int]] = {}
        english = [(place, one) for place, one in enumerate(self._subjects) if "en" in one.words]
        for place, subject in english:
            if "vi" in subject.words:
                for key, _ in _words(subject.words["en"], "en"):
                    of_pairs.setdefault(key, []).append(place)
        for place, subject in english:
            others = bearers if "vi" in subject.words else of_pairs
            for key, weight in _words(subject.words["en"], "en"):
                if at := others.get(key):
                    bearing[place].append((weight, at, bisect_left(at, place)))

    def _scores(self, place: int) -> dict[int, int]:
        """Places of those near by to what they score; the subject itself is among them."""
        scores: dict[int, int] = {}
        documents: dict[int, int] = {}
        for weight, bearers, at in self._bearing[place]:
            counted = scores if weight else documents
            for one in bearers[max(0, at - self._reach) : at + self._reach + 1]:
                counted[one] = counted.get(one, 0) + (weight or 1)
        for one, count in documents.items():
            weight = min(_DOCUMENT + count - 1, _MOST_DOCUMENTS)
            scores[one] = scores.get(one, 0) + weight
        return scores

    def _lists(self, place: int) -> Mapping[str, tuple[Neighbour, ...]]:
        """The neighbours of one subject, by the language of its page."""
        subject, scores = self._subjects[place], self._scores(place)
        hidden = subject.shown | {subject.identity}
        found = [
            at
            for at, score in scores.items()
            if score >= LEAST and self._subjects[at].identity not in hidden
        ]
        lists = {}
        for language in subject.words:
            own = [at for at in found if language in self._subjects[at].words]
            nearest = self._nearest(subject, own, scores)
            if len(nearest) < MOST and len(own) < len(found):
                others = [at for at in found if language not in self._subjects[at].words]
                nearest += self._nearest(subject, others, scores)
            lists[language] = tuple([self._neighbour(subject, at) for at in nearest[:MOST]])
        return lists

    def _nearest(self, subject: Subject, found: list[int], scores: Mapping[int, int]) -> list[int]:
        """The places of the first ``MOST``, in their order."""
        if len(found) > MOST:
            least = sorted([scores[at] for at in found], reverse=True)[MOST - 1]
            found = [at for at in found if scores[at] >= least]
        if len(found) > 1:
            day, subjects = subject.day, self._subjects
            found.sort(key=lambda at: (-scores[at], abs(subjects[at].day - day), subjects[at].identity))
        return found[:MOST]

    def _neighbour(self, subject: Subject, at: int) -> Neighbour:
        other = self._subjects[at]
        kinds = {fact.kind for fact in subject.facts if fact in other.facts}
        return Neighbour(other.identity, next((kind for kind in _WEIGHTS if kind in kinds), ""))


def _facts(subject: Subject) -> Iterator[tuple[object, int]]:
    return ((fact, _WEIGHTS[fact.kind]) for fact in subject.facts)


def _words(telling: Telling, language: Language) -> Iterator[tuple[object, int]]:
    """The words of one language with their weights."""
    yield from (((language, word), _TITLE) for word in telling.title)
    yield from (((language, word), _SUMMARY) for word in telling.summary)
