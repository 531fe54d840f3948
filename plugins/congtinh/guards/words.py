"""The words and numbers that the guard knows, made ready for one site (vocabularies ``guard_words`` and others)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from congtinh.vocabulary.registry import Vocabularies

BEFORE = r"(?<![0-9A-Za-zÀ-ỹ])"
AFTER = r"(?![0-9A-Za-zÀ-ỹ])"
CAPITALS = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ"
"""Capital letters as a range of a pattern; ``À-Ỹ`` holds small ones too."""
NUMBERED = ("citizen-card", "passport", "social-insurance", "health-insurance", "personal-tax")
"""The words that stand before identity numbers of persons."""


class Words:
    """Words that are looked for in whole texts: first as letters, and only there as words."""

    def __init__(self, words: Iterable[str], pattern: re.Pattern[str] | None = None) -> None:
        known = tuple(words)
        self.pattern = pattern or any_of(known)
        self.stems = _shortest({word.casefold() for word in known})
        self._reach = max(map(len, known), default=0) + 4

    def finditer(self, text: str, folded: str) -> Iterator[re.Match[str]]:
        """Matches of the words in ``text``, apart and in order; ``folded``: the text in lower case."""
        there = [stem for stem in self.stems if stem in folded]
        end = 0
        for at in sorted({at for stem in there for at in _places(stem, folded)}):
            if at >= end:
                found = self.pattern.search(text, max(end, at - self._reach), at + 3 * self._reach)
                if found:
                    end = found.end()
                    yield found


def _places(stem: str, folded: str) -> Iterator[int]:
    at = folded.find(stem)
    while at >= 0:
        yield at
        at = folded.find(stem, at + 1)


def lowered(text: str) -> str:
    """A text in lower case with every sign in its place."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)


@dataclass(frozen=True)
class GuardWords:
    """Patterns of one site.

    ``labels`` finds what names the number after it: the group that matched is the code of the words,
    with ``_`` for ``-``.
    """

    provinces: frozenset[str]
    mobile: tuple[str, ...]
    old_mobile: tuple[str, ...]
    labels: re.Pattern[str]
    digits: dict[str, tuple[int, ...]]
    forms: dict[str, str]
    lettered: dict[str, Words]
    hotline: re.Pattern[str]
    goods: re.Pattern[str]
    organisation: re.Pattern[str]
    person: re.Pattern[str]
    name: re.Pattern[str]
    residence: Words
    hamlet: re.Pattern[str]
    of_residents: re.Pattern[str]
    secret: Words
    of_marks: re.Pattern[str]
    mail_hosts: frozenset[str]


def words_of(vocabularies: Vocabularies) -> GuardWords:
    """The patterns of a site, put together once in each process."""
    found = _made.get(vocabularies.digest)
    if found is None:
        _made.clear()
        found = _made[vocabularies.digest] = _words_of(vocabularies)
    return found


_made: dict[str, GuardWords] = {}


def _words_of(vocabularies: Vocabularies) -> GuardWords:
    terms = vocabularies["guard_words"]
    words = {term.code: term.texts("words") for term in terms}
    prefixes = [p for term in vocabularies["mobile_prefixes"] for p in term.texts("prefixes")]
    labelled = (*NUMBERED, "of-things", "telephone")
    forms = {term.code: term.text("form") for term in terms if term.text("form")}
    return GuardWords(
        provinces=frozenset(vocabularies["identity_provinces"].codes),
        mobile=tuple(p for p in prefixes if len(p) == 3),
        old_mobile=tuple(p for p in prefixes if len(p) == 4),
        labels=_labels({code: words[code] for code in labelled}),
        digits={code: _counts(terms.get(code)) for code in NUMBERED},
        forms=forms,
        lettered={code: Words(words[code]) for code in forms},
        hotline=any_of(words["hotline"]),
        goods=any_of(words["goods"]),
        organisation=any_of(words["organisation"], exact=True),
        person=any_of(words["person"]),
        name=_name(words),
        residence=Words(words["residence"]),
        hamlet=any_of(words["hamlet"]),
        of_residents=any_of(words["of-residents"]),
        secret=_marks(words["secret"], words["internal"]),
        of_marks=any_of(words["of-marks"]),
        mail_hosts=frozenset(words["private-mail"]),
    )


def any_of(words: Iterable[str], *, exact: bool = False) -> re.Pattern[str]:
    """Any of the words, whole; ``exact``: with the capitals they are written with."""
    return re.compile(f"{BEFORE}(?:{_one_of(words)}){AFTER}", 0 if exact else re.IGNORECASE)


def _one_of(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first) or "(?!)"


def _labels(words: dict[str, tuple[str, ...]]) -> re.Pattern[str]:
    groups = (f"(?P<{code.replace('-', '_')}>{_one_of(own)})" for code, own in words.items())
    return re.compile(f"{BEFORE}(?:{'|'.join(groups)}){AFTER}", re.IGNORECASE)


def _counts(term: object) -> tuple[int, ...]:
    found = getattr(term, "extra", {}).get("digits", ())
    return tuple(int(one) for one in (found if isinstance(found, tuple) else (found,)))


def _shortest(words: set[str]) -> tuple[str, ...]:
    """The words of which none holds another: where one of all is there, one of these is."""
    return tuple(sorted(w for w in words if not any(o != w and o in w for o in words)))


def _name(words: dict[str, tuple[str, ...]]) -> re.Pattern[str]:
    """A person by name: a form of address and a capital, or a surname and a name that is no street's."""
    capital = r"[A-ZÀ-ỸĐ][A-Za-zÀ-ỹ]*"
    title = "|".join(sorted({_either_case(w) for w in words["title"]}, key=len, reverse=True))
    surname = _one_of(words["surname"])
    places = "".join(rf"(?<!{w} )(?<!{w.capitalize()} )" for w in words["named-after"] if " " not in w)
    named = rf"{places}(?!Hồ\s+Chí\s+Minh)(?:{surname})(?:\s+{capital}){{2,4}}"
    return re.compile(rf"{BEFORE}(?:(?:{title})\s*:?\s+(?:{capital})|{named}){AFTER}")


def _either_case(word: str) -> str:
    first = f"[{word[0].lower()}{word[0].upper()}]"
    return first + re.escape(word[1:]).replace(r"\ ", r"\s+")


def _marks(secret: Iterable[str], internal: Iterable[str]) -> Words:
    """Every spelling that might be a mark: in capitals, letter by letter, or with a capital in front."""
    spellings = {form for word in (*secret, *internal) for form in (word.upper(), word.capitalize(), word.title())}
    spaced = {"   ".join(" ".join(part) for part in word.upper().split()) for word in secret}
    longest_first = sorted(spellings | spaced, key=lambda one: (-len(one), one))
    each = "|".join(r"[ \t\u00a0]+".join(one.split()) for one in longest_first)
    return Words(spellings | spaced | {"M Ậ T"}, re.compile(f"{BEFORE}(?:{each}){AFTER}"))
