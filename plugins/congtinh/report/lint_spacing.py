"""Words typed twice, and spaces and capitals around punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from congtinh.errors import N_
from congtinh.report.findings import Fault, Rule
from congtinh.report.lint_facts import LintFacts
from congtinh.report.lint_prose import CAPITAL, SMALL, Prose, Word

_SPACE_BEFORE = re.compile(r"(?<=[^\W\d_])[ \t\u00a0]+([,;!?.:])(?![\w./,;:!?…)])")
_NO_SPACE_AFTER = re.compile(
    rf"[,;!?.:](?:(?<=[{SMALL}][{SMALL}][,;!?])(?=[^\W\d_]{{2}})"
    rf"|(?<=[{SMALL}][{SMALL}][.:])(?=[{CAPITAL}][{SMALL}])"
    rf"|(?<=[/\d]\d\.)(?=[{CAPITAL}][{SMALL}])|(?<=[{SMALL}][{SMALL}]\)[,;])(?=[^\W\d_]))"
)
_SMALL_AFTER = re.compile(rf"\.[ \t]+(?P<next>[{SMALL}]{{2,}})(?![\w.])")
_SMALL_BEFORE = re.compile(rf"(?<![\w.])[{SMALL}]{{2,}}$")
_LONGEST = 12
"""Letters of a syllable and a sign before it, at most."""
_SHORTENED_WORDS = """
    tp tx tt gs ts ths pgs bs ks cn nxb tr vd st etc vs al no nos dr mr mrs ms jr inc ltd co
    corp art vol tel fax ext ed pp cf viz approx dept gov est
"""
_SHORTENED = frozenset(_SHORTENED_WORDS.split())


def doubled_words(prose: Prose, facts: LintFacts) -> Iterator[Fault]:
    """A word or two typed twice: “tỉnh tỉnh”, “của Sở của Sở”.

    Not what Vietnamese says twice (từ từ), where two compounds meet (hành vi vi phạm), or where
    the second one begins a name (Trưởng phòng Phòng Tổng hợp).
    """
    words = prose.words
    for at in range(1, len(words)):
        if words[at].key == words[at - 1].key and _is_double(prose, at, 1):
            if not _is_said_twice(words, at, facts):
                yield _doubled(words[at - 1].start, words[at].end)
        elif at > 2 and _is_double(prose, at - 1, 2) and not _do_three_meet(words, at, facts):
            yield _doubled(words[at - 3].start, words[at].end)


def _doubled(start: int, end: int) -> Fault:
    return Fault(start, end, Rule.DOUBLED_WORD, N_("stands twice"), N_("Leave out one of the two"))


def _is_double(prose: Prose, at: int, length: int) -> bool:
    """Whether the ``length`` words from ``at`` are those before, in the same line and the same case.

    A first word of a sentence may bear the capital that the second lacks.
    """
    if prose.words[at].key != prose.words[at - length].key:
        return False
    here, before = prose.words[at : at + length], prose.words[at - length : at]
    start, end = before[0].start, here[-1].end
    if (
        any(a.key != b.key for a, b in zip(here, before, strict=True))
        or "\n" in prose.text[start:end]
    ):
        return False
    if not all(word.joined for word in (*before[1:], *here)) or len(here[0].key) < 2:
        return False
    one, two = prose.text[start : before[-1].end], prose.text[here[0].start : end]
    starts = start in prose.sentence_starts
    return (one == two and (starts or not one.istitle())) or (starts and one.lower() == two)


def _do_three_meet(words: tuple[Word, ...], at: int, facts: LintFacts) -> bool:
    """Whether the words are three compounds: “doanh nghiệp công nghiệp công nghệ”."""
    around = words[max(0, at - 4) : at + 2]
    if len(around) < 6:
        return False
    first, second = f"{around[0].key} {around[1].key}", f"{around[4].key} {around[5].key}"
    return first in facts.meeting[0] and second in facts.meeting[1]


def _is_said_twice(words: tuple[Word, ...], at: int, facts: LintFacts) -> bool:
    """Whether the word at ``at`` rightly stands after its like."""
    key = words[at].key
    if facts.language == "en":
        return key in {"had", "that"}
    if key in facts.said_twice:
        return True
    first = f"{words[at - 2].key} {key}" if at > 1 and words[at - 1].joined else ""
    second = f"{key} {words[at + 1].key}" if at + 1 < len(words) and words[at + 1].joined else ""
    firsts, seconds = facts.meeting
    return first in firsts and (second in seconds or key in seconds)


def spacing(prose: Prose, _facts: LintFacts) -> Iterator[Fault]:
    """A space before a mark, none after one, and a small letter after a full stop."""
    text = prose.text
    for found in _SPACE_BEFORE.finditer(text):
        start, end = _with_word(text, found.start(), found.end())
        yield Fault(
            start, end, Rule.SPACING, N_("has a space before the mark"), N_("Leave out the space")
        )
    for found in _NO_SPACE_AFTER.finditer(text):
        start, end = _with_words(text, found.start(), found.end())
        if text[start : found.start()].lower() not in _SHORTENED:
            yield Fault(
                start,
                end,
                Rule.SPACING,
                N_("has no space after the mark"),
                N_("Put a space after the mark"),
            )
    for found in _SMALL_AFTER.finditer(text):
        before = _SMALL_BEFORE.search(text[max(0, found.start() - _LONGEST) : found.start()])
        if before and before[0] not in _SHORTENED:
            yield Fault(
                found.start() - len(before[0]),
                found.end(),
                Rule.SMALL_LETTER,
                N_("has a small letter after a full stop"),
                N_("Write a capital letter, or a comma instead of the full stop"),
            )


def _with_word(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with the word before it."""
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    return start, end


def _with_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with the words on both sides."""
    while end < len(text) and text[end].isalnum():
        end += 1
    return _with_word(text, start, end)
