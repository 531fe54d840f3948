"""Vocabulary files of the package: TOML tables read into entries."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from congtinh.languages import LANGUAGES, Bilingual
from congtinh.vocabulary.terms import Term

_PART_OF_SECTIONS = "sections_"
_HOLIDAYS_OF_A_YEAR = re.compile(r"(holidays)_\d{4}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One table of a vocabulary file: a code and its keys as written, tuples for lists."""

    code: str
    keys: Mapping[str, object]

    def term(self, place: int) -> Term:
        """The entry as a term; ``place`` in the file is its order where it names none."""
        order = self.keys.get("order")
        extra = {k: v for k, v in self.keys.items() if k not in (*LANGUAGES, "order")}
        label = Bilingual(str(self.keys["vi"]), str(self.keys["en"]))
        return Term(self.code, label, order if isinstance(order, int) else place, extra)


Entries = Mapping[str, Entry]

KeyFault = tuple[str, str | None, str, str]
"""A fault in a key of an entry: the key, its value as written, the message, what to write instead."""


def package_entries(folder: Path) -> dict[str, Entries]:
    """The entries of each vocabulary by name, from the files ``<name>.toml`` of ``folder``.

    The files ``sections_<profile>.toml`` are together the vocabulary ``sections``, those named
    ``holidays_<year>.toml`` the vocabulary ``holidays``. A fault in the data of the package
    raises: its tests keep it right, not its users.
    """
    vocabularies: dict[str, dict[str, Entry]] = {}
    for path in sorted(folder.glob("*.toml")):
        is_part = path.stem.startswith(_PART_OF_SECTIONS)
        name = "sections" if is_part else vocabulary_of(path.stem)
        entries = vocabularies.setdefault(name, {})
        for code, keys in tomllib.loads(path.read_text("utf-8")).items():
            if code in entries:
                raise ValueError(f"{path.name}: {code!r} stands in two files")
            entries[code] = Entry(code, frozen_keys(keys))
    return dict(vocabularies)


def vocabulary_of(stem: str) -> str:
    """The vocabulary that a file of this name, without its ending, belongs to: one file is one year's holidays."""
    yearly = _HOLIDAYS_OF_A_YEAR.fullmatch(stem)
    return yearly[1] if yearly else stem


def frozen_keys(keys: Mapping[str, object]) -> dict[str, object]:
    """``keys`` with tuples for lists, so that a term shared by all cannot be changed by one."""
    return {k: tuple(v) if isinstance(v, list) else v for k, v in keys.items()}
