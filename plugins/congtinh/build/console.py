"""What editors see in the terminal: progress, faults by file, the closing summary."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from congtinh.build.report import BuildReport, silent
from congtinh.build.report import Progress as ProgressCall
from congtinh.errors import N_, Problem, sorted_problems
from congtinh.messages import editors_words, number
from congtinh.records.registry import RECORD_TYPES

_STEPS = {
    "wait": N_("Another build of this site is under way; waiting for its end"),
    "read": N_("Reading content"),
    "render": N_("Making pages"),
    "import": N_("Reading rows"),
    "index": N_("Indexing content"),
    "links": N_("Asking other sites"),
}
MOST_FILES = 8
MOST_WARNINGS = 50


class Voice:
    """Speaks to editors in their language; on standard error when standard output is for a machine."""

    def __init__(self, language: str, machine: bool = False) -> None:
        self.language = language
        self.machine = machine
        self.say = editors_words(language).gettext
        self.console = Console(stderr=machine, highlight=False, soft_wrap=True)

    @contextmanager
    def progress(self) -> Iterator[ProgressCall]:
        """A bar for each step, where a person watches the terminal."""
        if self.machine or not self.console.is_terminal:
            yield silent
            return
        with Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            console=self.console,
            transient=True,
        ) as bars:
            tasks: dict[str, Any] = {}

            def show(step: str, done: int, total: int) -> None:
                if step not in tasks:
                    tasks[step] = bars.add_task(self.say(_STEPS.get(step, step)), total=total or None)
                bars.update(tasks[step], completed=done, total=total)

            yield show

    def json(self, data: dict[str, Any]) -> None:
        """The one thing on standard output."""
        sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")

    def problems(self, problems: Iterable[Problem]) -> None:
        """Errors, then warnings, each list by file."""
        told = sorted_problems(problems)
        for error, title in ((False, N_("Warnings ({n})")), (True, N_("Errors ({n})"))):
            chosen = [p for p in told if p.is_error is error]
            if not chosen:
                continue
            self.console.print(
                Text(
                    self.say(title).format(n=number(len(chosen), self.language)),
                    style="bold red" if error else "bold yellow",
                )
            )
            shown = chosen if error else chosen[:MOST_WARNINGS]
            for path, group in groupby(shown, key=lambda p: p.path):
                for problem in group:
                    line = f"{path}:{problem.line}" if problem.line else path
                    self.console.print(
                        Text.assemble(("  " + line, "dim"), "  ", problem.told(self.say))
                    )
            if len(chosen) > len(shown):
                rest = number(len(chosen) - len(shown), self.language)
                self.console.print(
                    Text(
                        self.say(
                            N_("… and {n} more warnings; all of them stand in the build report")
                        ).format(n=rest)
                    )
                )

    def summary(self, report: BuildReport) -> None:
        """Items by type and language, pages, time and warnings."""
        say = self.say

        def n(value: float) -> str:
            return number(value, self.language)

        table = Table(box=None, pad_edge=False)
        table.add_column(say(N_("Content type")))
        table.add_column(say(N_("Vietnamese")), justify="right")
        table.add_column(say(N_("English")), justify="right")
        for name, counts in report.counts.items():
            label = RECORD_TYPES[name].list_label.of(self.language)
            table.add_row(f"{label} ({name})", n(counts["vi"]), n(counts["en"]))
        self.console.print(table)
        seconds = n(round(sum(report.seconds.values()), 1))
        self.console.print(
            say(
                N_("{pages} pages, {written} files changed, {deleted} deleted, {seconds} s")
            ).format(
                pages=n(report.pages),
                written=n(report.written),
                deleted=n(report.deleted),
                seconds=seconds,
            )
        )
        self._upkeep(report)
        self.console.print(
            say(
                N_("{errors} errors, {warnings} warnings, {hidden} items not shown to visitors")
            ).format(
                errors=n(len(report.errors)),
                warnings=n(len(report.warnings)),
                hidden=n(report.hidden),
            )
        )

    def _upkeep(self, report: BuildReport) -> None:
        """Documents whose states have changed, with what rests on them, and the next change."""
        for change in report.upkeep.get("changed", ()):
            self.line(
                N_("{number}: the states are now {now} (before: {before})"),
                **{key: change[key] for key in ("number", "now", "before")},
            )
            files = [dependant["file"] for dependant in change["dependants"]]
            if files:
                self.line(
                    N_("  {n} items rest on it: {files}"),
                    n=number(len(files), self.language),
                    files=", ".join(files[:MOST_FILES]) + (", …" if files[MOST_FILES:] else ""),
                )
        if words := report.next_change(self.language):
            self.console.print(Text(words))

    def line(self, msgid: str, **params: object) -> None:
        """One sentence."""
        self.console.print(Text(self.say(msgid).format(**params)))
