"""``invoke search.index``: the index of records in files, alone or brought up to date."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar, cast

from congtinh.bench.processes import CommandFailed
from congtinh.bench.search_files import Document, read_documents
from congtinh.bench.search_records import records
from congtinh.bench.search_updates import update
from congtinh.commands.site import editor_language
from congtinh.errors import N_, ContentError
from congtinh.later import Later
from congtinh.messages import editors_words
from congtinh.search.building import build_index

_console = Later("congtinh.build.console")
_Command = TypeVar("_Command", bound=Callable[..., int])


def telling(command: _Command) -> _Command:
    """The command, so that a fault of a file or of a program is told and ends with 1."""

    @functools.wraps(command)
    def wrapped(*args: Any, **kwargs: Any) -> int:
        try:
            return command(*args, **kwargs)
        except ContentError as failure:
            _console.Voice(editor_language(), machine=True).problems(failure.problems)
        except CommandFailed as failure:
            voice = _console.Voice(editor_language(), machine=True)
            voice.line(CommandFailed.message, **failure.params)
        return 1

    return cast(_Command, wrapped)


@telling
def index(docs: Sequence[str], output: str, cache: str = "") -> int:
    """``invoke search.index``: the index of the records in files, as the site has it.

    With ``cache``, the folder that the last run kept, only what differs is made.
    """
    documents = read_documents(docs)
    seconds = build(documents, Path(output), cache)
    files = [path for path in Path(output).rglob("*") if path.is_file()]
    say = editors_words(editor_language()).gettext
    told = say(N_("{records} records in {seconds} s: {files} files, {kilobytes} kB"))
    size = sum(path.stat().st_size for path in files)
    facts = {"seconds": round(seconds, 1), "files": len(files), "kilobytes": round(size / 1_000)}
    print(told.format(records=len(documents), **facts))
    return 0


def build(documents: Sequence[Document], output: Path, cache: str = "") -> float:
    """Write the index of ``documents`` into a folder; seconds that it took."""
    start = time.perf_counter()
    if cache:
        update(documents, output, Path(cache))
    else:
        build_index(records(documents), output)
    return time.perf_counter() - start
