"""An import: each row of a source a content file, or refused with its reason; the counts add up."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from congtinh.errors import N_, ContentError, Problem, Severity, sorted_problems
from congtinh.languages import LANGUAGES
from congtinh.migrate.front_matter import content_file
from congtinh.migrate.maps import ImportMap, read_map
from congtinh.migrate.naming import Names, Place
from congtinh.migrate.report import ImportReport
from congtinh.migrate.rows import Mapped, mapped
from congtinh.migrate.sources import Row, read_rows
from congtinh.records.base import Record
from congtinh.records.front_matter import FrontMatter, read_front_matter
from congtinh.records.reading import read_record
from congtinh.records.registry import RECORD_TYPES
from congtinh.settings import day_of
from congtinh.text.encoding import legacy_font
from congtinh.text.normal import find_faults
from congtinh.vocabulary.registry import Vocabularies

__all__ = ["ImportReport", "import_records"]

Progress = Callable[[int], None]

MAX_TEXT_BYTES = 5_000_000
"""The size at which a build refuses a content file."""


def import_records(
    source: Path,
    type_name: str,
    map_path: Path,
    output: Path,
    vocabularies: Vocabularies,
    progress: Progress = lambda rows: None,
    today: dt.date | None = None,
) -> ImportReport:
    """Write a content file below ``output`` (a content folder) for each row of ``source``.

    The same rows give the same files again; a file keeps its name from import to import.  Raises
    ``ContentError`` where the run itself fails: unknown type, faulty map, unreadable source.
    ``today`` is the day that “in the future” is judged by, by default today in Việt Nam.
    """
    record_type = RECORD_TYPES.get(type_name)
    if record_type is None:
        raise ContentError(
            [
                Problem(
                    "--type",
                    N_("is not a content type"),
                    N_("Write one of: {choices}"),
                    value=type_name,
                    params={"choices": ", ".join(RECORD_TYPES)},
                )
            ]
        )
    if output.exists() and not output.is_dir():
        raise ContentError(
            [
                Problem(
                    "--output",
                    N_("is not a folder"),
                    N_("Give a content folder"),
                    value=output.name,
                )
            ]
        )
    plan = read_map(map_path, record_type)
    run = _Import(source, type_name, record_type, plan, output, vocabularies, today or day_of(""))
    run.names.learn(output, record_type, run.today)
    for row in read_rows(source):
        run.take(row)
        progress(run.report.rows_in)
    run.report.problems = sorted_problems(run.report.problems)
    return run.report


class _Import:
    """One run of the importer."""

    def __init__(
        self,
        source: Path,
        type_name: str,
        record_type: type[Record],
        plan: ImportMap,
        output: Path,
        vocabularies: Vocabularies,
        today: dt.date,
    ) -> None:
        self.source, self.type_name, self.record_type, self.plan = (
            source,
            type_name,
            record_type,
            plan,
        )
        self.output, self.vocabularies, self.today = output, vocabularies, today
        self.report = ImportReport(source.name, type_name)
        self.names = Names(type_name, vocabularies)
        self.seen: dict[tuple[str, str, str], int] = {}

    def take(self, row: Row | Problem) -> None:
        """Write the row's file, or refuse it."""
        self.report.rows_in += 1
        notes: Counter[str] = Counter()
        faults = [row] if isinstance(row, Problem) else self._written(row, notes)
        self.report.problems += faults
        if any(fault.is_error for fault in faults):
            self.report.refused += 1
            return
        self.report.written += 1
        self.report.notes.update({key: 1 for key, count in notes.items() if count})

    def _written(self, row: Row, notes: Counter[str]) -> list[Problem]:
        item = mapped(row.values, self.plan, self.record_type.legal_text, self.vocabularies, notes)
        if item.lang not in LANGUAGES:
            return [
                self._fault(
                    row,
                    N_("is not a language of the site"),
                    N_("Write vi or en"),
                    "lang",
                    item.lang,
                )
            ]
        if self.plan.id and not item.old_id:
            return [
                self._fault(
                    row,
                    N_("is missing: the row has no identity"),
                    N_("Give each row an id of its own"),
                    self.plan.id,
                )
            ]
        legacy = item.values["legacy"]
        legacy.setdefault("source", self.source.name.partition(".")[0])
        faults = self._faults(row, item)
        if faults:
            return faults
        identity = (legacy["source"], item.old_id or self._made_id(item))
        legacy["id"] = identity[1]
        first = self.seen.setdefault((*identity, item.lang), row.line)
        if first != row.line:
            return [
                self._fault(
                    row,
                    N_("is the id of row {other} too"),
                    N_("Give each row an id of its own"),
                    self.plan.id,
                    identity[1],
                    other=first,
                )
            ]
        place = self.names.place(
            identity, item.lang, lambda stem, slug: self._record(item, stem, slug)
        )
        return self._saved(row, item, place)

    def _faults(self, row: Row, item: Mapped) -> list[Problem]:
        """Why the item cannot become a content file; nothing is lowered but what ``legacy`` lowers."""
        text = content_file(self.record_type, item.values, item.body)
        if not (item.values.get("title") or item.values.get("abstract") or item.values.get("name")):
            return [
                self._fault(
                    row, N_("has no title"), N_("Map a column to title (documents: to abstract)")
                )
            ]
        if len(text.encode()) > MAX_TEXT_BYTES:
            return [
                self._fault(
                    row,
                    N_("has {size} MB of text"),
                    N_("Keep the text under {limit} MB; put large files beside it as attachments"),
                    size=len(text.encode()) // 1_000_000,
                    limit=MAX_TEXT_BYTES // 1_000_000,
                )
            ]
        if font := legacy_font(text):
            return [
                self._fault(
                    row,
                    N_("holds text typed for the font code {encoding}"),
                    N_("Convert it to Unicode and save the file as UTF-8"),
                    "",
                    text[:60],
                    encoding=font,
                )
            ]
        if signs := find_faults(text):
            return [
                self._fault(
                    row,
                    N_("holds characters that cannot be mended"),
                    N_("Type the text again"),
                    "",
                    signs[0].sample,
                )
            ]
        front = read_front_matter(self.source.name, text)
        if isinstance(front, Problem):
            return [self._told(row, front)]
        _record, problems = read_record(
            self.record_type,
            front,
            self._derived("noi-dung", item.lang),
            self.vocabularies,
            self.today,
        )
        return [self._told(row, problem) for problem in problems if problem.is_error]

    def _record(self, item: Mapped, stem: str, slug: str | None) -> Record | None:
        values = item.values | ({"slug": slug} if slug else {})
        front = FrontMatter(self.source.name, values, "", "", 1)
        return read_record(
            self.record_type, front, self._derived(stem, item.lang), self.vocabularies, self.today
        )[0]

    def _derived(self, stem: str, lang: str) -> dict[str, Any]:
        return {"id": f"{self.type_name}/{stem}", "type": self.type_name, "lang": lang}

    def _made_id(self, item: Mapped) -> str:
        """An identity for rows of a map without ``id``: the title or number, counted where it comes again."""
        base = str(
            item.values.get("symbol")
            or item.values.get("title")
            or item.values.get("abstract")
            or item.values.get("name")
        )
        source, turn = item.values["legacy"]["source"], 1
        while (source, base if turn == 1 else f"{base} ({turn})", item.lang) in self.seen:
            turn += 1
        return base if turn == 1 else f"{base} ({turn})"

    def _saved(self, row: Row, item: Mapped, place: Place) -> list[Problem]:
        values = item.values | ({"slug": place.slug} if place.slug else {})
        data = content_file(self.record_type, values, item.body).encode()
        path = self.output / place.path
        before = path.read_bytes() if path.is_file() else None
        self.report.languages[item.lang] += 1
        if before == data:
            self.report.unchanged += 1
            return []
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        if before is None:
            return []
        self.report.replaced += 1
        return [
            self._fault(
                row,
                N_("has replaced {file}, whose text was another"),
                N_("Compare the two with git before you commit"),
                severity=Severity.WARNING,
                file=place.path,
            )
        ]

    def _told(self, row: Row, problem: Problem) -> Problem:
        """A fault of the file that would be, told at the row that it would be made from."""
        return dataclasses.replace(problem, path=self.source.name, line=row.line)

    def _fault(
        self,
        row: Row,
        message: str,
        remedy: str,
        field: str = "",
        value: str | None = None,
        /,
        *,
        severity: Severity = Severity.ERROR,
        **params: object,
    ) -> Problem:
        return Problem(
            self.source.name, message, remedy, field, value, row.line, severity, params=params
        )
