"""Profiles of reports: the skeleton of one kind of report as Markdown, its front matter saying what frames it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from congtinh.errors import N_, ContentError, Problem
from congtinh.languages import Language

DATA = Path(__file__).parent / "data"
NARRATIVE = "narrative"
PROFILES = "profiles"
_FENCE = "---"


@dataclass(frozen=True, slots=True)
class Profile:
    """One skeleton in one language; ``facts`` are the keys of its front matter.

    ``path`` is what faults name, ``line`` the line on which the body begins.
    """

    name: str
    language: Language
    facts: Mapping[str, Any]
    body: str
    path: str
    line: int

    def text(self, key: str) -> str:
        value = self.facts.get(key)
        return "" if value is None else str(value)

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.facts.get(key) or ()
        return (value,) if isinstance(value, str) else tuple(map(str, value))


def profile_names(reports: Path) -> list[str]:
    """Every profile there is, the department's own among them."""
    files = [*DATA.glob("*.vi.md"), *(reports / PROFILES).glob("*.vi.md")]
    return sorted({file.name.removesuffix(".vi.md") for file in files})


def read_profile(name: str, language: Language, reports: Path) -> Profile:
    """The department's own profile of this name, else that of the package; ``ContentError`` else."""
    file = f"{name}.{language}.md"
    for folder, shown in ((reports / PROFILES, f"{reports.name}/{PROFILES}/{file}"), (DATA, file)):
        path = folder / file
        if path.is_file():
            return _profile(name, language, path.read_text("utf-8-sig"), shown)
    names = ", ".join(profile_names(reports))
    remedy = N_("Write one of: {choices}; or add reports/profiles/{file}")
    params = {"choices": names, "file": file}
    message = N_("is not the name of a profile")
    raise ContentError([Problem("", message, remedy, "--profile", name, params=params)])


def _profile(name: str, language: Language, text: str, path: str) -> Profile:
    head, line, body = front_of(text)
    try:
        facts = yaml.safe_load(head) or {}
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        at = mark.line + 2 if mark else 1
        raise ContentError([Problem(path, _NOT_YAML, _AS_YAML, line=at)]) from None
    if not isinstance(facts, dict):
        raise ContentError([Problem(path, _NOT_YAML, _AS_YAML, line=1)])
    return Profile(name, language, facts, body, path, line)


def front_of(text: str) -> tuple[str, int, str]:
    """The lines between the first two ``---``, the line on which the body begins, and the body."""
    lines = text.split("\n")
    if not lines or lines[0].strip() != _FENCE:
        return "", 1, text
    for place, line in enumerate(lines[1:], 1):
        if line.strip() == _FENCE:
            return "\n".join(lines[1:place]), place + 2, "\n".join(lines[place + 1 :])
    return "", 1, text


_NOT_YAML = N_("cannot be read")
_AS_YAML = N_("Write “key: value” on each line between the two lines of dashes")
