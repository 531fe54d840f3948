"""Texts of an older system that hold several fields: parts after labels, and lists of entries."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from congtinh.errors import N_

PARTS = "part"
"""Where a row keeps the parts of its text: ``part.NAME`` in paths."""
_WHOLE = re.compile(r"0|[1-9]\d{0,8}")


@dataclass(frozen=True, slots=True)
class Entries:
    """How a field is read from a list in a text.

    An entry begins at a line that begins with ``begins`` and goes on to the next one.  The named
    groups of the first of ``patterns`` that fits the whole entry become its fields.
    """

    source: str
    begins: str
    patterns: tuple[str, ...]


def parts_of(text: str, labels: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The parts of a text that begin with a label and a colon at the start of a line, by name.

    What stands before the first label is ``rest``.  A label that comes again goes on with its part;
    letters of either case are alike.
    """
    found: dict[str, list[str]] = {}
    end, name = 0, "rest"
    names = {label.casefold(): name for name, written in labels.items() for label in written}
    for match in _labels(tuple(sorted(names, key=len, reverse=True))).finditer(text):
        found.setdefault(name, []).append(text[end : match.start()])
        end, name = match.end(), names[match[1].casefold()]
    found.setdefault(name, []).append(text[end:])
    joined = {name: "\n".join(part.strip() for part in parts) for name, parts in found.items()}
    return {name: part.strip() for name, part in joined.items() if part.strip()}


@lru_cache(maxsize=16)
def _labels(labels: tuple[str, ...]) -> re.Pattern[str]:
    choices = "|".join(map(re.escape, labels))
    return re.compile(rf"^[ \t]*({choices})[ \t]*:", re.MULTILINE | re.IGNORECASE)


def entries_of(text: str, plan: Entries, notes: Counter[str]) -> list[dict[str, Any]]:
    """The entries of a list; one that fits no pattern is left out and counted."""
    found = []
    for entry in _cut(text, plan.begins):
        fields = _fields(entry, plan.patterns)
        if fields:
            found.append(fields)
        else:
            notes["entry"] += 1
    return found


def entries_fault(written: Any) -> str:
    """What is wrong with the entries of a map; empty where they can be used."""
    if not isinstance(written, dict) or not isinstance(written.get("from"), str):
        return N_("does not say where its list stands")
    if not isinstance(written.get("begins", ""), str) or not written.keys() <= {"from", "begins", "patterns"}:
        return N_("has a key that entries do not have")
    patterns = written.get("patterns")
    patterns = [patterns] if isinstance(patterns, str) else patterns
    try:
        named = [re.compile(pattern).groupindex for pattern in patterns or ()]
    except (re.error, TypeError):
        return N_("has a pattern that is no regular expression")
    return "" if named and all(named) else N_("has no pattern with the names of fields")


def _cut(text: str, begins: str) -> list[str]:
    entries: list[list[str]] = []
    for line in text.split("\n"):
        if line.startswith(begins) or not entries:
            entries.append([line.removeprefix(begins)])
        else:
            entries[-1].append(line)
    return [entry for lines in entries if (entry := "\n".join(lines).strip())]


def _fields(entry: str, patterns: Sequence[str]) -> dict[str, Any]:
    for pattern in patterns:
        match = re.fullmatch(pattern, entry, re.DOTALL)
        if match:
            return {name: _value(found) for name, found in match.groupdict().items() if found and found.strip()}
    return {}


def _value(words: str) -> Any:
    plain = " ".join(words.split())
    return int(plain) if _WHOLE.fullmatch(plain) else plain
