"""Tables of service quality: the rows of a CSV or XLSX file become part of the record that names it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from congtinh.build.references import content_path
from congtinh.errors import N_, ContentError, Problem, Severity
from congtinh.later import Later
from congtinh.model import Item, digest_of
from congtinh.records.base import facts_of_model
from congtinh.records.quality_rows import QualityRow, row_faults
from congtinh.records.service_quality import ServiceQuality
from congtinh.text.fold import fold
from congtinh.vocabulary.registry import Vocabularies

_sources = Later("congtinh.migrate.sources")
_ENDINGS = (".csv", ".xlsx")


def tabled(
    items: tuple[Item, ...], content: Path, vocabularies: Vocabularies
) -> tuple[tuple[Item, ...], list[Problem]]:
    """The items with the rows of their tables, and what is wrong there: by file, row and column."""
    read: dict[str, _Table] = {}
    done = []
    for item in items:
        if isinstance(item.record, ServiceQuality) and item.record.table:
            path = content_path(item.path, item.record.table)
            if path not in read:
                read[path] = _Table(content, path, item, vocabularies)
            item = _with_rows(item, read[path].rows)
        done.append(item)
    return tuple(done), [problem for table in read.values() for problem in table.problems]


def _with_rows(item: Item, rows: tuple[QualityRow, ...]) -> Item:
    record = item.record.model_copy(update={"rows": rows})
    told = repr(rows).encode()
    return dataclasses.replace(
        item, record=record, card=digest_of(item.card, told), digest=digest_of(item.digest, told)
    )


@cache
def _columns() -> Mapping[str, str]:
    """What a column may be called, without marks, to the field that it fills."""
    facts = facts_of_model(QualityRow).values()
    return {fold(word).strip(): fact.name for fact in facts for word in (fact.name, fact.vi, fact.en)}


class _Table:
    """The rows of one file as far as they can be read, and every fault of them."""

    def __init__(self, content: Path, path: str, item: Item, vocabularies: Vocabularies) -> None:
        self.path, self.vocabularies = path, vocabularies
        self.severity = Severity.WARNING if item.record.legacy else Severity.ERROR
        self.problems: list[Problem] = []
        self.heads: dict[str, str] = {}
        self.lines: list[int] = []
        self.rows: tuple[QualityRow, ...] = ()
        file = content / path
        if file.suffix.lower() not in _ENDINGS:
            message, remedy = N_("is neither a CSV nor an XLSX file"), N_("Name a file that ends in .csv or .xlsx")
            self._tell(message, remedy, "table", path=item.path, value=path)
        elif file.is_file():  # what is not there is told of the field that names it
            self.rows = tuple(self._read(file))
            self.problems += self._between()

    def _read(self, file: Path) -> Iterator[QualityRow]:
        try:
            for row in _sources.read_rows(file):
                if isinstance(row, Problem):
                    self.problems.append(dataclasses.replace(row, path=self.path, severity=self.severity))
                elif made := self._row(row.line, row.values):
                    self.lines.append(row.line)
                    yield made
        except ContentError as failure:
            told = (dataclasses.replace(p, path=self.path, severity=self.severity) for p in failure.problems)
            self.problems += told

    def _row(self, line: int, values: Mapping[str, Any]) -> QualityRow | None:
        fields: dict[str, Any] = {}
        for head, value in values.items():
            name = _columns().get(fold(head).strip())
            if name is None:
                self._unknown(head)
            elif value not in (None, ""):
                self.heads[name] = head
                fields[name] = value
        try:
            return QualityRow.model_validate(fields, context={"vocabularies": self.vocabularies})
        except ValidationError as failure:
            for error in failure.errors():
                context = dict(error.get("ctx") or {})
                message = str(context.pop("message", N_("cannot be read")))
                remedy = str(context.pop("remedy", N_("See the guide for this field")))
                name = str(error["loc"][0])
                self._tell(message, remedy, self._head(name), line, value=str(error["input"]), params=context)
        return None

    def _unknown(self, head: str) -> None:
        """A column is told once, however many rows it has."""
        if not any(problem.value == head and problem.line == 1 for problem in self.problems):
            names = ", ".join(fact.vi for fact in facts_of_model(QualityRow).values())
            message, remedy = N_("is not a column of this table"), N_("Use these: {names}")
            self._tell(message, remedy, head, 1, value=head, params={"names": names})

    def _between(self) -> Iterator[Problem]:
        for fault in row_faults(self.rows):
            yield Problem(
                self.path,
                fault.message,
                fault.remedy,
                self._head(fault.field),
                fault.value,
                self.lines[fault.row],
                self.severity,
                "R23",
                fault.params,
            )

    def _head(self, name: str) -> str:
        """A column as the file names it, else by its Vietnamese name."""
        return self.heads.get(name) or facts_of_model(QualityRow)[name].vi

    def _tell(
        self,
        message: str,
        remedy: str,
        field: str,
        line: int | None = None,
        *,
        path: str = "",
        value: str | None = None,
        params: Mapping[str, object] | None = None,
    ) -> None:
        problem = Problem(path or self.path, message, remedy, field, value, line, self.severity, "R23", params or {})
        self.problems.append(problem)
