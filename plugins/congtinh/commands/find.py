"""``invoke find``: editors search all content, drafts too, and are told file and line."""

from __future__ import annotations

import datetime as dt
import gc
import json
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from congtinh.build.content_index import ContentIndex, Progress, content_index
from congtinh.build.sheet_rows import place_of_row, row_bytes, source_of
from congtinh.commands.site import shown, site_of, telling
from congtinh.errors import N_, ContentError, Problem
from congtinh.later import Later
from congtinh.messages import day, editors_words, number
from congtinh.search.content_hits import Answer, Hit, answered
from congtinh.search.content_schema import Shown
from congtinh.settings import Settings

_console = Later("congtinh.build.console")
_report = Later("congtinh.build.report")

MOST_UNREAD = 5
_SCHEDULED = "scheduled"


@telling
def find(query: str, content: str, today: str, limit: int, format: str) -> int:
    """``invoke find``: 0 when the query could be answered, even by nothing; 1 when it is at fault."""
    gc.disable()  # one answer and no more: what it makes goes with the process
    settings = site_of(content, "", today).settings
    machine = format == "json"
    try:
        with (
            ExitStack() as stack,
            content_index(settings, _bars(stack, settings, machine)) as found,
        ):
            read = _reader(settings.content)
            answer = answered(found.index, query, settings.today, max(0, limit), read)
    except ContentError as failure:
        return _told_faults(settings, machine, query, failure.problems)
    except OSError as failure:
        return _told_faults(settings, machine, query, [_report.not_written(failure)])
    telling = _Telling(settings)
    if machine:
        _print_json(telling.as_dict(query, answer, found))
    else:
        telling.tell(query, answer, found)
    return 0


def _bars(stack: ExitStack, settings: Settings, machine: bool) -> Progress:
    """Bars that appear with the first step, which an index that is up to date has none of."""
    made: list[Progress] = []

    def progress(step: str, done: int, total: int) -> None:
        if not made:
            voice = _console.Voice(settings.editor_lang, machine)
            made.append(stack.enter_context(voice.progress()))
        made[0](step, done, total)

    return progress


def _reader(content: Path) -> Callable[[str], str]:
    def read(path: str) -> str:
        row = row_bytes(content, path)
        if row is not None:
            return row.decode() if isinstance(row, bytes) else ""
        try:
            return (content / path).read_text("utf-8-sig", "replace")
        except OSError:  # it went away meanwhile
            return ""

    return read


def _told_faults(settings: Settings, machine: bool, query: str, problems: list[Problem]) -> int:
    voice = _console.Voice(settings.editor_lang, machine)
    if machine:
        told = [problem.as_dict(voice.say) for problem in problems]
        _print_json({"query": query, "errors": len(told), "problems": told})
    else:
        voice.problems(problems)
    return 1


def _print_json(data: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")


class _Telling:
    """An answer in the words of editors, or for machines."""

    def __init__(self, settings: Settings) -> None:
        self.settings, self.language = settings, settings.editor_lang
        self.say = editors_words(self.language).gettext
        self.print = Console(highlight=False, soft_wrap=True).print

    def line(self, msgid: str, **params: object) -> None:
        self.print(Text(self.say(msgid).format(**params)))

    def tell(self, query: str, answer: Answer, found: ContentIndex) -> None:
        """Each file with its line, title and facts, and a piece of its text."""
        total, first = (number(n, self.language) for n in (answer.total, len(answer.hits)))
        if not answer.total:
            self._tell_nothing(query, answer)
        elif answer.total > len(answer.hits):
            self.line(
                N_("{total} files found; the first {n} (--limit shows more):"), total=total, n=first
            )
        else:
            self.line(N_("{total} files found:"), total=total)
        for hit in answer.hits:
            self._tell_hit(hit)
        if found.unread:
            files = ", ".join(self._file(path) for path in found.unread[:MOST_UNREAD])
            self.line(
                N_(
                    "{n} files cannot be read and were not searched; invoke check says why: {files}"
                ),
                n=number(len(found.unread), self.language),
                files=files + (", …" if found.unread[MOST_UNREAD:] else ""),
            )

    def _tell_nothing(self, query: str, answer: Answer) -> None:
        self.line(N_("Nothing found for “{query}”."), query=query)
        for one in answer.suggestions:
            self.line(N_("Try: {query}"), query=one)
        self.line(
            N_(
                "Letters without marks find all spellings; words in quotation marks must stand side by "
                "side; OR between words asks for either; title: or type: asks one field alone."
            )
        )

    def _tell_hit(self, hit: Hit) -> None:
        one, cell = hit.shown, place_of_row(self.settings.content, hit.shown.path)
        place = f" {cell.told(self.say)}" if cell else f":{hit.place.line}" if hit.place.line else ""
        self.print(Text(f"{self._file(one.path)}{place}", "bold cyan"))
        title = f"{one.number} {one.title}".strip()
        self.print(Text.assemble("  ", title, "  ", (self._facts(one), "dim")))
        if hit.place.excerpt and hit.place.excerpt not in title:
            excerpt = Text(hit.place.excerpt)
            for start, end in hit.place.marks:
                excerpt.stylize("bold", start, end)
            self.print(Text.assemble("  ", excerpt))

    def _facts(self, one: Shown) -> str:
        when = day(dt.date.fromisoformat(one.date), self.language) if one.date else ""
        told = (self._word(one.kind), one.lang, when, self._status(one))
        return f"[{' · '.join(filter(None, told))}]"

    def _word(self, words: tuple[str, str]) -> str:
        return words[self.language == "en"]

    def _status(self, one: Shown) -> str:
        """The status in words; none for what visitors see."""
        status = self._state(one)
        if status == _SCHEDULED:
            return self.say(N_("Scheduled"))
        return "" if status == "published" else self._word(one.state) or status

    def _state(self, one: Shown) -> str:
        is_to_come = one.posted > f"{self.settings.today:%Y%m%d}"
        return _SCHEDULED if one.status == "published" and is_to_come else one.status

    def _file(self, path: str) -> str:
        return shown(self.settings.content / source_of(path))

    def as_dict(self, query: str, answer: Answer, found: ContentIndex) -> dict[str, Any]:
        """The answer for machines; ``line`` is null where no line says what was asked for."""
        return {
            "query": query,
            "total": answer.total,
            "hits": [self._hit(hit) for hit in answer.hits],
            "suggestions": list(answer.suggestions),
            "unread": [self._file(path) for path in found.unread],
        }

    def _hit(self, hit: Hit) -> dict[str, Any]:
        one = hit.shown
        cell = place_of_row(self.settings.content, one.path)
        return {
            "file": self._file(one.path),
            "line": (cell.row if cell else hit.place.line) or None,
            "title": one.title,
            "number": one.number or None,
            "type": one.type,
            "lang": one.lang,
            "status": self._state(one) or None,
            "date": dt.date.fromisoformat(one.date).isoformat() if one.date else None,
            "address": f"/{one.address}",
            "score": hit.score,
            "excerpt": hit.place.excerpt,
            "marks": [list(mark) for mark in hit.place.marks],
        }
