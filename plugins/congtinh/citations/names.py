"""Laws that are cited by name: which law a name means, on a day or with a year.

The names come from the vocabulary ``instruments`` (a department adds to it in
``content/vocabulary/instruments.toml``) and from the laws of a site's own register. Case, commas
and the place of the tone mark do not count, and the longest name wins.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, NamedTuple

from congtinh.citations.dates import date_after
from congtinh.errors import N_, Problem
from congtinh.numbering import parse
from congtinh.vocabulary.registry import Vocabularies
from congtinh.vocabulary.terms import Term, lookup_key

VOCABULARY = "instruments"
_WORD = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"[^\S\n]*\n?[^\S\n]*|,\s?|\s?[-–/]\s?")
_VERSION = re.compile(r"(\S+)\s+(\d{4}-\d\d-\d\d)(?:\s+(\d{4}-\d\d-\d\d))?")
_LONGEST = 260  # characters of a name
_HERE = "\0"
"""Key of a node of the tree that a name ends at."""


class Law(NamedTuple):
    """One instrument that bears a name. ``number`` is “” for the constitutions, which have none."""

    name: str
    number: str
    doc_type: str
    issued: dt.date | None = None
    effective: dt.date | None = None


class Found(NamedTuple):
    """A name in a text: where it ends, and the laws that bear it, the oldest first."""

    end: int
    laws: tuple[Law, ...]


_Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Names:
    """Names and the laws that bear them; ``day`` is that of the text that cites, if it has one."""

    tree: _Node
    day: dt.date | None = None

    @classmethod
    def of(cls, laws: Iterable[tuple[str, Law]]) -> Names:
        """The names of ``laws``, each given with a name that it bears."""
        bearers: dict[str, dict[Law, None]] = {}
        for name, law in laws:
            bearers.setdefault(name, {})[law] = None
        tree: _Node = {}
        for name, found in bearers.items():
            node = tree
            for word in _WORD.findall(name):
                node = node.setdefault(lookup_key(word), {})
            node[_HERE] = _in_order([*node.get(_HERE, ()), *found])
        return cls(tree)

    def dated(self, day: dt.date | None) -> Names:
        """The same names, for a text of ``day``."""
        return replace(self, day=day)

    def find(self, text: str, at: int) -> Found | None:
        """The longest name that begins at ``at``."""
        node, end, found = self.tree, at, None
        for word in _WORD.finditer(text, at, at + _LONGEST):
            if word.start() != end and not _BETWEEN.fullmatch(text, end, word.start()):
                break
            node = node.get(lookup_key(word[0]), {})
            if not node:
                break
            end = word.end()
            if _HERE in node:
                found = Found(end, node[_HERE])
        return found

    def chosen(self, laws: tuple[Law, ...], year: int | None = None) -> Law | None:
        """The law of the year that is named; else the latest that is not younger than the text.

        ``None`` where no law of the name is of that year.
        """
        if year:
            return next(
                (law for law in reversed(laws) if law.issued and law.issued.year == year), None
            )
        known = [law for law in laws if not (self.day and law.issued and law.issued > self.day)]
        return (known or laws)[-1]


def _in_order(laws: Iterable[Law]) -> tuple[Law, ...]:
    """The oldest first; of two with one number, that which came later stands for both."""
    by_number = {law.number or str(law.issued): law for law in laws}
    return tuple(
        sorted(by_number.values(), key=lambda law: (law.issued or dt.date.max, law.number))
    )


def resolve(phrase: str, known: Names) -> tuple[Law | None, int] | None:
    """What the longest known name at the beginning of ``phrase`` means, and where the name ends.

    No law where the year after the name is that of none that bears it; ``None`` for a name that is
    not known.
    """
    found = known.find(phrase, 0)
    if not found:
        return None
    dated = date_after(phrase, found.end)
    return known.chosen(found.laws, dated.year), found.end


@cache
def _of_package() -> Names:
    return names_of(Vocabularies.load()[0])


def default_names() -> Names:
    """The names that the package knows."""
    return _of_package()


def names_of(vocabularies: Vocabularies, more: Iterable[tuple[str, Law]] = ()) -> Names:
    """The names of the vocabulary ``instruments`` and ``more``, such as those of a register."""
    known = [(name, law) for term in vocabularies[VOCABULARY] for name, law in _laws(term)]
    return Names.of([*known, *more])


def names_of_law(label: str, abstract: str, language: str) -> Iterator[str]:
    """The names that the type of a law and its abstract make: “Luật Tiếp cận thông tin”, “Law on …”."""
    if abstract.casefold().startswith(label.casefold()):
        yield abstract
        return
    yield f"{label} {abstract}"
    if language == "en":
        yield f"{label} on {abstract}"


def _laws(term: Term) -> Iterator[tuple[str, Law]]:
    laws = [law for version in term.texts("versions") if (law := _law(term, version))]
    for name in (*term.label, *term.texts("aliases")):
        yield from ((name, law) for law in laws)


def _law(term: Term, version: str) -> Law | None:
    written = _VERSION.fullmatch(version)
    if not written:
        return None
    try:
        issued, effective = (dt.date.fromisoformat(d) if d else None for d in written.group(2, 3))
    except ValueError:
        return None
    number = "" if written[1] == "-" else parse(written[1]).canonical
    return Law(term.label.vi, number, term.text("doc_type", "luat"), issued, effective)


def faults(vocabularies: Vocabularies) -> list[Problem]:
    """The versions in ``instruments`` that cannot be read, as faults of the department's file."""
    return [
        Problem(
            path=f"vocabulary/{VOCABULARY}.toml",
            field=f"{term.code}.versions",
            value=version,
            message=N_("is not number, day of issue and day of effect"),
            remedy=N_("Write it as in this example: {example}"),
            params={"example": "31/2024/QH15 2024-01-18 2024-08-01"},
        )
        for term in vocabularies[VOCABULARY]
        for version in term.texts("versions")
        if not _law(term, version)
    ]
