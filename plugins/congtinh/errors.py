"""Faults in content and their wording: place, field as the editor wrote it, value, what to write instead."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from congtinh.languages import Bilingual

Translate = Callable[[str], str]


def N_(msgid: str) -> str:
    """Mark a message for the catalogue of the package; it is translated when it is told."""
    return msgid


CATALOGUE_LANGUAGE = N_("en")
"""The message whose translation is the code of the catalogue's own language."""


class Severity(StrEnum):
    """``error`` stops a build before its commit; ``warning`` is told and the build goes on."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in a spreadsheet, in its own words; a CSV file has no ``sheet``, a row no ``column``.

    ``file``: its path, where it is not that of the problem.
    """

    sheet: str
    row: int = 0
    column: str = ""
    file: str = ""

    def as_dict(self) -> dict[str, object]:
        """For machines; ``file`` where it is another than the problem's."""
        facts = dataclasses.asdict(self)
        return facts if self.file else {key: value for key, value in facts.items() if key != "file"}

    def told(self, translate: Translate = str) -> str:
        """“sheet Contacts, row 5, column Telephone”."""
        parts = (
            (self.sheet, N_("sheet {name}")), (self.row, N_("row {name}")), (self.column, N_("column {name}"))
        )  # fmt: skip
        places = [translate(words).format(name=name) for name, words in parts if name]
        return ", ".join([self.file, *places] if self.file else places)


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault of one file.

    ``path`` is relative to the content folder, with ``/``; ``line`` counts from 1 in that file.
    ``message`` says what is wrong and ``remedy`` what to write instead: English message ids with
    ``{name}`` places that ``params`` fills. ``rule`` names the validation rule (``R2``), if any.
    ``cell``: where it stands in a spreadsheet.
    """

    path: str
    message: str
    remedy: str = ""
    field: str = ""
    value: str | None = None
    line: int | None = None
    severity: Severity = Severity.ERROR
    rule: str = ""
    params: Mapping[str, object] = dataclasses.field(default_factory=dict)
    cell: Cell | None = None

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR

    @property
    def place(self) -> str:
        return f"{self.path}:{self.line}" if self.line else self.path

    def _params(self, translate: Translate) -> dict[str, object]:
        """The values of the places, those in two languages in that of the catalogue."""
        language = translate(CATALOGUE_LANGUAGE)
        return {
            k: v.of(language) if isinstance(v, Bilingual) else v.told(translate) if isinstance(v, Cell) else v
            for k, v in self.params.items()
        }

    def told(self, translate: Translate = str) -> str:
        """The fault as one sentence or two, without its place."""
        params = self._params(translate)
        what = translate(self.message).format(**params) if self.message else ""
        named = "" if self.cell and self.cell.column else self.field
        where = (self.cell.told(translate) if self.cell else "", named)
        start = "".join(f"{one}: " for one in where if one)
        value = "" if self.value is None else f"“{shortened(self.value)}” "
        remedy = translate(self.remedy).format(**params) if self.remedy else ""
        told = f"{start}{value}{what}{'. ' + remedy if remedy else ''}".rstrip(". ")
        return told if told.endswith(("?", "!", "…")) else f"{told}."

    def as_dict(self, translate: Translate = str) -> dict[str, object]:
        """The fault for machines: the keys of ``invoke check --format json``."""
        params = self._params(translate)
        return {
            "file": self.path,
            "line": self.line,
            **({"cell": self.cell.as_dict()} if self.cell else {}),
            "field": self.field or None,
            "value": self.value,
            "severity": self.severity.value,
            "rule": self.rule or None,
            "message": translate(self.message).format(**params),
            "remedy": translate(self.remedy).format(**params) if self.remedy else None,
        }


class ContentError(Exception):
    """The content holds errors, so nothing was committed; ``problems`` has all of them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted_problems(problems)
        super().__init__("\n".join(f"{p.place}: {p.told()}" for p in self.problems))


def sorted_problems(problems: Iterable[Problem]) -> list[Problem]:
    """Problems by file, line and field, so that the order of reading never shows; each one once."""
    key = {
        (p.path, p.line or (p.cell.row if p.cell else 0), p.field, p.severity, p.message, p.value or "", p.told()): p
        for p in problems
    }
    return [key[k] for k in sorted(key)]


def shortened(value: str, limit: int = 80) -> str:
    """A value short enough to quote on one line."""
    flat = " ".join(value.split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"
