"""Slips of typing and spelling that are known: “Công thông tin”, “đấu thấu”, “sữa đổi”."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from congtinh.errors import N_
from congtinh.report.findings import Fault, Rule
from congtinh.report.lint_facts import LintFacts, Slip
from congtinh.report.lint_prose import Prose, Word

_LONGEST = 4
"""Words before and after a slip that make it right, at most."""


def slips(prose: Prose, facts: LintFacts) -> Iterator[Fault]:
    """Each slip of the vocabulary ``typing_slips`` that stands in the text."""
    by_first = _by_first(facts.slips)
    words = prose.words
    at = 0
    while at < len(words):
        known = by_first.get(words[at].key)
        found = _slip_at(prose, words, at, known) if known else None
        if found is None:
            at += 1
            continue
        slip, length = found
        start, end = words[at].start, words[at + length - 1].end
        right = recased(slip.right, prose.text[start:end])
        yield Fault(
            start,
            end,
            Rule.TYPING_SLIP,
            N_("is a slip of typing"),
            N_("Write “{right}”"),
            {"right": right},
        )
        at += length


def recased(right: str, written: str) -> str:
    """``right`` with the capitals of ``written``: all, each word's first, the very first, or none."""
    words = written.split()
    if written.isupper() and len(written) > 1:
        return right.upper()
    if all(word[0].isupper() for word in words):
        return " ".join(word[0].upper() + word[1:] for word in right.split())
    return right[0].upper() + right[1:] if written[0].isupper() else right


@lru_cache(maxsize=8)
def _by_first(known: tuple[Slip, ...]) -> Mapping[str, tuple[tuple[tuple[str, ...], Slip], ...]]:
    """First word of a slip to its words and the slip, the longest first."""
    found: dict[str, tuple[tuple[tuple[str, ...], Slip], ...]] = {}
    for slip in known:
        keys = tuple(slip.wrong.split())
        found[keys[0]] = (*found.get(keys[0], ()), (keys, slip))
    return found


def _slip_at(
    prose: Prose,
    words: tuple[Word, ...],
    at: int,
    known: tuple[tuple[tuple[str, ...], Slip], ...],
) -> tuple[Slip, int] | None:
    """The slip of ``known`` whose words start at the place ``at``, and how many they are."""
    for keys, slip in known:
        end = at + len(keys)
        here = words[at:end]
        if tuple(word.key for word in here) != keys or not all(w.joined for w in here[1:]):
            continue
        if _is_right_here(slip, words, at, end) or (
            slip.starts and here[0].start not in prose.sentence_starts
        ):
            continue
        return slip, len(keys)
    return None


def _is_right_here(slip: Slip, words: tuple[Word, ...], at: int, end: int) -> bool:
    """Whether the words beside make the same letters right: “đăng thành công thông tin”."""
    before = " ".join(w.key for w in words[max(0, at - _LONGEST) : at]) if words[at].joined else ""
    joined = end < len(words) and words[end].joined
    after = " ".join(w.key for w in words[end : end + _LONGEST]) if joined else ""
    return any(f" {before}".endswith(f" {one}") for one in slip.not_after) or any(
        f"{after} ".startswith(f"{one} ") for one in slip.not_before
    )
