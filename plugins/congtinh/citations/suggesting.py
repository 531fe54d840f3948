"""What relation a citation suggests: “Nghị định này thay thế Nghị định số …” replaces it.

A person writes relations; these are offered to copy. The kinds are codes of the vocabulary
``relations``. What a sentence says of another document is not said of this one: its title (“Thông
tư số … sửa đổi, bổ sung một số điều của Thông tư số …”), a note of what amended it, quoted text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from congtinh.citations.citation import Citation
from congtinh.citations.relation_words import (
    AMENDED_BY,
    AMENDING,
    BASIS,
    CONDITION,
    COORDINATED,
    DONE_TO,
    ELSEWHERE,
    EXCEPT,
    EXPIRES,
    IN_FORCE,
    ITEM,
    JOINED,
    LONGEST,
    NEXT_BASIS,
    OF_SUBJECTS,
    OWN_TITLE,
    PART,
    RANKS,
    SAID_OF_ITSELF,
    SHORT,
    STATED,
    VERB,
    WORDS,
)
from congtinh.citations.statements import Foreign, Sentence, sentences


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A relation that a text seems to have to the document of ``citation``.

    ``kind`` is a code of the vocabulary ``relations``, ``clause_to`` holds the anchors of the parts
    of the other document; ``start`` and ``end`` are the offsets of the sentence that says it.
    """

    kind: str
    citation: Citation
    clause_to: tuple[str, ...]
    start: int
    end: int


def suggested(text: str, citations: Iterable[Citation]) -> list[Suggestion]:
    """The relations that ``citations``, those of ``text`` in order, suggest; each once."""
    foreign = Foreign(text)
    waiting = [one for one in citations if one.start not in foreign]
    starts = [one.start for one in waiting]
    found: dict[tuple[str, str, str, tuple[str, ...]], Suggestion] = {}
    for sentence in sentences(text):
        low, high = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        for kind, one in _Reading(text, sentence).relations(waiting[low:high]):
            key = (kind, one.number, "" if one.number else one.name, one.parts)
            found.setdefault(key, Suggestion(kind, one, one.parts, sentence.start, sentence.end))
    return list(found.values())


def _rank(one: Citation) -> int:
    """The place of a document in the order of legal force, the highest first."""
    return RANKS.get(one.doc_type, 6)


@dataclass(slots=True)
class _Verb:
    """What governs a citation: a key of ``VERBS`` and the words between the verb and its object."""

    kind: str
    object: str = ""


@dataclass(slots=True)
class _Reading:
    """One sentence, read from left to right."""

    text: str
    sentence: Sentence
    at: int = 0  # what is read
    own: int = -1  # where the text last named itself, if it has
    verb: _Verb | None = None
    main: Citation | None = None  # the last document that the sentence itself speaks of
    titled: Citation | None = None  # the last one in the title, or a note, of another
    noted: bool = False  # whether that was a note of what amended it
    amended: bool = False  # whether that was the title of an amendment

    def relations(self, citations: list[Citation]) -> Iterator[tuple[str, Citation]]:
        """The kinds of relations that the sentence tells, with the citation of each."""
        expired: list[Citation] = []
        verbs = EXPIRES.finditer(self.text, self.sentence.start, self.sentence.end)
        expiry = max((verb.start() for verb in verbs), default=-1)
        self.at = self.sentence.start
        for one in citations:
            if one.is_self:
                self.own, self.main, self.titled, self.at = one.end, None, None, one.end
                expired = [] if one.end < expiry else expired
                continue
            if EXCEPT.search(self.text, self.at, one.start):
                break
            if self._is_main(one):
                if self.verb:
                    yield _kind(self.verb, one), one
                elif not one.open:
                    expired.append(one)
            self.at = one.end
        yield from self._expired(expired)

    def _is_main(self, one: Citation) -> bool:
        """Whether the sentence speaks of ``one`` itself, and by which verb."""
        gap = self.text[self.at : one.start]
        if self.main is None:
            self.verb = self._basis(gap) or self._stated(one.start) or self._inherited(gap)
        elif further := self._coordinated(one.start):
            self.verb = further
        elif not self._is_joined(gap) or self._belongs_to_title(one, gap):
            self.noted = self.noted or AMENDED_BY.search(gap) is not None
            self.amended = self.amended or AMENDING.search(gap) is not None
            self.titled = one
            return False
        self.main, self.titled, self.noted, self.amended = one, None, False, False
        return True

    def _is_joined(self, gap: str) -> bool:
        return bool(JOINED.search(gap) or NEXT_BASIS.search(gap))

    def _belongs_to_title(self, one: Citation, gap: str) -> bool:
        """Whether a document joined to one in a title, or in a note, still belongs there."""
        if not self.titled or not self.main or NEXT_BASIS.search(gap):
            return False
        if self.titled.doc_type == one.doc_type:
            of_note = (self.noted or self.amended) and ";" not in gap
            return of_note or self.main.doc_type != one.doc_type
        return ";" not in gap and _rank(one) < _rank(self.main)

    def _basis(self, gap: str) -> _Verb | None:
        """“Căn cứ …” in the preamble, before the first article."""
        if self.sentence.after_articles or not BASIS.fullmatch(gap):
            return None
        return _Verb("can-cu")

    def _stated(self, end: int) -> _Verb | None:
        """The last verb before ``end`` that the text says of itself."""
        verb: _Verb | None = None
        for found in VERB.finditer(self.text, self.at, end):
            if DONE_TO.search(self.text, max(0, found.start() - 12), found.start()):
                continue
            stated = _kind_of(found) in STATED and self._is_coordinated(found)
            if stated if verb else self._speaks(found):
                verb = _Verb(_kind_of(found), self.text[found.end() : end])
        return verb if verb and _is_object(verb) else None

    def _speaks(self, found: re.Match[str]) -> bool:
        """Whether the subject of a verb is the text: itself named, nothing, or its own title."""
        low = max(self.own, self.sentence.start, found.start() - LONGEST)
        before = self.text[low : found.start()]
        if not before.strip() or (_kind_of(found) in STATED and IN_FORCE.search(before)):
            return True
        return len(before) <= SHORT if self.own >= 0 else OWN_TITLE.fullmatch(before) is not None

    def _is_coordinated(self, found: re.Match[str]) -> bool:
        return COORDINATED.search(self.text, self.at, found.start()) is not None

    def _inherited(self, gap: str) -> _Verb | None:
        """The verb of the words above the list, where the item begins with the document."""
        if self.own >= 0 or not ITEM.fullmatch(gap):
            return None
        for words in reversed(self.sentence.heads):
            for found in VERB.finditer(words):
                before = words[: found.start()]
                said = not before.strip() or SAID_OF_ITSELF.search(before)
                if said and not DONE_TO.search(before) and _kind_of(found) not in OF_SUBJECTS:
                    return _Verb(_kind_of(found), gap)
            if EXPIRES.search(words) and not CONDITION.match(words):
                return _Verb("bai-bo", gap)
        return None

    def _coordinated(self, end: int) -> _Verb | None:
        """“… và thay thế …” after a document that the sentence has told something of."""
        for found in VERB.finditer(self.text, self.at, end):
            if self.verb and _kind_of(found) in STATED and self._is_coordinated(found):
                verb = _Verb(_kind_of(found), self.text[found.end() : end])
                return verb if _is_object(verb) else None
        return None

    def _expired(self, documents: list[Citation]) -> Iterator[tuple[str, Citation]]:
        """“Nghị định số … hết hiệu lực kể từ ngày …”: the documents before the verb."""
        if not documents or CONDITION.match(self.text, self.sentence.start):
            return
        verb = EXPIRES.search(self.text, documents[0].end, self.sentence.end)
        for one in documents:
            if verb and one.end <= verb.start():
                yield _kind(_Verb("bai-bo"), one), one


def _kind_of(found: re.Match[str]) -> str:
    return (found.lastgroup or "").replace("_", "-")


def _is_object(verb: _Verb) -> bool:
    """Whether what follows the verb up to the document may be its object."""
    return len(verb.object) <= LONGEST and not ELSEWHERE.search(verb.object)


def _kind(verb: _Verb, one: Citation) -> str:
    """The code of the relation: a verb and whether it speaks of the whole or of parts."""
    in_part = bool(one.parts) or PART.search(verb.object) is not None
    if verb.kind == "bai-bo":
        return "bai-bo-mot-phan" if in_part else "bai-bo-toan-bo"
    if verb.kind == "thay-the" and (one.parts or WORDS.search(verb.object)):
        return "sua-doi-bo-sung"
    return verb.kind
