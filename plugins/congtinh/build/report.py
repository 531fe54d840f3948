"""``build-report.json`` beside the output, and the closing summary: counts, faults, timing."""

from __future__ import annotations

import datetime as dt
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from congtinh.build.cache import CacheState
from congtinh.build.files import write_bytes
from congtinh.build.suggestions import Offer
from congtinh.errors import N_, Problem, sorted_problems
from congtinh.messages import editors_words, number
from congtinh.model import Item
from congtinh.opendata.tables import indented

REPORT = "build-report.json"

Progress = Callable[[str, int, int], None]


def silent(step: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


@dataclass
class BuildReport:
    """What one build did; ``seconds`` by step.

    ``read``: files that were parsed and validated; ``rendered``: pages that were made; ``cache``:
    how the cache was found; ``upkeep``: what editors of documents should look after;
    ``number_gaps``: numbers of the agency's own documents that are not on the site; ``offers``:
    relations that texts suggest, where they were asked for.
    """

    day: str
    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    hidden: int = 0
    files: int = 0
    read: int = 0
    pages: int = 0
    rendered: int = 0
    cache: CacheState = CacheState.USED
    written: int = 0
    deleted: int = 0
    recovered: bool = False
    waited: bool = False
    committed: bool = False
    problems: list[Problem] = field(default_factory=list)
    upkeep: dict[str, Any] = field(default_factory=dict)
    number_gaps: list[dict[str, Any]] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    offers: tuple[Offer, ...] | None = None

    @contextmanager
    def timed(self, step: str) -> Iterator[None]:
        """Add the time of what is done inside to that of a step."""
        start = time.perf_counter()
        yield
        self.seconds[step] = self.seconds.get(step, 0) + time.perf_counter() - start

    @property
    def errors(self) -> list[Problem]:
        return [p for p in self.problems if p.is_error]

    @property
    def warnings(self) -> list[Problem]:
        return [p for p in self.problems if not p.is_error]

    def count(self, items: Sequence[Item]) -> None:
        """Items by content type and language."""
        counted = Counter((item.type, item.lang) for item in items)
        self.counts = {
            name: {"vi": counted[name, "vi"], "en": counted[name, "en"]}
            for name in sorted({i.type for i in items})
        }

    def unchanged(self, language: str) -> str:
        """What is told when nothing has changed since this build."""
        told = editors_words(language).gettext(
            N_(
                "Nothing has changed since the last build: {pages} pages, {errors} errors, {warnings} warnings"
            )
        )
        told = told.format(
            pages=number(self.pages, language),
            errors=number(len(self.errors), language),
            warnings=number(len(self.warnings), language),
        )
        return "\n".join(filter(None, (told, self.next_change(language))))

    def next_change(self, language: str) -> str:
        """A sentence with the next day on which the state of any document changes, if there is one."""
        day = self.upkeep.get("next_change")
        if not day:
            return ""
        words = N_("The next change of a document's state: {day}. Build again on that day.")
        shown = f"{dt.date.fromisoformat(day):%d/%m/%Y}"
        return editors_words(language).gettext(words).format(day=shown)

    def as_dict(self, language: str = "vi") -> dict[str, Any]:
        """The report for machines; the faults in ``language``."""
        say = editors_words(language).gettext
        asked = {} if self.offers is None else {"suggestions": [o._asdict() for o in self.offers]}
        return asked | {
            "day": self.day,
            "committed": self.committed,
            "recovered": self.recovered,
            "waited": self.waited,
            "counts": self.counts,
            "hidden": self.hidden,
            "files": self.files,
            "read": self.read,
            "pages": self.pages,
            "rendered": self.rendered,
            "cache": self.cache.value,
            "written": self.written,
            "deleted": self.deleted,
            "errors": len(self.errors),
            "warnings": len(self.warnings),
            "problems": [p.as_dict(say) for p in sorted_problems(self.problems)],
            "documents": {name: told for name, told in self.upkeep.items() if name != "coverage"},
            "coverage": self.upkeep.get("coverage", {}),
            "number_gaps": self.number_gaps,
            "seconds": {step: round(s, 3) for step, s in self.seconds.items()},
        }

    def save(self, folder: Path, language: str) -> None:
        """Write the report where editors and machines of the department find it."""
        folder.mkdir(parents=True, exist_ok=True)
        text = indented(self.as_dict(language)) + "\n"
        write_bytes(folder / REPORT, text.encode())


def not_written(failure: OSError) -> Problem:
    """The disk or its permissions are at fault; the last good site stays as it was."""
    return Problem(
        failure.filename if isinstance(failure.filename, str) else "",
        N_("cannot be written: {reason}"),
        N_("Make room on the disk, or allow writing there, and build again; the last good site stays"),
        params={"reason": failure.strerror or type(failure).__name__},
    )
