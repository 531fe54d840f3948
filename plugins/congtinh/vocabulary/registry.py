"""All vocabularies: the data of the package, overlaid with what a department adds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from congtinh.errors import Problem
from congtinh.vocabulary.entries import Entries, package_entries
from congtinh.vocabulary.figures import figure_problems
from congtinh.vocabulary.overlay import overlaid, shared_name_problems
from congtinh.vocabulary.terms import Term, Vocabulary

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Vocabularies:
    """The vocabularies of a site by name; ``digest`` changes when any of their terms does."""

    by_name: Mapping[str, Vocabulary]
    digest: str

    def __getitem__(self, name: str) -> Vocabulary:
        return self.by_name[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.by_name)

    def __contains__(self, name: object) -> bool:
        return name in self.by_name

    @classmethod
    def load(cls, extra: Path | None = None) -> tuple[Vocabularies, list[Problem]]:
        """The vocabularies of the package with the files of the folder ``extra`` laid over them.

        ``extra`` is a department's ``content/vocabulary``. A code that the package knows has its
        keys replaced one by one; a new code joins the list. A fault in these files is a problem
        with a path such as ``vocabulary/issuers.toml``, and the entry at fault is left out.
        """
        package = _of_package()
        if extra is None or not extra.is_dir():
            return package, []
        entries, problems = overlaid(_package_entries(), extra)
        vocabularies = _made(entries)
        if entries["figures"] is not _package_entries()["figures"]:
            problems += figure_problems(vocabularies["figures"])
        own = (name for name in vocabularies if entries[name] is not _package_entries()[name])
        for name in own:
            problems += shared_name_problems(vocabularies[name], package[name])
        return vocabularies, problems


@cache
def _package_entries() -> Mapping[str, Entries]:
    return package_entries(DATA)


@cache
def _of_package() -> Vocabularies:
    return _made(_package_entries())


def _made(vocabularies: Mapping[str, Entries]) -> Vocabularies:
    by_name = {
        name: Vocabulary(name, [e.term(place) for place, e in enumerate(entries.values(), 1)])
        for name, entries in sorted(vocabularies.items())
    }
    return Vocabularies(by_name, _digest(by_name))


def _digest(by_name: Mapping[str, Vocabulary]) -> str:
    told = {name: [_told(term) for term in terms] for name, terms in by_name.items()}
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def _told(term: Term) -> list[object]:
    return [term.code, *term.label, term.order, dict(term.extra)]
